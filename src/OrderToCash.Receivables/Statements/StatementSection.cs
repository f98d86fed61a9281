namespace OrderToCash.Receivables;

/// <summary>The account in one currency.</summary>
public sealed record StatementSection
{
    /// <summary>The balance at the end of the day before the period.</summary>
    public required Money Opening { get; init; }

    /// <summary>What moved it, in the order of dates and of recording; empty on an open-item statement.</summary>
    public EquatableArray<StatementLine> Lines { get; init; }

    /// <summary>What is open at the end, by due date; empty on a balance-forward statement.</summary>
    public EquatableArray<StatementItem> Items { get; init; }

    /// <summary>
    /// The balance at the end of the period: the opening and the lines, the sum of what is open, the total of the ages.
    /// </summary>
    public required Money Closing { get; init; }

    /// <summary>What is open at the end, by age; null when nothing is.</summary>
    public AgingRow? Aging { get; init; }
}
