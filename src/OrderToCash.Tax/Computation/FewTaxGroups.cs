using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace OrderToCash.Tax;

/// <summary>
/// The breakdown of a document with few groups, which is nearly every one: sums live on the stack, a group is known by the
/// line that opened it. Allocates the result only.
/// </summary>
internal static class FewTaxGroups
{
    private const int Most = 4;

    /// <summary>The subtotals, or false when the document has more groups.</summary>
    internal static bool TryCompute(
        ReadOnlySpan<TaxableLine> lines, bool roundsPerLine, Currency currency, out EquatableArray<TaxSubtotal> subtotals)
    {
        subtotals = default;
        Span<Group> groups = stackalloc Group[Most];
        var count = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            ref readonly var line = ref lines[i];
            if (line.Net.Currency != currency) throw new CurrencyMismatchException(currency, line.Net.Currency);
            var at = 0;
            while (at < count && !IsWrittenAs(lines[groups[at].First], line)) at++;
            if (at == count)
            {
                at = FindEqual(groups[..count], lines, line);
                if (at == Most) return false;
                if (at == count) groups[count++] = new() { First = i, Exact = new(line.Rate) };
            }
            ref var group = ref groups[at];
            var units = line.Net.MinorUnits;
            group.Base = checked(group.Base + units);
            if (roundsPerLine) group.Tax = checked(group.Tax + group.Exact.Of(units, line.Rate));
        }
        subtotals = Finish(groups[..count], lines, roundsPerLine, currency);
        return true;
    }

    // Equal rates have the same bits: two compares of a register tell nearly every line's group.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsWrittenAs(in TaxableLine one, in TaxableLine other) =>
        BitsOf(one) == BitsOf(other) && string.Equals(one.Category.Value, other.Category.Value);

    private static Vector128<byte> BitsOf(in TaxableLine line) => Unsafe.BitCast<Percentage, Vector128<byte>>(line.Rate);

    // A rate that is equal but has other bits (-0) is looked up before a group is made of it.
    private static int FindEqual(ReadOnlySpan<Group> groups, ReadOnlySpan<TaxableLine> lines, in TaxableLine line)
    {
        for (var i = 0; i < groups.Length; i++)
            if (lines[groups[i].First].Rate == line.Rate && lines[groups[i].First].Category == line.Category) return i;
        return groups.Length;
    }

    // Few and nearly in order: insertion sorts them without a comparer.
    private static EquatableArray<TaxSubtotal> Finish(
        Span<Group> groups, ReadOnlySpan<TaxableLine> lines, bool roundsPerLine, Currency currency)
    {
        for (var i = 1; i < groups.Length; i++)
        {
            var group = groups[i];
            var place = i;
            for (; place > 0 && IsAfter(lines[groups[place - 1].First], lines[group.First]); place--)
                groups[place] = groups[place - 1];
            groups[place] = group;
        }
        var stack = default(Subtotals);
        Span<TaxSubtotal> subtotals = stack;
        for (var i = 0; i < groups.Length; i++)
        {
            ref readonly var group = ref groups[i];
            ref readonly var first = ref lines[group.First];
            subtotals[i] = new()
            {
                Category = first.Category,
                Rate = first.Rate,
                Base = Money.FromMinorUnits(group.Base, currency),
                Tax = Money.FromMinorUnits(roundsPerLine ? group.Tax : group.Exact.Of(group.Base, first.Rate), currency),
            };
        }
        return EquatableArray.Create<TaxSubtotal>(subtotals[..groups.Length]);
    }

    private static bool IsAfter(in TaxableLine one, in TaxableLine other)
    {
        var categories = ReferenceEquals(one.Category.Value, other.Category.Value) ? 0 : one.Category.CompareTo(other.Category);
        return categories > 0 || categories == 0 && one.Rate.CompareTo(other.Rate) > 0;
    }

    private struct Group
    {
        internal int First;
        internal long Base;
        internal long Tax;
        internal ExactTax Exact;
    }

    [InlineArray(Most)]
    private struct Subtotals
    {
        private TaxSubtotal subtotal;
    }
}
