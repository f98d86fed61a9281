using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>
/// What decides whether sales to consumers in other member states are taxed at home or there (art. 59c): goods and digital
/// services together, without tax, in euro.
/// </summary>
public sealed record DistanceSales
{
    /// <summary>EUR 10,000, the limit in a calendar year (art. 59c(1)(c)).</summary>
    public static Money Threshold { get; } = Money.Of(10_000, Currency.Eur);

    /// <summary>Such sales of the calendar year of the tax point, this supply included.</summary>
    public required Money ThisYear { get; init; }

    /// <summary>Such sales of the calendar year before.</summary>
    public required Money LastYear { get; init; }

    /// <summary>True when the seller is established in more than one member state: then there is no threshold.</summary>
    public bool IsEstablishedInSeveralStates { get; init; }

    /// <summary>True when the seller chose the country of arrival (art. 59c(3)).</summary>
    public bool HasOptedForDestination { get; init; }

    /// <summary>True when tax is due where the consumer is.</summary>
    [JsonIgnore]
    public bool IsTaxedAtDestination =>
        IsEstablishedInSeveralStates || HasOptedForDestination || ThisYear > Threshold || LastYear > Threshold;

    /// <summary>What is wrong with it: <see cref="TaxErrors.DistanceSalesNotInEuro"/>.</summary>
    public EquatableArray<DomainError> Check() => ThisYear.Currency == Currency.Eur && LastYear.Currency == Currency.Eur
        ? []
        : [TaxErrors.DistanceSalesNotInEuro.With()];
}
