namespace OrderToCash.Orders;

/// <summary>What a price is asked for.</summary>
public readonly record struct PriceQuestion
{
    /// <summary>What is sold.</summary>
    public required ProductId Product { get; init; }

    /// <summary>How much.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>
    /// How much of the product in that unit on all lines together, for lists with <see cref="QuantityBasis.PerProduct"/>; null
    /// when the line is the only one.
    /// </summary>
    public Quantity? Cumulated { get; init; }

    /// <summary>In which currency.</summary>
    public required Currency Currency { get; init; }

    /// <summary>On which day: the order date.</summary>
    public required LocalDate On { get; init; }

    /// <summary>To whom.</summary>
    public CustomerId Customer { get; init; }

    /// <summary>The customer's price group; null or empty for none.</summary>
    public string? Group { get; init; }
}
