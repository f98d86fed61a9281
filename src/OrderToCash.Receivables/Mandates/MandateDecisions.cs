namespace OrderToCash.Receivables;

public sealed partial record DirectDebitMandate
{
    /// <summary>
    /// Records a signed mandate. Finds all at once: <c>mandate.reference-invalid</c>, <c>mandate.incomplete</c>.
    /// </summary>
    public static Result<Decision<DirectDebitMandate, MandateEvent>> Sign(MandateFacts facts, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var findings = Findings(facts);
        if (findings.Count > 0) return Result.Failure<Decision<DirectDebitMandate, MandateEvent>>(findings);
        var signed = new MandateSigned { Mandate = facts.Mandate, On = facts.SignedOn, By = by, At = at, Facts = facts };
        return Decision.Born<DirectDebitMandate, MandateEvent>(From(signed), signed);
    }

    /// <summary>
    /// Lets it be collected on: after the check of a new one (for businesses, once the debtor's bank knows it), or after a
    /// suspension. Nothing happens when it is active. Refuses <c>mandate.wrong-status</c>, <c>mandate.account-ended</c> (the
    /// account was closed or wrong, and no other was named since).
    /// </summary>
    public Result<Decision<DirectDebitMandate, MandateEvent>> Activate(LocalDate on, Actor by, Instant at) => Status switch
    {
        MandateStatus.Active => Happened(),
        MandateStatus.Suspended when EndedAccount() is { } code =>
            Refuse(MandateErrors.AccountEnded.With(("mandate", Id), ("code", code.Code), ("meaning", code.Meaning))),
        MandateStatus.Signed or MandateStatus.Suspended =>
            Happened(new MandateActivated { Mandate = Id, On = on, By = by, At = at }),
        _ => Refuse(NotNow()),
    };

    /// <summary>
    /// Stops collections for now. Nothing happens when they are stopped. Refuses <c>mandate.wrong-status</c>,
    /// <c>mandate.reason-missing</c>.
    /// </summary>
    public Result<Decision<DirectDebitMandate, MandateEvent>> Suspend(string reason, LocalDate on, Actor by, Instant at)
    {
        if (Status == MandateStatus.Suspended) return Happened();
        if (Status is not (MandateStatus.Signed or MandateStatus.Active)) return Refuse(NotNow());
        return string.IsNullOrWhiteSpace(reason)
            ? Refuse(MandateErrors.ReasonMissing.At("reason", ("mandate", Id)))
            : Happened(new MandateSuspended { Mandate = Id, On = on, By = by, At = at, Reason = reason });
    }

    /// <summary>
    /// The debtor takes it back, for good. Nothing happens when he did. Refuses <c>mandate.wrong-status</c> (lapsed),
    /// <c>mandate.reason-missing</c>.
    /// </summary>
    public Result<Decision<DirectDebitMandate, MandateEvent>> Revoke(string reason, LocalDate on, Actor by, Instant at)
    {
        if (Status == MandateStatus.Revoked) return Happened();
        if (Status == MandateStatus.Lapsed) return Refuse(NotNow());
        return string.IsNullOrWhiteSpace(reason)
            ? Refuse(MandateErrors.ReasonMissing.At("reason", ("mandate", Id)))
            : Happened(new MandateRevoked { Mandate = Id, On = on, By = by, At = at, Reason = reason });
    }

    /// <summary>
    /// Closes a mandate that was not collected on for too long. Nothing happens when that was done. Refuses
    /// <c>mandate.wrong-status</c>, <c>mandate.not-lapsed</c>.
    /// </summary>
    public Result<Decision<DirectDebitMandate, MandateEvent>> Lapse(
        CollectionPolicy policy, LocalDate on, Actor by, Instant at)
    {
        if (Status == MandateStatus.Lapsed) return Happened();
        if (Status is MandateStatus.Revoked or MandateStatus.Completed) return Refuse(NotNow());
        return LapsesOn(policy) is var until && on <= until
            ? Refuse(MandateErrors.NotLapsed.At("on", ("mandate", Id), ("lapsesOn", until)))
            : Happened(new MandateLapsed { Mandate = Id, On = on, By = by, At = at });
    }

    /// <summary>
    /// Changes reference, creditor or account; the next collection says what it was at the last one. Before the first collection
    /// nothing has to be told. A mandate that was suspended for its account stays so until it is activated. Refuses:
    /// <c>mandate.wrong-status</c>, <c>nothing-amended</c>, <c>reference-invalid</c>, <c>incomplete</c>.
    /// </summary>
    /// <param name="facts">What it says now; scheme, signature, customer and legal entity stay.</param>
    /// <param name="creditorNameBefore">The creditor's name before, when it changed; empty else.</param>
    /// <param name="on">The business date.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<Decision<DirectDebitMandate, MandateEvent>> Amend(
        MandateFacts facts, string creditorNameBefore, LocalDate on, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (Status is MandateStatus.Revoked or MandateStatus.Lapsed or MandateStatus.Completed) return Refuse(NotNow());
        var kept = facts with
        {
            Scheme = Facts.Scheme, SignedOn = Facts.SignedOn, IsOneOff = Facts.IsOneOff, Customer = Facts.Customer,
            LegalEntity = Facts.LegalEntity,
        };
        if (kept == Facts && string.IsNullOrEmpty(creditorNameBefore))
            return Refuse(MandateErrors.NothingAmended.With(("mandate", Id)));
        var findings = Findings(kept);
        if (findings.Count > 0) return Result.Failure<Decision<DirectDebitMandate, MandateEvent>>(findings);
        return Happened(new MandateAmended
        {
            Mandate = Id, On = on, By = by, At = at, Facts = kept, Amendment = Changed(kept, creditorNameBefore),
        });
    }

    /// <summary>
    /// A collection went to the bank in a batch of a file: what the bank books as one sum is told apart by it. Recording it late
    /// is no harm, and again changes nothing. Refuses: <c>mandate.collection-unknown</c>, <c>reference-invalid</c>,
    /// <c>sent-twice</c>.
    /// </summary>
    /// <param name="endToEndId">The collection.</param>
    /// <param name="message">The message's id.</param>
    /// <param name="batch">The batch's id.</param>
    /// <param name="on">The day the file went out.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<Decision<DirectDebitMandate, MandateEvent>> Send(
        string endToEndId, string message, string batch, LocalDate on, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(batch);
        if (Collection(endToEndId) is not { } known) return Refuse(Unknown(endToEndId));
        if ((known.Message, known.Batch) == (message, batch)) return Happened();
        foreach (var (id, target) in (ReadOnlySpan<(string, string)>)[(message, "message"), (batch, "batch")])
            if (!IsReference(id)) return Refuse(MandateErrors.ReferenceInvalid.At(target, ("reference", id)));
        return known.Batch.Length > 0
            ? Refuse(MandateErrors.SentTwice.At("batch", ("endToEndId", endToEndId), ("sent", known.Batch), ("batch", batch)))
            : Happened(new CollectionSent
            {
                Mandate = Id, On = on, By = by, At = at, EndToEndId = endToEndId, Message = message, Batch = batch,
            });
    }

    /// <summary>
    /// The money of a collection came in. Nothing happens when that is known. Refuses as <see cref="Fail"/> does.
    /// </summary>
    public Result<Decision<DirectDebitMandate, MandateEvent>> Settle(string endToEndId, LocalDate on, Actor by, Instant at)
    {
        if (Collection(endToEndId) is not { } known) return Refuse(Unknown(endToEndId));
        if (known.Status == CollectionStatus.Settled) return Happened();
        return Over(known, on) is { } over
            ? Refuse(over)
            : Happened(new CollectionSettled { Mandate = Id, On = on, By = by, At = at, EndToEndId = endToEndId });
    }

    /// <summary>
    /// A collection was rejected before any money moved (pain.002), or came back (camt). What the reason means follows: the
    /// mandate is stopped or gone, the claim may be tried again, the customer is charged. The same message again changes nothing.
    /// Refuses: <c>mandate.collection-unknown</c>, <c>collection-over</c>, <c>date-before-collection</c>.
    /// </summary>
    /// <param name="failure">What the bank says.</param>
    /// <param name="policy">Retries, fee, returns in a row.</param>
    /// <param name="calendar">Interbank business days.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="at">When.</param>
    public Result<Decision<DirectDebitMandate, MandateEvent>> Fail(
        CollectionFailure failure, CollectionPolicy policy, BusinessCalendar calendar, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(failure);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(calendar);
        if (Collection(failure.EndToEndId) is not { } known) return Refuse(Unknown(failure.EndToEndId));
        var status = failure.IsReject ? CollectionStatus.Rejected : CollectionStatus.Returned;
        if (known.Status == status && known.Reason == failure.Reason) return Happened();
        if (!(known.Status == CollectionStatus.Settled && !failure.IsReject) && Over(known, failure.On) is { } over)
            return Refuse(over);
        if (failure.On < known.SendBy) return Refuse(Early(known, failure.On));
        var reason = ReturnReasons.Find(failure.Reason);
        var mayRetry = reason.Consequence == MandateConsequence.Retry && Tries(known) <= policy.Retries;
        var failed = new CollectionFailed
        {
            Mandate = Id, On = failure.On, By = by, At = at, EndToEndId = failure.EndToEndId, IsReject = failure.IsReject,
            Reason = failure.Reason, Charges = failure.Charges, Fee = policy.Fee?.For(reason, failure.Charges),
            RetryFrom = mayRetry ? calendar.AddBusinessDays(failure.On, policy.RetryAfterDays) : null,
        };
        return Follows(reason, failed, policy) is { } follows ? Happened(failed, follows) : Happened(failed);
    }

    // What came back last says that there is nothing to debit, and no other account was named since.
    private ReturnReason? EndedAccount()
    {
        if (Amendment is { OriginalIban: not null } or { IsOtherBank: true }) return null;
        var last = Collections.Where(c => !c.IsOnItsWay).MaxBy(c => c.StatusOn);
        return last is { Reason.Length: > 0 } && ReturnReasons.Find(last.Reason) is { EndsAccount: true } ended ? ended : null;
    }

    private MandateEvent? Follows(ReturnReason reason, CollectionFailed failed, CollectionPolicy policy)
    {
        var after = Apply(failed);
        if (after.Status is MandateStatus.Revoked or MandateStatus.Lapsed) return null;
        if (reason.Consequence == MandateConsequence.Revoke)
            return new MandateRevoked { Mandate = Id, On = failed.On, By = failed.By, At = failed.At, Reason = reason.Code };
        if (after.Status is not (MandateStatus.Active or MandateStatus.Signed)) return null;
        var tooMany = policy.SuspendAfterReturns > 0 && after.ReturnsInARow >= policy.SuspendAfterReturns;
        return reason.Consequence == MandateConsequence.Suspend || tooMany
            ? new MandateSuspended { Mandate = Id, On = failed.On, By = failed.By, At = failed.At, Reason = reason.Code }
            : null;
    }

    // How often the claim of a collection was tried, that collection included.
    private int Tries(MandateCollection collection)
    {
        var (tries, of) = (1, collection.RetryOf);
        while (of.Length > 0 && Collection(of) is { } before && tries <= Collections.Count)
            (tries, of) = (tries + 1, before.RetryOf);
        return tries;
    }

    private MandateAmendment Changed(MandateFacts now, string creditorNameBefore)
    {
        if (Collections.IsEmpty) return new();
        var before = Amendment ?? new();
        var account = now.Debtor.Iban != Facts.Debtor.Iban;
        var otherBank = account && (now.Debtor.Iban.Country != Facts.Debtor.Iban.Country
            || now.Debtor.Iban.BankId != Facts.Debtor.Iban.BankId);
        return before with
        {
            OriginalMandate = now.Mandate != Facts.Mandate && before.OriginalMandate.IsNone
                ? Facts.Mandate : before.OriginalMandate,
            OriginalCreditorId = now.CreditorId != Facts.CreditorId && before.OriginalCreditorId.Length == 0
                ? Facts.CreditorId : before.OriginalCreditorId,
            OriginalCreditorName = before.OriginalCreditorName.Length == 0 ? creditorNameBefore : before.OriginalCreditorName,
            IsOtherBank = before.IsOtherBank || otherBank,
            OriginalIban = before.IsOtherBank || otherBank ? null : before.OriginalIban ?? (account ? Facts.Debtor.Iban : null),
        };
    }

    private static List<DomainError> Findings(MandateFacts facts)
    {
        var findings = new List<DomainError>();
        if (!IsReference(facts.Mandate.Value))
            findings.Add(MandateErrors.ReferenceInvalid.At("mandate", ("reference", facts.Mandate)));
        foreach (var (isMissing, what, target) in (ReadOnlySpan<(bool, string, string)>)
        [
            (facts.LegalEntity.IsNone, "who collects", "legalEntity"), (facts.Customer.IsNone, "for whom", "customer"),
            (string.IsNullOrWhiteSpace(facts.CreditorId), "the creditor's identifier", "creditorId"),
            (string.IsNullOrWhiteSpace(facts.Debtor.Name), "who is debited", "debtor.name"),
            (facts.Debtor.Iban.IsNone, "which account is debited", "debtor.iban"),
        ])
            if (isMissing) findings.Add(MandateErrors.Incomplete.At(target, ("what", what)));
        return findings;
    }

    // EPC230-15: letters, digits and / - ? : ( ) . , ' +, no slash at an end, no two in a row.
    private static bool IsReference(string text) =>
        text.Length is >= 1 and <= 35 && text.All(c => char.IsAsciiLetterOrDigit(c) || "/-?:().,'+ ".Contains(c))
        && text[0] != '/' && text[^1] != '/' && !text.Contains("//", StringComparison.Ordinal);

    private DomainError NotNow() => MandateErrors.WrongStatus.With(("mandate", Id), ("status", Status));

    private DomainError Unknown(string endToEndId) =>
        MandateErrors.CollectionUnknown.At("endToEndId", ("mandate", Id), ("endToEndId", endToEndId));

    private static DomainError? Over(MandateCollection known, LocalDate on) => !known.IsOnItsWay
        ? MandateErrors.CollectionOver.With(
            ("endToEndId", known.EndToEndId), ("status", known.Status), ("since", known.StatusOn))
        : on < known.SendBy ? Early(known, on) : null;

    private static DomainError Early(MandateCollection known, LocalDate on) =>
        MandateErrors.DateBeforeCollection.At("on", ("date", on), ("endToEndId", known.EndToEndId), ("sendBy", known.SendBy));

    private static Result<Decision<DirectDebitMandate, MandateEvent>> Refuse(DomainError error) =>
        Result.Failure<Decision<DirectDebitMandate, MandateEvent>>(error);

    private Result<Decision<DirectDebitMandate, MandateEvent>> Happened(params ReadOnlySpan<MandateEvent> events) =>
        Decision.Of(this, static (s, e) => s.Apply(e), events);
}
