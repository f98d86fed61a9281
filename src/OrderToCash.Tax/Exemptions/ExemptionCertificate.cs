namespace OrderToCash.Tax;

/// <summary>A buyer's exemption certificate, from the day it came in. Only an accepted one exempts anything.</summary>
public sealed partial record ExemptionCertificate
{
    /// <summary>The host's number.</summary>
    public required ExemptionCertificateId Id { get; init; }

    /// <summary>What stands on it.</summary>
    public required ExemptionFacts Facts { get; init; }

    /// <summary>How far it is.</summary>
    public required ExemptionStatus Status { get; init; }

    /// <summary>Who accepted or rejected it; null before.</summary>
    public Actor? ReviewedBy { get; init; }

    /// <summary>Why it was rejected or revoked; empty otherwise.</summary>
    public string Reason { get; init => field = value ?? ""; } = "";

    /// <summary>The first day it no longer counts, once revoked.</summary>
    public LocalDate? RevokedFrom { get; init; }

    /// <summary>The certificate an event gives birth to.</summary>
    public static ExemptionCertificate From(ExemptionReceived first) =>
        new() { Id = first.Id, Facts = first.Facts, Status = ExemptionStatus.Received };

    /// <summary>The state after an event.</summary>
    /// <exception cref="ArgumentException">The event is of a kind nobody knows.</exception>
    public ExemptionCertificate Apply(ExemptionEvent e) => e switch
    {
        ExemptionReceived r => From(r),
        ExemptionAccepted => this with { Status = ExemptionStatus.Accepted, ReviewedBy = e.By },
        ExemptionRejected r => this with { Status = ExemptionStatus.Rejected, ReviewedBy = e.By, Reason = r.Reason },
        ExemptionRenewed r => this with { Facts = Facts with { Until = r.Until, Scan = r.Scan } },
        ExemptionRevoked r => this with { Status = ExemptionStatus.Revoked, RevokedFrom = r.On, Reason = r.Reason },
        _ => throw new ArgumentException($"Unknown event {e.GetType()}.", nameof(e)),
    };

    /// <summary>What is wrong with a stored value: findings of its facts, <see cref="ExemptionErrors.Inconsistent"/>.</summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = Facts.Check().Select(f => f.Below("facts")).ToList();
        if ((Status == ExemptionStatus.Received) == (ReviewedBy is not null)
            || (Status == ExemptionStatus.Revoked) != (RevokedFrom is not null)
            || Status is ExemptionStatus.Rejected or ExemptionStatus.Revoked && Reason.Length == 0)
            findings.Add(ExemptionErrors.Inconsistent.With(("certificate", Id), ("status", Status)));
        return [.. findings];
    }
}
