using System.Text.Json.Serialization;

namespace OrderToCash.Banking;

/// <summary>The SEPA direct debit scheme.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DirectDebitScheme>))]
public enum DirectDebitScheme
{
    /// <summary>Core: the debtor can have it back for eight weeks without a reason.</summary>
    Core,

    /// <summary>Business to business: no refund, the debtor's bank knows the mandate.</summary>
    B2B,
}
