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

    /// <summary>What a customer kept back of an invoice, as an item of its own.</summary>
    Deduction,

    /// <summary>Card money that was taken back from us.</summary>
    Chargeback,

    /// <summary>A fee or a compensation for late payment.</summary>
    Fee,

    /// <summary>Interest charged.</summary>
    Interest,

    /// <summary>Money received for what will be delivered later.</summary>
    Deposit,

    /// <summary>A part of an invoice or receipt that is not revenue yet: a contract liability, a rebate to come.</summary>
    Deferral,

    /// <summary>Revenue before the right to invoice it.</summary>
    ContractAsset,
}
