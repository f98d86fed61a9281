using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What is paid back.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RefundKind>))]
public enum RefundKind
{
    /// <summary>Money the customer paid too much.</summary>
    Overpayment,

    /// <summary>A credit note.</summary>
    Credit,

    /// <summary>Money received for what is not delivered.</summary>
    Deposit,
}
