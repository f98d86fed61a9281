using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>What was made of a provider's message.</summary>
public sealed record HeardEvent
{
    /// <summary>The provider's id of the message.</summary>
    public required string Id { get; init; }

    /// <summary>The provider's word for what happened.</summary>
    public required string Type { get; init; }

    /// <summary>What was done with it.</summary>
    public required HeardEventKind Kind { get; init; }

    /// <summary>The attempt after it; null when it was about none of ours.</summary>
    public PaymentAttempt? Attempt { get; init; }
}
