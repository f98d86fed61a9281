namespace OrderToCash.Matching;

/// <summary>One thing that speaks for a match.</summary>
public readonly record struct MatchEvidence
{
    /// <summary>What it is.</summary>
    public required EvidenceKind Kind { get; init; }

    /// <summary>
    /// Where in <see cref="IncomingPayment.RemittanceText"/> it starts, from 0; 0 with <see cref="Length"/> 0 when it is not
    /// in the text.
    /// </summary>
    public int Start { get; init; }

    /// <summary>How many characters of the text it covers; 0 when it is not in the text.</summary>
    public int Length { get; init; }

    /// <summary>The item it is about; default when it is about all.</summary>
    public OpenItemId Item { get; init; }
}
