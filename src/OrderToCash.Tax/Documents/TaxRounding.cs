using System.Text.Json.Serialization;
using Ardalis.SmartEnum;

namespace OrderToCash.Tax;

/// <summary>
/// Where a document computed from <see cref="TaxDefinition"/>s is rounded; always half away from zero. A document names its
/// policy and keeps it, so that credit notes and final invoices round as it did.
/// </summary>
[JsonConverter(typeof(SmartEnumJsonConverter<TaxRounding>))]
public sealed class TaxRounding : SmartEnum<TaxRounding, string>
{
    private TaxRounding(string name, string value, bool line = false, bool nets = false, bool taxes = false, bool gross = false)
        : base(name, value) =>
        (RoundsLineAmounts, RoundsLineNets, RoundsLineTaxes, RoundsGrossFirst) = (line, nets, taxes, gross);

    /// <summary>
    /// On every line: the line amount, then each tax in the price, the net as what is left, each tax on top; the document adds
    /// rounded figures up. Odoo calls it "round per line".
    /// </summary>
    public static readonly TaxRounding PerLine = new(nameof(PerLine), "per-line", line: true, nets: true, taxes: true);

    /// <summary>
    /// On the document: nothing is rounded on a line; net, and base and amount of each tax, are summed and rounded once. The
    /// difference goes back to the lines by <see cref="DeltaDistribution"/>. Odoo calls it "round globally"; with one tax to a
    /// rate it is what EN 16931 asks for (BR-CO-17). The default.
    /// </summary>
    public static readonly TaxRounding PerDocument = new(nameof(PerDocument), "per-document");

    /// <summary>
    /// On the document, the gross total first: total = round(sum of gross), each tax rounded once, and the net is what is left.
    /// The habit of certified invoicing in Portugal.
    /// </summary>
    public static readonly TaxRounding GrossFirst = new(nameof(GrossFirst), "gross-first", gross: true);

    /// <summary>
    /// Net and taxes of every line, each from the unrounded price. Tryton calls it tax rounding by "line".
    /// </summary>
    public static readonly TaxRounding LineNetsAndTaxes =
        new(nameof(LineNetsAndTaxes), "line-nets-and-taxes", nets: true, taxes: true);

    /// <summary>
    /// The net of every line, but the taxes only on the document, from unrounded prices. Tryton calls it tax rounding by
    /// "document".
    /// </summary>
    public static readonly TaxRounding LineNets = new(nameof(LineNets), "line-nets", nets: true);

    /// <summary>True when a line's amount is rounded before its taxes are computed from it.</summary>
    public bool RoundsLineAmounts { get; }

    /// <summary>True when each line's net amount and tax bases are rounded by themselves.</summary>
    public bool RoundsLineNets { get; }

    /// <summary>True when each line's taxes are rounded by themselves.</summary>
    public bool RoundsLineTaxes { get; }

    /// <summary>True when the gross total is rounded and the net follows from it.</summary>
    public bool RoundsGrossFirst { get; }
}
