namespace OrderToCash.Tax.Tests;

/// <summary>Builds tax questions: a British seller of standard goods, unless said otherwise.</summary>
public static class AQuestion
{
    public static TaxQuestion From(string country) => new()
    {
        SellerRegistrations = [Id(country)],
        Buyer = BuyerStatus.Consumer,
        ShipFrom = new(country),
        ShipTo = new(country),
        TaxClass = TaxClass.Standard,
        TaxPoint = new(2010, 12, 1),
    };

    public static TaxQuestion To(this TaxQuestion question, string country) => question with { ShipTo = new(country) };

    public static TaxQuestion On(this TaxQuestion question, int year, int month, int day) => question with { TaxPoint = new(year, month, day) };

    public static TaxQuestion ForBusiness(this TaxQuestion question, params string[] idsIn) =>
        question with { Buyer = BuyerStatus.Business, BuyerRegistrations = idsIn.Select(Id).ToEquatableArray() };

    public static TaxQuestion For(this TaxQuestion question, BuyerStatus buyer) => question with { Buyer = buyer };

    public static TaxQuestion Services(this TaxQuestion question) => question with { Kind = SupplyKind.Services };

    public static TaxQuestion Of(this TaxQuestion question, TaxClass taxClass) => question with { TaxClass = taxClass };

    public static TaxRegistration Id(string country) =>
        new() { Country = new(country), Id = country + "123456789", VerifiedOn = new LocalDate(2010, 1, 1) };

    public static Result<TaxTreatment> Answer(this TaxQuestion question, TaxDeterminationPolicy? policy = null) =>
        TaxDetermination.Determine(question, BuiltInTaxRates.Table, policy);

    public static TaxQuestion Digital(this TaxQuestion question) => question with { Kind = SupplyKind.DigitalServices };

    public static TaxQuestion PlaceBound(this TaxQuestion question) => question with { Kind = SupplyKind.PlaceBoundServices };

    public static TaxQuestion Under(this TaxQuestion question, SellerScheme scheme) => question with { Scheme = scheme };

    public static TaxQuestion In(this TaxQuestion question, params OneStopShop[] schemes) => question with { OneStopShops = [.. schemes] };

    public static TaxQuestion RegisteredIn(this TaxQuestion question, params string[] countries) =>
        question with { SellerRegistrations = countries.Select(Id).ToEquatableArray() };

    public static TaxQuestion ToPostCode(this TaxQuestion question, string postCode) => question with { ShipToPostCode = postCode };

    public static TaxQuestion FromPostCode(this TaxQuestion question, string postCode) => question with { ShipFromPostCode = postCode };

    /// <summary>Distance sales of this year and last in euro.</summary>
    public static TaxQuestion Selling(this TaxQuestion question, decimal thisYear, decimal lastYear = 0) => question with
    {
        DistanceSales = new() { ThisYear = Money.Of(thisYear, Currency.Eur), LastYear = Money.Of(lastYear, Currency.Eur) },
    };
}
