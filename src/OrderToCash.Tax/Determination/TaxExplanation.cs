namespace OrderToCash.Tax;

/// <summary>A determination with the way it went: every rule that was asked, in order, the one that decided last.</summary>
public sealed record TaxExplanation
{
    /// <summary>The treatment; null when it was refused.</summary>
    public TaxTreatment? Treatment { get; init; }

    /// <summary>Why it was refused; empty otherwise.</summary>
    public EquatableArray<DomainError> Errors { get; init; }

    /// <summary>What the rules said.</summary>
    public EquatableArray<RuleVerdict> Verdicts { get; init; }
}
