namespace OrderToCash.Invoicing;

/// <summary>What an e-invoice says beyond what a posted document holds: the host knows it.</summary>
public sealed record DocumentParticulars
{
    /// <summary>About the seller.</summary>
    public PartyParticulars Seller { get; init => field = value ?? new(); } = new();

    /// <summary>About the buyer.</summary>
    public PartyParticulars Buyer { get; init => field = value ?? new(); } = new();

    /// <summary>How to pay (BG-16). An instruction without a reference to quote (BT-83) gets that of the invoice.</summary>
    public EquatableArray<PaymentInstruction> PaymentInstructions { get; init; }

    /// <summary>What the buyer routes the document by (BT-10), where the document does not have it.</summary>
    public string? BuyerReference { get; init; }

    /// <summary>The payment terms in words (BT-20), where the document has none.</summary>
    public string? PaymentTerms { get; init; }

    /// <summary>The supporting documents (BG-24).</summary>
    public EquatableArray<SupportingDocument> Attachments { get; init; }

    /// <summary>Nothing more.</summary>
    public static DocumentParticulars None { get; } = new();
}
