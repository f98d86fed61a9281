using System.Text.Json.Serialization;

namespace OrderToCash.Matching;

/// <summary>
/// What the engine decided about one payment, and why. The cash of the allocations and the residual add up to the payment, to
/// the minor unit.
/// </summary>
public sealed record MatchDecision
{
    /// <summary>The payment.</summary>
    public required PaymentId Payment { get; init; }

    /// <summary>What became of it.</summary>
    public required MatchOutcome Outcome { get; init; }

    /// <summary>What is applied to which item; empty unless <see cref="IsApplied"/>.</summary>
    public required EquatableArray<MatchAllocation> Allocations { get; init; }

    /// <summary>What of the payment is not applied.</summary>
    public required Money Residual { get; init; }

    /// <summary>How sure, in basis points: 10,000 is certain; 0 when nothing is applied or suggested.</summary>
    public required int Confidence { get; init; }

    /// <summary>
    /// How many wrong hits of this kind chance alone would give, in parts of a million; 0 where a reference decided.
    /// </summary>
    public required int ChancePerMillion { get; init; }

    /// <summary>What speaks for it.</summary>
    public required EquatableArray<MatchEvidence> Evidence { get; init; }

    /// <summary>Up to three ways to apply it, the best first; only of a suggestion.</summary>
    public required EquatableArray<MatchAlternative> Alternatives { get; init; }

    /// <summary>The policy's reason code of a write-off; empty when nothing is written off.</summary>
    public string WriteOffReason { get; init => field = value ?? ""; } = "";

    /// <summary>The payment this one repeats; default unless it is a duplicate.</summary>
    public PaymentId DuplicateOf { get; init; }

    /// <summary>True when money is applied.</summary>
    [JsonIgnore]
    public bool IsApplied => !Allocations.IsEmpty;

    /// <summary>
    /// The decision in words, as a clerk would note it. English, for people; programs read the other properties.
    /// </summary>
    [JsonIgnore]
    public string Explanation => Matching.Explanation.Of(this);
}
