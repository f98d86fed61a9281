namespace OrderToCash.Primitives;

/// <summary>What a payer says a payment, or a part of it, is for.</summary>
public sealed record RemittanceClaim
{
    /// <summary>The structured creditor reference (RF, QRR, OGM ...); empty when there is none.</summary>
    public string StructuredReference { get; init => field = value ?? ""; } = "";

    /// <summary>The document number claimed; empty when there is none.</summary>
    public string DocumentNumber { get; init => field = value ?? ""; } = "";

    /// <summary>The amount paid on it; null when the payer does not say.</summary>
    public Money? Amount { get; init; }
}
