namespace OrderToCash.Tax;

/// <summary>A subtotal of printed totals: an amount, and the tax groups that follow it.</summary>
public sealed record TaxSubtotalRow
{
    /// <summary>Its heading (<see cref="TaxGroup.Subtotal"/>); empty for the net amount.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The net amount and the taxes of the subtotals before it.</summary>
    public required AmountPair Base { get; init; }

    /// <summary>The taxes of its groups.</summary>
    public required AmountPair Tax { get; init; }

    /// <summary>Its groups, in their order.</summary>
    public EquatableArray<TaxGroupRow> Groups { get; init; }
}
