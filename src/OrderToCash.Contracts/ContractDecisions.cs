namespace OrderToCash.Contracts;

public sealed partial record Contract
{
    /// <summary>Drafts a contract: its first version, proposed by the seller.</summary>
    /// <remarks>Finds <c>contract.id-missing</c> and what the content's check finds, all at once.</remarks>
    public static Result<Decision<Contract, ContractEvent>> Draft(
        ContractId id, LegalEntityId legalEntity, CustomerId customer, ContractDraft content, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(content);
        var findings = content.Check().ToList();
        if (id.IsNone) findings.Add(ContractErrors.IdMissing.At("id"));
        if (findings.Count > 0) return Result.Failure<Decision<Contract, ContractEvent>>(findings);
        var first = new ContractDrafted
        {
            Contract = id, LegalEntity = legalEntity, Customer = customer, Content = content,
            Hash = ContractHash.Of(id, 1, content),
            By = by, At = at,
        };
        return Decision.Born<Contract, ContractEvent>(From(first), first);
    }

    /// <summary>
    /// Proposes another wording: the next version, and an approval of the one before lapses. Nothing happens when the latest
    /// version says just that.
    /// </summary>
    /// <remarks>Refused: <c>contract.not-negotiable</c> (sent for signature, signed, or ended), and what the content's check
    /// finds.</remarks>
    public Result<Decision<Contract, ContractEvent>> Propose(ContractDraft content, ContractSide side, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (Status is not (ContractStatus.Draft or ContractStatus.InNegotiation or ContractStatus.Approved))
            return Refuse(ContractErrors.NotNegotiable.With(("contract", Id), ("status", Status)));
        var findings = content.Check();
        if (!findings.IsEmpty) return Result.Failure<Decision<Contract, ContractEvent>>(findings);
        if (content == Latest.Content) return Happened();
        var number = Latest.Number + 1;
        return Happened(new ContractProposed
        {
            Contract = Id, Version = number, Content = content, Hash = ContractHash.Of(Id, number, content), Side = side, By = by,
            At = at,
        });
    }

    /// <summary>States that both sides agree on the latest version. Nothing happens when that was stated already.</summary>
    /// <remarks>Refused: <c>contract.not-negotiable</c>, <c>contract.not-the-latest</c>.</remarks>
    /// <param name="version">The number of the version that was agreed on: the latest one.</param>
    /// <param name="by">Who states it.</param>
    /// <param name="at">When.</param>
    public Result<Decision<Contract, ContractEvent>> Approve(int version, Actor by, Instant at)
    {
        if (Status is not (ContractStatus.Draft or ContractStatus.InNegotiation or ContractStatus.Approved))
            return Refuse(ContractErrors.NotNegotiable.With(("contract", Id), ("status", Status)));
        if (version != Latest.Number)
            return Refuse(ContractErrors.NotTheLatest.At("version", ("version", version), ("latest", Latest.Number)));
        return Status == ContractStatus.Approved
            ? Happened()
            : Happened(new ContractApproved { Contract = Id, Version = version, By = by, At = at });
    }

    /// <summary>Terminates an active contract.</summary>
    /// <remarks>Refused, in this order: <c>contract.not-active</c>, <c>contract.reason-missing</c>,
    /// <c>contract.ends-before-notice</c>, <c>contract.before-end-of-term</c> and <c>contract.notice-too-short</c> (both ordinary
    /// notice only).</remarks>
    /// <param name="kind">On what ground.</param>
    /// <param name="receivedOn">The day the other side received the notice: receipt counts, not sending.</param>
    /// <param name="endsOn">The last day it is to hold, inclusive.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="at">When.</param>
    public Result<Decision<Contract, ContractEvent>> Terminate(
        TerminationKind kind, LocalDate receivedOn, LocalDate endsOn, string reason, Actor by, Instant at)
    {
        if (Status != ContractStatus.Active) return Refuse(ContractErrors.NotActive.With(("contract", Id), ("status", Status)));
        if (string.IsNullOrWhiteSpace(reason)) return Refuse(ContractErrors.ReasonMissing.At("reason"));
        if (endsOn < receivedOn)
            return Refuse(ContractErrors.EndsBeforeNotice.At("endsOn", ("endsOn", endsOn), ("receivedOn", receivedOn)));
        var term = Latest.Content.Term;
        if (kind == TerminationKind.Ordinary && endsOn < term.LastDay)
            return Refuse(ContractErrors.BeforeEndOfTerm.At("endsOn", ("endsOn", endsOn), ("lastDay", term.LastDay)));
        if (kind == TerminationKind.Ordinary && term.Notice is { } notice && notice.EndAfter(receivedOn) > endsOn)
            return Refuse(ContractErrors.NoticeTooShort.At("receivedOn",
                ("receivedOn", receivedOn), ("notice", notice), ("endsOn", endsOn)));
        return Happened(new ContractTerminated
        {
            Contract = Id, Kind = kind, ReceivedOn = receivedOn, EndsOn = endsOn, Reason = reason, By = by, At = at,
        });
    }

    /// <summary>Closes an active contract whose term is over. Nothing happens when that was done already.</summary>
    /// <remarks>Refused: <c>contract.not-active</c>, <c>contract.term-not-over</c> (it has no end, or the end is not
    /// past).</remarks>
    public Result<Decision<Contract, ContractEvent>> Expire(LocalDate asOf, Actor by, Instant at)
    {
        if (Status == ContractStatus.Expired) return Happened();
        if (Status != ContractStatus.Active) return Refuse(ContractErrors.NotActive.With(("contract", Id), ("status", Status)));
        return Latest.Content.Term.LastDay is { } end && end < asOf
            ? Happened(new ContractExpired { Contract = Id, EndsOn = end, By = by, At = at })
            : Refuse(ContractErrors.TermNotOver.With(("contract", Id), ("lastDay", Latest.Content.Term.LastDay), ("asOf", asOf)));
    }

    private static Result<Decision<Contract, ContractEvent>> Refuse(DomainError error) =>
        Result.Failure<Decision<Contract, ContractEvent>>(error);

    private Result<Decision<Contract, ContractEvent>> Happened(params ReadOnlySpan<ContractEvent> events) =>
        Decision.Of(this, (s, e) => s.Apply(e), events);
}
