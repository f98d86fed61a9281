namespace OrderToCash.Receivables;

/// <summary>What was found about a claim.</summary>
public sealed record DisputeFinding
{
    /// <summary>What of each item the customer rightly does not pay; an item that is not named is owed in full.</summary>
    public EquatableArray<DisputedPart> Valid { get; init; }

    /// <summary>Why, for the customer and the auditor.</summary>
    public required string Explanation { get; init; }

    /// <summary>The day of the decision.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Who decided.</summary>
    public required Actor By { get; init; }
}
