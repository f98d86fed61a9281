namespace OrderToCash.Invoicing;

/// <summary>Supplies to businesses in other member states, per buyer (EC sales list).</summary>
public sealed record RecapitulativeStatement
{
    /// <summary>Whose statement it is.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The period.</summary>
    public required TaxPeriod Period { get; init; }

    /// <summary>One line per buyer's id and kind of supply, ordered by both.</summary>
    public EquatableArray<RecapitulativeLine> Lines { get; init; }

    /// <summary>The sum of the lines.</summary>
    public required Money Total { get; init; }

    /// <summary>What belongs to earlier periods, with its reference; contained in the lines.</summary>
    public EquatableArray<TaxCorrection> Corrections { get; init; }

    /// <summary>True when an entry belongs on a statement.</summary>
    public static bool Lists(TaxJournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Supply is ReportedSupply.UnionGoods or ReportedSupply.Triangulation or ReportedSupply.UnionServices;
    }
}
