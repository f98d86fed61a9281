namespace OrderToCash.Orders;

/// <summary>One price of a price list: for whom, of which unit, from which quantity, on which days.</summary>
public sealed record PriceListEntry
{
    /// <summary>The host's own name of the entry, quoted in traces; unique in the list, or empty.</summary>
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>What is sold.</summary>
    public required ProductId Product { get; init; }

    /// <summary>
    /// The price, of any precision and for any base quantity (<c>12.5 EUR per 100</c>); its currency is part of what is asked
    /// for.
    /// </summary>
    public required UnitPrice Price { get; init; }

    /// <summary>The contract that agreed it: goes before every price of a list; <c>default</c> for a list price.</summary>
    public ContractId Contract { get; init; }

    /// <summary>Only for this customer; <c>default</c> for everybody.</summary>
    public CustomerId Customer { get; init; }

    /// <summary>Only for this group of customers; empty for everybody.</summary>
    public string Group { get; init => field = value ?? ""; } = "";

    /// <summary>Only for this unit; <c>default</c> for the unit of <see cref="From"/>, or without it for any.</summary>
    public UnitCode Unit { get; init; }

    /// <summary>From this quantity on, itself included; null from the first.</summary>
    public Quantity? From { get; init; }

    /// <summary>The first day it holds; null from ever.</summary>
    public LocalDate? ValidFrom { get; init; }

    /// <summary>The last day it holds; null for ever.</summary>
    public LocalDate? ValidTo { get; init; }

    /// <summary>The price that no discount goes below; null for nothing.</summary>
    public UnitPrice? FloorPrice { get; init; }

    /// <summary>What a unit costs the seller, for <see cref="PricingPolicy.MinimumMargin"/>; null when it is not known.</summary>
    public UnitPrice? UnitCost { get; init; }

    /// <summary>True for a net price: schemes, coupons and discounts on the order leave it alone.</summary>
    public bool IsNet { get; init; }

    internal UnitCode EffectiveUnit => Unit.IsNone ? From?.Unit ?? default : Unit;
}
