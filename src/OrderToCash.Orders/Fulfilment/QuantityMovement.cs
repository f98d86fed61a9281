namespace OrderToCash.Orders;

/// <summary>Quantities of an order that moved on one business day; shared with the event that moved them.</summary>
public sealed record QuantityMovement
{
    /// <summary>What happened to them.</summary>
    public required QuantityMovementKind Kind { get; init; }

    /// <summary>The business day: of the shipment or return, or the date on the invoice or credit note.</summary>
    public required LocalDate On { get; init; }

    /// <summary>What moved.</summary>
    public required EquatableArray<LineQuantity> Lines { get; init; }
}
