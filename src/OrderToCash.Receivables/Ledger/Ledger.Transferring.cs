namespace OrderToCash.Receivables;

public static partial class Ledger
{
    /// <summary>
    /// Moves money on account from one customer to another, or into the currency of the items it is for: the payment is settled
    /// by a transfer, and there is a new item of the same value, rate and reference, in one entry on the account the money
    /// stands on. It is applied and refunded like a payment of its own; it is taken back by <see cref="Unapply"/> of the
    /// transfer while nothing of it is used, and by the return of the payment in any case. Refuses: ledger.period-locked,
    /// item-unknown, wrong-kind (no payment), same-customer, totals-differ (settles another amount of its own currency),
    /// reason-missing, nothing-open, other-currency, amount-not-positive, more-than-open, date-before-document,
    /// application-exists, item-exists.
    /// </summary>
    public static Result<LedgerDecision> TransferPayment(
        OpenItem item, TransferFacts facts, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(facts);
        var work = new LedgerWork([item], facts.Entry, facts.Date, policy, by, at);
        work.Transfer(facts);
        return work.Finish(item.LegalEntity, JournalEvents.PaymentTransferred, item.DocumentNumber);
    }
}
