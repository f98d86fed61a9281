namespace OrderToCash.Invoicing;

/// <summary>
/// A fact for billing: something that was ordered, how far it is performed and how much of it was billed already. Quantities
/// are of one unit and net of what was cancelled, returned or credited.
/// </summary>
public sealed record BillableItem
{
    /// <summary>Its name; each is planned once.</summary>
    public required BillableItemId Id { get; init; }

    /// <summary>Who bills.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Who is billed.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>What it is, in words; printed on the line.</summary>
    public required string Description { get; init; }

    /// <summary>How much was agreed, less what was cancelled; above zero.</summary>
    public required Quantity Ordered { get; init; }

    /// <summary>How much was delivered or done, less what came back.</summary>
    public required Quantity Performed { get; init; }

    /// <summary>How much was billed before, less what was credited.</summary>
    public required Quantity Billed { get; init; }

    /// <summary>The price agreed; its currency is the currency of the document.</summary>
    public required UnitPrice Price { get; init; }

    /// <summary>What is taken off the whole ordered quantity; part bills take their share, cumulated. Null for nothing.</summary>
    public Money? Discount { get; init; }

    /// <summary>How it is taxed.</summary>
    public required TaxTreatment Tax { get; init; }

    /// <summary>The tax regime in the host's words; items of different regimes never share a document.</summary>
    public string TaxRegime { get; init => field = value ?? ""; } = "";

    /// <summary>The payment terms agreed; items of different terms never share a document.</summary>
    public PaymentTermsId Terms { get; init; }

    /// <summary>The day it was ordered.</summary>
    public required LocalDate OrderedOn { get; init; }

    /// <summary>The day of delivery, or the day the milestone was reached; null while it was not.</summary>
    public LocalDate? PerformedOn { get; init; }

    /// <summary>The first day of the period it is for; null when it is for none.</summary>
    public LocalDate? ServiceFrom { get; init; }

    /// <summary>The last day of that period, inclusive.</summary>
    public LocalDate? ServiceUntil { get; init; }

    /// <summary>The buyer's order number.</summary>
    public string PurchaseOrder { get; init => field = value ?? ""; } = "";

    /// <summary>Where it is delivered to; null is the buyer's address.</summary>
    public Address? ShipTo { get; init; }

    /// <summary>Why it may not be billed now, in words; empty when nothing stands against it.</summary>
    public string HeldBecause { get; init => field = value ?? ""; } = "";

    /// <summary>The product; none for fees.</summary>
    public ProductId Product { get; init; }

    /// <summary>The order.</summary>
    public OrderId Order { get; init; }

    /// <summary>The line of that order.</summary>
    public OrderLineId OrderLine { get; init; }

    /// <summary>The shipment it left with.</summary>
    public ShipmentId Shipment { get; init; }

    /// <summary>The contract it comes from.</summary>
    public ContractId Contract { get; init; }
}
