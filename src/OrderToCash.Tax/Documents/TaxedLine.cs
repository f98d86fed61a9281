using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>A line with its part of the document's net and taxes. The lines add up to the document.</summary>
public sealed record TaxedLine
{
    /// <summary>Where it comes from.</summary>
    public LineOrigin Origin { get; init; }

    /// <summary>The net amount the line would have alone.</summary>
    public required AmountPair NetAlone { get; init; }

    /// <summary>The amount with taxes the line would have alone.</summary>
    public required AmountPair GrossAlone { get; init; }

    /// <summary>Its part of the document's net amount.</summary>
    public required AmountPair Net { get; init; }

    /// <summary>Its taxes, in the order they are computed.</summary>
    public EquatableArray<TaxedAmount> Taxes { get; init; }

    /// <summary>By how much the rounding of the document changed its net amount.</summary>
    [JsonIgnore]
    public AmountPair NetAdjustment => Net - NetAlone;

    /// <summary>Its part of the document's total.</summary>
    [JsonIgnore]
    public AmountPair Gross
    {
        get
        {
            var gross = Net;
            foreach (var tax in Taxes) gross += tax.Tax;
            return gross;
        }
    }

    /// <summary>The same with all signs turned: a deduction, a credit.</summary>
    public TaxedLine Reversed() => this with
    {
        NetAlone = -NetAlone,
        GrossAlone = -GrossAlone,
        Net = -Net,
        Taxes = Taxes.Select(t => t with { Base = -t.Base, Tax = -t.Tax }).ToEquatableArray(),
    };
}
