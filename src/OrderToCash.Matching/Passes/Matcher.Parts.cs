using System.Numerics;

namespace OrderToCash.Matching;

/// <summary>
/// Several payments of one payer that name the same item, whole or nearly, and together are what it asks for: each proves the
/// others.
/// </summary>
internal sealed partial class Matcher
{
    private const int MaxParts = 10;
    private const int MostChanceOfParts = 10_000;

    private void SettleParts()
    {
        var byItem = new SortedDictionary<int, List<int>>();
        for (var step = PartStep.Count; step <= PartStep.Forget; step++)
        {
            foreach (var i in pending.AsSpan())
            {
                ref readonly var row = ref rows[i];
                if (row.IsDecided || row.IsContested) continue;
                foreach (ref readonly var naming in namings.AsSpan(row.NamedStart, row.NamedCount))
                    if (naming.Strength >= Strength.Part && !Conflicts(row, naming.Item)) AddPart(step, byItem, naming.Item, i);
                foreach (ref readonly var near in nears.AsSpan(row.NearStart, row.NearCount))
                    AddPart(step, byItem, near.Item, i);
            }
        }
        var found = new List<(int Item, int[] Parts)>();
        foreach (var (item, parts) in byItem)
            if (parts.Count is >= 2 and <= MaxParts && FindParts(item, parts) is { Length: > 0 } chosen)
                found.Add((item, chosen));
        var claims = found.SelectMany(f => f.Parts).CountBy(p => p).ToDictionary();
        foreach (var (item, parts) in found)
            if (Array.TrueForAll(parts, p => claims[p] == 1)) CommitParts(item, parts);
        KeepPending();
    }

    // Most items are named once: only those that are named again are gathered.
    private void AddPart(PartStep step, SortedDictionary<int, List<int>> byItem, int item, int payment)
    {
        ref var state = ref states[item];
        if (step == PartStep.Forget) state.Parts = 0;
        if (step == PartStep.Count && state.Parts < 2) state.Parts++;
        if (step != PartStep.Gather || state.Parts < 2) return;
        if (!IsOpen(item) || states[item].Remaining <= rows[payment].Amount || IsOld(rows[payment], item)
            || IsRejected(payment, item))
            return;
        if (!byItem.TryGetValue(item, out var parts)) byItem.Add(item, parts = []);
        if (parts.Count <= MaxParts && !parts.Contains(payment)) parts.Add(payment);
    }

    // The payments that add up exactly, or within the tolerance; none when there are two ways.
    private int[] FindParts(int item, List<int> parts)
    {
        parts.Sort(InOrder);
        var left = states[item].Remaining;
        var tolerance = policy.Tolerance(left, book.Items[item].Currency);
        var (exact, close, isExactTied, isCloseTied, off) = (0, 0, false, false, 0L);
        steps += 1L << parts.Count;
        for (var set = 3; set < 1 << parts.Count; set++)
        {
            if (BitOperations.PopCount((uint)set) < 2) continue;
            Int128 sum = 0;
            for (var rest = set; rest != 0; rest &= rest - 1) sum += rows[parts[BitOperations.TrailingZeroCount(rest)]].Amount;
            if (sum > left || left - sum > tolerance) continue;
            if (sum == left) (isExactTied, exact) = (exact != 0, set);
            else (isCloseTied, close, off) = (close != 0, set, left - (long)sum);
        }
        var chosen = exact != 0 ? isExactTied ? 0 : exact : isCloseTied ? 0 : close;
        if (ChanceOfParts(item, parts, exact != 0 ? 0 : off) > MostChanceOfParts) return [];
        var payments = Enumerable.Range(0, parts.Count).Where(i => (chosen >> i & 1) != 0).Select(i => parts[i]).ToArray();
        return Array.TrueForAll(payments, p => IsSameSource(payments[0], p)
            || (Agrees(rows[payments[0]], item) && Agrees(rows[p], item))) ? payments : [];
    }

    // Whoever names nearly many items adds up with somebody by chance.
    private int ChanceOfParts(int item, List<int> parts, long off)
    {
        var options = 0;
        foreach (var payment in parts)
            if (NamingOf(rows[payment], item).Strength < Strength.Number) options = Math.Max(options, rows[payment].NearCount);
        var left = states[item].Remaining;
        return Chance.PerMillion(Crowd(left) * (2 * off + 1) * options << parts.Count, left);
    }

    private void CommitParts(int item, int[] parts)
    {
        foreach (var payment in parts)
        {
            ref readonly var row = ref rows[payment];
            var (start, isLast, left) = (allots.Count, payment == parts[^1], states[item].Remaining - row.Amount);
            AddAllot(NamingOf(row, item), row.Amount, 0, isLast ? left : 0);
            var outcome = !isLast ? MatchOutcome.Partial : left == 0 ? MatchOutcome.Full : MatchOutcome.ShortWithinTolerance;
            Commit(Propose(payment, start, 0, outcome, EvidenceKind.PartsAddUp, isLast && left != 0 ? 9_700 : 9_800));
        }
    }

    private enum PartStep
    {
        Count,
        Gather,
        Forget,
    }

    private Naming NamingOf(in PaymentState row, int item)
    {
        foreach (ref readonly var naming in namings.AsSpan(row.NamedStart, row.NamedCount))
            if (naming.Item == item) return naming;
        foreach (ref readonly var near in nears.AsSpan(row.NearStart, row.NearCount))
            if (near.Item == item) return NamingOf(near);
        return new() { Item = item };
    }
}
