using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>Why a factor gives a receivable back.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FactoringReturnReason>))]
public enum FactoringReturnReason
{
    /// <summary>The debtor did not pay; only where there is recourse.</summary>
    NotPaid,

    /// <summary>The debtor disputes it: that a receivable exists is always the seller's warranty.</summary>
    Disputed,

    /// <summary>It should not have been assigned.</summary>
    Mistake,
}
