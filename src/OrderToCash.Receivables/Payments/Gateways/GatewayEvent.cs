namespace OrderToCash.Receivables;

/// <summary>
/// A message a provider sent by itself, read. It is a notice with totals, or a hint to enquire, or none of our business.
/// </summary>
public sealed record GatewayEvent
{
    /// <summary>The provider's id: the same id is the same message.</summary>
    public required string Id { get; init; }

    /// <summary>The provider's word for what happened.</summary>
    public required string Type { get; init; }

    /// <summary>The attempt it is about; none when it is about none of ours.</summary>
    public PaymentAttemptId Attempt { get; init; }

    /// <summary>The totals it tells; null when it tells none.</summary>
    public GatewayNotice? Notice { get; init; }

    /// <summary>Our key of the operation whose answer is to be enquired; empty when there is none.</summary>
    public string EnquireKey { get; init => field = value ?? ""; } = "";

    /// <summary>Of a message to enquire: true when it says that the operation failed, perhaps after it had been done.</summary>
    public bool SaysFailed { get; init; }

    /// <summary>True when there is nothing to do: another kind of message, or somebody else's payment.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsNotOurs => Attempt.IsNone || (Notice is null && EnquireKey.Length == 0);
}
