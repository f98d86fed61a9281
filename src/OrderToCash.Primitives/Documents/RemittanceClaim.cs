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

    /// <summary>What the payer keeps back of the document beside an early-payment discount; null when he does not say.</summary>
    public Money? KeptBack { get; init; }

    /// <summary>Why he keeps it back, as he or the format codes it; several joined by +, empty when he does not say.</summary>
    public string KeptBackReason { get; init => field = value ?? ""; } = "";
}
