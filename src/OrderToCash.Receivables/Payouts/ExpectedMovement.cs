namespace OrderToCash.Receivables;

/// <summary>A payment, refund or chargeback that our books have with the provider and no payout paid out yet.</summary>
public sealed record ExpectedMovement
{
    /// <summary>Our reference, as the provider repeats it.</summary>
    public required string Payment { get; init; }

    /// <summary>What it is: a charge, a refund, a chargeback, a reversal of either, or a fee that is booked.</summary>
    public required PayoutRowKind Kind { get; init; }

    /// <summary>How much: in above zero, out below.</summary>
    public required Money Gross { get; init; }

    /// <summary>What the provider's account carries it at, in the functional currency; null when that is the gross.</summary>
    public Money? Carried { get; init; }

    /// <summary>
    /// What the provider keeps for it and the books have already, above zero, in the currency of the gross: the fee of a
    /// chargeback. Null when the books have none.
    /// </summary>
    public Money? BookedFee { get; init; }

    /// <summary>That fee in the functional currency; null when that is the same.</summary>
    public Money? CarriedFee { get; init; }

    /// <summary>The business date in our books; null when the host gave it without.</summary>
    public LocalDate? BookedOn { get; init; }

    /// <summary>The entry that has it; none when the host gave it without.</summary>
    public JournalEntryId Entry { get; init; }
}
