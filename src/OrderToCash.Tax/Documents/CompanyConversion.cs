using System.Text.Json.Serialization;
using Ardalis.SmartEnum;

namespace OrderToCash.Tax;

/// <summary>What is converted when the books are kept in another currency than the document is written in.</summary>
[JsonConverter(typeof(SmartEnumJsonConverter<CompanyConversion>))]
public sealed class CompanyConversion : SmartEnum<CompanyConversion, string>
{
    private CompanyConversion(string name, string value) : base(name, value)
    {
    }

    /// <summary>
    /// Every rounded figure of every line, rounded again. What Odoo does with <see cref="TaxRounding.PerLine"/>.
    /// </summary>
    public static readonly CompanyConversion EachLine = new(nameof(EachLine), "each-line");

    /// <summary>
    /// The exact figures, rounded once in the company's currency, as if the document had been written in it. What Odoo does with
    /// <see cref="TaxRounding.PerDocument"/>.
    /// </summary>
    public static readonly CompanyConversion ExactSums = new(nameof(ExactSums), "exact-sums");

    /// <summary>The rounded totals of the document: each is worth its amount times the rate. What ERPNext does.</summary>
    public static readonly CompanyConversion DocumentTotals = new(nameof(DocumentTotals), "document-totals");

    internal static CompanyConversion For(TaxRounding rounding) =>
        rounding.RoundsLineNets && rounding.RoundsLineTaxes ? EachLine : ExactSums;
}
