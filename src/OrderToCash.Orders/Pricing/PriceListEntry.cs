namespace OrderToCash.Orders;

/// <summary>One price of a price list: for whom, from which quantity, on which days.</summary>
public sealed record PriceListEntry
{
    /// <summary>What is sold.</summary>
    public required ProductId Product { get; init; }

    /// <summary>The price; its currency is part of what is asked for.</summary>
    public required UnitPrice Price { get; init; }

    /// <summary>Only for this customer; <c>default</c> for everybody.</summary>
    public CustomerId Customer { get; init; }

    /// <summary>Only for this group of customers; empty for everybody.</summary>
    public string Group { get; init => field = value ?? ""; } = "";

    /// <summary>From this quantity on, itself included; null from the first.</summary>
    public Quantity? From { get; init; }

    /// <summary>The first day it holds; null from ever.</summary>
    public LocalDate? ValidFrom { get; init; }

    /// <summary>The last day it holds; null for ever.</summary>
    public LocalDate? ValidTo { get; init; }
}
