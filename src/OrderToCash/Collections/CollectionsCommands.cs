using OrderToCash.Collections;

namespace OrderToCash;

/// <summary>Executes one letter of a dunning plan.</summary>
public sealed record ExecuteDunning : Command
{
    /// <summary>The letter as it was planned.</summary>
    public required DunningLetter Letter { get; init; }
}

/// <summary>
/// Brings the dunning of a customer in step with the ledger: settled items are cured, items open again are restored.
/// </summary>
public sealed record RefreshDunning : Command
{
    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Which customer.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }
}
