namespace OrderToCash.Receivables;

/// <summary>Money of an insolvent debtor that an administrator may ask back.</summary>
public sealed record InsolvencyPayment
{
    /// <summary>The item of the payment.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>The day the bank booked it.</summary>
    public required LocalDate On { get; init; }

    /// <summary>What came in, above zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>Why it may be asked back.</summary>
    public required InsolvencyPaymentPhase Phase { get; init; }
}
