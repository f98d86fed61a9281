namespace OrderToCash.Receivables;

/// <summary>The final invoice that took deposits off was credited as a whole: they are deposits again.</summary>
public sealed record DepositReleaseFacts
{
    /// <summary>The id of the entry to post.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>The entry of the final invoice.</summary>
    public required JournalEntryId Invoice { get; init; }

    /// <summary>The number of the credit note.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>
    /// What the credit note takes back beside, where it comes to nothing and has no entry of its own: revenue and taxes that add
    /// up to zero.
    /// </summary>
    public EquatableArray<Posting> Postings { get; init; }

    /// <summary>Where the revenue behind the deposits is taken back; none for <c>revenue.sales-returns</c>.</summary>
    public AccountRole Role { get; init; }
}
