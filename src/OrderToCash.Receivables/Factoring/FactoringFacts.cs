namespace OrderToCash.Receivables;

/// <summary>Receivables to be assigned.</summary>
public sealed record FactoringFacts
{
    /// <summary>The id of the assignment.</summary>
    public required FactoringId Assignment { get; init; }

    /// <summary>Whose receivables.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Who owes them: an assignment is of one debtor, a schedule of many is one for each.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The currency of all of them.</summary>
    public required Currency Currency { get; init; }

    /// <summary>What was agreed.</summary>
    public required FactoringTerms Terms { get; init; }

    /// <summary>The day they go over.</summary>
    public required LocalDate On { get; init; }
}
