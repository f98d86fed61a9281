namespace OrderToCash.Tax;

/// <summary>A line of a document before tax is computed.</summary>
public sealed record TaxDocumentLine
{
    /// <summary>The price of a unit, of free precision; which taxes are in it is said by their definitions.</summary>
    public required UnitPrice Price { get; init; }

    /// <summary>How much; below zero for what comes back.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>The discount off the price.</summary>
    public Percentage Discount { get; init; }

    /// <summary>The taxes of the line.</summary>
    public EquatableArray<TaxDefinition> Taxes { get; init; }
}
