namespace OrderToCash.Matching;

/// <summary>A way to apply a payment that a person may choose.</summary>
public sealed record MatchAlternative
{
    /// <summary>What would be applied; no promise that another payment's alternative leaves it open.</summary>
    public required EquatableArray<MatchAllocation> Allocations { get; init; }

    /// <summary>How sure, in basis points: 10,000 is certain.</summary>
    public required int Confidence { get; init; }

    /// <summary>The strongest thing that speaks for it.</summary>
    public required EvidenceKind Evidence { get; init; }
}
