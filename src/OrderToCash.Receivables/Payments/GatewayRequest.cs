namespace OrderToCash.Receivables;

/// <summary>One call to a gateway. Giving the same key twice must do the thing once.</summary>
public sealed record GatewayRequest
{
    /// <summary>Our key of the operation, the provider's idempotency key.</summary>
    public required string Key { get; init; }

    /// <summary>The attempt.</summary>
    public required PaymentAttemptId Attempt { get; init; }

    /// <summary>What to do.</summary>
    public required GatewayOperation Operation { get; init; }

    /// <summary>How much; for a void what is reserved.</summary>
    public required Money Amount { get; init; }

    /// <summary>The stored token of the way to pay; never a card number.</summary>
    public string Token { get; init => field = value ?? ""; } = "";

    /// <summary>The provider's reference from the answer before; empty for the first operation.</summary>
    public string ProviderReference { get; init => field = value ?? ""; } = "";

    /// <summary>
    /// When it was asked first: an operation the provider does not know may still be on its way. Null when that was not kept.
    /// </summary>
    public Instant? AskedAt { get; init; }
}
