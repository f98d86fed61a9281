namespace OrderToCash.Receivables;

/// <summary>A part of an open item that is disputed; the rest of the item stays due.</summary>
public sealed record DisputedPart
{
    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>How much of it, tax included, above zero.</summary>
    public required Money Amount { get; init; }
}
