namespace OrderToCash.Invoicing;

/// <summary>What order and delivery say of an order line that is about to be billed.</summary>
public sealed record OrderLineFact
{
    /// <summary>The order.</summary>
    public required OrderId Order { get; init; }

    /// <summary>The line.</summary>
    public required OrderLineId OrderLine { get; init; }

    /// <summary>How much was ordered, less what was cancelled.</summary>
    public required Quantity Ordered { get; init; }

    /// <summary>How much was delivered, less what came back.</summary>
    public required Quantity Delivered { get; init; }

    /// <summary>How much was billed before, less what was credited.</summary>
    public required Quantity Billed { get; init; }

    /// <summary>The price agreed; null when none was.</summary>
    public UnitPrice? Price { get; init; }
}
