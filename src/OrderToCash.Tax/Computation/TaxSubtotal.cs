using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>What a document has under one category and rate (EN 16931 BG-23).</summary>
public readonly record struct TaxSubtotal
{
    /// <summary>The category (BT-118).</summary>
    public required TaxCategory Category { get; init; }

    /// <summary>The rate (BT-119).</summary>
    public required Percentage Rate { get; init; }

    /// <summary>The sum of the line nets (BT-116).</summary>
    public required Money Base { get; init; }

    /// <summary>The tax (BT-117).</summary>
    public required Money Tax { get; init; }

    /// <summary>Base and tax together.</summary>
    [JsonIgnore]
    public Money Gross => Base + Tax;

    /// <summary>The same as the share that documents and open items carry.</summary>
    /// <param name="taxPoint">The day the tax falls due.</param>
    public TaxShare At(LocalDate taxPoint) =>
        new() { Category = Category, Rate = Rate, Base = Base, Tax = Tax, TaxPoint = taxPoint };
}
