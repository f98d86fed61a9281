namespace OrderToCash.Tax.Tests;

/// <summary>
/// States as test data. Tennessee: 7 %, local tax on the first USD 1,600 of an article, 2.75 % on the next 1,600 (tn.gov, single
/// article; revenue.support.tn.gov for the worked example). New York: clothing under USD 110 is exempt from the 4 % of the state
/// (TSB-M-12(3)S); city 4.5 %, commuter district 0.375 %. Texas and California: origin and hybrid sourcing (taxcloud.com).
/// </summary>
public static class AnAmericanSale
{
    public static readonly TaxClass Clothing = new("clothing");
    public static readonly TaxClass Food = new("food");

    public static JurisdictionTable Table { get; } = new()
    {
        States =
        [
            new() { State = "TN", Freight = FreightTaxation.Taxable },
            new() { State = "NY", Freight = FreightTaxation.FollowsGoods },
            new() { State = "TX", Sourcing = SourcingBasis.Origin, RoundsPerLine = true },
            new() { State = "CA", Sourcing = SourcingBasis.Origin, AlwaysDestination = [JurisdictionLevel.District] },
        ],
        Jurisdictions =
        [
            Place("TN", "TN", JurisdictionLevel.State), Place("TN-037", "TN", JurisdictionLevel.County, "372"),
            Place("NY", "NY", JurisdictionLevel.State), Place("NY-NYC", "NY", JurisdictionLevel.City, "100"), Place("NY-MCTD", "NY", JurisdictionLevel.District, "100", "105"),
            Place("TX", "TX", JurisdictionLevel.State), Place("TX-TYLER", "TX", JurisdictionLevel.City, "757"), Place("TX-FTW", "TX", JurisdictionLevel.City, "761"),
            Place("CA", "CA", JurisdictionLevel.State), Place("CA-LA", "CA", JurisdictionLevel.County, "900"), Place("CA-SF", "CA", JurisdictionLevel.County, "941"),
            Place("CA-LA-T", "CA", JurisdictionLevel.District, "900"), Place("CA-SF-T", "CA", JurisdictionLevel.District, "941"),
        ],
        Rates =
        [
            Rate("TN", 7), Rate("TN", 4) with { Class = Food },
            Rate("TN", 2.75m) with { Name = "single-article", Above = Money.Of(1_600, Currency.Usd), UpTo = Money.Of(3_200, Currency.Usd) },
            Rate("TN-037", 2.25m) with { UpTo = Money.Of(1_600, Currency.Usd) },
            Rate("NY", 4), Rate("NY", 4) with { Class = Clothing, ExemptBelow = Money.Of(110, Currency.Usd), From = new(2012, 4, 1) },
            Rate("NY-NYC", 4.5m), Rate("NY-NYC", 4.5m) with { Class = Clothing, ExemptBelow = Money.Of(110, Currency.Usd), From = new(2012, 4, 1) },
            Rate("NY-MCTD", 0.375m), Rate("NY-MCTD", 0.375m) with { Class = Clothing, ExemptBelow = Money.Of(110, Currency.Usd), From = new(2012, 4, 1) },
            Rate("NY", 0) with { Class = Food }, Rate("NY-NYC", 0) with { Class = Food }, Rate("NY-MCTD", 0) with { Class = Food },
            Rate("TX", 6.25m), Rate("TX-TYLER", 2), Rate("TX-FTW", 1.5m),
            Rate("CA", 6), Rate("CA-LA", 1.25m), Rate("CA-SF", 1.25m), Rate("CA-LA-T", 2.25m), Rate("CA-SF-T", 1.375m),
        ],
    };

    public static SalesTaxQuestion To(string state, string postCode, params SalesTaxLine[] lines) => new()
    {
        ShipFrom = new() { State = "TX", PostCode = "75701" },
        ShipTo = new() { State = state, PostCode = postCode },
        CollectsIn = ["TN", "NY", "TX", "CA"],
        TaxPoint = new(2024, 3, 1),
        Currency = Currency.Usd,
        Lines = [.. lines],
    };

    public static SalesTaxLine Line(string key, decimal net, decimal quantity = 1, TaxClass? taxClass = null) =>
        new() { Key = key, Net = Money.Of(net, Currency.Usd), Quantity = quantity, Class = taxClass ?? TaxClass.Standard };

    public static SalesTaxLine Freight(decimal net) => Line("freight", net) with { IsFreight = true };

    public static SalesTaxAnswer Answer(this SalesTaxQuestion question) => Expect.Success(SalesTax.Compute(question, Table));

    /// <summary>Components as text: <c>a TN 280.00, a TN-037 36.00</c>.</summary>
    public static string Ledger(this SalesTaxAnswer answer) => string.Join(", ", answer.Components.Where(c => !c.Tax.IsZero)
        .Select(c => $"{c.Line} {c.Jurisdiction}{(c.Name.Length > 0 ? "/" + c.Name : "")} {c.Tax.ToString().Split(' ')[0]}"));

    private static Jurisdiction Place(string id, string state, JurisdictionLevel level, params string[] postCodes) =>
        new() { Id = new(id), Name = id, State = state, Level = level, PostCodes = [.. postCodes] };

    private static JurisdictionRate Rate(string id, decimal rate) => new() { Jurisdiction = new(id), Rate = Percentage.Of(rate), From = new(2002, 7, 15) };
}
