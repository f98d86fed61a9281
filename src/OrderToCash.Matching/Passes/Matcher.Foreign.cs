namespace OrderToCash.Matching;

/// <summary>
/// A payment in another currency than the item: at the rate of the day, within the spread, it is what one named item asks for, or
/// what only one item of the payer does. The spread multiplies what chance would hit, so that an amount alone is a suggestion.
/// </summary>
internal sealed partial class Matcher
{
    // So many times the spread a bank may be off, charges taken off, and a person is still shown what was named.
    private const int ShownBands = 3;
    private const int ConfidenceOutside = 7_000;
    private const int LeastLengthOfForeignNumber = 7;

    private bool ProposeForeign(int payment, out Proposal proposal)
    {
        ref var row = ref rows[payment];
        proposal = default;
        if (row.NamedCount > 0) return false;
        foreach (var currency in rates.Others(row.Currency))
        {
            if (rates.Find(row.Currency, currency, row.Date) is not { } rate) continue;
            var worth = Money.FromMinorUnits(row.Amount, row.Currency).Convert(rate, Rounding.HalfAwayFromZero).MinorUnits;
            var band = (long)decimal.Floor(worth * rates.Spread.Fraction);
            var (item, isTied) = ForeignNamed(payment, currency, worth, band);
            if (isTied) return false;
            if (item >= 0) return ProposeForeignNamed(payment, item, worth, band, out proposal);
            if (!row.NamesOutside && ProposeForeignSingle(payment, currency, worth, band, out proposal)) return true;
        }
        return false;
    }

    private bool ProposeForeignNamed(int payment, int item, long worth, long band, out Proposal proposal)
    {
        ref var row = ref rows[payment];
        proposal = default;
        var off = Int128.Abs((Int128)Left(item) - worth);
        if (off > (Int128)band * ShownBands || !IsOpen(item) || book.Items[item].Dated > row.Date) return false;
        var (start, isReference) = (allots.Count, foreignNaming.Strength == Strength.Reference);
        var isPart = foreignNaming.Strength == Strength.Part;
        AddForeign(foreignNaming, row.Amount, Left(item));
        var agrees = IsOfPayer(payment, item);
        // A number with an amount that is only about right needs the payer, a reference, or to be long; then nobody else may be
        // known to pay.
        var confidence = (agrees, isReference) switch
        {
            _ when off > band || isPart && !agrees => Math.Min(ConfidenceOutside, policy.ApplyAt - 1),
            (true, true) => 9_950,
            (true, false) when isPart => 9_600,
            (true, false) => 9_850,
            (false, true) when row.Trust < PayerTrust.Account => 9_700,
            (false, false) when IsLongNumber && IsNobodyElse(payment, item) => 9_600,
            _ => policy.ApplyAt - 1,
        };
        proposal = Propose(payment, start, 0, MatchOutcome.Full, EvidenceKind.ForeignAmount, Math.Min(confidence, 9_950));
        return true;
    }

    private bool ProposeForeignSingle(int payment, Currency currency, long worth, long band, out Proposal proposal)
    {
        ref var row = ref rows[payment];
        proposal = default;
        var (found, count, near, window) = (-1, 0, 0L, Math.Max(band, Chance.Window(worth)));
        foreach (var customer in ForeignPayers(payment))
        {
            if (!book.TryScope(customer, currency, out var scope)) continue;
            var items = book.Scope(scope);
            for (var i = LowerBound(items, worth - window); i < items.Length && items[i].Open <= worth + window; i++)
            {
                steps++;
                near++;
                var item = items.At(i);
                if (Math.Abs(items[i].Open - worth) > band || !IsFree(item) || items[i].Dated > row.Date) continue;
                found = item;
                count++;
            }
        }
        if (count != 1) return false;
        var chance = (int)Math.Min(1_000_000, Chance.PerMillion(near, worth) * (2m * band + 1));
        var start = allots.Count;
        AddForeign(new() { Item = found }, row.Amount, book.Items[found].Open);
        proposal = Propose(payment, start, 0, MatchOutcome.Full, EvidenceKind.ForeignAmount,
            Math.Max(policy.SuggestAt, Chance.Less(9_600, chance)), chance);
        return true;
    }

    // The only item of another currency that a claim, a reference or a whole number names; a tie when there are two.
    private (int Item, bool IsTied) ForeignNamed(int payment, Currency currency, long worth, long band)
    {
        foreignNaming = default;
        var found = -1;
        for (var claim = 0; claim < payments.ClaimCount(payment) && claim < MaxNamings; claim++)
        {
            var (reference, number) = (payments.ClaimedReference(payment, claim), payments.ClaimedNumber(payment, claim));
            if (!TakeForeign(payment, currency, reference, true, 0, 0, ref found)
                || !TakeForeign(payment, currency, number, false, 0, 0, ref found))
                return (-1, true);
        }
        var text = payments.Text(payment);
        Span<NumberMention> mentions = stackalloc NumberMention[MentionScanner.MaxMentions];
        var count = text.Length < 4 ? 0 : MentionScanner.Scan(text, mentions);
        steps += count;
        foreach (ref readonly var mention in mentions[..count])
        {
            if (mention.Kind == MentionKind.Expanded) continue;
            if (!TakeForeign(payment, currency, text.AsSpan(mention.Start, mention.Length), mention.Kind == MentionKind.Reference,
                mention.Start, mention.Length, ref found))
                return (-1, true);
        }
        return found >= 0 ? (found, false) : ForeignPart(payment, currency, worth, band, text, mentions[..count]);
    }

    // Nothing is named whole: a part of a number, its zeros or its first run lost, counts among the items of a known payer. Where
    // nobody is known to pay, what the amount agrees with as well is shown.
    private (int Item, bool IsTied) ForeignPart(
        int payment, Currency currency, long worth, long band, string text, ReadOnlySpan<NumberMention> mentions)
    {
        var (found, isKnown) = (-1, !ForeignPayers(payment).IsEmpty);
        (foreignFrom, foreignTo) = isKnown ? (long.MinValue, long.MaxValue) : (worth - band, worth + band);
        foreach (ref readonly var mention in mentions)
        {
            if (mention.Kind is MentionKind.Expanded or MentionKind.Reference) continue;
            var said = text.AsSpan(mention.Start, mention.Length);
            if (!TakeForeignPart(payment, currency, book.Tails, mention, said, ref found)
                || !TakeForeignPart(payment, currency, book.BareNumbers, mention, said, ref found))
                return (-1, true);
        }
        return (found, false);
    }

    // False when it names a second item.
    private bool TakeForeignPart(int payment, Currency currency, ItemIndex index, in NumberMention mention,
        ReadOnlySpan<char> said, ref int found)
    {
        var keys = DocumentNumbers.NumericKeys(said);
        if (keys.Digits < LeastDigitsOfNumber) return true;
        var chain = 0;
        for (var item = index.First(keys.All); item >= 0 && ++chain <= MaxChain; item = index.After(item))
        {
            if (book.Items[item].Currency != currency || IsRejected(payment, item) || !IsForeignLikely(payment, item)
                || !book.IsSaid(item, keys.All, keys.Digits, said))
                continue;
            if (found >= 0 && found != item) return false;
            found = item;
            foreignNaming = new()
            {
                Item = item, Start = mention.Start, Length = mention.Length, Strength = Strength.Part,
                Kind = EvidenceKind.PartialNumber,
            };
        }
        return true;
    }

    // False when it names a second item.
    private bool TakeForeign(int payment, Currency currency, ReadOnlySpan<char> text, bool isReference, int start, int length,
        ref int found)
    {
        if (text.Length < 4) return true;
        var keys = DocumentNumbers.NumericKeys(text);
        var (index, key) = isReference ? (book.References, DocumentNumbers.TextKey(text)) : (book.Numbers, keys.All);
        if (key == 0 || (!isReference && keys.Digits < LeastDigitsOfNumber)) return true;
        var chain = 0;
        for (var item = index.First(key); item >= 0 && ++chain <= MaxChain; item = index.After(item))
        {
            ref readonly var source = ref book.Items[item];
            if (source.Currency != currency || IsRejected(payment, item)) continue;
            if (isReference ? !DocumentNumbers.SameText(text, book.Sources[item].PaymentReference)
                : source.NumberKey != key || keys.Digits < source.NumberDigits) continue;
            if (found >= 0 && found != item) return false;
            found = item;
            foreignNaming = new()
            {
                Item = item, Start = start, Length = length, Strength = isReference ? Strength.Reference : Strength.Number,
                Kind = isReference ? EvidenceKind.StructuredReference
                    : length == 0 ? EvidenceKind.Claim : EvidenceKind.DocumentNumber,
            };
        }
        return true;
    }

    private ReadOnlySpan<CustomerId> ForeignPayers(int payment)
    {
        if (payments.Payer(payment) is { IsNone: false } given) return new[] { given };
        var registered = payers.RegisteredBy(payments.PayerReference(payment));
        return registered.IsEmpty ? payers.PaidFrom(payments.Account(payment)) : registered;
    }

    private bool IsOfPayer(int payment, int item) => ForeignPayers(payment).Contains(book.Sources[item].Customer);

    // A whole number that nothing else has by chance: a claim, or so many characters of a text.
    private bool IsLongNumber => foreignNaming is { Strength: Strength.Number, Length: 0 or >= LeastLengthOfForeignNumber };

    private bool IsNobodyElse(int payment, int item)
    {
        var customer = book.Sources[item].Customer;
        return ForeignPayers(payment).IsEmpty && IsNoneOr(payers.SeenFrom(payments.Account(payment)))
            && IsNoneOr(payers.Named(payments.Name(payment)));

        bool IsNoneOr(ReadOnlySpan<CustomerId> known) => known.IsEmpty || known.Contains(customer);
    }

    private void AddForeign(in Naming naming, long cash, long settles) => allots.Add(new()
    {
        Item = naming.Item, Start = naming.Start, Length = naming.Length, Kind = naming.Kind, Cash = cash, Settles = settles,
    });

    // Who pays is known, though nothing of his is open in this currency.
    private static bool IsKnownAbroad(in PaymentState row) =>
        row.AmountEvidence == EvidenceKind.ForeignAmount && row.Trust >= PayerTrust.Account;

    private bool IsForeignLikely(int payment, int item) => foreignFrom > long.MinValue
        ? Left(item) >= foreignFrom && Left(item) <= foreignTo && IsOpen(item)
        : IsOfPayer(payment, item);

    private Naming foreignNaming;
    private long foreignFrom, foreignTo;
}
