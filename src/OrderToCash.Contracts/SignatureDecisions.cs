namespace OrderToCash.Contracts;

public sealed partial record Contract
{
    /// <summary>Asks signatories to sign the approved version. Nothing happens when the same request is open.</summary>
    /// <remarks>Refused: <c>contract.not-approved</c>, then all at once: <c>contract.signatory-missing</c> (each side needs one),
    /// <c>contract.signatory-twice</c>, <c>contract.request-expires-at-once</c>.</remarks>
    /// <param name="signatories">Who signs; the order counts when in sequence.</param>
    /// <param name="order">In which order.</param>
    /// <param name="expiresAt">The first moment at which nobody can sign any more; after <paramref name="at"/>.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="at">When.</param>
    public Result<Decision<Contract, ContractEvent>> RequestSignatures(
        EquatableArray<Signatory> signatories, SigningOrder order, Instant expiresAt, Actor by, Instant at)
    {
        if (Request is { } open && Status == ContractStatus.SentForSignature
            && open.Signatories == signatories && open.Order == order && open.ExpiresAt == expiresAt) return Happened();
        if (Status != ContractStatus.Approved)
            return Refuse(ContractErrors.NotApproved.With(("contract", Id), ("status", Status)));
        var findings = new List<DomainError>();
        foreach (var side in Enum.GetValues<ContractSide>())
            if (signatories.FindIndex(s => s.Side == side) < 0)
                findings.Add(ContractErrors.SignatoryMissing.At("signatories", ("side", side)));
        for (var i = 0; i < signatories.Count; i++)
            if (signatories.FindIndex(s => s.Person == signatories[i].Person) < i)
                findings.Add(ContractErrors.SignatoryTwice.At($"signatories[{i}]", ("person", signatories[i].Person)));
        if (expiresAt <= at) findings.Add(ContractErrors.RequestExpiresAtOnce.At("expiresAt", ("expiresAt", expiresAt)));
        if (findings.Count > 0) return Result.Failure<Decision<Contract, ContractEvent>>(findings);
        return Happened(new SignaturesRequested
        {
            Contract = Id, Version = Latest.Number, Hash = Latest.Hash, Signatories = signatories, Order = order,
            ExpiresAt = expiresAt,
            By = by, At = at,
        });
    }

    /// <summary>
    /// Records a signature; with the last one the contract is active. Nothing happens when this person signed already.
    /// </summary>
    /// <remarks>Refused, in this order: <c>contract.not-sent</c>, <c>contract.signatory-unknown</c>, <c>contract.other-hash</c>,
    /// <c>contract.request-expired</c>, <c>contract.not-their-turn</c> (may be tried again later).</remarks>
    /// <param name="person">Who signed.</param>
    /// <param name="hash">The hash of the document that was put before them; must be the requested version's.</param>
    /// <param name="evidence">What proves it.</param>
    /// <param name="by">Who records it: the person, or the signature service.</param>
    /// <param name="at">When.</param>
    public Result<Decision<Contract, ContractEvent>> Sign(
        PersonId person, ContentHash hash, string evidence, Actor by, Instant at)
    {
        if (Request?.SignatureOf(person) is { } given && given.Hash == hash) return Happened();
        if (NotSent(person) is { } refusal) return Refuse(refusal);
        var request = Request!;
        if (hash != request.Hash)
            return Refuse(ContractErrors.OtherHash.At("hash",
                ("hash", hash), ("version", request.Version), ("expected", request.Hash)));
        if (at >= request.ExpiresAt) return Refuse(ContractErrors.RequestExpired.With(("expiresAt", request.ExpiresAt)));
        var awaited = request.Awaited();
        if (awaited.FindIndex(s => s.Person == person) < 0)
            return Refuse(ContractErrors.NotTheirTurn.With(("person", person), ("next", awaited[0].Person)));
        var signed = new ContractSigned
        {
            Contract = Id, Person = person, Hash = hash, Evidence = evidence ?? "", By = by, At = at,
        };
        return request.Signatures.Count + 1 < request.Signatories.Count
            ? Happened(signed)
            : Happened(signed, new ContractActivated { Contract = Id, Version = request.Version, Hash = hash, By = by, At = at });
    }

    /// <summary>Records that a signatory will not sign: the request is over, back to negotiation.</summary>
    /// <remarks>Refused, in this order: <c>contract.not-sent</c>, <c>contract.signatory-unknown</c>,
    /// <c>contract.signed-already</c>, <c>contract.reason-missing</c>.</remarks>
    public Result<Decision<Contract, ContractEvent>> Decline(PersonId person, string reason, Actor by, Instant at)
    {
        if (NotSent(person) is { } refusal) return Refuse(refusal);
        if (Request!.SignatureOf(person) is not null) return Refuse(ContractErrors.SignedAlready.With(("person", person)));
        return string.IsNullOrWhiteSpace(reason)
            ? Refuse(ContractErrors.ReasonMissing.At("reason"))
            : Happened(new SignatureDeclined { Contract = Id, Person = person, Reason = reason, By = by, At = at });
    }

    /// <summary>Takes the request back; signatures given so far count for nothing. The version stays approved.</summary>
    /// <remarks>Refused, in this order: <c>contract.not-sent</c>, <c>contract.reason-missing</c>.</remarks>
    public Result<Decision<Contract, ContractEvent>> WithdrawRequest(string reason, Actor by, Instant at)
    {
        if (Status != ContractStatus.SentForSignature)
            return Refuse(ContractErrors.NotSent.With(("contract", Id), ("status", Status)));
        return string.IsNullOrWhiteSpace(reason)
            ? Refuse(ContractErrors.ReasonMissing.At("reason"))
            : Happened(new SignatureRequestWithdrawn { Contract = Id, Reason = reason, By = by, At = at });
    }

    /// <summary>Closes a request that ran out; the version stays approved.</summary>
    /// <remarks>Refused: <c>contract.not-sent</c>, <c>contract.request-not-expired</c> (may be tried again later).</remarks>
    public Result<Decision<Contract, ContractEvent>> ExpireRequest(Actor by, Instant at)
    {
        if (Status != ContractStatus.SentForSignature)
            return Refuse(ContractErrors.NotSent.With(("contract", Id), ("status", Status)));
        return at < Request!.ExpiresAt
            ? Refuse(ContractErrors.RequestNotExpired.With(("expiresAt", Request.ExpiresAt)))
            : Happened(new SignatureRequestExpired { Contract = Id, By = by, At = at });
    }

    private DomainError? NotSent(PersonId person)
    {
        if (Status != ContractStatus.SentForSignature) return ContractErrors.NotSent.With(("contract", Id), ("status", Status));
        return Request!.Signatories.FindIndex(s => s.Person == person) < 0
            ? ContractErrors.SignatoryUnknown.With(("person", person))
            : null;
    }
}
