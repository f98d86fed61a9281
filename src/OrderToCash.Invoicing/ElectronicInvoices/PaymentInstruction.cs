namespace OrderToCash.Invoicing;

/// <summary>A way to pay (BG-16).</summary>
public sealed record PaymentInstruction
{
    /// <summary>The means of payment (UNTDID 4461) (BT-81).</summary>
    public string? MeansCode { get; init; }

    /// <summary>The means in words (BT-82).</summary>
    public string? MeansText { get; init; }

    /// <summary>What the payer is to quote (BT-83).</summary>
    public string? RemittanceInformation { get; init; }

    /// <summary>The accounts to transfer to (BG-17).</summary>
    public EquatableArray<CreditTransfer> Transfers { get; init; }

    /// <summary>The card that was charged (BG-18).</summary>
    public PaymentCard? Card { get; init; }

    /// <summary>The mandate to collect by (BG-19).</summary>
    public DirectDebit? DirectDebit { get; init; }
}
