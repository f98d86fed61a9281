using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>
/// A neutral proposal of one posting, without tax: the ledger that takes it adds what it needs (receivable, tax, functional
/// amounts). Accounts are roles.
/// </summary>
public sealed record RevenueProposal
{
    /// <summary>What it is about: the invoice's number, or the billable item.</summary>
    public required string Source { get; init; }

    /// <summary>The line of the invoice, from 1; zero for billable items.</summary>
    public int Line { get; init; }

    /// <summary>The day to post on.</summary>
    public required LocalDate On { get; init; }

    /// <summary>What it does.</summary>
    public required RevenueStep Step { get; init; }

    /// <summary>How much; below zero for what is taken back.</summary>
    public required Money Amount { get; init; }

    /// <summary>
    /// The role debited: <c>liability.contract</c>, <c>asset.unbilled</c>, <c>revenue.sales</c>; empty where the invoice
    /// debits its receivable.
    /// </summary>
    [JsonIgnore]
    public string Debit => Step switch
    {
        RevenueStep.Released => ContractLiability,
        RevenueStep.Accrued => Unbilled,
        RevenueStep.AccrualReversed => Sales,
        _ => "",
    };

    /// <summary>The role credited.</summary>
    [JsonIgnore]
    public string Credit => Step switch
    {
        RevenueStep.Deferred => ContractLiability,
        RevenueStep.AccrualReversed => Unbilled,
        _ => Sales,
    };

    /// <summary>The role of revenue.</summary>
    public const string Sales = "revenue.sales";

    /// <summary>The role of what was billed and is to be performed (IFRS 15.106).</summary>
    public const string ContractLiability = "liability.contract";

    /// <summary>The role of what was performed and is not billed (IFRS 15.107).</summary>
    public const string Unbilled = "asset.unbilled";
}
