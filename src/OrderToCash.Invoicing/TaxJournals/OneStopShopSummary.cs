namespace OrderToCash.Invoicing;

/// <summary>What is declared and paid through the one-stop shop for a period.</summary>
public sealed record OneStopShopSummary
{
    /// <summary>Whose declaration it is.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The period.</summary>
    public required TaxPeriod Period { get; init; }

    /// <summary>The period's own supplies, ordered by member state and rate.</summary>
    public EquatableArray<OneStopShopLine> Lines { get; init; }

    /// <summary>Corrections of earlier periods, ordered by member state and period; not contained in the lines.</summary>
    public EquatableArray<OneStopShopCorrection> Corrections { get; init; }

    /// <summary>The tax of lines and corrections together.</summary>
    public required Money Payable { get; init; }
}
