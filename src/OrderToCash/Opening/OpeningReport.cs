using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>What an import of opening balances did.</summary>
public sealed record OpeningReport
{
    /// <summary>How many items it took over.</summary>
    public required int NewItems { get; init; }

    /// <summary>How many rows had been taken over before it.</summary>
    public required int AlreadyThere { get; init; }

    /// <summary>
    /// Every bad row with its line, every control total that is not met, and what could not be posted; empty when all is in.
    /// </summary>
    public EquatableArray<DomainError> Findings { get; init; }

    /// <summary>The totals of the good rows per customer and currency beside those of the old books.</summary>
    public EquatableArray<OpeningComparison> Totals { get; init; }
}
