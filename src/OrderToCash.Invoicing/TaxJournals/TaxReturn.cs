namespace OrderToCash.Invoicing;

/// <summary>
/// The figures of a tax return: boxes by the host's table, totals, what corrects earlier periods, and what no box took. All
/// amounts are in the functional currency and include the corrections.
/// </summary>
public sealed record TaxReturn
{
    /// <summary>Whose return it is.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The period.</summary>
    public required TaxPeriod Period { get; init; }

    /// <summary>All taxable amounts of the period.</summary>
    public required Money Base { get; init; }

    /// <summary>All tax of the period.</summary>
    public required Money Tax { get; init; }

    /// <summary>The boxes, in the order of the table.</summary>
    public EquatableArray<TaxBoxTotal> Boxes { get; init; }

    /// <summary>What belongs to earlier periods, with its reference; contained in the boxes.</summary>
    public EquatableArray<TaxCorrection> Corrections { get; init; }

    /// <summary>Entries that no box took: a gap in the table, to be looked at before filing.</summary>
    public EquatableArray<TaxJournalEntry> Unboxed { get; init; }

    /// <summary>The amount of a box; null when the table has no such box.</summary>
    public Money? AmountOf(string code)
    {
        foreach (var box in Boxes)
            if (box.Code == code) return box.Amount;
        return null;
    }
}
