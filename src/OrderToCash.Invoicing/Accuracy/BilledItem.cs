namespace OrderToCash.Invoicing;

/// <summary>Something an earlier invoice billed.</summary>
public sealed record BilledItem
{
    /// <summary>The order.</summary>
    public required OrderId Order { get; init; }

    /// <summary>The line.</summary>
    public required OrderLineId OrderLine { get; init; }

    /// <summary>The shipment; none when it was not delivered with one.</summary>
    public ShipmentId Shipment { get; init; }

    /// <summary>How much.</summary>
    public required Quantity Quantity { get; init; }
}
