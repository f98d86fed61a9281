using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>What a document has under one category and rate (EN 16931 BG-23).</summary>
public readonly record struct TaxSubtotal
{
    private readonly TaxCategory category;
    private readonly Percentage rate;
    private readonly Money taxable;
    private readonly Money tax;

    /// <summary>The category (BT-118).</summary>
    public required TaxCategory Category { get => category; init => category = value; }

    /// <summary>The rate (BT-119).</summary>
    public required Percentage Rate { get => rate; init => rate = value; }

    /// <summary>The sum of the line nets (BT-116).</summary>
    public required Money Base { get => taxable; init => taxable = value; }

    /// <summary>The tax (BT-117).</summary>
    public required Money Tax { get => tax; init => tax = value; }

    /// <summary>Base and tax together.</summary>
    [JsonIgnore]
    public Money Gross => Base + Tax;

    /// <summary>The same as the share that documents and open items carry.</summary>
    /// <param name="taxPoint">The day the tax falls due.</param>
    public TaxShare At(LocalDate taxPoint) =>
        new() { Category = Category, Rate = Rate, Base = Base, Tax = Tax, TaxPoint = taxPoint };

    // Made where it will stay: copying the whole value costs more than all there is to compute for it.
    internal static void Make(ref TaxSubtotal place, in TaxableLine line, Money taxable, Money tax)
    {
        Unsafe.AsRef(in place.category) = line.Category;
        Unsafe.AsRef(in place.rate) = line.Rate;
        Unsafe.AsRef(in place.taxable) = taxable;
        Unsafe.AsRef(in place.tax) = tax;
    }
}
