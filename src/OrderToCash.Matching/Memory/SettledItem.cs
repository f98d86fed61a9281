namespace OrderToCash.Matching;

/// <summary>An item a payment was for, and whose it is.</summary>
public readonly record struct SettledItem
{
    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>Its customer.</summary>
    public required CustomerId Customer { get; init; }
}
