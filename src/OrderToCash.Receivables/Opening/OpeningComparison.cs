using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>A control total beside what the rows add up to.</summary>
public sealed record OpeningComparison
{
    /// <summary>For this customer; none for all customers together.</summary>
    public CustomerId Customer { get; init; }

    /// <summary>What the old books had; null when no total was given for it.</summary>
    public Money? Expected { get; init; }

    /// <summary>What the good rows add up to, those taken over before included.</summary>
    public required Money Actual { get; init; }

    /// <summary>True when a total was given and it is met.</summary>
    [JsonIgnore]
    public bool IsMet => Expected == Actual;
}
