namespace OrderToCash.Tax;

/// <summary>
/// A document whose taxes stand in one table for all its items, row on row; ERPNext's way. Rows are summed over the items
/// unrounded and rounded once each.
/// </summary>
public sealed record ChargeDocument
{
    /// <summary>The currency of prices and results.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The items.</summary>
    public required EquatableArray<ChargedItem> Items { get; init; }

    /// <summary>The rows, in order.</summary>
    public EquatableArray<Charge> Charges { get; init; }

    /// <summary>A discount on the document; null for none.</summary>
    public Money? Discount { get; init; }

    /// <summary>True when the discount is off the grand total, false off the net total.</summary>
    public bool DiscountsGrandTotal { get; init; }

    /// <summary>The rate to the company's currency; null when it is the same.</summary>
    public ExchangeRate? CompanyRate { get; init; }

    /// <summary>The step the payable total is rounded to; null for no rounding.</summary>
    public Money? PayableStep { get; init; }

    /// <summary>What is wrong with it, all at once; see <see cref="TaxComputationErrors"/>.</summary>
    public EquatableArray<DomainError> Check() => ChargeRules.Check(this);
}
