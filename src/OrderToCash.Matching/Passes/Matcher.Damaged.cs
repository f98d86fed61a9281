namespace OrderToCash.Matching;

/// <summary>
/// A damaged number or reference that an amount corroborates: the item that asks for exactly the amount has a number that is
/// nearly what the payer wrote.
/// </summary>
internal sealed partial class Matcher
{
    // The amount says which item, a damaged number or reference in what the payer wrote corroborates it.
    private bool ProposeDamaged(int payment, out Proposal proposal)
    {
        ref var row = ref rows[payment];
        proposal = default;
        if (row.IsUndamaged || (payments.Text(payment).Length < LeastDigitsOfNumber && row.ClaimCount == 0)) return false;
        var (found, isTied) = (default(Naming), false);
        row.IsUndamaged = true;
        if (row.ClaimCount == 0 && !MayBeDamaged(MentionsOf(row, payment))) return false;
        if (row.Trust >= PayerTrust.Account) FindDamagedOfPayer(payment, ref found, ref isTied);
        else FindDamagedOfAnybody(payment, ref found, ref isTied);
        if (isTied || found.Kind == EvidenceKind.None || CountSame(row) is not (<= MaxEqualAmounts and var same)) return false;
        var start = allots.Count;
        AddAllot(found, row.Amount, 0, 0);
        proposal = Propose(payment, start, RankOf(row, found), MatchOutcome.Full, EvidenceKind.ExactAmount,
            NamedConfidence(row, found) - (same - 1) * 20);
        if (!IsOwnAsWritten(row, found)) return true;
        (row.IsSlipOrPart, proposal.Confidence) = (true, Math.Min(proposal.Confidence, policy.ApplyAt - 1));
        return true;
    }

    // The number as it stands is that of an open item of the payer: a slip that gave another one of his, or a part of it. A
    // person decides.
    private bool IsOwnAsWritten(in PaymentState row, in Naming damaged)
    {
        if (damaged.Length == 0) return false;
        foreach (ref readonly var naming in namings.AsSpan(row.NamedStart, row.NamedCount))
            if (naming.Start == damaged.Start && naming.Length == damaged.Length && naming.Strength >= Strength.Number
                && row.Amount < Left(naming.Item) && IsOpen(naming.Item) && Agrees(row, naming.Item))
                return true;
        return false;
    }

    // Fewer digits are nobody's number.
    private static bool MayBeDamaged(ReadOnlySpan<NumberMention> mentions)
    {
        foreach (ref readonly var mention in mentions)
            if (mention.Kind == MentionKind.Reference
                || (mention.Kind == MentionKind.Number && mention.Digits >= LeastDigitsOfNumber)) return true;
        return false;
    }

    // Whoever is known by his account pays his own items.
    private void FindDamagedOfPayer(int payment, ref Naming found, ref bool isTied)
    {
        ref var row = ref rows[payment];
        foreach (var scope in payerScopes.AsSpan(row.PayerStart, row.PayerCount))
        {
            var items = book.Scope(scope);
            for (var i = LowerBound(items, row.Amount); i < items.Length && items[i].Open == row.Amount && !isTied; i++)
                TryDamaged(payment, items.At(i), ref found, ref isTied);
        }
    }

    private void FindDamagedOfAnybody(int payment, ref Naming found, ref bool isTied)
    {
        ref var row = ref rows[payment];
        var same = 0;
        for (var item = book.Amounts.First(OpenItemBook.AmountKey(row.Amount, row.Currency)); item >= 0 && !isTied;
            item = book.Amounts.After(item))
        {
            if (++same > MaxEqualAmounts) return;
            if (book.Items[item].Open == row.Amount && book.Items[item].Currency == row.Currency)
                TryDamaged(payment, item, ref found, ref isTied);
        }
    }

    private int CountSame(in PaymentState row)
    {
        var same = 0;
        for (var item = book.Amounts.First(OpenItemBook.AmountKey(row.Amount, row.Currency));
            item >= 0 && same <= MaxEqualAmounts; item = book.Amounts.After(item)) same++;
        return same;
    }

    private void TryDamaged(int payment, int item, ref Naming found, ref bool isTied)
    {
        if (!FindDamaged(payment, item, out var naming)) return;
        rows[payment].IsUndamaged = false;
        if (!IsFree(item)) return;
        isTied = found.Kind != EvidenceKind.None;
        found = naming;
    }

    private bool FindDamaged(int payment, int item, out Naming naming)
    {
        naming = new() { Item = item, Strength = Strength.Near };
        for (var claim = 0; claim < payments.ClaimCount(payment); claim++)
        {
            steps++;
            var source = book.Sources[item];
            if (source.PaymentReference.Length > 0
                && NearHit.IsOneDigitOff(payments.ClaimedReference(payment, claim), source.PaymentReference))
            {
                naming.Kind = EvidenceKind.DamagedReference;
                return true;
            }
            if (!NearHit.IsDamaged(payments.ClaimedNumber(payment, claim), source.DocumentNumber)) continue;
            naming.Kind = EvidenceKind.DamagedNumber;
            return true;
        }
        var text = payments.Text(payment).AsSpan();
        var mentions = text.Length < LeastDigitsOfNumber ? default : MentionsOf(rows[payment], payment);
        steps += mentions.Length;
        foreach (ref readonly var mention in mentions)
        {
            naming.Kind = DamageOf(text, mention, item);
            if (naming.Kind == EvidenceKind.None) continue;
            (naming.Start, naming.Length) = (mention.Start, mention.Length);
            return true;
        }
        return false;
    }

    private EvidenceKind DamageOf(ReadOnlySpan<char> text, in NumberMention mention, int item)
    {
        var said = text.Slice(mention.Start, mention.Length);
        var kind = mention.Kind switch
        {
            MentionKind.Number when IsDamagedNumber(said, mention, item) => EvidenceKind.DamagedNumber,
            MentionKind.Expanded => EvidenceKind.None,
            _ => DamageOfReference(said, mention, item),
        };
        return kind != EvidenceKind.None && IsOfAnother(text[..mention.Start], item, out _) ? EvidenceKind.None : kind;
    }

    // By the figures of the book, where they are the whole number.
    private bool IsDamagedNumber(ReadOnlySpan<char> said, in NumberMention mention, int item)
    {
        ref readonly var row = ref book.Items[item];
        return mention.Digits <= DocumentNumbers.MostDigitsOfKey && row.IsPlain && row.NumberKey != 0
            ? NearHit.IsDamaged(mention.Key, mention.Digits, row.NumberKey, row.NumberDigits, row.TailDigits)
            : NearHit.IsDamaged(said, book.Sources[item].DocumentNumber);
    }

    // The key of a reference says how long it is: most numbers of a text are not.
    private EvidenceKind DamageOfReference(ReadOnlySpan<char> said, in NumberMention mention, int item)
    {
        var key = book.ReferenceKey(item);
        if (key == 0 || (mention.Kind == MentionKind.Number && DocumentNumbers.LengthOf(key) != mention.Digits))
            return EvidenceKind.None;
        var reference = book.Sources[item].PaymentReference;
        return NearHit.IsOneDigitOff(said, reference)
            || (mention.Kind == MentionKind.Reference && NearHit.IsDamaged(said, reference))
            ? EvidenceKind.DamagedReference : EvidenceKind.None;
    }
}
