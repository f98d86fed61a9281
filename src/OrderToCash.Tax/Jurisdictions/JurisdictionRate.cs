namespace OrderToCash.Tax;

/// <summary>
/// What a jurisdiction charges on a class of products, from a day on. The band says which part of the price of one item it
/// falls on: Tennessee's local tax on the first USD 1,600 of a single article is a band up to 1,600, its state tax on the next
/// 1,600 one from 1,600 to 3,200.
/// </summary>
public sealed record JurisdictionRate
{
    /// <summary>Whose rate it is.</summary>
    public required JurisdictionId Jurisdiction { get; init; }

    /// <summary>What it is for; none for every class without a row of its own.</summary>
    public TaxClass Class { get; init; }

    /// <summary>The rate; zero exempts the class.</summary>
    public required Percentage Rate { get; init; }

    /// <summary>The first day it holds.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last day, inclusive; null while it goes on.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>The part of an item's price up to this amount is not taxed; null for from the first cent.</summary>
    public Money? Above { get; init; }

    /// <summary>The part of an item's price beyond this amount is not taxed; null for no cap.</summary>
    public Money? UpTo { get; init; }

    /// <summary>
    /// An item that costs less than this is not taxed, one that costs as much or more is taxed in full: New York's clothing
    /// under USD 110. Null for no threshold.
    /// </summary>
    public Money? ExemptBelow { get; init; }

    /// <summary>Tells several rates of one jurisdiction, class and day apart: <c>single-article</c>; empty for one.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Where the figure was taken from.</summary>
    public string Source { get; init => field = value ?? ""; } = "";
}
