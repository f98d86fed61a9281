namespace OrderToCash.Receivables;

/// <summary>What an attempt is to pay of an item.</summary>
public sealed record PaymentShare
{
    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>How much, above zero.</summary>
    public required Money Amount { get; init; }
}
