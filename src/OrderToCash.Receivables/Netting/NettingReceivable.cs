namespace OrderToCash.Receivables;

/// <summary>What of a receivable is netted.</summary>
public sealed record NettingReceivable
{
    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>Its number.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>Its due date.</summary>
    public required LocalDate DueDate { get; init; }

    /// <summary>How much, above zero.</summary>
    public required Money Amount { get; init; }
}
