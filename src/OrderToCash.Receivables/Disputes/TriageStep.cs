namespace OrderToCash.Receivables;

/// <summary>One thing that a triage looked at.</summary>
public sealed record TriageStep
{
    /// <summary>The rule: <c>quantity</c>, <c>price</c>, <c>freight</c> ...</summary>
    public required string Rule { get; init; }

    /// <summary>What it found, with its figures, for a clerk.</summary>
    public required string Says { get; init; }

    /// <summary>What it adds to the amount the customer rightly does not pay, or takes off it; null for nothing.</summary>
    public Money? Amount { get; init; }
}
