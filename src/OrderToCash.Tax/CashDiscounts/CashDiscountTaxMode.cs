using System.Text.Json.Serialization;
using Ardalis.SmartEnum;

namespace OrderToCash.Tax;

/// <summary>What an early-payment discount does to the tax.</summary>
[JsonConverter(typeof(SmartEnumJsonConverter<CashDiscountTaxMode>))]
public sealed class CashDiscountTaxMode : SmartEnum<CashDiscountTaxMode, string>
{
    private CashDiscountTaxMode(string name, string value, bool reduces, bool prepaid) : base(name, value) =>
        (ReducesTax, TaxesDiscountedNet) = (reduces, prepaid);

    /// <summary>
    /// The discount is on the gross amount: the tax falls with it when it is taken, and only then. Germany, and the United
    /// Kingdom since April 2015.
    /// </summary>
    public static readonly CashDiscountTaxMode Included = new(nameof(Included), "included", reduces: true, prepaid: false);

    /// <summary>
    /// The discount is on the net amount and never touches the tax. An approved simplification in the Netherlands.
    /// </summary>
    public static readonly CashDiscountTaxMode Excluded = new(nameof(Excluded), "excluded", reduces: false, prepaid: false);

    /// <summary>
    /// The tax is computed on the discounted net from the start and stays so when the discount is not taken. Belgium, and the
    /// United Kingdom before April 2015.
    /// </summary>
    public static readonly CashDiscountTaxMode Mixed = new(nameof(Mixed), "mixed", reduces: false, prepaid: true);

    /// <summary>True when taking the discount lowers the tax.</summary>
    public bool ReducesTax { get; }

    /// <summary>True when the document's tax is that of the discounted net.</summary>
    public bool TaxesDiscountedNet { get; }
}
