namespace OrderToCash.Matching;

/// <summary>Reads each payment once: is it cash, is it new, who pays, what does it name.</summary>
internal sealed partial class Matcher
{
    private const int MaxNamings = 64;
    private const int MaxChain = 64;
    private const int Block = 32;
    private const int LeastText = 4;

    private readonly KnownAccounts accounts = new();

    private void Read()
    {
        foreach (var line in payments.RepeatedLines()) KeepFirst(line);
        Share(payments.Count, static (matcher, start, end) => matcher.ReadRange(start, end));
        JoinReading();
        JoinProposals();
        Settle(Pass.NamedExact);
        SettleRests();
        for (var i = 0; i < payments.Count; i++)
            if (!rows[i].IsDecided) pending.Add(i);
    }

    // What a payment names exactly is proposed while its text is at hand: no item has been touched yet.
    private void ReadRange(int start, int end)
    {
        proposals.Truncate(0);
        allots.Truncate(0);
        rests.Truncate(0);
        payments.Ask(start, start + Block);
        for (; start < end; start += Block)
        {
            var last = Math.Min(start + Block, end);
            ReadBlock(start, last);
            for (var i = start; i < last; i++) Propose(Pass.NamedExact, i);
        }
    }

    // Step by step over all payments of a block: what a step looks up does not wait for what another payment looks up.
    private void ReadBlock(int start, int end)
    {
        Span<Lookup> lookups = stackalloc Lookup[Block];
        payments.Ask(end, end + Block);
        for (var i = start; i < end; i++) lookups[i - start] = ReadFacts(ref rows[i], i);
        AskLookups(lookups[..(end - start)]);
        for (var i = start; i < end; i++)
        {
            ref var row = ref rows[i];
            if (row.IsDecided) continue;
            FindPayer(ref row, i, lookups[i - start].Account);
            if (row.ClaimCount > 0) ReadClaims(ref row, i, lookups[i - start]);
            row.IsTextUnread = IsSaidByClaim(row) && payments.Text(i).Length < LeastText && !IsRejecting(i);
            if (!row.IsTextUnread && row.PayerCount > 0) book.AskScope(payerScopes[row.PayerStart]);
        }
        scanned.Truncate(0);
        for (var i = start; i < end; i++)
            if (!rows[i].IsDecided && !rows[i].IsTextUnread) Scan(ref rows[i], payments.Text(i));
        FilterMentions();
        AskMentions(DigitKeys.Number);
        for (var i = start; i < end; i++)
            if (!rows[i].IsDecided && !rows[i].IsTextUnread) ReadWhole(ref rows[i], i);
        AskMentions(DigitKeys.Tail | DigitKeys.Bare);
        for (var i = start; i < end; i++)
        {
            ref var row = ref rows[i];
            if (row.IsDecided) continue;
            if (!row.IsTextUnread) ReadParts(ref row, payments.Text(i), scanned.AsSpan(row.MentionStart, row.MentionCount));
            if (IsRejecting(i)) DropRejected(ref row, i);
            KeepMentions(ref row, scanned);
            if (row.MentionStart >= 0 && row.PayerCount > 0) book.AskItems(payerScopes[row.PayerStart], LinesOfItems);
            steps += 1 + row.NamedCount;
        }
    }

    private Lookup ReadFacts(ref PaymentState row, int payment)
    {
        var amount = payments.Amount(payment);
        (row.Amount, row.Currency, row.Date) = (amount.MinorUnits, amount.Currency, payments.ReceivedOn(payment));
        row.Day = PayerItems.DayOf(row.Date);
        if (row.IsDecided) return default;
        row.DuplicateOf = -1;
        if (payments.IsReversal(payment) || row.Amount <= 0)
        {
            (row.Outcome, row.IsDecided) = (MatchOutcome.NotCash, true);
            return default;
        }
        row.ClaimCount = payments.ClaimCount(payment);
        var lookup = new Lookup { Account = TextHash.Of(payments.Account(payment)) };
        accounts.Ask(lookup.Account);
        if (row.ClaimCount == 0 || payments.ClaimedReference(payment, 0) is not { Length: > 0 } reference) return lookup;
        lookup.Reference = DocumentNumbers.TextKey(reference);
        book.References.Ask(lookup.Reference);
        return lookup;
    }

    private void AskLookups(Span<Lookup> lookups)
    {
        foreach (ref readonly var lookup in lookups)
        {
            accounts.AskText(lookup.Account);
            if (lookup.Reference != 0) book.References.AskWords(lookup.Reference);
        }
        foreach (ref var lookup in lookups)
        {
            if (lookup.Reference == 0) continue;
            lookup.Item = book.References.Guess(lookup.Reference, out lookup.IsAlone);
            if (lookup.Item >= 0) book.AskReferenced(lookup.Item);
        }
    }

    // A reference, and the item asks for this amount. What the text says besides may be something else, or less its discount a
    // credit note.
    private bool IsSaidByClaim(in PaymentState row) => row.ClaimCount == 1 && row.NamedCount == 1
        && namings[row.NamedStart].Strength == Strength.Reference && book.Items[namings[row.NamedStart].Item].Open == row.Amount;

    private void ReadLate(ref PaymentState row, int payment)
    {
        if (!row.IsTextUnread) return;
        row.IsTextUnread = false;
        scanned.Truncate(0);
        Scan(ref row, payments.Text(payment));
        FilterMentions();
        AskMentions(DigitKeys.Number | DigitKeys.Tail | DigitKeys.Bare);
        ReadWhole(ref row, payments.Text(payment), scanned.AsSpan());
        ReadParts(ref row, payments.Text(payment), scanned.AsSpan());
        if (IsRejecting(payment)) DropRejected(ref row, payment);
        KeepMentions(ref row, scanned);
    }

    // The same bank line again: the first by date and id stands, the others have no effect.
    private void KeepFirst(int[] line)
    {
        Array.Sort(line, (left, right) => payments.ReceivedOn(left).CompareTo(payments.ReceivedOn(right)) is var order and not 0
            ? order : payments.Compare(left, right));
        foreach (var i in line[1..])
        {
            ref var row = ref rows[i];
            (row.Outcome, row.IsDecided, row.DuplicateOf, row.Confidence) = (MatchOutcome.Duplicate, true, line[0], 10_000);
        }
    }

    private void FindPayer(ref PaymentState row, int payment, ulong hash)
    {
        row.PayerStart = payerScopes.Count;
        if (payments.Payer(payment) is { IsNone: false } payer)
        {
            row.Trust = PayerTrust.Given;
            AddScopes(ref row, [payer]);
            return;
        }
        var certain = payers.PaidTo(payments.ReceivingAccount(payment));
        if (certain.IsEmpty) certain = payers.RegisteredBy(payments.PayerReference(payment));
        if (!certain.IsEmpty)
        {
            row.Trust = PayerTrust.Account;
            AddScopes(ref row, certain);
            return;
        }
        var account = payments.Account(payment);
        if (accounts.TryFind(hash, account, out var known) && known.Currency == row.Currency)
        {
            (row.PayerStart, row.PayerCount, row.Trust) = (known.Start, known.Count, PayerTrust.Account);
            return;
        }
        var customers = payers.PaidFrom(account);
        row.Trust = customers.IsEmpty ? PayerTrust.None : PayerTrust.Account;
        if (customers.IsEmpty && !(customers = payers.SeenFrom(account)).IsEmpty)
            (row.Trust, row.IsPayerLearned) = (PayerTrust.Learned, true);
        else if (customers.IsEmpty)
        {
            customers = payers.Named(payments.Name(payment));
            row.Trust = customers.IsEmpty ? PayerTrust.None : PayerTrust.Name;
        }
        AddScopes(ref row, customers);
        if (row.Trust == PayerTrust.Account)
            accounts.Add(hash, account, new() { Start = row.PayerStart, Count = row.PayerCount, Currency = row.Currency });
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

    private void ReadClaims(ref PaymentState row, int payment, in Lookup first)
    {
        row.NamedStart = namings.Count;
        for (var i = 0; i < row.ClaimCount && i < MaxNamings; i++)
        {
            var claimed = payments.ClaimedAmount(payment, i) is { } amount && amount.Currency == row.Currency
                ? amount.MinorUnits
                : 0;
            row.HasClaimedAmounts |= claimed != 0;
            var before = row.NamedCount;
            if (payments.ClaimedReference(payment, i) is { Length: > 0 } reference)
                NameReference(ref row, i == 0 ? first : Sought(reference), reference, 0, 0, i + 1, claimed);
            if (row.NamedCount == before && payments.ClaimedNumber(payment, i) is { Length: > 0 } number)
                NameDocument(ref row, number, i + 1, claimed);
        }
        if (row.ClaimCount > MaxNamings) row.IsMisnamed = true;
    }

    // A number that asks for the amount says enough: in which parts it may be read besides is looked at when it does not hold.
    private void ReadWhole(ref PaymentState row, int payment)
    {
        var mentioned = scanned.AsSpan(row.MentionStart, row.MentionCount);
        ReadWhole(ref row, payments.Text(payment), mentioned);
        row.IsTextUnread = row.ClaimCount == 0 && IsSaidWhole(row) && !IsRejecting(payment);
        if (!row.IsTextUnread) return;
        foreach (ref var mention in mentioned) mention.MayBe = DigitKeys.None;
    }

    private bool IsSaidWhole(in PaymentState row)
    {
        var exact = 0;
        foreach (ref readonly var naming in namings.AsSpan(row.NamedStart, row.NamedCount))
            if (naming.Strength >= Strength.Number && book.Items[naming.Item].Open == row.Amount) exact++;
        return exact == 1;
    }

    // What was read of the text before is read again.
    private void ReadWhole(ref PaymentState row, string text, ReadOnlySpan<NumberMention> mentioned)
    {
        var (start, count) = (row.NamedStart, row.NamedCount);
        (row.NamedStart, row.NamedCount, row.HasUnreadReference) = (namings.Count, 0, false);
        for (var i = start; i < start + count; i++)
        {
            if (namings[i].Claim == 0) continue;
            namings.Add(namings[i]);
            row.NamedCount++;
        }
        if (text.Length < LeastText) return;
        steps += mentioned.Length;
        if (mentioned.Length == MentionScanner.MaxMentions || text.Length > MentionScanner.MaxText) row.IsMisnamed = true;
        foreach (ref readonly var mention in mentioned) ReadWhole(ref row, text, mention);
    }

    private void ReadParts(ref PaymentState row, string text, ReadOnlySpan<NumberMention> mentioned)
    {
        var isMoved = false;
        foreach (ref readonly var mention in mentioned)
        {
            if ((mention.MayBe & (DigitKeys.Tail | DigitKeys.Bare)) == 0 || IsPartOfWhole(row, mention)) continue;
            if (!isMoved) MoveNamings(ref row);
            isMoved = true;
            NameBy(ref row, DigitKeys.Tail, book.Tails, mention.Tail, mention, text);
            NameBy(ref row, DigitKeys.Bare, book.BareNumbers, mention.Bare, mention, text);
        }
    }

    // The namings of a row stay together: they move to the end before more are added.
    private void MoveNamings(ref PaymentState row)
    {
        if (row.NamedStart + row.NamedCount == namings.Count) return;
        var start = namings.Count;
        for (var i = row.NamedStart; i < row.NamedStart + row.NamedCount; i++) namings.Add(namings[i]);
        row.NamedStart = start;
    }

    private void ReadWhole(ref PaymentState row, string text, in NumberMention mention)
    {
        var before = row.NamedCount;
        if (mention.Kind == MentionKind.Reference || (mention.Digits >= 10 && book.HasReferencesOfDigits))
            NameReference(ref row, text.AsSpan(mention.Start, mention.Length), mention);
        row.HasUnreadReference |= mention.Kind == MentionKind.Reference && row.NamedCount == before;
        if ((mention.MayBe & DigitKeys.Number) == 0) return;
        NameBy(ref row, DigitKeys.Number, book.Numbers, mention.Number, mention, text);
        if (book.Others.Count > 0) NameByOther(ref row, mention);
    }

    // What is read whole is not read again in parts.
    private bool IsPartOfWhole(in PaymentState row, in NumberMention mention)
    {
        foreach (ref readonly var naming in namings.AsSpan(row.NamedStart, row.NamedCount))
            if (naming.Length > 0 && naming.Strength >= Strength.Number && naming.Start <= mention.Start
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

    private void NameReference(ref PaymentState row, ReadOnlySpan<char> reference, in NumberMention mention) =>
        NameReference(ref row, Sought(reference), reference, mention.Start, mention.Length, 0, 0);

    private Lookup Sought(ReadOnlySpan<char> reference)
    {
        var sought = new Lookup { Reference = DocumentNumbers.TextKey(reference), Item = -1 };
        if (sought.Reference != 0) sought.Item = book.References.Guess(sought.Reference, out sought.IsAlone);
        return sought;
    }

    private void NameReference(ref PaymentState row, in Lookup sought, ReadOnlySpan<char> reference, int start, int length,
        int claim, long claimed)
    {
        if (sought.Reference == 0) return;
        var chain = 0;
        for (var item = book.References.First(sought.Reference, sought.Item); item >= 0;
            item = sought.IsAlone ? -1 : book.References.After(item))
        {
            if (++chain > MaxChain) { row.IsMisnamed = true; return; }
            if (book.Items[item].Currency != row.Currency || !book.IsReference(item, sought.Reference, reference)) continue;
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

    private void NameBy(ref PaymentState row, DigitKeys kind, ItemIndex index, int guess, in NumberMention mention,
        ReadOnlySpan<char> text)
    {
        if ((mention.MayBe & kind) == 0) return;
        var mayBeWhole = kind == DigitKeys.Number && mention.Kind == MentionKind.Number;
        var (chain, isAlone) = (0, (mention.IsAlone & kind) != 0);
        for (var item = index.First(mention.Key, guess); item >= 0; item = isAlone ? -1 : index.After(item))
        {
            if (++chain > MaxChain) { row.IsMisnamed = true; return; }
            ref readonly var source = ref book.Items[item];
            if (source.Currency != row.Currency) continue;
            // Without its zeros a number looks like any customer number.
            var isWhole = mayBeWhole && mention.Digits >= source.NumberDigits;
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
            // What a claim names and the text as well is one naming, of that claim and with its place in the text.
            if (known.Strength < naming.Strength)
                known = naming.Claim != 0 ? naming : naming with { Claim = known.Claim, Claimed = known.Claimed };
            else if (known.Length == 0) (known.Start, known.Length) = (naming.Start, naming.Length);
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

    /// <summary>What a payment is looked up by.</summary>
    private struct Lookup
    {
        public ulong Account;
        public ulong Reference;

        /// <summary>What most likely has the reference, or -1; alone when no other has it.</summary>
        public int Item;
        public bool IsAlone;
    }
}
