using System.Text.Json.Serialization;

namespace OrderToCash.Banking;

/// <summary>
/// What a bank file's section is. The same movement may be reported, notified and stated: book it from one of them.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<BankStatementKind>))]
public enum BankStatementKind
{
    /// <summary>The end-of-day statement with balances (camt.053): what books are kept from.</summary>
    Statement,

    /// <summary>A report during the day (camt.052).</summary>
    Report,

    /// <summary>Single movements or the details of a batch, without balances (camt.054).</summary>
    Notification,
}
