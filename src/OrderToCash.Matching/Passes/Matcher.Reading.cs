namespace OrderToCash.Matching;

/// <summary>Reads each payment once: is it cash, is it new, who pays, what does it name.</summary>
internal sealed partial class Matcher
{
    private const int MaxNamings = 64;
    private const int MaxChain = 64;
    private const int Block = 32;

    // Accounts that have been looked up: most payers pay more than once.
    private readonly Dictionary<string, (int Start, int Count, Currency Currency)> payersByAccount = new(StringComparer.Ordinal);

    // What has been loaded ahead: kept, so that the loads are.
    private long warmth;

    private void Read()
    {
        var repeated = payments.RepeatedLines();
        Span<NumberMention> mentions = stackalloc NumberMention[MentionScanner.MaxMentions];
        for (var i = 0; i < payments.Count; i++)
        {
            if (i % Block == 0) Warm(i, Math.Min(i + Block, payments.Count));
            ref var row = ref rows[i];
            var amount = payments.Amount(i);
            (row.Amount, row.Currency, row.Date) = (amount.MinorUnits, amount.Currency, payments.ReceivedOn(i));
            (row.PayerStart, row.NamedStart, row.DuplicateOf) = (payerScopes.Count, namings.Count, -1);
            if (payments.IsReversal(i) || row.Amount <= 0)
            {
                (row.Outcome, row.IsDecided) = (MatchOutcome.NotCash, true);
                continue;
            }
            FindPayer(ref row, i);
            row.ClaimCount = payments.ClaimCount(i);
            if (row.ClaimCount > 0) ReadClaims(ref row, i);
            row.IsTextUnread = IsSaidByClaim(row);
            if (!row.IsTextUnread) ReadText(ref row, payments.Text(i), mentions);
            steps += 1 + row.NamedCount;
        }
        for (var i = 0; i < payments.Count; i++)
            if (!rows[i].IsDecided) pending.Add(i);
        foreach (var line in repeated) KeepFirst(line);
    }

    // The items of a block of references are looked up at once: none of the loads waits for another, and what is read next is
    // in the cache.
    private void Warm(int start, int end)
    {
        Span<int> items = stackalloc int[Block];
        var count = 0;
        for (var i = start; i < end; i++)
            if (payments.ClaimCount(i) > 0 && payments.ClaimedReference(i, 0) is { Length: > 0 } reference
                && book.References.Guess(DocumentNumbers.TextKey(reference)) is >= 0 and var item)
                items[count++] = item;
        foreach (var item in items[..count]) warmth += book.Items[item].Open + (long)book.ReferenceKey(item);
    }

    // A reference, and the item asks for this amount: what the text may say besides is read only when it does not hold.
    private bool IsSaidByClaim(in PaymentState row) => row.ClaimCount == 1 && row.NamedCount == 1
        && namings[row.NamedStart].Strength == Strength.Reference && book.Items[namings[row.NamedStart].Item].Open == row.Amount;

    // The namings of a row stay together: they move to the end before the text adds to them.
    private void ReadLate(ref PaymentState row, int payment)
    {
        if (!row.IsTextUnread) return;
        row.IsTextUnread = false;
        var start = namings.Count;
        for (var i = row.NamedStart; i < row.NamedStart + row.NamedCount; i++) namings.Add(namings[i]);
        row.NamedStart = start;
        Span<NumberMention> mentions = stackalloc NumberMention[MentionScanner.MaxMentions];
        ReadText(ref row, payments.Text(payment), mentions);
    }

    // The same bank line again: the first by date and id stands, the others have no effect.
    private void KeepFirst(int[] line)
    {
        Array.Sort(line, InOrder);
        foreach (var i in line[1..])
        {
            ref var row = ref rows[i];
            (row.Outcome, row.IsDecided, row.DuplicateOf, row.Confidence) = (MatchOutcome.Duplicate, true, line[0], 10_000);
        }
    }

    private void FindPayer(ref PaymentState row, int payment)
    {
        if (payments.Payer(payment) is { IsNone: false } payer)
        {
            row.Trust = PayerTrust.Given;
            AddScopes(ref row, [payer]);
            return;
        }
        var account = payments.Account(payment);
        if (payersByAccount.TryGetValue(account, out var known) && known.Currency == row.Currency)
        {
            (row.PayerStart, row.PayerCount, row.Trust) = (known.Start, known.Count, PayerTrust.Account);
            return;
        }
        var customers = payers.PaidFrom(account);
        row.Trust = customers.IsEmpty ? PayerTrust.None : PayerTrust.Account;
        if (customers.IsEmpty)
        {
            customers = payers.Named(payments.Name(payment));
            row.Trust = customers.IsEmpty ? PayerTrust.None : PayerTrust.Name;
        }
        AddScopes(ref row, customers);
        if (row.Trust == PayerTrust.Account) payersByAccount.TryAdd(account, (row.PayerStart, row.PayerCount, row.Currency));
    }

    private void AddScopes(ref PaymentState row, ReadOnlySpan<CustomerId> customers)
    {
        foreach (var customer in customers)
        {
            if (!book.TryScope(customer, row.Currency, out var scope)) continue;
            payerScopes.Add(scope);
            row.PayerCount++;
        }
    }

    private void ReadClaims(ref PaymentState row, int payment)
    {
        for (var i = 0; i < row.ClaimCount && i < MaxNamings; i++)
        {
            var claimed = payments.ClaimedAmount(payment, i) is { } amount && amount.Currency == row.Currency
                ? amount.MinorUnits
                : 0;
            var before = row.NamedCount;
            if (payments.ClaimedReference(payment, i) is { Length: > 0 } reference)
                NameReference(ref row, reference, 0, 0, i + 1, claimed);
            if (row.NamedCount == before && payments.ClaimedNumber(payment, i) is { Length: > 0 } number)
                NameDocument(ref row, number, i + 1, claimed);
        }
        if (row.ClaimCount > MaxNamings) row.IsMisnamed = true;
    }

    private void ReadText(ref PaymentState row, string text, Span<NumberMention> mentions)
    {
        if (text.Length < 4) return;
        var count = MentionScanner.Scan(text, mentions);
        steps += count;
        if (count == mentions.Length || text.Length > MentionScanner.MaxText) row.IsMisnamed = true;
        foreach (ref readonly var mention in mentions[..count]) ReadWhole(ref row, text, mention);
        foreach (ref readonly var mention in mentions[..count])
        {
            if (mention.Kind == MentionKind.Reference || mention.Key == 0) continue;
            var isTail = mention.Digits >= 5 && book.MayHaveTail(mention.Key);
            var isBare = book.MayHaveBare(mention.Key);
            if ((!isTail && !isBare) || IsPartOfWhole(row, mention)) continue;
            if (isTail) NameBy(ref row, book.Tails, mention, text, Strength.Part);
            if (isBare) NameBy(ref row, book.BareNumbers, mention, text, Strength.Part);
        }
    }

    private void ReadWhole(ref PaymentState row, string text, in NumberMention mention)
    {
        var before = row.NamedCount;
        if (mention.Kind == MentionKind.Reference || (mention.Digits >= 10 && book.HasReferencesOfDigits))
            NameReference(ref row, text.AsSpan(mention.Start, mention.Length), mention.Start, mention.Length, 0, 0);
        row.HasUnreadReference |= mention.Kind == MentionKind.Reference && row.NamedCount == before;
        if (mention.Kind == MentionKind.Reference || mention.Key == 0 || !book.MayHaveNumber(mention.Key)) return;
        NameBy(ref row, book.Numbers, mention, text, mention.Kind == MentionKind.Number ? Strength.Number : Strength.Part);
        if (book.Others.Count > 0) NameByOther(ref row, mention);
    }

    // What is read whole is not read again in parts.
    private bool IsPartOfWhole(in PaymentState row, in NumberMention mention)
    {
        foreach (ref readonly var naming in namings.AsSpan(row.NamedStart, row.NamedCount))
            if (naming.Claim == 0 && naming.Strength >= Strength.Number && naming.Start <= mention.Start
                && mention.Start + mention.Length <= naming.Start + naming.Length
                && (row.Trust == PayerTrust.None || Agrees(row, naming.Item)))
                return true;
        return false;
    }

    private void NameByOther(ref PaymentState row, in NumberMention mention)
    {
        if (mention.Key == 0 || mention.Digits > 19) return;
        var chain = 0;
        for (var number = book.Others.First(mention.Key); number >= 0; number = book.Others.After(number))
        {
            if (++chain > MaxChain) { row.IsMisnamed = true; return; }
            ref readonly var other = ref book.Others[number];
            if (book.Items[other.Item].Currency != row.Currency) continue;
            var isWhole = mention.Kind == MentionKind.Number && mention.Digits >= other.Digits;
            Name(ref row, new()
            {
                Item = other.Item, Start = mention.Start, Length = mention.Length,
                Strength = isWhole ? Strength.Number : Strength.Part,
                Kind = isWhole ? EvidenceKind.OtherNumber : EvidenceKind.PartialNumber,
            });
        }
    }

    private void NameReference(ref PaymentState row, ReadOnlySpan<char> reference, int start, int length, int claim, long claimed)
    {
        var key = DocumentNumbers.TextKey(reference);
        if (key == 0) return;
        var chain = 0;
        for (var item = book.References.First(key); item >= 0; item = book.References.After(item))
        {
            if (++chain > MaxChain) { row.IsMisnamed = true; return; }
            if (book.Items[item].Currency != row.Currency || !book.IsReference(item, key, reference)) continue;
            Name(ref row, new()
            {
                Item = item, Start = start, Length = length, Kind = EvidenceKind.StructuredReference,
                Strength = Strength.Reference, Claim = claim, Claimed = claimed,
            });
        }
    }

    private void NameDocument(ref PaymentState row, string number, int claim, long claimed)
    {
        var (all, tail, bare, digits, _) = DocumentNumbers.NumericKeys(number);
        var naming = new Naming { Kind = EvidenceKind.Claim, Strength = Strength.Claim, Claim = claim, Claimed = claimed };
        if (digits >= 4) NameClaimed(ref row, book.Numbers, all, number, naming);
        if (row.NamedCount > 0 && namings[row.NamedStart + row.NamedCount - 1].Claim == claim) return;
        if (digits >= 4 && digits <= 18)
        {
            naming.Strength = Strength.Part;
            NameClaimed(ref row, book.Tails, tail == 0 ? all : tail, number, naming);
            NameClaimed(ref row, book.BareNumbers, bare == 0 ? all : bare, number, naming);
            naming.Strength = Strength.Claim;
            var chain = 0;
            for (var other = book.Others.First(all); other >= 0 && ++chain <= MaxChain; other = book.Others.After(other))
                if (book.Items[book.Others[other].Item].Currency == row.Currency)
                    Name(ref row, naming with { Item = book.Others[other].Item });
            return;
        }
        foreach (var scope in payerScopes.AsSpan(row.PayerStart, row.PayerCount))
        {
            var items = book.Scope(scope);
            for (var i = 0; i < items.Length && i < 1_000; i++)
                if (DocumentNumbers.SameText(number, book.Sources[items.At(i)].DocumentNumber))
                    Name(ref row, naming with { Item = items.At(i) });
        }
    }

    private void NameClaimed(ref PaymentState row, KeyIndex index, ulong key, string number, Naming naming)
    {
        if (key == 0) return;
        var said = DocumentNumbers.NumericKeys(number);
        var chain = 0;
        for (var item = index.First(key); item >= 0; item = index.After(item))
        {
            if (++chain > MaxChain) { row.IsMisnamed = true; return; }
            if (book.Items[item].Currency == row.Currency
                && book.IsSaid(item, said.All, said.Digits, number))
                Name(ref row, naming with { Item = item });
        }
    }

    private void NameBy(ref PaymentState row, ItemIndex index, in NumberMention mention, ReadOnlySpan<char> text,
        Strength strength)
    {
        var chain = 0;
        for (var item = index.First(mention.Key); item >= 0; item = index.After(item))
        {
            if (++chain > MaxChain) { row.IsMisnamed = true; return; }
            ref readonly var source = ref book.Items[item];
            if (source.Currency != row.Currency) continue;
            // Without its zeros a number looks like any customer number.
            var isWhole = strength == Strength.Number && mention.Digits >= source.NumberDigits;
            if (!isWhole && book.CustomerNumber(source.Scope) == (mention.Key, mention.Digits)) continue;
            if (mention.Digits > DocumentNumbers.MostDigitsOfKey
                && !DocumentNumbers.SameDigits(text.Slice(mention.Start, mention.Length), book.Sources[item].DocumentNumber))
                continue;
            if (IsOfAnother(text[..mention.Start], item, out var isDoubtful)) continue;
            Name(ref row, new()
            {
                Item = item, Start = mention.Start, Length = mention.Length, Strength = isWhole ? Strength.Number : Strength.Part,
                Kind = isWhole ? EvidenceKind.DocumentNumber : EvidenceKind.PartialNumber,
                IsDoubtful = isDoubtful,
            });
        }
    }

    private void Name(ref PaymentState row, in Naming naming)
    {
        foreach (ref var known in namings.AsSpan(row.NamedStart, row.NamedCount))
        {
            if (known.Item != naming.Item) continue;
            if (known.Strength < naming.Strength) known = naming;
            return;
        }
        if (row.NamedCount == MaxNamings)
        {
            row.IsMisnamed = true;
            return;
        }
        namings.Add(naming);
        row.NamedCount++;
    }
}
