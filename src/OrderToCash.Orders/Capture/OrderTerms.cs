using System.Text.Json.Serialization;

namespace OrderToCash.Orders;

/// <summary>What the customer ordered and on which terms, without the lines. It never changes within a revision.</summary>
public sealed record OrderTerms
{
    /// <summary>The order's number in the host.</summary>
    public required OrderId Id { get; init; }

    /// <summary>Who sells.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Who orders.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>Where the order came in.</summary>
    public required OrderChannel Channel { get; init; }

    /// <summary>
    /// The customer's own number (purchase order, BT-13); empty when there is none, and then no duplicate is found.
    /// </summary>
    public string ExternalReference { get; init => field = value ?? ""; } = "";

    /// <summary>Who the invoice goes to, as it stood when the order came in.</summary>
    public required Party BillTo { get; init; }

    /// <summary>Where the goods go.</summary>
    public required Address ShipTo { get; init; }

    /// <summary>The currency of every price.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The day of the order.</summary>
    public required LocalDate OrderDate { get; init; }

    /// <summary>The day the customer wants the goods; null for as soon as possible.</summary>
    public LocalDate? RequestedDate { get; init; }

    /// <summary>A discount on the whole order, split over the lines; null for none.</summary>
    public DocumentDiscount? Discount { get; init; }

    /// <summary>Coupons of the customer, in the order they are tried.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public EquatableArray<CouponCode> Coupons { get; init; }

    /// <summary>The host's own fields.</summary>
    public EquatableArray<Tag> Tags { get; init; }
}
