namespace OrderToCash.Matching;

/// <summary>A part of a row on an open item, in minor units with the sign of the item.</summary>
public readonly record struct MatchedPart
{
    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>The money on it, in the currency of the payment.</summary>
    public required long Cash { get; init; }

    /// <summary>
    /// What the money settles, in minor units of the item's currency, where it came in another one; null where the money itself
    /// settles.
    /// </summary>
    public long? Settles { get; init; }

    /// <summary>The early-payment discount granted.</summary>
    public required long Discount { get; init; }

    /// <summary>The difference written off.</summary>
    public required long WriteOff { get; init; }

    /// <summary>How the payer names it; None when he does not.</summary>
    public required EvidenceKind Naming { get; init; }

    /// <summary>Where in the text, from 0.</summary>
    public int Start { get; init; }

    /// <summary>How many characters of the text; 0 when it is not in the text.</summary>
    public int Length { get; init; }
}
