namespace OrderToCash.Matching;

/// <summary>
/// Suggestions among items that ask for the same amount: those come first whose number or reference is nearly what the payer
/// wrote, however many there are. An amount that many ask for proves nothing; the slip of a pen beside it still says which one
/// to look at.
/// </summary>
internal sealed partial class Matcher
{
    // Several items of the payer ask for this amount: the nearly named first, then the oldest.
    private void OfferEqualAmounts(ref List<MatchAlternative>? found, int payment)
    {
        ref readonly var row = ref rows[payment];
        var mostLooks = isOnlyAsked ? 0 : MostLooks(payment);
        foreach (var scope in payerScopes.AsSpan(row.PayerStart, row.PayerCount))
        {
            var items = book.Scope(scope);
            var (start, offered) = (LowerBound(items, row.Amount), 0);
            for (var i = start; i < items.Length && items[i].Open == row.Amount && i - start < mostLooks; i++)
                if (offered < MaxAlternatives && IsFree(items.At(i))
                    && FindDamaged(payment, items.At(i), out var naming))
                    OfferNearly(ref found, payment, naming, 8_500 - offered++ * 100);
            offered = 0;
            for (var i = start; i < items.Length && items[i].Open == row.Amount && offered < MaxAlternatives; i++)
            {
                steps++;
                if (!IsFree(items.At(i))) continue;
                OfferItem(ref found, payment, items.At(i), 0, 8_000 - offered++ * 500, EvidenceKind.ExactAmount);
            }
        }
    }

    // Nobody knows the payer: items of anybody that ask for exactly this and are nearly named, and all of them as long as they
    // are few.
    private void OfferAnybodys(ref List<MatchAlternative>? found, int payment)
    {
        ref readonly var row = ref rows[payment];
        Span<int> items = stackalloc int[MaxAlternatives];
        Span<int> nearly = stackalloc int[MaxAlternatives];
        var (count, nearCount, mostLooks) = (0, 0, MostLooks(payment));
        for (var item = book.Amounts.First(OpenItemBook.AmountKey(row.Amount, row.Currency));
            item >= 0 && count <= Math.Max(MaxAlternatives, mostLooks); item = book.Amounts.After(item))
        {
            steps++;
            if (book.Items[item].Open != row.Amount || book.Items[item].Currency != row.Currency || !IsPayable(row, item))
                continue;
            if (count < MaxAlternatives) items[count] = item;
            if (count++ < mostLooks && FindDamaged(payment, item, out _)) KeepOldest(nearly, ref nearCount, item);
        }
        // Where not all were looked at, who was depends on the order of the book.
        for (var i = 0; i < nearCount && count <= mostLooks; i++)
            if (FindDamaged(payment, nearly[i], out var naming)) OfferNearly(ref found, payment, naming, 7_500 - i * 100);
        if (count > MaxAlternatives) return;
        foreach (var item in items[..count])
            OfferItem(ref found, payment, item, 0, 6_500 - count * 500, EvidenceKind.ExactAmount);
    }

    private void KeepOldest(Span<int> kept, ref int count, int item)
    {
        var at = count;
        while (at > 0 && IsOlder(item, kept[at - 1])) at--;
        if (at == kept.Length) return;
        count = Math.Min(count + 1, kept.Length);
        for (var i = count - 1; i > at; i--) kept[i] = kept[i - 1];
        kept[at] = item;
    }

    // How many items may be held against what the payer wrote; none when he wrote nothing that may be a number.
    private int MostLooks(int payment)
    {
        ref readonly var row = ref rows[payment];
        var mentions = payments.Text(payment).Length < LeastDigitsOfNumber ? default : MentionsOf(row, payment);
        return row.ClaimCount == 0 && !MayBeDamaged(mentions) ? 0 : policy.StepsPerPass / (1 + row.ClaimCount + mentions.Length);
    }

    private void OfferNearly(ref List<MatchAlternative>? found, int payment, in Naming naming, int confidence)
    {
        var start = allots.Count;
        AddAllot(naming, book.Items[naming.Item].Open, 0, 0);
        Offer(ref found, rows[payment], Propose(payment, start, 0, MatchOutcome.Full, EvidenceKind.ExactAmount, confidence));
    }
}
