namespace OrderToCash.Receivables;

/// <summary>
/// What was changed in a mandate since its last collection: the next one tells the debtor's bank what it was before (EPC130-08
/// AT-18 to AT-24).
/// </summary>
public sealed record MandateAmendment
{
    /// <summary>The mandate's reference before; none when it did not change.</summary>
    public MandateId OriginalMandate { get; init; }

    /// <summary>The creditor identifier before; empty when it did not change.</summary>
    public string OriginalCreditorId { get; init => field = value ?? ""; } = "";

    /// <summary>The creditor's name before; empty when it did not change.</summary>
    public string OriginalCreditorName { get; init => field = value ?? ""; } = "";

    /// <summary>The debtor's account before, at the same bank; null when it did not change or the bank did.</summary>
    public Iban? OriginalIban { get; init; }

    /// <summary>True when the account is at another bank now (SMNDA): the old one is not told.</summary>
    public bool IsOtherBank { get; init; }
}
