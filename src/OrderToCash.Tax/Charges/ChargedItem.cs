namespace OrderToCash.Tax;

/// <summary>An item of a document with a charge table.</summary>
public sealed record ChargedItem
{
    /// <summary>Its name, for rates of its own.</summary>
    public required string Item { get; init; }

    /// <summary>How much.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>The price of a unit; with the included charges in it.</summary>
    public required UnitPrice Price { get; init; }

    /// <summary>The discount off the price; the discounted price is rounded before it is multiplied.</summary>
    public Percentage Discount { get; init; }
}
