using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>What happens to an exemption certificate.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(ExemptionReceived), "exemption.received")]
[JsonDerivedType(typeof(ExemptionAccepted), "exemption.accepted")]
[JsonDerivedType(typeof(ExemptionRejected), "exemption.rejected")]
[JsonDerivedType(typeof(ExemptionRenewed), "exemption.renewed")]
[JsonDerivedType(typeof(ExemptionRevoked), "exemption.revoked")]
public abstract record ExemptionEvent
{
    /// <summary>The certificate.</summary>
    public required ExemptionCertificateId Id { get; init; }

    /// <summary>Who.</summary>
    public required Actor By { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}

/// <summary>A certificate came in.</summary>
public sealed record ExemptionReceived : ExemptionEvent
{
    /// <summary>What stands on it.</summary>
    public required ExemptionFacts Facts { get; init; }
}

/// <summary>Somebody looked at it and found it good.</summary>
public sealed record ExemptionAccepted : ExemptionEvent;

/// <summary>Somebody looked at it and found it not good.</summary>
public sealed record ExemptionRejected : ExemptionEvent
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>A newer paper took its place.</summary>
public sealed record ExemptionRenewed : ExemptionEvent
{
    /// <summary>The new last day, inclusive; null when it does not expire.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>The hash of the new scan.</summary>
    public required ContentHash Scan { get; init; }
}

/// <summary>It was taken back.</summary>
public sealed record ExemptionRevoked : ExemptionEvent
{
    /// <summary>The first day it no longer counts.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}
