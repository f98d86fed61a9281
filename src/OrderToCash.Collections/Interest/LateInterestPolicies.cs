namespace OrderToCash.Collections;

/// <summary>The rules of some countries, each with its source.</summary>
public static class LateInterestPolicies
{
    /// <summary>Germany, businesses: nine points over the base rate of each day, 40 euro (BGB s.288(2), (5)).</summary>
    public static LateInterestPolicy GermanBusiness { get; } = new()
    {
        Code = "DE-B2B", Margin = Percentage.Of(9), Table = BuiltInReferenceRates.Germany.Code,
        Compensation = CompensationScheme.EuropeanUnion,
    };

    /// <summary>Germany, consumers: five points over the base rate of each day, no compensation (BGB s.288(1)).</summary>
    public static LateInterestPolicy GermanConsumer { get; } = new()
    {
        Code = "DE-B2C", Margin = Percentage.Of(5), Table = BuiltInReferenceRates.Germany.Code,
    };

    /// <summary>The Directive's minimum: eight points over the ECB's rate of the half-year, 40 euro (2011/7/EU).</summary>
    public static LateInterestPolicy EuropeanBusiness { get; } = new()
    {
        Code = "EU-B2B", Margin = Percentage.Of(8), Table = BuiltInReferenceRates.Ecb.Code,
        Compensation = CompensationScheme.EuropeanUnion,
    };

    /// <summary>Ireland: as the Directive, at the one rate of the day of payment (enterprise.gov.ie).</summary>
    public static LateInterestPolicy IrishBusiness { get; } = EuropeanBusiness with
    {
        Code = "IE-B2B", Selection = InterestRateSelection.AtPayment,
    };

    /// <summary>
    /// United Kingdom: eight points over the bank rate fixed by the half-year it starts in (SI 2002/1675 art. 4).
    /// </summary>
    public static LateInterestPolicy BritishBusiness { get; } = new()
    {
        Code = "UK-B2B", Margin = Percentage.Of(8), Table = BuiltInReferenceRates.UnitedKingdom.Code,
        Selection = InterestRateSelection.FixedAtStart, Compensation = CompensationScheme.UnitedKingdom,
    };
}
