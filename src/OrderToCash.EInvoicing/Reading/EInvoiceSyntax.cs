using System.Text.Json.Serialization;

namespace OrderToCash.EInvoicing;

/// <summary>The two syntaxes of EN 16931.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EInvoiceSyntax>))]
public enum EInvoiceSyntax
{
    /// <summary>OASIS UBL 2.1, Invoice or CreditNote (ISO/IEC 19845).</summary>
    Ubl,

    /// <summary>UN/CEFACT Cross Industry Invoice D16B (also in Factur-X, ZUGFeRD and XRechnung).</summary>
    Cii,
}
