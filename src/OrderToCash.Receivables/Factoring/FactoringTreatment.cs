using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What an assignment to a factor is in the books.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FactoringTreatment>))]
public enum FactoringTreatment
{
    /// <summary>The risk goes with the receivables: they leave the books (IFRS 9.3.2.6 a).</summary>
    TrueSale,

    /// <summary>The risk stays: they stay in the books, and the advance is borrowed on them (IFRS 9.3.2.15).</summary>
    Borrowing,
}
