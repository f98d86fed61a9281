using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>What sort of document an entry of the tax journal is from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TaxEntryKind>))]
public enum TaxEntryKind
{
    /// <summary>An invoice: amounts as they stand on it.</summary>
    Invoice,

    /// <summary>A credit note: amounts with the other sign.</summary>
    CreditNote,
}
