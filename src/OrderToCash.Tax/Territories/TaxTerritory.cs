namespace OrderToCash.Tax;

/// <summary>A place whose VAT is not that of the country in its address.</summary>
public sealed record TaxTerritory
{
    /// <summary>Its code: ISO 3166-2 where there is one (<c>ES-CN</c>), else the country and a post code.</summary>
    public required string Code { get; init; }

    /// <summary>Its English name.</summary>
    public required string Name { get; init; }

    /// <summary>The country in its addresses.</summary>
    public required CountryCode Country { get; init; }

    /// <summary>Beginnings of its post codes, without blanks; none together with no regions: the whole country code.</summary>
    public EquatableArray<string> PostCodes { get; init; }

    /// <summary>Region codes of addresses (ISO 3166-2) that belong to it.</summary>
    public EquatableArray<string> Regions { get; init; }

    /// <summary>What is different there.</summary>
    public required TerritoryRegime Regime { get; init; }

    /// <summary>The country whose VAT law holds there.</summary>
    public required CountryCode LawOf { get; init; }

    /// <summary>True when classes without a rate of its own take the mainland's.</summary>
    public bool FallsBackToMainland { get; init; }

    /// <summary>The first day it was so; null for longer than the table reaches.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The last day, inclusive; null while it goes on.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>Where this was taken from.</summary>
    public string Source { get; init => field = value ?? ""; } = "";
}
