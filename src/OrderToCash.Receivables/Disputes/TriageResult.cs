namespace OrderToCash.Receivables;

/// <summary>What the facts say about a claim, and how they came to it.</summary>
public sealed record TriageResult
{
    /// <summary>What they say.</summary>
    public required TriageVerdict Verdict { get; init; }

    /// <summary>What the customer rightly does not pay, from zero to what is claimed; zero when undecided.</summary>
    public required Money ProposedValid { get; init; }

    /// <summary>What was looked at, in order; never empty.</summary>
    public required EquatableArray<TriageStep> Trace { get; init; }

    /// <summary>The trace as one text: what a decision may give as its explanation.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Explanation => string.Join(" ", Trace.Select(s => s.Says));
}
