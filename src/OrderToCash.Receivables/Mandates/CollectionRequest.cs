namespace OrderToCash.Receivables;

/// <summary>A collection to be made.</summary>
public sealed record CollectionRequest
{
    /// <summary>Unique for us for good; the SEPA character set, at most 35 characters.</summary>
    public required string EndToEndId { get; init; }

    /// <summary>The item it collects; none for several or none.</summary>
    public OpenItemId Item { get; init; }

    /// <summary>How much, in euro, above zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>The day to debit; it rolls to the next business day.</summary>
    public required LocalDate DueOn { get; init; }

    /// <summary>The day the debtor was told amount and day; null when nobody told him.</summary>
    public LocalDate? PreNotifiedOn { get; init; }

    /// <summary>True when it is the last of the row.</summary>
    public bool IsFinal { get; init; }

    /// <summary>The end-to-end id of the returned collection it tries again; empty when it is none.</summary>
    public string RetryOf { get; init => field = value ?? ""; } = "";
}
