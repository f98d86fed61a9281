namespace OrderToCash.Receivables;

/// <summary>An instalment and the id of the open item it becomes.</summary>
public sealed record InstalmentItem
{
    /// <summary>The id of the open item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>Due date, amount, discounts and tax shares.</summary>
    public required Instalment Instalment { get; init; }

    /// <summary>The amount in the functional currency as the document froze it; null to convert it by the rate.</summary>
    public Money? Functional { get; init; }
}
