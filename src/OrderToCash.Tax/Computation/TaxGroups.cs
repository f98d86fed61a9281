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
        if (line.Net.Currency != currency) throw new CurrencyMismatchException(currency, line.Net.Currency);
        if (count == 0 || !groups[last].IsFor(line)) last = Find(line);
        ref var group = ref groups[last];
        group.Base = checked(group.Base + line.Net.MinorUnits);
        if (roundsPerLine) group.Tax = checked(group.Tax + group.Exact.Of(line.Net.MinorUnits, line.Rate));
    }

    internal readonly EquatableArray<TaxSubtotal> ToSubtotals() =>
        EquatableArray.Create<TaxSubtotal, TaxGroups>(count, this, static (subtotals, sums) => sums.Write(subtotals));

    private readonly void Write(Span<TaxSubtotal> subtotals)
    {
        for (var i = 0; i < count; i++)
        {
            ref var group = ref groups[i];
            subtotals[i] = new()
            {
                Category = group.Category,
                Rate = group.Rate,
                Base = Money.FromMinorUnits(group.Base, currency),
                Tax = Money.FromMinorUnits(roundsPerLine ? group.Tax : group.Exact.Of(group.Base, group.Rate), currency),
            };
        }
        subtotals.Sort(static (a, b) => a.Category.CompareTo(b.Category) is not 0 and var c ? c : a.Rate.CompareTo(b.Rate));
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
        groups[count] = new() { Category = line.Category, Rate = line.Rate, Exact = new(line.Rate) };
        index?.Add((line.Category, line.Rate), count);
        return count++;
    }

    private static Func<int, (TaxCategory, Percentage)> KeyOf(Group[] known) => i => (known[i].Category, known[i].Rate);

    private struct Group
    {
        internal TaxCategory Category;
        internal Percentage Rate;
        internal long Base;
        internal long Tax;
        internal ExactTax Exact;

        internal readonly bool IsFor(in TaxableLine line) => Rate == line.Rate && Category == line.Category;
    }
}
