namespace OrderToCash.Collections;

/// <summary>A credit of the customer that is not applied yet, as a letter shows it.</summary>
public sealed record DunningLetterCredit
{
    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>The number the customer knows.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>The date on the document.</summary>
    public required LocalDate DocumentDate { get; init; }

    /// <summary>What is left of it, above zero.</summary>
    public required Money Amount { get; init; }
}
