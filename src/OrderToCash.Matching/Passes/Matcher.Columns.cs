namespace OrderToCash.Matching;

/// <summary>Hands rows to a sink instead of making objects of them.</summary>
internal sealed partial class Matcher
{
    private MatchedPart[] partRoom = [];
    private bool isOnlyAsked;
    private bool hasOffer;

    public void Run<TSink>(PaymentColumns columns, ref TSink sink) where TSink : IMatchSink, allows ref struct
    {
        Decide();
        Share(pending.Count, static (matcher, start, end) => matcher.FindSuggestions(start, end));
        for (var i = 0; i < payments.Count; i++)
        {
            if (i % Block == 0) AskResults(i, payments.Count);
            ref readonly var row = ref rows[i];
            if (!row.IsDecided) sink.Take(Undecided(columns, i, row.Outcome == MatchOutcome.Suggested), default);
            else if (row.AllotCount == 0)
                sink.Take(
                    Undecided(columns, i, false) with
                    {
                        Outcome = row.Outcome, Confidence = row.Confidence,
                        DuplicateOf = row.DuplicateOf >= 0 ? columns.Number(row.DuplicateOf) : null,
                    },
                    default);
            else if (LeavesMuchUnread(i)) sink.Take(Undecided(columns, i, true), default);
            else Apply(columns, i, ref sink);
        }
    }

    private void Apply<TSink>(PaymentColumns columns, int payment, ref TSink sink) where TSink : IMatchSink, allows ref struct
    {
        ref readonly var row = ref rows[payment];
        var parts = Room(ref partRoom, row.AllotCount);
        var cash = 0L;
        for (var i = 0; i < parts.Length; i++)
        {
            ref readonly var allot = ref settled[row.AllotStart + i];
            cash = checked(cash + allot.Cash);
            parts[i] = new()
            {
                Item = book.Ids[allot.Item], Cash = allot.Cash, Discount = allot.Discount, WriteOff = allot.WriteOff,
                Settles = allot.Settles == 0 ? null : allot.Settles,
                Naming = allot.Kind, Start = allot.Kind == EvidenceKind.None ? 0 : allot.Start,
                Length = allot.Kind == EvidenceKind.None ? 0 : allot.Length,
            };
        }
        sink.Take(
            new()
            {
                Number = columns.Number(payment), Outcome = row.Outcome, Confidence = row.Confidence,
                ChancePerMillion = row.Chance,
                Residual = row.Amount - cash, Amount = AmountEvidenceOf(row),
                Payer = row.IsOfPayer || IsKnownAbroad(row) ? PayerEvidence(row) : EvidenceKind.None,
            },
            parts);
    }

    private MatchedRow Undecided(PaymentColumns columns, int payment, bool isSuggested) => new()
    {
        Number = columns.Number(payment), Outcome = isSuggested ? MatchOutcome.Suggested : MatchOutcome.Unidentified,
        Confidence = 0, ChancePerMillion = 0, Residual = rows[payment].Amount,
    };

    private void FindSuggestions(int start, int end)
    {
        isSuggesting = true;
        foreach (var i in pending.AsSpan(start, end - start))
            if (HasSuggestion(i)) rows[i].Outcome = MatchOutcome.Suggested;
    }

    // The search of a suggestion, up to the first.
    private bool HasSuggestion(int payment)
    {
        (isOnlyAsked, hasOffer) = (true, false);
        List<MatchAlternative>? none = null;
        using var hidden = Hide(payment);
        FindAlternatives(ref none, payment);
        isOnlyAsked = false;
        return hasOffer;
    }
}
