namespace OrderToCash.Receivables;

public sealed partial record DirectDebitMandate
{
    // EPC: 0.01 to 999,999,999.99 euro.
    private static readonly Money Largest = Money.FromMinorUnits(99_999_999_999, Currency.Eur);

    /// <summary>
    /// Gives a collection to the bank. The sequence follows: the only or last one as such, the first of a row by the policy, all
    /// others recurrent, so that a second collection in the same batch is recurrent. The same request again changes nothing.
    /// Finds all at once: <c>mandate.wrong-status</c>, <c>lapsed</c>, <c>before-signature</c>, <c>reference-invalid</c>,
    /// <c>collection-twice</c>, <c>amount-invalid</c>, <c>not-pre-notified</c>, <c>too-late</c>, <c>no-retry</c>.
    /// </summary>
    /// <param name="request">What to collect.</param>
    /// <param name="policy">Notice, lead time, lapse, retries.</param>
    /// <param name="calendar">Interbank business days: TARGET.</param>
    /// <param name="today">The day the order goes to the bank.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<Decision<DirectDebitMandate, MandateEvent>> Collect(CollectionRequest request, CollectionPolicy policy,
        BusinessCalendar calendar, LocalDate today, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(calendar);
        var dueOn = calendar.Roll(request.DueOn, BusinessDayRoll.Following);
        if (Collection(request.EndToEndId) is { } known)
            return known.Amount == request.Amount && known.DueOn == dueOn && known.RetryOf == request.RetryOf
                ? Happened()
                : Refuse(MandateErrors.CollectionTwice.At("endToEndId", ("endToEndId", request.EndToEndId), ("mandate", Id)));
        var sendBy = calendar.AddBusinessDays(dueOn, -policy.LeadDays);
        var findings = Against(request, policy, calendar, dueOn, sendBy, today);
        if (findings.Count > 0) return Result.Failure<Decision<DirectDebitMandate, MandateEvent>>(findings);
        return Happened(new CollectionPresented
        {
            Mandate = Id, On = today, By = by, At = at,
            Collection = new()
            {
                EndToEndId = request.EndToEndId, Item = request.Item, Amount = request.Amount, DueOn = dueOn, SendBy = sendBy,
                Sequence = SequenceOf(request, policy), PreNotifiedOn = request.PreNotifiedOn, RetryOf = request.RetryOf,
                Amendment = Amendment == new MandateAmendment() ? null : Amendment,
            },
        });
    }

    /// <summary>
    /// The first day a claim can be debited when the debtor is told today: after the notice and the lead time, rolled to a
    /// business day; not before the day it is due.
    /// </summary>
    public static LocalDate EarliestDebit(
        LocalDate dueOn, CollectionPolicy policy, BusinessCalendar calendar, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(calendar);
        var told = LocalDate.Max(dueOn, today.PlusDays(policy.PreNotificationDays));
        var ordered = calendar.AddBusinessDays(today, policy.LeadDays);
        return calendar.Roll(LocalDate.Max(told, ordered), BusinessDayRoll.Following);
    }

    private List<DomainError> Against(CollectionRequest request, CollectionPolicy policy, BusinessCalendar calendar,
        LocalDate dueOn, LocalDate sendBy, LocalDate today)
    {
        var findings = new List<DomainError>();
        var isLastAgain = Status == MandateStatus.Completed && request.RetryOf.Length > 0;
        if (Status != MandateStatus.Active && !isLastAgain) findings.Add(NotNow());
        var lapsesOn = LapsesOn(policy);
        if (dueOn > lapsesOn)
            findings.Add(MandateErrors.Lapsed.At("dueOn", ("mandate", Id), ("lapsesOn", lapsesOn), ("date", dueOn)));
        if (dueOn < Facts.SignedOn)
            findings.Add(MandateErrors.BeforeSignature.At("dueOn",
                ("date", dueOn), ("mandate", Id), ("signedOn", Facts.SignedOn)));
        if (!IsReference(request.EndToEndId))
            findings.Add(MandateErrors.ReferenceInvalid.At("endToEndId", ("reference", request.EndToEndId)));
        if (request.Amount.Currency != Currency.Eur || !request.Amount.IsPositive || request.Amount > Largest)
            findings.Add(MandateErrors.AmountInvalid.At("amount", ("amount", request.Amount)));
        var tellBy = dueOn.PlusDays(-policy.PreNotificationDays);
        if (request.PreNotifiedOn is not { } told || told > tellBy)
            findings.Add(MandateErrors.NotPreNotified.At("preNotifiedOn",
                ("tellBy", tellBy), ("dueOn", dueOn), ("toldOn", request.PreNotifiedOn)));
        if (today > sendBy)
            findings.Add(MandateErrors.TooLate.At("dueOn", ("dueOn", dueOn), ("sendBy", sendBy), ("today", today)));
        if (request.RetryOf.Length > 0 && WhyNoRetry(request, policy, calendar, dueOn) is { } why)
            findings.Add(MandateErrors.NoRetry.At("retryOf", ("endToEndId", request.RetryOf), ("why", why)));
        return findings;
    }

    private string? WhyNoRetry(CollectionRequest request, CollectionPolicy policy, BusinessCalendar calendar, LocalDate dueOn)
    {
        if (Collection(request.RetryOf) is not { } before) return "there is no such collection";
        if (before.Status is not (CollectionStatus.Returned or CollectionStatus.Rejected)) return "it did not come back";
        var reason = ReturnReasons.Find(before.Reason);
        var isOurFault = reason.Consequence == MandateConsequence.None && before.Status == CollectionStatus.Rejected;
        if (reason.Consequence != MandateConsequence.Retry && !isOurFault) return reason.Meaning;
        if (!isOurFault && Tries(before) > policy.Retries) return "it was tried often enough";
        if (Collections.Any(c => c.RetryOf == request.RetryOf)) return "it was tried again already";
        if (request.Amount != before.Amount) return $"it was about {before.Amount}";
        var from = isOurFault ? dueOn : calendar.AddBusinessDays(before.StatusOn ?? dueOn, policy.RetryAfterDays);
        return dueOn < from ? $"not before {NodaTime.Text.LocalDatePattern.Iso.Format(from)}" : null;
    }

    // A first collection that was rejected never was: the next one is the first again.
    private CollectionSequence SequenceOf(CollectionRequest request, CollectionPolicy policy)
    {
        if (Facts.IsOneOff) return CollectionSequence.OneOff;
        if (request.IsFinal || Status == MandateStatus.Completed) return CollectionSequence.Final;
        var isFirst = Collections.All(c => c.Status == CollectionStatus.Rejected);
        return isFirst && policy.MarksFirst ? CollectionSequence.First : CollectionSequence.Recurrent;
    }
}
