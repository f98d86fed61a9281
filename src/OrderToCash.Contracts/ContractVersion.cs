namespace OrderToCash.Contracts;

/// <summary>One wording of a contract; never changed, a counter-proposal is another one.</summary>
public sealed record ContractVersion
{
    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>What it says.</summary>
    public required ContractDraft Content { get; init; }

    /// <summary>The hash of contract, number and content: what signatures are bound to.</summary>
    public required ContentHash Hash { get; init; }

    /// <summary>Which side proposed it.</summary>
    public required ContractSide ProposedBy { get; init; }

    /// <summary>Who recorded it.</summary>
    public required Actor By { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }
}
