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

    /// <summary>The region in the address where the supply begins (ISO 3166-2); empty for the mainland.</summary>
    public string ShipFromRegion { get; init => field = value ?? ""; } = "";

    /// <summary>The post code there; empty for the mainland. It finds territories with VAT of their own.</summary>
    public string ShipFromPostCode { get; init => field = value ?? ""; } = "";

    /// <summary>The region in the address where the supply ends (ISO 3166-2); empty for the mainland.</summary>
    public string ShipToRegion { get; init => field = value ?? ""; } = "";

    /// <summary>The post code there; empty for the mainland.</summary>
    public string ShipToPostCode { get; init => field = value ?? ""; } = "";

    /// <summary>What is known of the transport of goods.</summary>
    public TransportStatus Transport { get; init; }

    /// <summary>The special scheme the seller is under.</summary>
    public SellerScheme Scheme { get; init; }

    /// <summary>The one-stop shops the seller is registered in.</summary>
    public EquatableArray<OneStopShop> OneStopShops { get; init; }

    /// <summary>The seller's sales to consumers in other member states; null when nobody stated them.</summary>
    public DistanceSales? DistanceSales { get; init; }

    /// <summary>
    /// True for the second sale of three parties in three member states: the seller bought the goods from the first, who sends
    /// them straight to the buyer (art. 141).
    /// </summary>
    public bool IsTriangular { get; init; }

    /// <summary>The value of an imported consignment in euro; null when nobody stated it.</summary>
    public Money? ConsignmentValue { get; init; }

    /// <summary>What official checks said of the buyer's ids; an id without one counts by its registration.</summary>
    public EquatableArray<VatIdVerification> BuyerIdChecks { get; init; }

    /// <summary>Facts of the host, for rules of the host.</summary>
    public EquatableArray<Tag> Tags { get; init; }

    /// <summary>The day that decides about rates and memberships: delivery, completion or receipt of a prepayment.</summary>
    public required LocalDate TaxPoint { get; init; }
}
