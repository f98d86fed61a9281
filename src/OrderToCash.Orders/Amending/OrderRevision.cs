namespace OrderToCash.Orders;

/// <summary>One amendment of an order, as it is remembered.</summary>
public sealed record OrderRevision
{
    /// <summary>Its number; 1 is the order as captured.</summary>
    public required int Number { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>What changed.</summary>
    public required EquatableArray<OrderChange> Changes { get; init; }

    /// <summary>What the order came to before it, without tax.</summary>
    public required Money Before { get; init; }

    /// <summary>What it comes to after it.</summary>
    public required Money After { get; init; }

    /// <summary>Who amended.</summary>
    public required Actor By { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}
