namespace OrderToCash.Customers;

/// <summary>Something the customer is kept from until somebody lifts it.</summary>
public sealed record CustomerBlock
{
    /// <summary>What it stops.</summary>
    public required CustomerBlockKind Kind { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>Who set it.</summary>
    public required Actor By { get; init; }

    /// <summary>When it was set.</summary>
    public required Instant At { get; init; }
}
