using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>What kind of document an engine is asked about.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TaxDocumentKind>))]
public enum TaxDocumentKind
{
    /// <summary>An invoice: nets are usually above zero.</summary>
    Invoice,

    /// <summary>A credit note: nets are usually below zero.</summary>
    CreditNote,
}
