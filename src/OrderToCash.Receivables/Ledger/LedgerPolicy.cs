namespace OrderToCash.Receivables;

/// <summary>What a legal entity decides about its ledger.</summary>
public sealed record LedgerPolicy
{
    /// <summary>The currency of the books.</summary>
    public required Currency FunctionalCurrency { get; init; }

    /// <summary>The last day of the closed periods, inclusive; null when every period is open.</summary>
    public LocalDate? LockedThrough { get; init; }

    /// <summary>
    /// The largest difference that may be written off, inclusive, in the functional currency; null when none may.
    /// </summary>
    public Money? SmallDifference { get; init; }

    /// <summary>How many days after its last day an early-payment discount is still granted; 0 for none.</summary>
    public int DiscountGraceDays { get; init; }
}
