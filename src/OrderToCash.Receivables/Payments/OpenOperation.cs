namespace OrderToCash.Receivables;

/// <summary>What the gateway was asked and did not answer for good.</summary>
public sealed record OpenOperation
{
    /// <summary>Our key.</summary>
    public required string Key { get; init; }

    /// <summary>What.</summary>
    public required GatewayOperation Operation { get; init; }

    /// <summary>How much.</summary>
    public required Money Amount { get; init; }

    /// <summary>
    /// What was taken, or given back, in all when it was asked: the answer adds to it, whatever a notice told since.
    /// </summary>
    public required Money Before { get; init; }

    /// <summary>When it was asked; null in what was stored before that was kept.</summary>
    public Instant? AskedAt { get; init; }

    /// <summary>True when the gateway said it works on it; else nobody knows.</summary>
    public bool IsPending { get; init; }

    /// <summary>True when the call ended without an answer; false before it ended, or when the gateway works on it.</summary>
    public bool IsUnanswered { get; init; }
}
