namespace OrderToCash.Invoicing;

/// <summary>
/// What must be credited of a prepayment invoice before a final invoice deducts the rest of it. Prepayment invoices are numbered
/// documents, so what was not paid, or is more than the supply, is taken back by a credit note; a request that was never invoiced
/// (a pro forma) is simply dropped.
/// </summary>
public sealed record PrepaymentSettlement
{
    /// <summary>The prepayment invoice.</summary>
    public required InvoiceId Prepayment { get; init; }

    /// <summary>What was asked for and not received: nobody owes it any more.</summary>
    public required Money Unpaid { get; init; }

    /// <summary>What was received beyond the final invoice: it becomes the customer's credit.</summary>
    public required Money Excess { get; init; }

    /// <summary>
    /// The settlements of a final invoice, in the order of the prepayments; the last ones have the excess. Post a credit note
    /// over each amount above zero (<see cref="CreditNotePosting.Gross"/>; unpaid first, then excess), then
    /// <see cref="DraftInvoice.Deduct"/>, post, and <see cref="InvoiceAccount.DeductIn"/>: one commit.
    /// </summary>
    /// <param name="final">The draft over the whole supply, without deductions.</param>
    /// <param name="prepayments">The prepayment invoices of the supply, in its currency.</param>
    /// <exception cref="CurrencyMismatchException">A prepayment is in another currency.</exception>
    public static EquatableArray<PrepaymentSettlement> Plan(DraftInvoice final, IReadOnlyList<InvoiceAccount> prepayments)
    {
        ArgumentNullException.ThrowIfNull(final);
        ArgumentNullException.ThrowIfNull(prepayments);
        var nothing = Money.Zero(final.Currency);
        var received = prepayments.Select(p => Money.Min(p.Received, p.RemainingGross)).ToArray();
        var excess = Money.Max(nothing, Money.Sum(received, final.Currency) - final.Totals().Gross);
        var plan = new PrepaymentSettlement[prepayments.Count];
        for (var i = plan.Length - 1; i >= 0; i--)
        {
            var taken = Money.Min(excess, received[i]);
            excess -= taken;
            plan[i] = new()
            {
                Prepayment = prepayments[i].Id, Unpaid = prepayments[i].RemainingGross - received[i], Excess = taken,
            };
        }
        return [.. plan];
    }
}
