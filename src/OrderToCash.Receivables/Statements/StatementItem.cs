namespace OrderToCash.Receivables;

/// <summary>An item that is open at the end of a statement's period.</summary>
public sealed record StatementItem
{
    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>What it is.</summary>
    public required OpenItemKind Kind { get; init; }

    /// <summary>The number the customer knows.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>Which instalment of the document, from 1; 0 where there are none.</summary>
    public int Instalment { get; init; }

    /// <summary>The date on the document.</summary>
    public required LocalDate DocumentDate { get; init; }

    /// <summary>The last day to pay.</summary>
    public required LocalDate DueDate { get; init; }

    /// <summary>The original amount, owed above zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>What is open of it, with the sign of the amount.</summary>
    public required Money Open { get; init; }

    /// <summary>
    /// How many days the end of the period is past the due date; zero or below is not late, and zero for credits.
    /// </summary>
    public int DaysPastDue { get; init; }

    /// <summary>How much of it is disputed; null for nothing.</summary>
    public Money? Disputed { get; init; }

    /// <summary>How much of the rest is promised; null for nothing.</summary>
    public Money? Promised { get; init; }
}
