namespace OrderToCash.Receivables;

/// <summary>What a legal entity does when a debtor becomes insolvent. Data, by jurisdiction.</summary>
public sealed record InsolvencyPolicy
{
    /// <summary>From when on the uncollectable part is given up, with the tax relief of the ledger's policy.</summary>
    public TaxReliefMoment Relief { get; init; }

    /// <summary>For <see cref="TaxReliefMoment.AfterDue"/>: how many months after the due date.</summary>
    public int ReliefMonths { get; init; }

    /// <summary>
    /// How much of an unsecured claim counts as uncollectable before the end, rounded once per item, a half away from zero; null
    /// for all of it.
    /// </summary>
    public Percentage? UncollectableShare { get; init; }

    /// <summary>How many months before the petition a payment may be voided as a preference; null for three.</summary>
    public int? PreferenceMonths { get; init; }

    /// <summary>Relief with the opening, of all; preferences of three months.</summary>
    public static InsolvencyPolicy Standard { get; } = new();

    /// <summary>The first day a payment may be voided as a preference.</summary>
    internal LocalDate PreferenceFrom(InsolvencyFacts facts) =>
        (facts.PetitionedOn ?? facts.OpenedOn).PlusMonths(-(PreferenceMonths ?? 3));

    /// <summary>The first day an item of a case may be given up; null while it is not known.</summary>
    internal LocalDate? ReliefFrom(InsolvencyCase of, InsolvencyClaimLine line) => Relief switch
    {
        TaxReliefMoment.Opening => of.Facts.OpenedOn,
        TaxReliefMoment.Filing => of.FiledOn,
        TaxReliefMoment.AfterDue => line.DueDate.PlusMonths(ReliefMonths),
        TaxReliefMoment.Closing => of.ClosedOn,
        _ => throw new ArgumentOutOfRangeException(nameof(of), Relief, "An unknown moment of relief."),
    };
}
