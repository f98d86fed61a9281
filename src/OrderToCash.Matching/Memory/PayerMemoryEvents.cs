using System.Text.Json.Serialization;

namespace OrderToCash.Matching;

/// <summary>What was learned of a payer.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(PayerConfirmed), "payer.confirmed")]
[JsonDerivedType(typeof(PayerSeen), "payer.seen")]
[JsonDerivedType(typeof(PayerTakenBack), "payer.taken-back")]
[JsonDerivedType(typeof(PayerRejected), "payer.rejected")]
[JsonDerivedType(typeof(PayerWithdrawn), "payer.withdrawn")]
public abstract record PayerMemoryEvent
{
    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The payer.</summary>
    public required PayerKey Payer { get; init; }

    /// <summary>The customer.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The payment it was learned from.</summary>
    public required PaymentId Payment { get; init; }

    /// <summary>Who.</summary>
    public required Actor By { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }
}

/// <summary>A person said that a payment of this payer was for the customer.</summary>
public sealed record PayerConfirmed : PayerMemoryEvent;

/// <summary>A payment of this payer named items of the customer and paid them exactly.</summary>
public sealed record PayerSeen : PayerMemoryEvent;

/// <summary>An application that was learned from was taken back.</summary>
public sealed record PayerTakenBack : PayerMemoryEvent;

/// <summary>
/// The money that something was learned from went back to the payer: it counts no more, and nothing against him.
/// </summary>
public sealed record PayerWithdrawn : PayerMemoryEvent
{
    /// <summary>Who had said it.</summary>
    public required MatchSource Source { get; init; }
}

/// <summary>A person said that this payer does not pay for the customer.</summary>
public sealed record PayerRejected : PayerMemoryEvent
{
    /// <summary>Why; empty when nobody said.</summary>
    public string Reason { get; init => field = value ?? ""; } = "";
}
