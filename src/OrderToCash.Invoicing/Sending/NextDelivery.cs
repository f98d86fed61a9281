namespace OrderToCash.Invoicing;

/// <summary>What is to be tried next.</summary>
public sealed record NextDelivery
{
    /// <summary>The way to take.</summary>
    public required DeliveryRoute Route { get; init; }

    /// <summary>Not before this moment.</summary>
    public required Instant NotBefore { get; init; }
}
