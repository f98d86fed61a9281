using System.Runtime.CompilerServices;

namespace OrderToCash.Tax;

/// <summary>
/// The breakdown of a document with few groups, which is nearly every one: groups live on the stack and are known by the bits of
/// their rate. Allocates the result only.
/// </summary>
internal static class FewTaxGroups
{
    private const int Most = 4;

    /// <summary>The subtotals, or false when the document has more groups.</summary>
    internal static bool TryCompute(
        ReadOnlySpan<TaxableLine> lines, bool roundsPerLine, Currency currency, out EquatableArray<TaxSubtotal> subtotals)
    {
        subtotals = default;
        var stack = default(Groups);
        Span<Group> groups = stack;
        var count = 0;
        foreach (ref readonly var line in lines)
        {
            if (line.Net.Currency != currency) throw new CurrencyMismatchException(currency, line.Net.Currency);
            var at = 0;
            while (at < count && !groups[at].IsFor(line)) at++;
            if (at == count)
            {
                at = FindWritten(groups[..count], line);
                if (at == Most) return false;
                if (at == count) groups[count++] = new(line);
            }
            ref var group = ref groups[at];
            var units = line.Net.MinorUnits;
            group.Base = checked(group.Base + units);
            if (roundsPerLine) group.Tax = checked(group.Tax + group.Exact.Of(units, line.Rate));
        }
        subtotals = Finish(groups[..count], roundsPerLine, currency);
        return true;
    }

    // A rate that is equal but has other bits (-0) is looked up before a group is made of it.
    private static int FindWritten(ReadOnlySpan<Group> groups, in TaxableLine line)
    {
        for (var i = 0; i < groups.Length; i++)
            if (groups[i].Rate == line.Rate && groups[i].Category == line.Category) return i;
        return groups.Length;
    }

    // Few and nearly in order: insertion sorts them without a comparer.
    private static EquatableArray<TaxSubtotal> Finish(ReadOnlySpan<Group> groups, bool roundsPerLine, Currency currency)
    {
        var stack = default(Subtotals);
        Span<TaxSubtotal> subtotals = stack;
        for (var i = 0; i < groups.Length; i++)
        {
            ref readonly var group = ref groups[i];
            var place = i;
            for (; place > 0 && IsAfter(subtotals[place - 1], group); place--) subtotals[place] = subtotals[place - 1];
            subtotals[place] = new()
            {
                Category = group.Category,
                Rate = group.Rate,
                Base = Money.FromMinorUnits(group.Base, currency),
                Tax = Money.FromMinorUnits(roundsPerLine ? group.Tax : group.Exact.Of(group.Base, group.Rate), currency),
            };
        }
        return EquatableArray.Create<TaxSubtotal>(subtotals[..groups.Length]);
    }

    private static bool IsAfter(in TaxSubtotal one, in Group other)
    {
        var categories = ReferenceEquals(one.Category.Value, other.Category.Value) ? 0 : one.Category.CompareTo(other.Category);
        return categories > 0 || categories == 0 && one.Rate.CompareTo(other.Rate) > 0;
    }

    private struct Group(in TaxableLine line)
    {
        internal readonly TaxCategory Category = line.Category;
        internal readonly Percentage Rate = line.Rate;
        internal readonly ExactTax Exact = new(line.Rate);
        internal long Base;
        internal long Tax;

        internal readonly bool IsFor(in TaxableLine line) =>
            Unsafe.BitCast<Percentage, Int128>(Rate) == Unsafe.BitCast<Percentage, Int128>(line.Rate)
            && string.Equals(Category.Value, line.Category.Value);
    }

    [InlineArray(Most)]
    private struct Groups
    {
        private Group group;
    }

    [InlineArray(Most)]
    private struct Subtotals
    {
        private TaxSubtotal subtotal;
    }
}
