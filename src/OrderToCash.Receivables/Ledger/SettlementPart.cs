namespace OrderToCash.Receivables;

/// <summary>A part of one item.</summary>
public sealed record SettlementPart
{
    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>The id of the application.</summary>
    public required ItemApplicationId Application { get; init; }

    /// <summary>How much, above zero; null for all that is open.</summary>
    public Money? Amount { get; init; }
}
