using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What happened to a customer's allowance for automatic decisions.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(ClaimGranted), "dispute-allowance.claim-granted")]
public abstract record DisputeAllowanceEvent
{
    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Whose allowance.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>Who did it.</summary>
    public required Actor By { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }
}

/// <summary>A claim was granted without a person.</summary>
public sealed record ClaimGranted : DisputeAllowanceEvent
{
    /// <summary>The claim.</summary>
    public required GrantedClaim Claim { get; init; }
}
