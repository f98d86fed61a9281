using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>What an early-payment discount means for one part of a document.</summary>
public sealed record CashDiscountShare
{
    /// <summary>The amount without tax.</summary>
    public required Money Net { get; init; }

    /// <summary>The tax charged.</summary>
    public required Money Tax { get; init; }

    /// <summary>By how much the net falls when the discount is taken.</summary>
    public required Money NetReduction { get; init; }

    /// <summary>By how much the tax falls when the discount is taken.</summary>
    public required Money TaxReduction { get; init; }

    /// <summary>The net that is left when the discount is taken; the tax base from the start in the mixed mode.</summary>
    [JsonIgnore]
    public Money DiscountedNet => Net - NetReduction;
}
