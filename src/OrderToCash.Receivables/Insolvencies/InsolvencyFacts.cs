namespace OrderToCash.Receivables;

/// <summary>What the court or the register says about a debtor.</summary>
public sealed record InsolvencyFacts
{
    /// <summary>The id of the case.</summary>
    public required InsolvencyId Case { get; init; }

    /// <summary>Whose claim.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The debtor.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The currency of the claim; items in another one are a case of their own.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The day the proceedings were opened: the claim is what was owed before it.</summary>
    public required LocalDate OpenedOn { get; init; }

    /// <summary>The day the petition was filed; null when unknown. The window of preferences is counted back from it.</summary>
    public LocalDate? PetitionedOn { get; init; }

    /// <summary>The last day to file the claim, inclusive; null when none was set.</summary>
    public LocalDate? FileBy { get; init; }

    /// <summary>What kind of proceedings, in the words of the court.</summary>
    public string Proceedings { get; init => field = value ?? ""; } = "";

    /// <summary>The court.</summary>
    public string Court { get; init => field = value ?? ""; } = "";

    /// <summary>The court's file number.</summary>
    public required string CourtReference { get; init => field = value ?? ""; } = "";

    /// <summary>Who administers the estate: claims go to them.</summary>
    public string Administrator { get; init => field = value ?? ""; } = "";
}
