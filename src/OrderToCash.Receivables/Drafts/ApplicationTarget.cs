namespace OrderToCash.Receivables;

/// <summary>An item that a credit is applied to.</summary>
public sealed record ApplicationTarget
{
    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>The id of the application.</summary>
    public required ItemApplicationId Application { get; init; }

    /// <summary>How much, in the item's currency; null for what is open.</summary>
    public Money? Amount { get; init; }
}
