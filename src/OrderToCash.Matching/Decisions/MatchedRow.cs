namespace OrderToCash.Matching;

/// <summary>What the engine decided about a row: codes and figures of a <see cref="MatchDecision"/>, no objects.</summary>
public readonly record struct MatchedRow
{
    /// <summary>The payment's number.</summary>
    public required long Number { get; init; }

    /// <summary>What became of it.</summary>
    public required MatchOutcome Outcome { get; init; }

    /// <summary>How sure, in basis points; 0 when nothing is applied.</summary>
    public required int Confidence { get; init; }

    /// <summary>How many wrong hits of this kind chance alone would give, in parts of a million.</summary>
    public required int ChancePerMillion { get; init; }

    /// <summary>Minor units that are not applied.</summary>
    public required long Residual { get; init; }

    /// <summary>How the payer is known; None when that did not matter.</summary>
    public EvidenceKind Payer { get; init; }

    /// <summary>How the amount agrees; None when it does not.</summary>
    public EvidenceKind Amount { get; init; }

    /// <summary>The number of the payment this one repeats; null unless it is a duplicate.</summary>
    public long? DuplicateOf { get; init; }
}
