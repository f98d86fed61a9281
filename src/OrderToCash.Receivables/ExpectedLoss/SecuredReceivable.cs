namespace OrderToCash.Receivables;

/// <summary>What of an item is insured or secured.</summary>
public sealed record SecuredReceivable
{
    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>How much, in its currency; more than is open counts as all of it.</summary>
    public required Money Amount { get; init; }
}
