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
        var sums = new Sums { Groups = groups[..count], Lines = lines, RoundsPerLine = roundsPerLine, Currency = currency };
        subtotals = EquatableArray.Create<TaxSubtotal, Sums>(count, sums, Write);
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

    // In place, each where it belongs: a copy of structs with references costs more than the tax.
    private static void Write(Span<TaxSubtotal> subtotals, Sums sums)
    {
        for (var i = 0; i < sums.Groups.Length; i++)
        {
            ref readonly var group = ref sums.Groups[i];
            ref readonly var first = ref sums.Lines[group.First];
            subtotals[PlaceOf(first, sums)] = new()
            {
                Category = first.Category,
                Rate = first.Rate,
                Base = Money.FromMinorUnits(group.Base, sums.Currency),
                Tax = Money.FromMinorUnits(
                    sums.RoundsPerLine ? group.Tax : group.Exact.Of(group.Base, first.Rate), sums.Currency),
            };
        }
    }

    private static int PlaceOf(in TaxableLine line, in Sums sums)
    {
        var place = 0;
        foreach (ref readonly var group in sums.Groups)
        {
            ref readonly var other = ref sums.Lines[group.First];
            if (!Unsafe.AreSame(in line, in other) && IsAfter(line, other)) place++;
        }
        return place;
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

    private readonly ref struct Sums
    {
        internal required ReadOnlySpan<Group> Groups { get; init; }

        internal required ReadOnlySpan<TaxableLine> Lines { get; init; }

        internal required bool RoundsPerLine { get; init; }

        internal required Currency Currency { get; init; }
    }
}
