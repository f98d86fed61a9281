namespace OrderToCash.Contracts;

/// <summary>What an order line gives to a contract: the goods, when they come, what they cost.</summary>
public sealed record ContractLine
{
    /// <summary>The product.</summary>
    public required ProductId Product { get; init; }

    /// <summary>Its specification in words.</summary>
    public required string Specification { get; init; }

    /// <summary>How much of it.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>The price of a unit, without tax.</summary>
    public required UnitPrice Price { get; init; }

    /// <summary>The price of the line, without tax.</summary>
    public required Money Amount { get; init; }

    /// <summary>The day of delivery; null when none is agreed.</summary>
    public LocalDate? DeliveryOn { get; init; }
}
