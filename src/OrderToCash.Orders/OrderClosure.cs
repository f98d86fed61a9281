namespace OrderToCash.Orders;

/// <summary>How an order ended.</summary>
public sealed record OrderClosure
{
    /// <summary>True when it was closed before it was delivered, invoiced and paid.</summary>
    public required bool IsShort { get; init; }

    /// <summary>Why it was closed short; empty for a regular end.</summary>
    public string Reason { get; init => field = value ?? ""; } = "";

    /// <summary>Who closed it.</summary>
    public required Actor By { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}
