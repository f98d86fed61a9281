using System.Buffers;

namespace OrderToCash.Matching;

/// <summary>
/// A total is applied without a word only when no other set of the payer's items has it: exactly (<see cref="SubsetWays"/>);
/// where that is too much work, a person decides.
/// </summary>
internal sealed partial class Matcher
{
    // So many times the budget of a pass: a step of the bits is a fraction of one of a search.
    private const int BitsPerStep = 64;
    private const int BitsOfVector = 256;

    // The confidence of a total; one that is not the only set of its amount keeps the payment for a person.
    private int OfTotal(ref PaymentState row, int start, int confidence)
    {
        if (isSuggesting || policy.TrustsTotals || confidence < policy.ApplyAt || IsOnlySet(row, start)) return confidence;
        row.IsContested = true;
        return policy.ApplyAt - 1;
    }

    private bool IsOnlySet(in PaymentState row, int start)
    {
        GatherRivals(row, start);
        var within = WithinReach(candidates.AsSpan(), row.Amount);
        Int128 credits = 0;
        foreach (ref readonly var candidate in within)
            if (candidate.Amount < 0) credits -= candidate.Amount;
        var total = row.Amount + credits;
        var isFew = within.Length <= SubsetHalves.Most && Spread(within) <= Money.MaxMinorUnits;
        if (!isFew && (total > SubsetWays.MostTotal
            || total / BitsOfVector * within.Length > (Int128)policy.StepsPerPass * BitsPerStep))
            return false;
        steps += isFew ? 4L << (within.Length + 1) / 2 : (long)total / BitsOfVector * within.Length / BitsPerStep;
        // A credit note that is taken is one that is not left out: all of them beforehand, and each may come back.
        var amounts = ArrayPool<long>.Shared.Rent(within.Length);
        for (var i = 0; i < within.Length; i++) amounts[i] = Math.Abs(within[i].Amount);
        var ways = SubsetWays.Ways(amounts.AsSpan(0, within.Length), (long)total);
        ArrayPool<long>.Shared.Return(amounts);
        return ways == 1;
    }

    // What the payment could be for, by amount: free items, and those that amounts alone took. Never more than a budget of them.
    private void GatherRivals(in PaymentState row, int start)
    {
        candidates.Truncate(0);
        var all = Own(row).All;
        steps += all.Length;
        foreach (ref readonly var item in all)
            if (IsAllotted(item.Item, start) || (IsRival(row, item) && !item.IsRemainder))
                candidates.Add(new() { Amount = item.Amount, Item = item.Item });
    }
}
