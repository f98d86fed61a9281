using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>How an account is stated to its customer.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StatementKind>))]
public enum StatementKind
{
    /// <summary>What is open at the end of the period, item by item.</summary>
    OpenItem,

    /// <summary>The balance before the period, what moved it in the period, the balance after it.</summary>
    BalanceForward,
}
