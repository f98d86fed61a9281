using OrderToCash.Contracts;

namespace OrderToCash;

/// <summary>Drafts a contract from an order.</summary>
public sealed record DraftContract : Command
{
    /// <summary>The contract's number.</summary>
    public required ContractId Contract { get; init; }

    /// <summary>The order whose facts it takes.</summary>
    public required OrderId Order { get; init; }

    /// <summary>The clauses to fill.</summary>
    public required ContractTemplate Template { get; init; }

    /// <summary>From when to when it holds.</summary>
    public required ContractTerm Term { get; init; }

    /// <summary>Values for the merge fields that neither the order nor the parties give.</summary>
    public EquatableArray<ContractField> Fields { get; init; }
}

/// <summary>Approves a version of a contract.</summary>
public sealed record ApproveContract : Command
{
    /// <summary>Which contract.</summary>
    public required ContractId Contract { get; init; }

    /// <summary>Which version, from 1.</summary>
    public required int Version { get; init; }
}

/// <summary>Sends the approved version for signature.</summary>
public sealed record SendContract : Command
{
    /// <summary>Which contract.</summary>
    public required ContractId Contract { get; init; }

    /// <summary>Who has to sign.</summary>
    public required EquatableArray<Signatory> Signatories { get; init; }

    /// <summary>One after the other, or all at once.</summary>
    public required SigningOrder Order { get; init; }

    /// <summary>Until when.</summary>
    public required Instant ExpiresAt { get; init; }
}

/// <summary>Signs a contract.</summary>
public sealed record SignContract : Command
{
    /// <summary>Which contract.</summary>
    public required ContractId Contract { get; init; }

    /// <summary>Who signs.</summary>
    public required PersonId Person { get; init; }

    /// <summary>The hash of the version that was signed.</summary>
    public required ContentHash Hash { get; init; }

    /// <summary>What shows it: the provider's transaction, an address.</summary>
    public required string Evidence { get; init; }
}
