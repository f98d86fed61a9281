namespace OrderToCash.Invoicing;

/// <summary>The mandate to collect by (BG-19).</summary>
public sealed record DirectDebit
{
    /// <summary>The mandate (BT-89).</summary>
    public string? MandateReference { get; init; }

    /// <summary>The creditor's identifier at the bank (BT-90).</summary>
    public string? CreditorId { get; init; }

    /// <summary>The account to be debited (BT-91).</summary>
    public string? DebitedAccountId { get; init; }
}
