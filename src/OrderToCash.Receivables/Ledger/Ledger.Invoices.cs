namespace OrderToCash.Receivables;

public static partial class Ledger
{
    /// <summary>
    /// Opens an item for each instalment against revenue and taxes. In a foreign currency each line is what the document froze,
    /// or is converted by itself; the cents by which they differ go to <c>rounding.fx</c>. Refuses: ledger.period-locked,
    /// amount-not-positive, other-currency, totals-differ, rate-missing, item-exists, nothing-to-do, more-than-invoiced.
    /// </summary>
    public static Result<LedgerDecision> IssueInvoice(InvoiceFacts facts, LedgerPolicy policy, Actor by, Instant at) =>
        IssueInvoice([], facts, policy, by, at);

    /// <summary>
    /// The same, for an invoice that takes off deposits or clears contract assets: those are the items given. A deposit goes off
    /// with its tax; what it carries is the value of that part of the revenue. Refuses besides: ledger.item-unknown, wrong-kind,
    /// nothing-open.
    /// </summary>
    public static Result<LedgerDecision> IssueInvoice(
        EquatableArray<OpenItem> items, InvoiceFacts facts, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var work = new LedgerWork(items, facts.Entry, facts.DocumentDate, policy, by, at);
        var label = facts.Event.Length > 0 ? facts.Event
            : facts.Deposits.IsEmpty ? JournalEvents.InvoiceIssued : JournalEvents.FinalInvoiceIssued;
        if (facts.Instalments.IsEmpty && !IsPaidBefore(facts)) work.Refuse(LedgerErrors.NothingToDo.At("instalments"));
        else new InvoiceWork(work, facts, at).Post();
        return work.Finish(facts.LegalEntity, label, facts.DocumentNumber,
            customer: facts.Instalments.IsEmpty ? facts.Customer : default);
    }

    // Deposits, or money received outside of these books, may leave nothing to ask for.
    private static bool IsPaidBefore(InvoiceFacts facts) =>
        !facts.Postings.IsEmpty && (!facts.Deposits.IsEmpty || facts.Postings.Any(p => p.Amount.IsNegative));

    /// <summary>
    /// Credits a whole invoice, line by line as its entry says: what is still open on its items is settled, the rest is a credit
    /// of the customer. Parts of it that are not revenue yet go back as far as they are open, the rest of them out of revenue;
    /// contract assets it cleared and deposits it took off are open again. Refuses: ledger.period-locked, item-unknown,
    /// reversal-of-reversal, date-before-entry, wrong-kind, item-exists. The items given are all that the entry moved.
    /// </summary>
    public static Result<LedgerDecision> CreditWholeInvoice(EquatableArray<OpenItem> items, JournalEntry invoice,
        WholeCreditFacts facts, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(invoice);
        var work = new LedgerWork(items, facts.Entry, facts.Date, policy, by, at);
        work.CreditWhole(invoice, facts);
        return work.Finish(invoice.LegalEntity, JournalEvents.CreditNoteIssued, facts.DocumentNumber, customer: invoice.Customer);
    }

    private static void PostCounterpart(
        LedgerWork work, EquatableArray<Posting> postings, ExchangeRate? rate, Money total, Money functional)
    {
        var (posted, value) = (Money.Zero(total.Currency), Money.Zero(functional.Currency));
        for (var i = 0; i < postings.Count; i++)
        {
            var amount = postings[i].Amount;
            if (!IsOf(total.Currency, amount, $"postings[{i}]", work)) continue;
            var converted = work.Functional(amount, postings[i].Functional, rate, $"postings[{i}].functional");
            work.Post(postings[i].Account, -amount, -converted);
            posted += amount;
            value += converted;
        }
        if (posted != total) work.Refuse(LedgerErrors.TotalsDiffer.At("postings", ("instalments", total), ("postings", posted)));
        work.Post(AccountRole.FxRounding, Money.Zero(total.Currency), value - functional);
    }
}
