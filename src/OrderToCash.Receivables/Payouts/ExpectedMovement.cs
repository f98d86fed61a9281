namespace OrderToCash.Receivables;

/// <summary>A payment, refund or chargeback that our books have with the provider and no payout paid out yet.</summary>
public sealed record ExpectedMovement
{
    /// <summary>Our reference, as the provider repeats it.</summary>
    public required string Payment { get; init; }

    /// <summary>What it is: a charge, a refund, a chargeback or its reversal.</summary>
    public required PayoutRowKind Kind { get; init; }

    /// <summary>How much: in above zero, out below.</summary>
    public required Money Gross { get; init; }

    /// <summary>What the provider's account carries it at, in the functional currency; null when that is the gross.</summary>
    public Money? Carried { get; init; }
}
