namespace OrderToCash.Receivables;

public static partial class Ledger
{
    /// <summary>
    /// Charges a fee or compensation for late payment (receivable.trade against revenue.late-fees). Refuses as
    /// <see cref="IssueInvoice(InvoiceFacts, LedgerPolicy, Actor, Instant)"/> does.
    /// </summary>
    public static Result<LedgerDecision> ChargeFee(ChargeFacts facts, LedgerPolicy policy, Actor by, Instant at) =>
        Charge(facts, OpenItemKind.Fee, AccountRole.LateFees, JournalEvents.LateFeeCharged, policy, by, at);

    /// <summary>
    /// Charges interest (receivable.interest against revenue.interest); <see cref="InterestAmount"/> computes it. Refuses as
    /// <see cref="IssueInvoice(InvoiceFacts, LedgerPolicy, Actor, Instant)"/> does.
    /// </summary>
    public static Result<LedgerDecision> ChargeInterest(ChargeFacts facts, LedgerPolicy policy, Actor by, Instant at) =>
        Charge(facts, OpenItemKind.Interest, AccountRole.InterestRevenue, JournalEvents.InterestCharged, policy, by, at);

    /// <summary>
    /// Card money leaves the account its receipt came to, with a fee; it becomes an item of its own (receivable.chargebacks). A
    /// receipt is charged back at most once as a whole: what earlier chargebacks took and did not give back counts. Refuses:
    /// ledger.not-a-receipt, reversal-of-reversal, date-before-entry, amount-not-positive, other-currency, more-than-open,
    /// rate-missing, item-exists, period-locked.
    /// </summary>
    /// <param name="earlier">The chargebacks so far; those of other receipts do no harm.</param>
    /// <param name="receipt">The entry that brought the money.</param>
    /// <param name="facts">The case.</param>
    /// <param name="policy">The policy of the books.</param>
    /// <param name="by">Who gives the command.</param>
    /// <param name="at">Now.</param>
    public static Result<LedgerDecision> ReceiveChargeback(
        EquatableArray<OpenItem> earlier, JournalEntry receipt, ChargebackFacts facts, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        ArgumentNullException.ThrowIfNull(facts);
        var work = new LedgerWork(earlier, facts.Entry, facts.Date, policy, by, at);
        if (!receipt.Reverses.IsNone)
            work.Refuse(LedgerErrors.ReversalOfReversal.At("receipt", ("entry", receipt.Id), ("reversed", receipt.Reverses)));
        var money = receipt.Lines.FirstOrDefault(line => line.Account.IsCash && line.Side == EntrySide.Debit);
        ChargeBack(work, new(receipt.Id, receipt.LegalEntity, receipt.Date, money), earlier, facts, at);
        return work.Finish(receipt.LegalEntity, JournalEvents.ChargebackReceived, facts.DocumentNumber);
    }

    /// <summary>
    /// The same for the item a payment opened, which knows its receipt. Refuses besides: ledger.entry-reversed (the payment was
    /// returned: the money is gone already), item-quarantined, other-customer.
    /// </summary>
    /// <param name="earlier">The chargebacks so far; those of other receipts do no harm.</param>
    /// <param name="payment">The payment.</param>
    /// <param name="facts">The case.</param>
    /// <param name="policy">The policy of the books.</param>
    /// <param name="by">Who gives the command.</param>
    /// <param name="at">Now.</param>
    public static Result<LedgerDecision> ReceiveChargeback(
        EquatableArray<OpenItem> earlier, OpenItem payment, ChargebackFacts facts, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(payment);
        ArgumentNullException.ThrowIfNull(facts);
        var work = new LedgerWork(earlier, facts.Entry, facts.Date, policy, by, at);
        foreach (var finding in payment.Check())
            work.Refuse(LedgerErrors.ItemQuarantined.At("payment",
                ("item", payment.Id), ("finding", finding.Message), ("code", finding.Code)));
        if (payment.Applications.Any(a => a is { IsLive: true, Kind: ApplicationKind.Return }))
            work.Refuse(LedgerErrors.EntryReversed.At("payment", ("entry", payment.Entry), ("item", payment.Id)));
        if (payment.Customer != facts.Customer)
            work.Refuse(LedgerErrors.OtherCustomer.At("customer",
                ("credit", payment.Id), ("creditCustomer", payment.Customer),
                ("debit", facts.Item), ("debitCustomer", facts.Customer)));
        var money = payment.IsDebit ? null
            : payment.Receipt.FirstOrDefault(line => line.Account.IsCash && line.Side == EntrySide.Debit);
        ChargeBack(work, new(payment.Entry, payment.LegalEntity, payment.DocumentDate, money), earlier, facts, at);
        return work.Finish(payment.LegalEntity, JournalEvents.ChargebackReceived, facts.DocumentNumber);
    }

    /// <summary>
    /// Books what a bank charges for itself (expense.bank-charges). Refuses: ledger.amount-not-positive, rate-missing,
    /// period-locked.
    /// </summary>
    public static Result<LedgerDecision> BookBankCharge(BankChargeFacts facts, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var work = new LedgerWork([], facts.Entry, facts.Date, policy, by, at);
        if (!facts.Amount.IsPositive) work.Refuse(LedgerErrors.AmountNotPositive.At("amount", ("amount", facts.Amount)));
        var value = work.Functional(facts.Amount, facts.Rate, "rate");
        work.Post(AccountRole.BankCharges, facts.Amount, value);
        work.Post(facts.CashAccount.IsNone ? AccountRole.Bank : facts.CashAccount, -facts.Amount, -value);
        return work.Finish(facts.LegalEntity, JournalEvents.BankChargeBooked, facts.DocumentNumber);
    }

    /// <summary>
    /// Books what a payment service provider paid out, as its reconciliation proposes. Refuses: <c>payout.not-reconciled</c>,
    /// ledger.period-locked.
    /// </summary>
    public static Result<LedgerDecision> BookPayout(PayoutReconciliation payout, JournalEntryId entry, LegalEntityId legalEntity,
        LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(payout);
        var work = new LedgerWork([], entry, payout.Report.PaidOn, policy, by, at);
        if (!payout.IsReconciled)
            work.Refuse(PayoutErrors.NotReconciled.With(
                ("payout", payout.Report.Id), ("findings", payout.Findings.Count)));
        foreach (var line in payout.Proposal) work.Post(line.Account, line.SignedDocument, line.SignedFunctional);
        return work.Finish(legalEntity, JournalEvents.PayoutReceived, payout.Report.Id.Value);
    }

    private sealed record Receipt(JournalEntryId Entry, LegalEntityId LegalEntity, LocalDate Date, JournalLine? Money);

    private static void ChargeBack(
        LedgerWork work, Receipt receipt, EquatableArray<OpenItem> earlier, ChargebackFacts facts, Instant at)
    {
        if (facts.Date < receipt.Date)
            work.Refuse(LedgerErrors.DateBeforeEntry.At("date",
                ("date", facts.Date), ("entry", receipt.Entry), ("on", receipt.Date)));
        if (receipt.Money is not { } money)
        {
            work.Refuse(LedgerErrors.NotAReceipt.At("receipt", ("entry", receipt.Entry)));
            return;
        }
        // An entry that moved money to items of another currency has receipts of both.
        var taken = earlier.Where(i => i.ChargedBack == receipt.Entry && i.Amount.Currency == money.Document.Currency);
        var left = money.Document - Money.Sum(taken.Select(Kept), money.Document.Currency);
        var amount = facts.Amount ?? (left.IsPositive ? left : money.Document);
        var fee = facts.Fee ?? Money.Zero(amount.Currency);
        foreach (var (part, target) in (ReadOnlySpan<(Money, string)>)[(amount, "amount"), (fee, "fee")])
            if (part.Currency != money.Document.Currency)
                work.Refuse(LedgerErrors.OtherCurrency.At(target, ("amount", part), ("expected", money.Document.Currency)));
            else if (part.IsNegative || (part.IsZero && target == "amount"))
                work.Refuse(LedgerErrors.AmountNotPositive.At(target, ("amount", part)));
        if (work.IsRefused) return;
        if (amount > left)
        {
            work.Refuse(LedgerErrors.MoreThanOpen.At("amount",
                ("amount", amount), ("open", left), ("item", receipt.Entry), ("date", facts.Date)));
            return;
        }
        var value = money.Functional.Part(amount, money.Document);
        var feeValue = fee.IsZero || fee.Currency == work.FunctionalCurrency
            ? Money.FromMinorUnits(fee.MinorUnits, work.FunctionalCurrency)
            : facts.Rate is null && fee <= money.Document ? money.Functional.Part(fee, money.Document)
            : work.Functional(fee, facts.Rate, "rate");
        var beside = new EntryLines();
        beside.Add(money.Account, -amount - fee, -value - feeValue);
        beside.Add(AccountRole.BankCharges, fee, feeValue);
        var item = Item(facts, receipt, amount, value, beside.ToLines(), at);
        foreach (var line in item.Receipt) work.Post(line.Account, line.SignedDocument, line.SignedFunctional);
        work.Open(item, "item");
    }

    // What a chargeback took of its receipt and did not give back.
    private static Money Kept(OpenItem chargeback)
    {
        var kept = chargeback.Amount;
        foreach (var application in chargeback.Applications)
            if (application is { IsLive: true, Kind: ApplicationKind.Recovery or ApplicationKind.Reversal })
                kept -= application.Amount;
        return kept;
    }

    private static Result<LedgerDecision> Charge(
        ChargeFacts facts, OpenItemKind kind, AccountRole revenue, string label, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return IssueInvoice(new()
        {
            Entry = facts.Entry,
            LegalEntity = facts.LegalEntity,
            Customer = facts.Customer,
            DocumentNumber = facts.DocumentNumber,
            DocumentDate = facts.Date,
            Instalments =
            [
                new()
                {
                    Item = facts.Item,
                    Instalment = new() { Number = 1, DueDate = facts.DueDate ?? facts.Date, Amount = facts.Amount },
                },
            ],
            Postings = [new() { Account = revenue, Amount = facts.Amount }],
            Rate = facts.Rate,
            Kind = kind,
            Event = label,
        }, policy, by, at);
    }

    private static OpenItem Item(ChargebackFacts facts, Receipt receipt, Money amount, Money value,
        EquatableArray<JournalLine> beside, Instant at) => new()
    {
        Id = facts.Item,
        LegalEntity = receipt.LegalEntity,
        Customer = facts.Customer,
        Kind = OpenItemKind.Chargeback,
        DocumentNumber = facts.DocumentNumber,
        DocumentDate = facts.Date,
        DueDate = facts.Date,
        Amount = amount,
        FunctionalAmount = value,
        Receipt = beside,
        ChargedBack = receipt.Entry,
        Entry = facts.Entry,
        RecordedAt = at,
    };
}
