namespace OrderToCash.Tax;

/// <summary>A rate of a country, or of a territory with rates of its own, for a class of products, from a day on.</summary>
public sealed record TaxRate
{
    /// <summary>Whose rate it is: the country whose tax it is.</summary>
    public required CountryCode Country { get; init; }

    /// <summary>
    /// The part of the country it is for, a code of <see cref="TaxTerritories"/> or of the host's own; empty for the mainland.
    /// </summary>
    public string Territory { get; init => field = value ?? ""; } = "";

    /// <summary>What it is for.</summary>
    public required TaxClass Class { get; init; }

    /// <summary>The rate; above zero, and zero for <see cref="TaxClass.Zero"/>.</summary>
    public required Percentage Rate { get; init; }

    /// <summary>The first day it holds.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last day it holds, inclusive; null until a later row of the same country and class begins.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>Where the figure was taken from; empty where nobody said.</summary>
    public string Source { get; init => field = value ?? ""; } = "";
}
