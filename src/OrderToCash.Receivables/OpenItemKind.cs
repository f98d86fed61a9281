using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What an open item is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OpenItemKind>))]
public enum OpenItemKind
{
    /// <summary>An instalment of an invoice: the customer owes it.</summary>
    Invoice,

    /// <summary>A credit note not yet applied: it lowers what the customer owes.</summary>
    CreditNote,

    /// <summary>Money received and not yet applied.</summary>
    Payment,
}
