using System.Text.Json.Serialization;

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
    /// Further discounts given on the line by hand, each of what the ones before it left: 10 + 5 + 2 percent, or amounts.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public EquatableArray<LineDiscount> Discounts { get; init; }

    /// <summary>
    /// Where the price comes from, in words: <see cref="PriceAnswer.Reason"/>; empty for a price given by hand.
    /// </summary>
    public string PriceReason { get; init => field = value ?? ""; } = "";

    /// <summary>Where the price comes from, as codes, and its bounds; null when no price book was asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PriceOrigin? Origin { get; init; }

    /// <summary>True for a net price: schemes, coupons and discounts on the order leave the line alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsNet { get; init; }

    /// <summary>What the whole line weighs, in KGM, GRM or TNE; null when nobody asks or the quantity is a weight.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Quantity? Weight { get; init; }

    /// <summary>The host's own fields.</summary>
    public EquatableArray<Tag> Tags { get; init; }
}
