using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Agrees on netting with a party that is customer and supplier.</summary>
public sealed record AgreeNetting : Command
{
    /// <summary>What is agreed.</summary>
    public required NettingTerms Terms { get; init; }

    /// <summary>The day of the agreement.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>Posts a netting as it was proposed.</summary>
public sealed record PostNetting : Command
{
    /// <summary>The id of the netting.</summary>
    public required NettingId Netting { get; init; }

    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The party.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>Both sides as they were proposed.</summary>
    public required NettingProposal Statement { get; init; }

    /// <summary>What we owe the party now.</summary>
    public required EquatableArray<PayableItem> Payables { get; init; }
}

/// <summary>Undoes a netting: both sides are owed again.</summary>
public sealed record UndoNetting : Command
{
    /// <summary>The netting.</summary>
    public required NettingId Netting { get; init; }

    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The party.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }
}
