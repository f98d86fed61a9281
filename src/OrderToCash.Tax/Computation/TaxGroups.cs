using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace OrderToCash.Tax;

/// <summary>
/// Adds lines up per category and rate. Documents have few groups and neighbours tend to share one: the first groups live on the
/// stack and a short scan beats hashing.
/// </summary>
internal ref struct TaxGroups(Currency currency, bool roundsPerLine)
{
    private const int OnStack = 4;
    private const int ScanLimit = 8;

    private FirstGroups first;
    private Group[]? more;
    private int count;
    private int last;
    private Dictionary<(TaxCategory, Percentage), int>? index;

    internal void Add(in TaxableLine line)
    {
        if (line.Net.Currency != currency) throw new CurrencyMismatchException(currency, line.Net.Currency);
        if (count == 0 || !At(last).IsFor(line)) last = Find(line);
        ref var group = ref At(last);
        var units = line.Net.MinorUnits;
        group.Base = checked(group.Base + units);
        if (roundsPerLine) group.Tax = checked(group.Tax + group.Exact.Of(units));
    }

    internal EquatableArray<TaxSubtotal> ToSubtotals()
    {
        var few = default(FirstSubtotals);
        Span<TaxSubtotal> subtotals = count <= OnStack ? few : new TaxSubtotal[count];
        for (var i = 0; i < count; i++)
        {
            ref var group = ref At(i);
            var subtotal = new TaxSubtotal
            {
                Category = group.Category,
                Rate = group.Rate,
                Base = Money.FromMinorUnits(group.Base, currency),
                Tax = Money.FromMinorUnits(roundsPerLine ? group.Tax : group.Exact.Of(group.Base), currency),
            };
            // Few and nearly in order: insertion sorts them without a comparer.
            var place = i;
            for (; place > 0 && IsAfter(subtotals[place - 1], subtotal); place--) subtotals[place] = subtotals[place - 1];
            subtotals[place] = subtotal;
        }
        return EquatableArray.Create<TaxSubtotal>(subtotals[..count]);
    }

    private static bool IsAfter(in TaxSubtotal one, in TaxSubtotal other)
    {
        var categories = one.Category.CompareTo(other.Category);
        return categories > 0 || categories == 0 && one.Rate.CompareTo(other.Rate) > 0;
    }

    [UnscopedRef]
    private ref Group At(int i)
    {
        if (i < OnStack) return ref first[i];
        return ref more![i - OnStack];
    }

    private int Find(in TaxableLine line)
    {
        if (count <= ScanLimit)
        {
            for (var i = 0; i < count; i++)
                if (At(i).IsFor(line)) return i;
        }
        else
        {
            if (index is null)
            {
                index = [];
                for (var i = 0; i < count; i++) index.Add((At(i).Category, At(i).Rate), i);
            }
            if (index.TryGetValue((line.Category, line.Rate), out var known)) return known;
        }
        if (count >= OnStack)
        {
            more ??= new Group[OnStack];
            if (count - OnStack == more.Length) Array.Resize(ref more, more.Length * 2);
        }
        At(count) = new() { Category = line.Category, Rate = line.Rate, Exact = new(line.Rate) };
        index?.Add((line.Category, line.Rate), count);
        return count++;
    }

    private struct Group
    {
        internal TaxCategory Category;
        internal Percentage Rate;
        internal long Base;
        internal long Tax;
        internal ExactTax Exact;

        internal readonly bool IsFor(in TaxableLine line) => Rate == line.Rate && Category == line.Category;
    }

    [InlineArray(OnStack)]
    private struct FirstGroups
    {
        private Group group;
    }

    [InlineArray(OnStack)]
    private struct FirstSubtotals
    {
        private TaxSubtotal subtotal;
    }
}
