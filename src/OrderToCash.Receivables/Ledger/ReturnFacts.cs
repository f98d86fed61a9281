namespace OrderToCash.Receivables;

/// <summary>Money that went back: a bounced cheque, a returned collection, a recalled transfer.</summary>
public sealed record ReturnFacts
{
    /// <summary>The id of the entry that takes the payment back.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>The payment.</summary>
    public required OpenItemId Payment { get; init; }

    /// <summary>The id of the application that closes the payment item.</summary>
    public required ItemApplicationId Closing { get; init; }

    /// <summary>The booking date of the bank.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>
    /// What the bank charges for it, beside the original amount, in the functional currency; null when nothing.
    /// </summary>
    public Money? Charges { get; init; }

    /// <summary>The id of the entry for the charges; none when there are none.</summary>
    public JournalEntryId ChargesEntry { get; init; }

    /// <summary>
    /// The id of the item the customer owes where money of the payment is gone already: paid out, given as a credit, deducted in
    /// a final invoice. None refuses a return of such a payment.
    /// </summary>
    public OpenItemId Owed { get; init; }

    /// <summary>
    /// Of a deposit in a foreign currency: what is left of each of its taxes in the functional currency, as the tax journal shows
    /// it; empty takes the part of what was booked with the receipt.
    /// </summary>
    public EquatableArray<Money> FunctionalTaxes { get; init; }
}
