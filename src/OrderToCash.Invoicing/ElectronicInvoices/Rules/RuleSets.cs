using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>Whose rules a document is held to; <see cref="InvoiceProfile"/> says which belong to a specification.</summary>
[Flags]
[JsonConverter(typeof(JsonStringEnumConverter<RuleSets>))]
public enum RuleSets
{
    /// <summary>None: only the arithmetic of this library (rules <c>O2C-*</c>).</summary>
    None = 0,

    /// <summary>EN 16931, validation 1.3.16 (rules <c>BR-*</c>).</summary>
    En16931 = 1,

    /// <summary>
    /// Peppol BIS Billing 3, May 2026, with the national rules (<c>PEPPOL-*</c>, <c>DE-R-*</c>, <c>NL-R-*</c> ...).
    /// </summary>
    Peppol = 2,

    /// <summary>XRechnung 3.0.2 (<c>BR-DE-*</c>, <c>BR-TMP-*</c>) and the Peppol rules it takes over.</summary>
    XRechnung = 4,

    /// <summary>The extension of XRechnung (<c>BR-DEX-*</c>), which also widens some code lists.</summary>
    XRechnungExtension = 8,
}
