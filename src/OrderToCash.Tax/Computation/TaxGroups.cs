namespace OrderToCash.Tax;

/// <summary>
/// Adds lines up per category and rate, any number of them; a short scan beats hashing as long as they are few.
/// </summary>
internal struct TaxGroups(Currency currency, bool roundsPerLine)
{
    private const int ScanLimit = 8;

    private Group[] groups = new Group[8];
    private int count;
    private int last;
    private Dictionary<(TaxCategory, Percentage), int>? index;

    internal void Add(in TaxableLine line)
    {
        if (count == 0 || !groups[last].IsFor(line)) last = Find(line);
        ref var group = ref groups[last];
        group.Base += line.Net;
        if (roundsPerLine) group.Tax = checked(group.Tax + group.Exact.Of(line.Net.MinorUnits, line.Rate));
    }

    internal readonly EquatableArray<TaxSubtotal> ToSubtotals()
    {
        var subtotals = new TaxSubtotal[count];
        for (var i = 0; i < count; i++)
            subtotals[i] = new()
            {
                Category = groups[i].Category,
                Rate = groups[i].Rate,
                Base = groups[i].Base,
                Tax = Money.FromMinorUnits(
                    roundsPerLine ? groups[i].Tax : groups[i].Exact.Of(groups[i].Base.MinorUnits, groups[i].Rate), currency),
            };
        Array.Sort(subtotals,
            static (a, b) => a.Category.CompareTo(b.Category) is not 0 and var c ? c : a.Rate.CompareTo(b.Rate));
        return [.. subtotals];
    }

    private int Find(in TaxableLine line)
    {
        if (count <= ScanLimit)
        {
            for (var i = 0; i < count; i++)
                if (groups[i].IsFor(line)) return i;
        }
        else
        {
            index ??= Enumerable.Range(0, count).ToDictionary(KeyOf(groups));
            if (index.TryGetValue((line.Category, line.Rate), out var known)) return known;
        }
        if (count == groups.Length) Array.Resize(ref groups, count * 2);
        groups[count] = new() { Category = line.Category, Rate = line.Rate, Base = Money.Zero(currency), Exact = new(line.Rate) };
        index?.Add((line.Category, line.Rate), count);
        return count++;
    }

    private static Func<int, (TaxCategory, Percentage)> KeyOf(Group[] known) => i => (known[i].Category, known[i].Rate);

    private struct Group
    {
        internal TaxCategory Category;
        internal Percentage Rate;
        internal Money Base;
        internal long Tax;
        internal ExactTax Exact;

        internal readonly bool IsFor(in TaxableLine line) => Rate == line.Rate && Category == line.Category;
    }
}
