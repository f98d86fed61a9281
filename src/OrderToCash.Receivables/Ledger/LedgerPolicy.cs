namespace OrderToCash.Receivables;

/// <summary>What a legal entity decides about its ledger.</summary>
public sealed record LedgerPolicy
{
    /// <summary>The currency of the books.</summary>
    public required Currency FunctionalCurrency { get; init; }

    /// <summary>
    /// The last day of the closed periods, inclusive; null when every period is open. <see cref="LockExceptions"/> may post
    /// there.
    /// </summary>
    public LocalDate? LockedThrough { get; init; }

    /// <summary>
    /// The largest difference that may be written off, inclusive, in the functional currency; null when none may.
    /// </summary>
    public Money? SmallDifference { get; init; }

    /// <summary>How many days after its last day an early-payment discount is still granted; 0 for none.</summary>
    public int DiscountGraceDays { get; init; }

    /// <summary>The last day that is closed for good, inclusive, with no exception; null when there is none.</summary>
    public LocalDate? HardLockedThrough { get; init; }

    /// <summary>Who may post in closed periods for a while.</summary>
    public EquatableArray<LockException> LockExceptions { get; init; }

    /// <summary>Where debts that will not be paid go.</summary>
    public BadDebtMethod BadDebt { get; init; }

    /// <summary>True where a bad debt takes the output tax back, and a recovery owes it again.</summary>
    public bool TaxRelief { get; init; }

    /// <summary>What becomes of revaluations after the closing day.</summary>
    public RevaluationMethod Revaluation { get; init; }

    /// <summary>Whether invoices are recorded with or less the early-payment discount they offer.</summary>
    public DiscountMethod DiscountMethod { get; init; }

    /// <summary>The finding that keeps somebody from posting at a business date; null when it is open to them.</summary>
    internal DomainError? Lock(LocalDate date, Actor by, Instant at)
    {
        if (date <= HardLockedThrough)
            return LedgerErrors.PeriodLocked.At("date", ("date", date), ("lockedThrough", HardLockedThrough));
        if (!(date <= LockedThrough)) return null;
        LockException? last = null;
        foreach (var exception in LockExceptions)
        {
            if (exception.By != by || date < exception.From) continue;
            if (at < exception.Until) return null;
            if (last is null || last.Until < exception.Until) last = exception;
        }
        return last is null
            ? LedgerErrors.PeriodLocked.At("date", ("date", date), ("lockedThrough", LockedThrough))
            : LedgerErrors.LockExceptionExpired.At("date",
                ("date", date), ("lockedThrough", LockedThrough), ("by", by), ("until", last.Until));
    }
}
