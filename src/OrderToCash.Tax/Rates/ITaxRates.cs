namespace OrderToCash.Tax;

/// <summary>Where determination looks rates up: a table in memory. Pure: the same question always has the same answer.</summary>
public interface ITaxRates
{
    /// <summary>The last day the source was compared with the law; later changes are not in it.</summary>
    LocalDate AsOf { get; }

    /// <summary>
    /// The rate of a country for a class on a day, or null when it is not known. A missing rate is never guessed.
    /// </summary>
    TaxRate? Find(CountryCode country, TaxClass taxClass, LocalDate on);

    /// <summary>
    /// The rate of a territory with rates of its own (<see cref="TaxTerritory"/>), or null when it is not known; the empty
    /// territory is the mainland. A source that knows no territories leaves it as it is.
    /// </summary>
    TaxRate? Find(CountryCode country, string territory, TaxClass taxClass, LocalDate on) =>
        string.IsNullOrEmpty(territory) ? Find(country, taxClass, on) : null;
}
