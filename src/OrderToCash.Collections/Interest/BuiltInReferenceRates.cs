namespace OrderToCash.Collections;

/// <summary>Reference rates known to this version; hosts bring later ones.</summary>
public static class BuiltInReferenceRates
{
    /// <summary>
    /// The main refinancing rate of the European Central Bank, fixed for half a year (Directive 2011/7/EU art. 2(7)).
    /// </summary>
    public static ReferenceRateTable Ecb { get; } = new()
    {
        Code = "ECB-MRO-HY", ValidThrough = new(2026, 6, 30),
        Source = "enterprise.gov.ie (2013 to 2024-07-01); ECB rate behind the German base rate since",
        Rates =
        [
            new() { From = new(2013, 3, 16), Rate = Percentage.Of(0.75m) },
            .. HalfYears(2013, 7,
                0.50m, 0.25m, 0.15m, 0.05m, 0.05m, 0.05m, 0.00m, 0.00m, 0.00m, 0.00m, 0.00m, 0.00m, 0.00m,
                0.00m, 0.00m, 0.00m, 0.00m, 0.00m, 0.00m, 2.50m, 4.00m, 4.50m, 4.25m, 3.15m, 2.15m, 2.15m),
        ],
    };

    /// <summary>The rate of the Bank of England, fixed for half a year (SI 2002/1675 art. 4).</summary>
    public static ReferenceRateTable UnitedKingdom { get; } = new()
    {
        Code = "UK-BOE-HY", ValidThrough = new(2024, 6, 30), Source = "payontime.co.uk",
        Rates = HalfYears(2011, 1,
            0.50m, 0.50m, 0.50m, 0.50m, 0.50m, 0.50m, 0.50m, 0.50m, 0.50m, 0.50m, 0.50m, 0.50m, 0.25m,
            0.25m, 0.50m, 0.50m, 0.75m, 0.75m, 0.75m, 0.10m, 0.10m, 0.10m, 0.25m, 1.25m, 3.50m, 5.00m,
            5.25m),
    };

    /// <summary>The German base rate (BGB s.247).</summary>
    public static ReferenceRateTable Germany { get; } = new()
    {
        Code = "DE-BASISZINS", ValidThrough = new(2026, 6, 30), Source = "Deutsche Bundesbank",
        Rates = HalfYears(2016, 7,
            -0.88m, -0.88m, -0.88m, -0.88m, -0.88m, -0.88m, -0.88m, -0.88m, -0.88m, -0.88m, -0.88m, -0.88m,
            -0.88m, 1.62m, 3.12m, 3.62m, 3.37m, 2.27m, 1.27m, 1.27m),
    };

    /// <summary>All of them.</summary>
    public static EquatableArray<ReferenceRateTable> All { get; } = [Ecb, UnitedKingdom, Germany];

    private static EquatableArray<ReferenceRate> HalfYears(int year, int month, params ReadOnlySpan<decimal> rates)
    {
        var (rows, from) = (new List<ReferenceRate>(), new LocalDate(year, month, 1));
        foreach (var rate in rates)
        {
            rows.Add(new() { From = from, Rate = Percentage.Of(rate) });
            from = from.PlusMonths(6);
        }
        return rows.ToEquatableArray();
    }
}
