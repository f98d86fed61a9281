namespace OrderToCash.Tax;

/// <summary>The facts that decide how a supply is taxed.</summary>
public sealed record TaxQuestion
{
    /// <summary>The seller's tax registrations. None at all: the seller charges no tax and the supply is out of scope.</summary>
    public EquatableArray<TaxRegistration> SellerRegistrations { get; init; }

    /// <summary>Who buys.</summary>
    public required BuyerStatus Buyer { get; init; }

    /// <summary>The VAT ids the buyer gave.</summary>
    public EquatableArray<TaxRegistration> BuyerRegistrations { get; init; }

    /// <summary>Goods: where the transport begins. Services: where the seller is established.</summary>
    public required CountryCode ShipFrom { get; init; }

    /// <summary>Goods: where the transport ends. Services: where the buyer is established.</summary>
    public required CountryCode ShipTo { get; init; }

    /// <summary>The product's class.</summary>
    public required TaxClass TaxClass { get; init; }

    /// <summary>Goods or services.</summary>
    public SupplyKind Kind { get; init; }

    /// <summary>Why an exempt product is exempt; none leaves the reason to <see cref="ExemptionText"/>.</summary>
    public VatexCode ExemptionReason { get; init; }

    /// <summary>The legal text for an exempt product; empty stands for "Exempt from VAT".</summary>
    public string ExemptionText { get; init => field = value ?? ""; } = "";

    /// <summary>The day that decides about rates and memberships: delivery, completion or receipt of a prepayment.</summary>
    public required LocalDate TaxPoint { get; init; }
}
