namespace OrderToCash.Tax;

public sealed partial record ExemptionCertificate
{
    /// <summary>Takes a certificate in. Refuses what its facts lack: <see cref="ExemptionFacts.Check"/>.</summary>
    public static Result<Decision<ExemptionCertificate, ExemptionEvent>> Receive(
        ExemptionCertificateId id, ExemptionFacts facts, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.Check() is { IsEmpty: false } findings)
            return Result.Failure<Decision<ExemptionCertificate, ExemptionEvent>>(findings);
        var first = new ExemptionReceived { Id = id, Facts = facts, By = by, At = at };
        return Decision.Born(From(first), (ExemptionEvent)first);
    }

    /// <summary>Finds it good. Nothing happens twice; refuses <see cref="ExemptionErrors.NotOpen"/>.</summary>
    public Result<Decision<ExemptionCertificate, ExemptionEvent>> Accept(Actor by, Instant at) => Status switch
    {
        ExemptionStatus.Received => Happened(new ExemptionAccepted { Id = Id, By = by, At = at }),
        ExemptionStatus.Accepted => Nothing(),
        _ => NotOpen(),
    };

    /// <summary>
    /// Finds it not good. Refuses <see cref="ExemptionErrors.NotOpen"/>, <see cref="ExemptionErrors.ReasonMissing"/>.
    /// </summary>
    public Result<Decision<ExemptionCertificate, ExemptionEvent>> Reject(string reason, Actor by, Instant at)
    {
        if (Status == ExemptionStatus.Rejected) return Nothing();
        if (Status != ExemptionStatus.Received) return NotOpen();
        return string.IsNullOrWhiteSpace(reason)
            ? Refuse(ExemptionErrors.ReasonMissing.At("reason"))
            : Happened(new ExemptionRejected { Id = Id, Reason = reason, By = by, At = at });
    }

    /// <summary>
    /// Takes a newer paper for the same exemption. Refuses <see cref="ExemptionErrors.NotOpen"/> unless accepted,
    /// <see cref="ExemptionErrors.DatesInvalid"/>, <see cref="ExemptionErrors.ScanMissing"/>.
    /// </summary>
    /// <param name="until">The new last day, inclusive; null when it does not expire.</param>
    /// <param name="scan">The hash of the new scan.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<Decision<ExemptionCertificate, ExemptionEvent>> Renew(LocalDate? until, ContentHash scan, Actor by, Instant at)
    {
        if (Status != ExemptionStatus.Accepted) return NotOpen();
        var renewed = Facts with { Until = until, Scan = scan };
        if (renewed.Check() is { IsEmpty: false } findings)
            return Result.Failure<Decision<ExemptionCertificate, ExemptionEvent>>(findings);
        return renewed == Facts
            ? Nothing()
            : Happened(new ExemptionRenewed { Id = Id, Until = until, Scan = scan, By = by, At = at });
    }

    /// <summary>
    /// Takes it back from a day on; what was sold before stays exempt. Refuses <see cref="ExemptionErrors.NotOpen"/> unless
    /// accepted, <see cref="ExemptionErrors.ReasonMissing"/>.
    /// </summary>
    public Result<Decision<ExemptionCertificate, ExemptionEvent>> Revoke(LocalDate on, string reason, Actor by, Instant at)
    {
        if (Status != ExemptionStatus.Accepted) return NotOpen();
        return string.IsNullOrWhiteSpace(reason)
            ? Refuse(ExemptionErrors.ReasonMissing.At("reason"))
            : Happened(new ExemptionRevoked { Id = Id, On = on, Reason = reason, By = by, At = at });
    }

    /// <summary>
    /// Whether it exempts a sale: <see cref="ExemptionErrors.NotAccepted"/>, <see cref="ExemptionErrors.Expired"/>,
    /// <see cref="ExemptionErrors.OtherState"/>, <see cref="ExemptionErrors.OtherDocument"/>,
    /// <see cref="ExemptionErrors.OtherClass"/> say why it does not.
    /// </summary>
    public Result<ExemptionCertificate> Covers(string state, TaxClass taxClass, string document, LocalDate on)
    {
        var wasAccepted = Status == ExemptionStatus.Accepted || Status == ExemptionStatus.Revoked && on < RevokedFrom;
        DomainError? refusal =
            !wasAccepted ? ExemptionErrors.NotAccepted.With(("certificate", Id), ("status", Status))
            : on < Facts.From || on > Facts.Until ? ExemptionErrors.Expired.With(("certificate", Id), ("date", on))
            : !Facts.States.Contains(state) ? ExemptionErrors.OtherState.With(("certificate", Id), ("state", state))
            : Facts.Document.Length > 0 && Facts.Document != document
                ? ExemptionErrors.OtherDocument.With(("certificate", Id), ("document", Facts.Document))
            : !Facts.Classes.IsEmpty && !Facts.Classes.Contains(taxClass)
                ? ExemptionErrors.OtherClass.With(("certificate", Id), ("class", taxClass))
            : null;
        return refusal is null ? Result.Success(this) : Result.Failure<ExemptionCertificate>(refusal);
    }

    private Result<Decision<ExemptionCertificate, ExemptionEvent>> Happened(ExemptionEvent e) =>
        Decision.Of(this, (s, x) => s.Apply(x), e);

    private Result<Decision<ExemptionCertificate, ExemptionEvent>> Nothing() =>
        Decision.Of<ExemptionCertificate, ExemptionEvent>(this, (s, e) => s.Apply(e));

    private Result<Decision<ExemptionCertificate, ExemptionEvent>> NotOpen() =>
        Refuse(ExemptionErrors.NotOpen.With(("certificate", Id), ("status", Status)));

    private static Result<Decision<ExemptionCertificate, ExemptionEvent>> Refuse(DomainError error) =>
        Result.Failure<Decision<ExemptionCertificate, ExemptionEvent>>(error);
}
