namespace OrderToCash.Receivables;

/// <summary>What is open on an item: above zero owed, below zero a credit.</summary>
public sealed record ItemBalance
{
    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>In the document currency.</summary>
    public required Money Open { get; init; }

    /// <summary>In the functional currency, at booking rates.</summary>
    public required Money OpenFunctional { get; init; }
}
