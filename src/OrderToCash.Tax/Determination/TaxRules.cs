using static OrderToCash.Tax.TaxFact;

namespace OrderToCash.Tax;

/// <summary>
/// The built-in rules: VAT of the European Union (Directive 2006/112/EC; articles below are its) with the membership of the day,
/// the United Kingdom with Northern Ireland, Switzerland and Norway. Lower priorities are asked first, the first that fits
/// decides.
/// </summary>
public static class TaxRules
{
    /// <summary>The day distance sales moved to the country of arrival (Directive (EU) 2017/2455).</summary>
    public static LocalDate OneStopShopFrom { get; } = new(2021, 7, 1);

    private static readonly EquatableArray<SupplyKind> Goods = [SupplyKind.Goods];
    private static readonly EquatableArray<SupplyKind> Digital = [SupplyKind.DigitalServices];
    private static readonly EquatableArray<SupplyKind> PlaceBound = [SupplyKind.PlaceBoundServices];
    private static readonly EquatableArray<SupplyKind> Services = [SupplyKind.Services, SupplyKind.DigitalServices];
    private static readonly EquatableArray<SupplyKind> AllServices = [.. Services, SupplyKind.PlaceBoundServices];

    private static readonly TaxOutcome TaxedAtOrigin = new() { Category = TaxCategory.Standard };
    private static readonly TaxOutcome TaxedAtDestination = new() { Category = TaxCategory.Standard, At = TaxedAt.Destination };
    private static readonly TaxOutcome TaxedInOneStopShop = TaxedAtDestination with { Scheme = OneStopShop.Union };
    private static readonly TaxOutcome Small = Untaxed("E", default,
        "Exempt under the special scheme for small enterprises (Article 284 of Directive 2006/112/EC)");

    /// <summary>The table, in the order it is asked.</summary>
    public static EquatableArray<TaxRule> All { get; } =
    [
        // Supplies that are none, and sellers under special schemes.
        new() { Id = "out-of-scope", Priority = 80, Classes = [TaxClass.OutOfScope], Then = Untaxed("O", VatexCode.OutOfScope,
            "Not subject to VAT: no supply for consideration (Article 2 of Directive 2006/112/EC)") },
        new() { Id = "multi-purpose-voucher", Priority = 81, Classes = [TaxClass.MultiPurposeVoucher],
            Then = Untaxed("O", VatexCode.OutOfScope,
                "Not subject to VAT: multi-purpose voucher, taxed when redeemed (Article 30b of Directive 2006/112/EC)") },
        new() { Id = "small-enterprise", Priority = 90, When = [IsFromUnion, IsDomestic],
            Schemes = [SellerScheme.SmallEnterprise],
            Then = Small },
        new() { Id = "small-enterprise-goods", Priority = 91, When = [IsWithinUnion], Kinds = Goods,
            Schemes = [SellerScheme.SmallEnterprise], Then = Small },
        new() { Id = "small-enterprise-consumer-services", Priority = 92, When = [IsWithinUnion, BuyerIsConsumer],
            Kinds = [SupplyKind.Services], Schemes = [SellerScheme.SmallEnterprise], Then = Small },
        new() { Id = "seller-not-taxable", Priority = 100, When = [SellerIsUnregistered], Then = Untaxed("O",
            VatexCode.OutOfScope,
            "Not subject to VAT: the seller is not registered for VAT") },
        new() { Id = "small-enterprise-elsewhere", Priority = 101, Unless = [IsFromUnion],
            Schemes = [SellerScheme.SmallEnterprise],
            Then = Refused("the seller is registered, and the scheme for small enterprises is one of the Union") },
        new() { Id = "margin-travel-agents", Priority = 110, Schemes = [SellerScheme.TravelAgents],
            Then = Untaxed("E", VatexCode.TravelAgents, "Margin scheme - Travel agents") },
        new() { Id = "margin-second-hand-goods", Priority = 111, Unless = [IsExport], Kinds = Goods,
            Schemes = [SellerScheme.SecondHandGoods], Then = Untaxed("E", VatexCode.SecondHandGoods,
            "Margin scheme - Second-hand goods") },
        new() { Id = "margin-works-of-art", Priority = 112, Unless = [IsExport], Kinds = Goods,
            Schemes = [SellerScheme.WorksOfArt], Then = Untaxed("E", VatexCode.WorksOfArt, "Margin scheme - Works of art") },
        new() { Id = "margin-antiques", Priority = 113, Unless = [IsExport], Kinds = Goods,
            Schemes = [SellerScheme.Antiques],
            Then = Untaxed("E", VatexCode.Antiques, "Margin scheme - Collector's items and antiques") },

        // Exempt activities, inside a country; across a border their class has no rate and is refused.
        Exempt("exempt-medical-care", 120, "VATEX-EU-132-1C", "Article 132(1)(c)"),
        Exempt("exempt-education", 121, "VATEX-EU-132-1I", "Article 132(1)(i)"),
        Exempt("exempt-postal-services", 122, "VATEX-EU-132-1A", "Article 132(1)(a)"),
        Exempt("exempt-insurance", 123, "", "Article 135(1)(a)"),
        Exempt("exempt-financial-services", 124, "", "Article 135(1)(b) to (g)"),
        Exempt("exempt-letting", 125, "", "Article 135(1)(l)"),

        // Inside a country, and between member states.
        new() { Id = "triangulation", Priority = 130, When = [IsTriangular, IsToUnion, BuyerHasDestinationId, IsTransported],
            Kinds = Goods,
            Then = Untaxed("AE", VatexCode.ReverseCharge,
                "Reverse charge: triangular sale, the customer is liable (Articles 141 and 197 of Directive 2006/112/EC)",
                BuyerIdNeed.Destination) },
        new() { Id = "domestic-reverse-charge", Priority = 140,
            When = [IsDomestic, IsFromUnion, IsReverseChargeProduct, BuyerIsBusiness, BuyerHasDestinationId],
            Then = Untaxed("AE", VatexCode.ReverseCharge,
                "Reverse charge: the customer is liable for the VAT (Article 199 of Directive 2006/112/EC)",
                BuyerIdNeed.Destination) },
        new() { Id = "domestic-reverse-charge-elsewhere", Priority = 141,
            When = [IsDomestic, IsReverseChargeProduct, BuyerIsBusiness, BuyerHasDestinationId], Unless = [IsFromUnion],
            Then = Untaxed("AE", default, "Reverse charge: the customer is liable for the tax by national law",
                BuyerIdNeed.Destination) },
        new() { Id = "domestic", Priority = 150, When = [IsDomestic], Then = TaxedAtOrigin },
        new() { Id = "intra-community-exempt", Priority = 160, When = [IsWithinUnion], Classes = [TaxClass.Exempt],
            Then = TaxedAtOrigin },
        new() { Id = "goods-not-transported", Priority = 165, Unless = [IsTransported], Kinds = Goods, Then = TaxedAtOrigin },
        new() { Id = "place-bound-registered", Priority = 170, When = [SellerIsRegisteredAtDestination], Kinds = PlaceBound,
            Then = TaxedAtDestination },
        new() { Id = "place-bound-one-stop-shop", Priority = 171,
            When = [IsFromUnion, IsToUnion, BuyerIsConsumer, UsesUnionOneStopShop],
            Kinds = PlaceBound, From = OneStopShopFrom, Then = TaxedInOneStopShop },
        new() { Id = "place-bound-elsewhere", Priority = 172, When = [IsToUnion], Kinds = PlaceBound,
            Then = Refused("the service is taxed in another member state, where Article 194 may make the customer liable") },
        new() { Id = "place-bound-abroad", Priority = 173, Kinds = PlaceBound, Then = Untaxed("O", VatexCode.OutOfScope,
            "Not subject to VAT: the service is performed outside the Union (Articles 47, 53, 54 of Directive 2006/112/EC)") },
        new() { Id = "intra-community-goods", Priority = 180, When = [IsWithinUnion, IsTransported, BuyerHasUnionId],
            Kinds = Goods,
            Then = Untaxed("K", VatexCode.IntraCommunity,
                "Intra-Community supply exempt under Article 138 of Directive 2006/112/EC", BuyerIdNeed.OtherMemberState) },
        new() { Id = "reverse-charge", Priority = 190, When = [IsWithinUnion, BuyerHasUnionId], Kinds = Services,
            Then = Untaxed("AE", VatexCode.ReverseCharge,
                "Reverse charge: the customer is liable for the VAT (Articles 44 and 196 of Directive 2006/112/EC)",
                BuyerIdNeed.OtherMemberState) },
        new() { Id = "intra-community-no-id", Priority = 200, When = [IsWithinUnion, BuyerIsBusiness], Then = TaxedAtOrigin },

        // Consumers in other member states.
        new() { Id = "distance-sale-origin", Priority = 210, When = [IsWithinUnion], Kinds = Goods,
            Until = OneStopShopFrom.PlusDays(-1),
            Then = TaxedAtOrigin },
        new() { Id = "distance-sale-below-threshold", Priority = 220, When = [IsWithinUnion],
            Unless = [TaxFact.IsTaxedAtDestination],
            Kinds = Goods, From = OneStopShopFrom, Then = TaxedAtOrigin },
        new() { Id = "distance-sale-destination", Priority = 221, When = [IsWithinUnion], Kinds = Goods, From = OneStopShopFrom,
            Then = TaxedInOneStopShop },
        new() { Id = "digital-origin", Priority = 230, When = [IsWithinUnion], Kinds = Digital,
            Until = new LocalDate(2014, 12, 31),
            Then = TaxedAtOrigin },
        new() { Id = "digital-destination-2015", Priority = 231, When = [IsWithinUnion], Kinds = Digital,
            From = new LocalDate(2015, 1, 1),
            Until = new LocalDate(2018, 12, 31), Then = TaxedInOneStopShop },
        new() { Id = "digital-below-threshold", Priority = 232, When = [IsWithinUnion], Unless = [TaxFact.IsTaxedAtDestination],
            Kinds = Digital, From = new LocalDate(2019, 1, 1), Then = TaxedAtOrigin },
        new() { Id = "digital-destination", Priority = 233, When = [IsWithinUnion], Kinds = Digital,
            From = new LocalDate(2019, 1, 1),
            Then = TaxedInOneStopShop },
        new() { Id = "digital-into-union", Priority = 240, When = [IsToUnion, BuyerIsConsumer], Unless = [IsFromUnion],
            Kinds = Digital,
            From = new LocalDate(2015, 1, 1), Then = TaxedAtDestination with { Scheme = OneStopShop.NonUnion } },
        new() { Id = "import-one-stop-shop", Priority = 245,
            When = [UsesImportOneStopShop, IsToUnion, BuyerIsConsumer, IsLowValueConsignment],
            Unless = [IsFromUnion], Kinds = Goods, From = OneStopShopFrom,
            Then = TaxedAtDestination with { Scheme = OneStopShop.Import } },

        // Out of the Union, and out of its neighbours.
        new() { Id = "swiss-services-abroad", Priority = 250, Kinds = Services, ShipFrom = [new("CH")], Then = Untaxed("O",
            default,
            "Not subject to Swiss VAT: the place of supply is where the recipient is (Article 8(1) of the VAT Act)") },
        new() { Id = "norwegian-services-abroad", Priority = 251, Kinds = Services, ShipFrom = [new("NO")],
            Then = Untaxed("G", default,
            "Export of services, zero-rated (section 6-22 of the VAT Act)") },
        new() { Id = "overseas-department-services", Priority = 255, When = [IsUnderOneLaw], Kinds = AllServices,
            ShipFrom = [new("FR")], Then = Refused("services to the French overseas departments follow French law") },
        new() { Id = "digital-abroad", Priority = 260, When = [IsFromUnion, BuyerIsConsumer], Kinds = Digital,
            Then = Untaxed("O", VatexCode.OutOfScope,
                "Not subject to VAT: digital service supplied where the customer is (Article 58 of Directive 2006/112/EC)") },
        new() { Id = "digital-abroad-outside-union", Priority = 261, When = [BuyerIsConsumer], Unless = [IsToUnion],
            Kinds = Digital,
            Then = Untaxed("O", default, "Not subject to VAT here: digital service supplied where the customer is") },
        new() { Id = "consumer-services", Priority = 270, When = [BuyerIsConsumer], Kinds = [SupplyKind.Services],
            Then = TaxedAtOrigin },
        new() { Id = "export", Priority = 280, When = [IsFromUnion, IsTransported], Kinds = Goods, Then = Untaxed("G",
            VatexCode.Export,
            "Export exempt under Article 146 of Directive 2006/112/EC") },
        new() { Id = "export-from-united-kingdom", Priority = 281, When = [IsTransported], Kinds = Goods,
            ShipFrom = [new("GB")],
            Then = Untaxed("G", default, "Export of goods, zero-rated (section 30(6) of the Value Added Tax Act 1994)") },
        new() { Id = "export-from-switzerland", Priority = 282, When = [IsTransported], Kinds = Goods, ShipFrom = [new("CH")],
            Then = Untaxed("G", default, "Export of goods, exempt (Article 23(2)(1) of the Swiss VAT Act)") },
        new() { Id = "export-from-norway", Priority = 283, When = [IsTransported], Kinds = Goods, ShipFrom = [new("NO")],
            Then = Untaxed("G", default, "Export of goods, zero-rated (section 6-21 of the Norwegian VAT Act)") },
        new() { Id = "export-elsewhere", Priority = 284, When = [IsTransported], Kinds = Goods,
            Then = Untaxed("G", default, "Export of goods, not taxed") },
        new() { Id = "services-abroad", Priority = 290, When = [IsFromUnion, BuyerIsBusiness], Kinds = Services,
            Then = Untaxed("O", VatexCode.OutOfScope,
                "Not subject to VAT here: service supplied where the business customer is established (Article 44)") },
        new() { Id = "services-abroad-elsewhere", Priority = 291, When = [BuyerIsBusiness], Kinds = Services,
            Then = Untaxed("O", default,
            "Not subject to VAT here: service supplied where the business customer is established") },
    ];

    internal static readonly TaxRule[] Sorted = [.. All.OrderBy(r => r.Priority).ThenBy(r => r.Id, StringComparer.Ordinal)];

    private static TaxOutcome Untaxed(string category, VatexCode code, string text, BuyerIdNeed buyerId = BuyerIdNeed.None) =>
        new() { Category = new(category), ReasonCode = code, ReasonText = text, BuyerId = buyerId };

    // The rule is named like the class it is for.
    private static TaxRule Exempt(string id, int priority, string code, string article) => new()
    {
        Id = id,
        Priority = priority,
        Classes = [new(id)],
        When = [IsDomestic, IsFromUnion],
        Then = Untaxed("E", code.Length > 0 ? new(code) : default, $"Exempt under {article} of Directive 2006/112/EC"),
    };

    private static TaxOutcome Refused(string reason) => new() { Category = TaxCategory.Standard, Refusal = reason };
}
