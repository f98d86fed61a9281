using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>The totals of a document, as EN 16931 names them (BG-22).</summary>
public sealed record InvoiceTotals
{
    /// <summary>The sum of the line nets (BT-106).</summary>
    public required Money LineNet { get; init; }

    /// <summary>The sum of the tax (BT-110).</summary>
    public required Money Tax { get; init; }

    /// <summary>The total without tax (BT-109): as long as there are no document charges, the line nets.</summary>
    [JsonIgnore]
    public Money Net => LineNet;

    /// <summary>The total with tax (BT-112).</summary>
    [JsonIgnore]
    public Money Gross => Net + Tax;

    /// <summary>What is to be paid (BT-115).</summary>
    [JsonIgnore]
    public Money Payable => Gross;

    internal static InvoiceTotals Of(TaxBreakdown breakdown) => new() { LineNet = breakdown.Net, Tax = breakdown.Tax };

    internal static InvoiceTotals Of(EquatableArray<TaxShare> shares, Currency currency)
    {
        var (net, tax) = (Money.Zero(currency), Money.Zero(currency));
        foreach (var share in shares) (net, tax) = (net + share.Base, tax + share.Tax);
        return new() { LineNet = net, Tax = tax };
    }
}
