namespace OrderToCash.Tax;

/// <summary>A tax group in printed totals.</summary>
public sealed record TaxGroupRow
{
    /// <summary>Which group; empty for the unnamed one.</summary>
    public string GroupId { get; init => field = value ?? ""; } = "";

    /// <summary>What its taxes are computed from; a line under several of them counts once.</summary>
    public required AmountPair Base { get; init; }

    /// <summary>Its taxes.</summary>
    public required AmountPair Tax { get; init; }

    /// <summary>
    /// The base to print: the amount with tax for division taxes that are in the price, none for amounts per quantity.
    /// </summary>
    public AmountPair? ShownBase { get; init; }
}
