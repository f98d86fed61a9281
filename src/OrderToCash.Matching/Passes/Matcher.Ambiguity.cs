namespace OrderToCash.Matching;

/// <summary>
/// A total is applied without a word only when no other set of the payer's items has it that is as likely: of no more items where
/// the total is one of two or three, and of any number where chance alone makes hardly one. Exactly, with the sums of two halves.
/// </summary>
internal sealed partial class Matcher
{
    private const int MostOfSmallTotal = 3;

    // The confidence of a total; one that is not the only set of its amount keeps the payment for a person.
    private int OfTotal(ref PaymentState row, int start, int confidence)
    {
        if (isSuggesting || confidence < policy.ApplyAt || IsOnlySet(row, start)) return confidence;
        row.IsContested = true;
        return policy.ApplyAt - 1;
    }

    private bool IsOnlySet(in PaymentState row, int start)
    {
        var size = allots.Count - start;
        GatherRivals(row, start);
        var within = WithinReach(candidates.AsSpan(), row.Amount);
        if (size <= MostOfSmallTotal && !IsOnlySmallSet(within, row.Amount, size)) return false;
        // Where chance makes other sets anyway, that there are some says nothing against the total.
        var spread = Spread(within);
        if (within.Length > MostOfSubset || spread > Money.MaxMinorUnits || ((Int128)ExpectedHitsLimit << within.Length) > spread * 4)
            return true;
        var half = within.Length / 2;
        FillSums(lower, within[..half]);
        FillSums(upper, within[half..]);
        steps += 2L * (lower.Count + upper.Count);
        return Hits(row.Amount, out _) == 1;
    }

    // No other set of as many items, and none of fewer.
    private bool IsOnlySmallSet(ReadOnlySpan<Candidate> within, long amount, int size)
    {
        Span<int> chosen = stackalloc int[3];
        steps += within.Length * 2L;
        foreach (ref readonly var candidate in within)
            if (candidate.Amount == amount) return false;
        var pairs = Pairs(within, amount, chosen);
        if (size == 2) return pairs == 1;
        if (pairs > 0 || within.Length > TripleLimit) return false;
        steps += (long)within.Length * within.Length / 2;
        return Triples(within, amount, chosen) == 1;
    }

    // What the payment could be for, by amount: free items, and those that amounts alone took. Never more than a budget of them.
    private void GatherRivals(in PaymentState row, int start)
    {
        candidates.Truncate(0);
        foreach (var scope in payerScopes.AsSpan(row.PayerStart, row.PayerCount))
            for (var item = book.ScopeStarts[scope]; item < book.ScopeStarts[scope + 1]; item++)
            {
                steps++;
                if (IsAllotted(item, start) || (IsRival(row, item) && !book.Items[item].IsRemainder))
                    candidates.Add(new() { Amount = book.Items[item].Open, Item = item });
            }
        candidates.AsSpan().Sort((a, b) => a.Amount != b.Amount ? a.Amount.CompareTo(b.Amount) : a.Item.CompareTo(b.Item));
    }
}
