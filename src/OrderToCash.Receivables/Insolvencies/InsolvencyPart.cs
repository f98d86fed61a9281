namespace OrderToCash.Receivables;

/// <summary>A part of one item: what of it is disputed, secured, admitted, set off or given up.</summary>
public sealed record InsolvencyPart
{
    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>How much; zero or above.</summary>
    public required Money Amount { get; init; }
}
