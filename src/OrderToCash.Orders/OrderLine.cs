using System.Text.Json.Serialization;

namespace OrderToCash.Orders;

/// <summary>A line of a running order: what was ordered and priced, and its ledger of quantities.</summary>
public sealed record OrderLine
{
    /// <summary>What was ordered, with its amounts; shared with the event that captured it.</summary>
    public required PricedLine Priced { get; init; }

    /// <summary>How much of the ordered quantity will not come any more.</summary>
    public required Quantity Cancelled { get; init; }

    /// <summary>How much left the house; it counts as delivered.</summary>
    public required Quantity Shipped { get; init; }

    /// <summary>How much came back.</summary>
    public required Quantity Returned { get; init; }

    /// <summary>How much was invoiced.</summary>
    public required Quantity Invoiced { get; init; }

    /// <summary>How much of the invoiced was credited.</summary>
    public required Quantity Credited { get; init; }

    /// <summary>The line's id.</summary>
    [JsonIgnore]
    public OrderLineId Id => Priced.Terms.Id;

    /// <summary>What is sold.</summary>
    [JsonIgnore]
    public ProductId Product => Priced.Terms.Product;

    /// <summary>How much was ordered.</summary>
    [JsonIgnore]
    public Quantity Ordered => Priced.Terms.Quantity;

    /// <summary>What was delivered and stayed.</summary>
    [JsonIgnore]
    public Quantity Kept => Shipped - Returned;

    /// <summary>What was invoiced and not credited.</summary>
    [JsonIgnore]
    public Quantity Billed => Invoiced - Credited;

    /// <summary>Ordered, not cancelled and not yet shipped; never below zero.</summary>
    [JsonIgnore]
    public Quantity ToShip => AtLeastZero(Ordered - Cancelled - Shipped);

    /// <summary>Up to which quantity the line may be billed.</summary>
    public Quantity Billable(BillingBasis basis) =>
        basis == BillingBasis.OnOrder ? Quantity.Max(Ordered - Cancelled, Kept) : Kept;

    /// <summary>Delivered, kept and not yet billed; never below zero.</summary>
    [JsonIgnore]
    public Quantity ToInvoice => AtLeastZero(Kept - Billed);

    /// <summary>
    /// Billed above what the customer keeps or may still expect: a return or a cancellation that waits for its credit note.
    /// </summary>
    [JsonIgnore]
    public Quantity ToCredit => AtLeastZero(Billed - Billable(BillingBasis.OnOrder));

    /// <summary>
    /// The amount of a part of the line, by cumulative rounding: what is billed afterwards less what is billed before, so that
    /// any parts that add up to the ordered quantity add up to <see cref="PricedLine.Amount"/> exactly.
    /// </summary>
    /// <param name="before">How much of the line is billed already.</param>
    /// <param name="part">How much comes on top; below zero for a credit.</param>
    /// <param name="policy">Names the rounding.</param>
    public Money ShareOf(Quantity before, Quantity part, OrderPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return OrderPricing.Share(Priced.Amount, Ordered, before, part, policy.LineRounding);
    }

    /// <summary>True when anything of it was shipped, billed, cancelled or came back: its price stands.</summary>
    [JsonIgnore]
    public bool HasMoved => !Shipped.IsZero || !Invoiced.IsZero || !Cancelled.IsZero;

    internal static OrderLine Of(PricedLine priced)
    {
        var none = Quantity.Zero(priced.Terms.Quantity.Unit);
        return new() { Priced = priced, Cancelled = none, Shipped = none, Returned = none, Invoiced = none, Credited = none };
    }

    internal bool IsSound => !Cancelled.IsNegative && !Returned.IsNegative && !Credited.IsNegative && Cancelled <= Ordered
        && Returned <= Shipped && Credited <= Invoiced && Billed <= Quantity.Max(Ordered, Shipped);

    private static Quantity AtLeastZero(Quantity quantity) => quantity.IsNegative ? Quantity.Zero(quantity.Unit) : quantity;
}
