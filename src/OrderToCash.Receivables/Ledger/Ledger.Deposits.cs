namespace OrderToCash.Receivables;

public static partial class Ledger
{
    /// <summary>
    /// Turns parts of deposits into a credit of the customer: the credit note over a prepayment that was received. The posting on
    /// <c>liability.customer-deposit</c> is the sum of the parts' bases; what they carry differently is a realised exchange
    /// result. Refuses as <see cref="IssueCreditNote(CreditNoteFacts, LedgerPolicy, Actor, Instant)"/> does, and:
    /// ledger.item-unknown, wrong-kind, nothing-open, more-than-open. The items given are the deposits.
    /// </summary>
    public static Result<LedgerDecision> CreditDeposits(EquatableArray<OpenItem> items, CreditNoteFacts facts,
        EquatableArray<DepositCredit> parts, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var work = new LedgerWork(items, facts.Entry, facts.DocumentDate, policy, by, at);
        var deposits = facts.Postings.Where(p => p.Account == AccountRole.CustomerDeposit).ToEquatableArray();
        if (deposits.Count != 1 || parts.IsEmpty) work.Refuse(LedgerErrors.NothingToDo.At("parts"));
        else CreditDeposits(work, facts, deposits[0], parts, at);
        return work.Finish(facts.LegalEntity, JournalEvents.CreditNoteIssued, facts.DocumentNumber);
    }

    /// <summary>
    /// Opens deposits again that a final invoice took off, at what they carried, and takes the revenue behind them back; their
    /// tax was never taken off. Refuses: ledger.item-unknown, wrong-kind, entry-reversed (the invoice took nothing off, or it was
    /// released before), date-before-application, totals-differ, period-locked. The items given are the deposits.
    /// </summary>
    public static Result<LedgerDecision> ReleaseDeposits(
        EquatableArray<OpenItem> items, DepositReleaseFacts facts, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var work = new LedgerWork(items, facts.Entry, facts.Date, policy, by, at);
        if (items.IsEmpty) work.Refuse(LedgerErrors.NothingToDo.At("items"));
        else
        {
            var released = Money.Zero(items[0].Amount.Currency);
            var value = Money.Zero(policy.FunctionalCurrency);
            foreach (var item in items)
            {
                var (amount, carried) = work.ReleaseDeposit(item.Id, facts.Invoice);
                if (work.IsRefused) break;
                (released, value) = (released + amount, value + carried);
            }
            if (!work.IsRefused)
            {
                work.Post(facts.Role.IsNone ? AccountRole.SalesReturns : facts.Role, released, value);
                if (!facts.Postings.IsEmpty)
                    PostCounterpart(work, Opposite(facts.Postings), null, Money.Zero(released.Currency),
                        Money.Zero(value.Currency));
            }
        }
        return work.Finish(Entity(items), JournalEvents.DepositReleased, facts.DocumentNumber);
    }

    private static void CreditDeposits(LedgerWork work, CreditNoteFacts facts, Posting deposits,
        EquatableArray<DepositCredit> parts, Instant at)
    {
        var currency = deposits.Amount.Currency;
        var (taken, carried) = (Money.Zero(currency), Money.Zero(work.FunctionalCurrency));
        for (var i = 0; i < parts.Count; i++)
        {
            var (amount, value) = work.TakeDeposit(parts[i], facts.Item, $"parts[{i}]");
            if (work.IsRefused) return;
            (taken, carried) = (taken + amount, carried + value);
        }
        if (taken != deposits.Amount)
            work.Refuse(LedgerErrors.TotalsDiffer.At("parts", ("instalments", deposits.Amount), ("postings", taken)));
        var total = Money.Zero(currency);
        foreach (var posting in facts.Postings) total += posting.Amount;
        if (!total.IsPositive) work.Refuse(LedgerErrors.AmountNotPositive.At("postings", ("amount", total)));
        var functional = CreditValue(work, facts, total);
        var booked = work.Functional(deposits.Amount, deposits.Functional, facts.Rate, "postings.functional");
        if (work.IsRefused) return;
        work.Open(Item(facts, total, functional, at), "item");
        var rest = facts.Postings.Where(p => p.Account != AccountRole.CustomerDeposit).ToEquatableArray();
        PostCounterpart(work, Opposite(rest), facts.Rate, taken - total, booked - functional);
        var result = booked - carried;
        work.Post(result.IsPositive ? AccountRole.RealisedLoss : AccountRole.RealisedGain, Money.Zero(currency), result);
    }
}
