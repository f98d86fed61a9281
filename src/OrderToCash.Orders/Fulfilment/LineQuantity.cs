namespace OrderToCash.Orders;

/// <summary>So much of a line: shipped, invoiced, credited, returned or cancelled.</summary>
public readonly record struct LineQuantity
{
    /// <summary>The line.</summary>
    public required OrderLineId Line { get; init; }

    /// <summary>How much, above zero, in the line's unit.</summary>
    public required Quantity Quantity { get; init; }
}
