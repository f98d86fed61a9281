using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>One line of a credit note: what is taken back of one line of the invoice.</summary>
public sealed record CreditNoteLine
{
    /// <summary>The invoice's line, by position from 1.</summary>
    public required int InvoiceLine { get; init; }

    /// <summary>What it is for, as on the invoice.</summary>
    public required string Description { get; init; }

    /// <summary>How much is taken back; zero when the price is lowered instead.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>The credit without tax, with the sign of the invoice's line.</summary>
    public required Money Net { get; init; }

    /// <summary>How the invoice's line was taxed.</summary>
    public required TaxTreatment Tax { get; init; }

    /// <summary>The product; none for fees.</summary>
    public ProductId Product { get; init; }

    /// <summary>The order of the invoice's line.</summary>
    public OrderId Order { get; init; }

    /// <summary>The line of that order.</summary>
    public OrderLineId OrderLine { get; init; }

    /// <summary>The net price of the invoice's line (BT-146), where price x quantity is the credit; null elsewhere.</summary>
    public UnitPrice? Price { get; init; }

    /// <summary>The prepayment that the invoice's line took off.</summary>
    public DeductedPrepayment? Prepayment { get; init; }

    /// <summary>The period of the invoice's line (BT-134, BT-135).</summary>
    public DocumentPeriod? Period { get; init; }

    /// <summary>More about the item (BG-31), as on the invoice.</summary>
    public InvoicedItem? Item { get; init; }

    /// <summary>Fields of the host, as on the invoice's line.</summary>
    public EquatableArray<Tag> Tags { get; init; }

    /// <summary>The quantity a document must state (BT-129): one of the unit where an amount is credited.</summary>
    [JsonIgnore]
    public Quantity StatedQuantity => Quantity.IsZero ? Quantity.Of(Net.IsNegative ? -1 : 1, Quantity.Unit) : Quantity;

    /// <summary>The net price that goes with it (BT-146, BT-149), never below zero.</summary>
    [JsonIgnore]
    public UnitPrice NetPrice => Price ?? Invoicing.InvoiceLine.PriceOf(StatedQuantity, Net);
}
