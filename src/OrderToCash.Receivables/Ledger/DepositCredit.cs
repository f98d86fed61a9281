namespace OrderToCash.Receivables;

/// <summary>The part of a deposit that a credit note over a prepayment gives back.</summary>
public sealed record DepositCredit
{
    /// <summary>The deposit.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>How much of each of its tax shares, base and tax, in their order; shares of nothing stay in place.</summary>
    public required EquatableArray<TaxShare> Shares { get; init; }
}
