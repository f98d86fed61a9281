namespace OrderToCash.Contracts;

/// <summary>A clause as it was agreed or proposed: no merge fields any more.</summary>
public sealed record ContractClause
{
    /// <summary>The name of the clause within the contract.</summary>
    public required string Key { get; init; }

    /// <summary>What it is about.</summary>
    public required ClauseKind Kind { get; init; }

    /// <summary>The heading.</summary>
    public required string Heading { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }
}
