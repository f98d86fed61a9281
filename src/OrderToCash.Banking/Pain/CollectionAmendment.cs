namespace OrderToCash.Banking;

/// <summary>
/// What a mandate said at its last collection, where it says something else now (AmdmntInfDtls, EPC130-08 AT-24): the debtor's
/// bank keeps its list by it.
/// </summary>
public sealed record CollectionAmendment
{
    /// <summary>The mandate's reference before; empty when it did not change.</summary>
    public string OriginalMandateId { get; init => field = value ?? ""; } = "";

    /// <summary>The creditor identifier before; empty when it did not change.</summary>
    public string OriginalCreditorId { get; init => field = value ?? ""; } = "";

    /// <summary>The creditor's name before; empty when it did not change.</summary>
    public string OriginalCreditorName { get; init => field = value ?? ""; } = "";

    /// <summary>The debtor's account before, at the same bank; null when it did not change.</summary>
    public Iban? OriginalIban { get; init; }

    /// <summary>True when the account is at another bank now: written as SMNDA, same mandate, new debtor account.</summary>
    public bool IsOtherBank { get; init; }
}
