using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What happened to a direct-debit mandate.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(MandateSigned), "mandate.signed")]
[JsonDerivedType(typeof(MandateActivated), "mandate.activated")]
[JsonDerivedType(typeof(MandateSuspended), "mandate.suspended")]
[JsonDerivedType(typeof(MandateRevoked), "mandate.revoked")]
[JsonDerivedType(typeof(MandateLapsed), "mandate.lapsed")]
[JsonDerivedType(typeof(MandateAmended), "mandate.amended")]
[JsonDerivedType(typeof(CollectionPresented), "mandate.collection-presented")]
[JsonDerivedType(typeof(CollectionSent), "mandate.collection-sent")]
[JsonDerivedType(typeof(CollectionSettled), "mandate.collection-settled")]
[JsonDerivedType(typeof(CollectionFailed), "mandate.collection-failed")]
public abstract record MandateEvent
{
    /// <summary>The mandate, by the reference it was signed with.</summary>
    public required MandateId Mandate { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Who did it.</summary>
    public required Actor By { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }
}

/// <summary>A debtor signed a mandate.</summary>
public sealed record MandateSigned : MandateEvent
{
    /// <summary>What it says.</summary>
    public required MandateFacts Facts { get; init; }
}

/// <summary>The mandate may be collected on, for the first time or again.</summary>
public sealed record MandateActivated : MandateEvent;

/// <summary>No collections for now.</summary>
public sealed record MandateSuspended : MandateEvent
{
    /// <summary>Why: a reason code of the bank, or words.</summary>
    public required string Reason { get; init; }
}

/// <summary>The mandate is gone.</summary>
public sealed record MandateRevoked : MandateEvent
{
    /// <summary>Why: a reason code of the bank, or words.</summary>
    public required string Reason { get; init; }
}

/// <summary>Nothing was collected for too long.</summary>
public sealed record MandateLapsed : MandateEvent;

/// <summary>The mandate was changed; the next collection tells the debtor's bank.</summary>
public sealed record MandateAmended : MandateEvent
{
    /// <summary>What it says now.</summary>
    public required MandateFacts Facts { get; init; }

    /// <summary>What it said at the last collection, where it differs.</summary>
    public required MandateAmendment Amendment { get; init; }
}

/// <summary>A collection was given to the bank.</summary>
public sealed record CollectionPresented : MandateEvent
{
    /// <summary>The collection.</summary>
    public required MandateCollection Collection { get; init; }
}

/// <summary>A collection went to the bank in a file.</summary>
public sealed record CollectionSent : MandateEvent
{
    /// <summary>Which.</summary>
    public required string EndToEndId { get; init; }

    /// <summary>The message.</summary>
    public required string Message { get; init; }

    /// <summary>The batch of the message.</summary>
    public required string Batch { get; init; }
}

/// <summary>The money of a collection came in.</summary>
public sealed record CollectionSettled : MandateEvent
{
    /// <summary>Which.</summary>
    public required string EndToEndId { get; init; }
}

/// <summary>A collection was rejected before any money moved, or came back.</summary>
public sealed record CollectionFailed : MandateEvent
{
    /// <summary>Which.</summary>
    public required string EndToEndId { get; init; }

    /// <summary>True when no money had moved.</summary>
    public bool IsReject { get; init; }

    /// <summary>Why, as the bank's code.</summary>
    public required string Reason { get; init; }

    /// <summary>What the bank charges us for it; null for nothing.</summary>
    public Money? Charges { get; init; }

    /// <summary>What the customer is charged for it, by the policy; zero for nothing, null where the policy has no fee.</summary>
    public Money? Fee { get; init; }

    /// <summary>The day from which it may be tried again; null when it may not.</summary>
    public LocalDate? RetryFrom { get; init; }
}
