namespace OrderToCash.Matching;

/// <summary>Reads each payment once: is it cash, is it new, who pays, what does it name.</summary>
internal sealed partial class Matcher
{
    private const int MaxNamings = 64;
    private const int MaxChain = 64;
    private const int Block = 32;
    private const int LeastText = 4;

    private readonly KnownAccounts accounts = new();

    // What the texts of a block mention, and what those mention that their namings do not decide.
    private readonly PooledList<NumberMention> scanned = new(Block * 16);
    private PooledList<NumberMention> mentions;
    private NumberMention[] mentionRoom = [];

    // What has been loaded ahead: kept, so that the loads are.
    private long warmth;

    private void Read()
    {
        foreach (var line in payments.RepeatedLines()) KeepFirst(line);
        Share(payments.Count, static (matcher, start, end) => matcher.ReadRange(start, end));
        JoinReading();
        JoinProposals();
        Settle(Pass.NamedExact);
        for (var i = 0; i < payments.Count; i++)
            if (!rows[i].IsDecided) pending.Add(i);
    }

    // What a payment names exactly is proposed while its text is at hand: no item has been touched yet.
    private void ReadRange(int start, int end)
    {
        proposals.Truncate(0);
        allots.Truncate(0);
        for (; start < end; start += Block)
        {
            var last = Math.Min(start + Block, end);
            ReadBlock(start, last);
            WarmNamed(start, last);
            for (var i = start; i < last; i++) Propose(Pass.NamedExact, i);
        }
    }

    // Step by step over all payments of a block: what a step looks up does not wait for what another payment looks up.
    private void ReadBlock(int start, int end)
    {
        Span<Lookup> lookups = stackalloc Lookup[Block];
        warmth += payments.Warm(start, end);
        for (var i = start; i < end; i++) lookups[i - start] = ReadFacts(ref rows[i], i);
        WarmReferences(lookups[..(end - start)]);
        for (var i = start; i < end; i++)
        {
            ref var row = ref rows[i];
            if (row.IsDecided) continue;
            FindPayer(ref row, i, lookups[i - start].Account);
            if (row.ClaimCount > 0) ReadClaims(ref row, i, lookups[i - start].Reference);
            row.IsTextUnread = IsSaidByClaim(row);
        }
        scanned.Truncate(0);
        for (var i = start; i < end; i++)
            if (!rows[i].IsDecided && !rows[i].IsTextUnread) Scan(ref rows[i], payments.Text(i));
        WarmMentions();
        for (var i = start; i < end; i++)
        {
            ref var row = ref rows[i];
            if (row.IsDecided) continue;
            if (!row.IsTextUnread) ReadText(ref row, payments.Text(i), scanned.AsSpan(row.MentionStart, row.MentionCount));
            if (IsRejecting(i)) DropRejected(ref row, i);
            KeepMentions(ref row, scanned);
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
        var account = TextHash.Of(payments.Account(payment));
        warmth += accounts.Warm(account);
        return new()
        {
            Account = account,
            Reference = row.ClaimCount > 0 && payments.ClaimedReference(payment, 0) is { Length: > 0 } reference
                ? DocumentNumbers.TextKey(reference) : 0,
        };
    }

    private void WarmReferences(ReadOnlySpan<Lookup> lookups)
    {
        Span<int> items = stackalloc int[Block];
        var count = 0;
        foreach (ref readonly var lookup in lookups)
        {
            warmth += accounts.WarmText(lookup.Account);
            if (lookup.Reference != 0 && book.References.Guess(lookup.Reference) is >= 0 and var item) items[count++] = item;
        }
        foreach (var item in items[..count]) warmth += book.Items[item].Open + (long)book.ReferenceKey(item);
    }

    // Most that is mentioned is no number of the book: the filters say so. Of the others the items are loaded.
    private void WarmMentions()
    {
        Span<int> items = stackalloc int[Block * 4];
        var count = 0;
        foreach (ref var mention in scanned.AsSpan())
        {
            if (mention.Kind == MentionKind.Reference || mention.Key == 0) continue;
            mention.MayBeNumber = book.MayHaveNumber(mention.Key);
            mention.MayBeTail = mention.Digits >= 5 && book.MayHaveTail(mention.Key);
            mention.MayBeBare = book.MayHaveBare(mention.Key);
            if (mention.MayBeNumber) mention.Number = book.Numbers.Guess(mention.Key);
            if (mention.MayBeTail) mention.Tail = book.Tails.Guess(mention.Key);
            if (mention.MayBeBare) mention.Bare = book.BareNumbers.Guess(mention.Key);
            if (count + 3 > items.Length) continue;
            if (mention.MayBeNumber && mention.Number >= 0) items[count++] = mention.Number;
            if (mention.MayBeTail && mention.Tail >= 0) items[count++] = mention.Tail;
            if (mention.MayBeBare && mention.Bare >= 0) items[count++] = mention.Bare;
        }
        foreach (var item in items[..count]) warmth += book.Items[item].Open;
    }

    private void Scan(ref PaymentState row, string text)
    {
        row.MentionStart = scanned.Count;
        if (text.Length < LeastText) return;
        row.MentionCount = MentionScanner.Scan(text, scanned.Room(MentionScanner.MaxMentions));
        scanned.Take(row.MentionCount);
    }

    // What is named and asks for the amount is decided soon: only what others mention is read again.
    private void KeepMentions(ref PaymentState row, PooledList<NumberMention> from)
    {
        var isKept = !row.IsTextUnread;
        foreach (ref readonly var naming in namings.AsSpan(row.NamedStart, row.NamedCount))
            isKept &= naming.Strength < Strength.Part || book.Items[naming.Item].Open != row.Amount;
        var start = isKept ? mentions.Count : -1;
        if (isKept)
            foreach (ref readonly var mention in from.AsSpan(row.MentionStart, row.MentionCount)) mentions.Add(mention);
        row.MentionStart = start;
    }

    /// <summary>The numbers a text mentions: kept since it was read, or read again.</summary>
    private ReadOnlySpan<NumberMention> MentionsOf(in PaymentState row, int payment)
    {
        if (row.MentionStart >= 0) return mentions.AsSpan(row.MentionStart, row.MentionCount);
        var room = Room(ref mentionRoom, MentionScanner.MaxMentions);
        return room[..MentionScanner.Scan(payments.Text(payment), room)];
    }

    // A reference, and the item asks for this amount: what the text may say besides is read only when it does not hold.
    private bool IsSaidByClaim(in PaymentState row) => row.ClaimCount == 1 && row.NamedCount == 1
        && namings[row.NamedStart].Strength == Strength.Reference && book.Items[namings[row.NamedStart].Item].Open == row.Amount;

    private void ReadLate(ref PaymentState row, int payment)
    {
        if (!row.IsTextUnread) return;
        row.IsTextUnread = false;
        scanned.Truncate(0);
        Scan(ref row, payments.Text(payment));
        WarmMentions();
        ReadText(ref row, payments.Text(payment), scanned.AsSpan());
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

    private void ReadClaims(ref PaymentState row, int payment, ulong firstKey)
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
                NameReference(ref row, i == 0 ? firstKey : DocumentNumbers.TextKey(reference), reference, 0, 0, i + 1, claimed);
            if (row.NamedCount == before && payments.ClaimedNumber(payment, i) is { Length: > 0 } number)
                NameDocument(ref row, number, i + 1, claimed);
        }
        if (row.ClaimCount > MaxNamings) row.IsMisnamed = true;
    }

    // The namings of a row stay together: those by claims move to the end before the text adds to them.
    private void ReadText(ref PaymentState row, string text, ReadOnlySpan<NumberMention> mentioned)
    {
        var start = namings.Count;
        for (var i = row.NamedStart; i < row.NamedStart + row.NamedCount; i++) namings.Add(namings[i]);
        row.NamedStart = start;
        if (text.Length < LeastText) return;
        steps += mentioned.Length;
        if (mentioned.Length == MentionScanner.MaxMentions || text.Length > MentionScanner.MaxText) row.IsMisnamed = true;
        foreach (ref readonly var mention in mentioned) ReadWhole(ref row, text, mention);
        foreach (ref readonly var mention in mentioned)
        {
            if ((!mention.MayBeTail && !mention.MayBeBare) || IsPartOfWhole(row, mention)) continue;
            if (mention.MayBeTail) NameBy(ref row, book.Tails, mention.Tail, mention, text, Strength.Part);
            if (mention.MayBeBare) NameBy(ref row, book.BareNumbers, mention.Bare, mention, text, Strength.Part);
        }
    }

    private void ReadWhole(ref PaymentState row, string text, in NumberMention mention)
    {
        var before = row.NamedCount;
        if (mention.Kind == MentionKind.Reference || (mention.Digits >= 10 && book.HasReferencesOfDigits))
            NameReference(ref row, text.AsSpan(mention.Start, mention.Length), mention);
        row.HasUnreadReference |= mention.Kind == MentionKind.Reference && row.NamedCount == before;
        if (!mention.MayBeNumber) return;
        NameBy(ref row, book.Numbers, mention.Number, mention, text,
            mention.Kind == MentionKind.Number ? Strength.Number : Strength.Part);
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

    private void NameReference(ref PaymentState row, ReadOnlySpan<char> reference, in NumberMention mention) =>
        NameReference(ref row, DocumentNumbers.TextKey(reference), reference, mention.Start, mention.Length, 0, 0);

    private void NameReference(ref PaymentState row, ulong key, ReadOnlySpan<char> reference, int start, int length, int claim,
        long claimed)
    {
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

    private void NameBy(ref PaymentState row, ItemIndex index, int guess, in NumberMention mention, ReadOnlySpan<char> text,
        Strength strength)
    {
        var chain = 0;
        for (var item = index.First(mention.Key, guess); item >= 0; item = index.After(item))
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

    /// <summary>What a payment is looked up by.</summary>
    private struct Lookup
    {
        public ulong Account;
        public ulong Reference;
    }
}
