namespace OrderToCash.Orders;

/// <summary>One line as the customer ordered it.</summary>
public sealed record OrderLineTerms
{
    /// <summary>The line, unique within the order.</summary>
    public required OrderLineId Id { get; init; }

    /// <summary>What is sold.</summary>
    public required ProductId Product { get; init; }

    /// <summary>What the invoice will call it.</summary>
    public string Description { get; init => field = value ?? ""; } = "";

    /// <summary>How much, above zero.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>The net price, before discounts; zero for goods given away.</summary>
    public required UnitPrice UnitPrice { get; init; }

    /// <summary>The line's own discount, 0 to 100 percent.</summary>
    public Percentage Discount { get; init; }

    /// <summary>
    /// Where the price comes from, in words: <see cref="PriceAnswer.Reason"/>; empty for a price given by hand.
    /// </summary>
    public string PriceReason { get; init => field = value ?? ""; } = "";

    /// <summary>The host's own fields.</summary>
    public EquatableArray<Tag> Tags { get; init; }
}
