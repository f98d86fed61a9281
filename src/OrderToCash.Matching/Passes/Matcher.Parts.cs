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
    private const int SureOfParts = 9_800;
    private const int SureOfCloseParts = 9_700;

    // Who names which item: the item above, the place in the list below, so that sorting keeps the order of the payments.
    private readonly PooledList<long> named = new(256);
    private readonly PooledList<int> namers = new(256);

    private void SettleParts()
    {
        GatherNamed();
        if (named.Count < 2) return;
        var found = new List<(int Item, int[] Parts)>();
        var parts = new List<int>();
        for (int start = 0, end; start < named.Count; start = end)
        {
            var item = (int)(named[start] >> 32);
            for (end = start + 1; end < named.Count && (int)(named[end] >> 32) == item;) end++;
            if (end - start == 1 || !IsOpen(item)) continue;
            parts.Clear();
            for (var i = start; i < end; i++) AddPart(parts, item, namers[(int)named[i]]);
            if (parts.Count is < 2 or > MaxParts) continue;
            if (FindParts(item, parts) is { Length: > 0 } chosen) found.Add((item, chosen));
        }
        var claims = found.SelectMany(f => f.Parts).CountBy(p => p).ToDictionary();
        foreach (var (item, chosen) in found)
            if (Array.TrueForAll(chosen, p => claims[p] == 1)) CommitParts(item, chosen);
        KeepPending();
    }

    private void GatherNamed()
    {
        named.Truncate(0);
        namers.Truncate(0);
        foreach (var i in pending.AsSpan())
        {
            ref readonly var row = ref rows[i];
            if (row.NamedCount + row.NearCount == 0 || row.IsDecided || row.IsContested) continue;
            foreach (ref readonly var naming in namings.AsSpan(row.NamedStart, row.NamedCount))
                if (naming.Strength >= Strength.Part && IsPart(row, naming.Item) && !Conflicts(row, naming.Item))
                    AddNamed(naming.Item, i);
            foreach (ref readonly var near in nears.AsSpan(row.NearStart, row.NearCount))
                if (IsPart(row, near.Item)) AddNamed(near.Item, i);
        }
        named.AsSpan().Sort();
    }

    private bool IsPart(in PaymentState row, int item) => row.Amount < Left(item);

    private void AddNamed(int item, int payment)
    {
        named.Add((long)item << 32 | (uint)namers.Count);
        namers.Add(payment);
    }

    private void AddPart(List<int> parts, int item, int payment)
    {
        if (IsOld(rows[payment], item) || IsRejected(payment, item)) return;
        if (parts.Count <= MaxParts && !parts.Contains(payment)) parts.Add(payment);
    }

    // The payments that add up exactly, or within the tolerance; none when there are two ways.
    private int[] FindParts(int item, List<int> parts)
    {
        parts.Sort(InOrder);
        var left = Left(item);
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
        if ((exact != 0 ? SureOfParts : SureOfCloseParts) < policy.ApplyAt) return [];
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
        var left = Left(item);
        return Chance.PerMillion(Crowd(left) * (2 * off + 1) * options << parts.Count, left);
    }

    private void CommitParts(int item, int[] parts)
    {
        foreach (var payment in parts)
        {
            ref readonly var row = ref rows[payment];
            var (start, isLast, left) = (allots.Count, payment == parts[^1], Left(item) - row.Amount);
            AddAllot(NamingOf(row, item), row.Amount, 0, isLast ? left : 0);
            var outcome = !isLast ? MatchOutcome.Partial : left == 0 ? MatchOutcome.Full : MatchOutcome.ShortWithinTolerance;
            Commit(Propose(payment, start, 0, outcome, EvidenceKind.PartsAddUp,
                isLast && left != 0 ? SureOfCloseParts : SureOfParts));
        }
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
