namespace OrderToCash.Matching;

/// <summary>
/// The payer's own words come first: a payment that names a document is not applied to others because their amounts fit. Here
/// is read what a text names beside what is in the book.
/// </summary>
internal sealed partial class Matcher
{
    // A number of somebody else that is so long does not stand in a text by chance.
    private const int LeastDigitsOfWords = 7;

    // Read once, and only of payments that their references did not decide.
    private void ReadWords()
    {
        foreach (var i in pending.AsSpan())
            if (!rows[i].IsDecided) ReadLate(ref rows[i], i);
        Share(pending.Count, static (matcher, start, end) => matcher.ReadWords(start, end));
    }

    private void ReadWords(int start, int end)
    {
        foreach (var i in pending.AsSpan(start, end - start))
        {
            ref var row = ref rows[i];
            if (row.IsDecided) continue;
            row.NamesOutside = row.HasUnreadReference || HasUnreadClaim(row, i)
                || (payments.Text(i).Length >= LeastText && TryFindOutside(row, i, out _, out _));
        }
    }

    // True when the text names a document, in letters and digits, that none of the allotments from there on was read from.
    private bool LeavesOutside(int payment, int start)
    {
        var text = payments.Text(payment);
        for (var at = 0; book.Series.TryFindLettered(text, at, out var from, out var end); at = end)
        {
            var isRead = false;
            foreach (ref readonly var allot in allots.AsSpan(start, allots.Count - start))
                isRead |= allot.Length > 0 && allot.Start < end && from < allot.Start + allot.Length;
            if (!isRead) return true;
        }
        return false;
    }

    private bool HasUnreadClaim(in PaymentState row, int payment)
    {
        for (var claim = 1; claim <= row.ClaimCount; claim++)
            if (!IsClaimRead(row, claim)
                && (payments.ClaimedReference(payment, claim - 1).Length > 0
                    || payments.ClaimedNumber(payment, claim - 1).Length > 0))
                return true;
        return false;
    }

    // A number that looks like one of the creditor's, or that was settled before, and nothing in the book has it.
    private bool TryFindOutside(in PaymentState row, int payment, out int start, out int end)
    {
        var text = payments.Text(payment);
        for (var at = 0; book.Series.TryFindLettered(text, at, out start, out end); at = end)
            if (!IsReadAt(row, start, end)) return true;
        var mentioned = MentionsOf(row, payment);
        steps += mentioned.Length;
        foreach (ref readonly var mention in mentioned)
            if (IsOutside(row, mention))
            {
                (start, end) = (mention.Start, mention.Start + mention.Length);
                return true;
            }
        (start, end) = (0, 0);
        return false;
    }

    private bool IsOutside(in PaymentState row, in NumberMention mention) => mention.Kind == MentionKind.Number
        && (book.IsSettled(mention.Key, mention.Digits) || book.Series.Holds(mention.Key, mention.Digits, out _))
        && !IsReadAt(row, mention.Start, mention.Start + mention.Length)
        && !IsCustomerNumber(row, mention.Key, mention.Digits);

    private bool IsReadAt(in PaymentState row, int start, int end)
    {
        foreach (ref readonly var naming in namings.AsSpan(row.NamedStart, row.NamedCount))
            if (naming.Start < end && start < naming.Start + naming.Length
                && (naming.Strength >= Strength.Number || Agrees(row, naming.Item)))
                return true;
        return false;
    }

    private bool IsCustomerNumber(in PaymentState row, ulong key, int digits)
    {
        foreach (var scope in payerScopes.AsSpan(row.PayerStart, row.PayerCount))
        {
            if (book.CustomerNumber(scope) == (key, digits)) return true;
        }
        return false;
    }

    // True when digits that are nearly a number are something else: a number that was read whole, or one of the series that
    // is no slip of the pen.
    private bool IsAnothers(in PaymentState row, in NearItem near, ReadOnlySpan<NumberMention> wholes, ReadOnlySpan<char> text)
    {
        foreach (ref readonly var naming in namings.AsSpan(row.NamedStart, row.NamedCount))
            if (naming.Length > 0 && naming.Strength >= Strength.Number && naming.Item != near.Item
                && Overlap(naming.Start, naming.Length, near) * 2 > near.Length)
                return true;
        foreach (ref readonly var whole in wholes)
            if (Overlap(whole.Start, whole.Length, near) * 2 > near.Length
                && !NearHit.IsDamaged(text.Slice(whole.Start, whole.Length), book.Sources[near.Item].DocumentNumber))
                return true;
        return false;
    }

    private static int Overlap(int start, int length, in NearItem near) =>
        Math.Min(start + length, near.Start + near.Length) - Math.Max(start, near.Start);

    private bool IsDocument(ReadOnlySpan<char> text, in NumberMention mention) => mention.Kind switch
    {
        MentionKind.Number => book.Series.Holds(mention.Key, mention.Digits, out var isDense) && isDense,
        MentionKind.Reference => MentionScanner.IsCheckedBy97(text.Slice(mention.Start, mention.Length)),
        _ => false,
    };

    // Numbers in the text that stand for documents, whether they are in the book or not.
    private int KeepDocuments(in PaymentState row, int payment, Span<NumberMention> documents)
    {
        var mentioned = MentionsOf(row, payment);
        var (text, count) = (payments.Text(payment), 0);
        steps += mentioned.Length;
        foreach (ref readonly var mention in mentioned)
            if (IsDocument(text, mention)) documents[count++] = mention;
        return count;
    }
}
