using System.Text.Json.Serialization;

namespace OrderToCash.Contracts;

/// <summary>Something that happened to a contract.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(ContractDrafted), "contract.drafted")]
[JsonDerivedType(typeof(ContractProposed), "contract.proposed")]
[JsonDerivedType(typeof(ContractApproved), "contract.approved")]
[JsonDerivedType(typeof(SignaturesRequested), "contract.signatures-requested")]
[JsonDerivedType(typeof(ContractSigned), "contract.signed")]
[JsonDerivedType(typeof(SignatureDeclined), "contract.signature-declined")]
[JsonDerivedType(typeof(SignatureRequestWithdrawn), "contract.signature-request-withdrawn")]
[JsonDerivedType(typeof(SignatureRequestExpired), "contract.signature-request-expired")]
[JsonDerivedType(typeof(ContractActivated), "contract.activated")]
[JsonDerivedType(typeof(ContractTerminated), "contract.terminated")]
[JsonDerivedType(typeof(ContractExpired), "contract.expired")]
public abstract record ContractEvent
{
    /// <summary>The contract.</summary>
    public required ContractId Contract { get; init; }

    /// <summary>Who did it.</summary>
    public required Actor By { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }
}

/// <summary>The contract was drafted: its first version.</summary>
public sealed record ContractDrafted : ContractEvent
{
    /// <summary>Whose contract it is on the seller's side.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The buyer's account.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>What it says.</summary>
    public required ContractDraft Content { get; init; }

    /// <summary>The hash of the version.</summary>
    public required ContentHash Hash { get; init; }
}

/// <summary>A side proposed another wording: the next version.</summary>
public sealed record ContractProposed : ContractEvent
{
    /// <summary>The number of the version.</summary>
    public required int Version { get; init; }

    /// <summary>What it says.</summary>
    public required ContractDraft Content { get; init; }

    /// <summary>The hash of the version.</summary>
    public required ContentHash Hash { get; init; }

    /// <summary>Which side proposed it.</summary>
    public required ContractSide Side { get; init; }
}

/// <summary>Both sides agree on the latest version.</summary>
public sealed record ContractApproved : ContractEvent
{
    /// <summary>The number of the version.</summary>
    public required int Version { get; init; }
}

/// <summary>The signatories were asked to sign.</summary>
public sealed record SignaturesRequested : ContractEvent
{
    /// <summary>The number of the version.</summary>
    public required int Version { get; init; }

    /// <summary>Its hash.</summary>
    public required ContentHash Hash { get; init; }

    /// <summary>Who signs.</summary>
    public required EquatableArray<Signatory> Signatories { get; init; }

    /// <summary>In which order.</summary>
    public required SigningOrder Order { get; init; }

    /// <summary>The first moment at which nobody can sign any more.</summary>
    public required Instant ExpiresAt { get; init; }
}

/// <summary>One signatory signed.</summary>
public sealed record ContractSigned : ContractEvent
{
    /// <summary>Who signed.</summary>
    public required PersonId Person { get; init; }

    /// <summary>The hash of what was signed.</summary>
    public required ContentHash Hash { get; init; }

    /// <summary>What proves it.</summary>
    public required string Evidence { get; init; }
}

/// <summary>One signatory will not sign this version: back to negotiation.</summary>
public sealed record SignatureDeclined : ContractEvent
{
    /// <summary>Who declined.</summary>
    public required PersonId Person { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>The request was taken back; the version stays approved.</summary>
public sealed record SignatureRequestWithdrawn : ContractEvent
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>Not all signed in time; the version stays approved.</summary>
public sealed record SignatureRequestExpired : ContractEvent;

/// <summary>All have signed: the contract is active.</summary>
public sealed record ContractActivated : ContractEvent
{
    /// <summary>The number of the version that was signed.</summary>
    public required int Version { get; init; }

    /// <summary>Its hash.</summary>
    public required ContentHash Hash { get; init; }
}

/// <summary>Notice was given, or both agreed to end it.</summary>
public sealed record ContractTerminated : ContractEvent
{
    /// <summary>On what ground.</summary>
    public required TerminationKind Kind { get; init; }

    /// <summary>The day notice was received.</summary>
    public required LocalDate ReceivedOn { get; init; }

    /// <summary>The last day the contract holds, inclusive.</summary>
    public required LocalDate EndsOn { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>The term is over.</summary>
public sealed record ContractExpired : ContractEvent
{
    /// <summary>The last day the contract held.</summary>
    public required LocalDate EndsOn { get; init; }
}
