namespace OrderToCash.Receivables;

public static partial class Ledger
{
    /// <summary>
    /// Moves money on account, or a part of it, to another customer's account in the same books, at what it carries; it keeps its
    /// document date and stands there from the business date on. <see cref="Reverse"/> takes it back while it is not used.
    /// Refuses: ledger.wrong-kind for what is no payment, nothing-open, more-than-open, amount-not-positive,
    /// other-currency, other-customer where both are the same, item-exists, application-exists, date-before-document,
    /// period-locked.
    /// </summary>
    public static Result<LedgerDecision> MoveCredit(
        OpenItem item, MoveCreditFacts facts, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(facts);
        var work = new LedgerWork([item], facts.Entry, facts.Date, policy, by, at);
        work.MoveTo(item.Id, facts);
        return work.Finish(item.LegalEntity, JournalEvents.CreditMoved, item.DocumentNumber);
    }
}
