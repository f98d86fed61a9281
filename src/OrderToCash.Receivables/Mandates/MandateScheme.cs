using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>The SEPA scheme a mandate was given for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MandateScheme>))]
public enum MandateScheme
{
    /// <summary>Core: the debtor can have the money back for eight weeks, and for 13 months when he never agreed.</summary>
    Core,

    /// <summary>Business to business: no refund; the debtor's bank knows the mandate.</summary>
    B2B,
}
