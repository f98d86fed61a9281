namespace OrderToCash.Tax;

/// <summary>
/// A class of products for which a country makes the business buyer liable inside the country (Directive 2006/112/EC art. 199
/// and 199a: construction, scrap, emission allowances, mobile phones ...). The lists are national: the host names them.
/// </summary>
public sealed record ReverseChargeClass
{
    /// <summary>The country.</summary>
    public required CountryCode Country { get; init; }

    /// <summary>The class.</summary>
    public required TaxClass Class { get; init; }

    /// <summary>The first day; null for always.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The last day, inclusive; null while it goes on.</summary>
    public LocalDate? Until { get; init; }
}
