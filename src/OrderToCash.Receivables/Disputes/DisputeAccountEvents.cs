using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What happened to a customer's account of disputes.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(DisputeWithheld), "dispute-account.withheld")]
[JsonDerivedType(typeof(ClaimGranted), "dispute-account.claim-granted")]
public abstract record DisputeAccountEvent
{
    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Whose disputes.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>Who did it.</summary>
    public required Actor By { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }
}

/// <summary>A case keeps other amounts apart than before.</summary>
public sealed record DisputeWithheld : DisputeAccountEvent
{
    /// <summary>The case.</summary>
    public required DisputeId Dispute { get; init; }

    /// <summary>What it keeps apart now; empty for nothing any more.</summary>
    public required EquatableArray<DisputedPart> Parts { get; init; }
}

/// <summary>A claim was granted without a person.</summary>
public sealed record ClaimGranted : DisputeAccountEvent
{
    /// <summary>The claim.</summary>
    public required GrantedClaim Claim { get; init; }
}
