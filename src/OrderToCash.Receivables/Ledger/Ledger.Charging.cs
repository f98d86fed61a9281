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
    /// Card money leaves the account its receipt came to, with a fee; it becomes an item of its own (receivable.chargebacks).
    /// Refuses: ledger.not-a-receipt, reversal-of-reversal, date-before-entry, amount-not-positive, other-currency,
    /// more-than-open,
    /// rate-missing, period-locked.
    /// </summary>
    /// <param name="receipt">The entry that brought the money.</param>
    /// <param name="facts">The case.</param>
    /// <param name="policy">The policy of the books.</param>
    /// <param name="by">Who gives the command.</param>
    /// <param name="at">Now.</param>
    public static Result<LedgerDecision> ReceiveChargeback(
        JournalEntry receipt, ChargebackFacts facts, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        ArgumentNullException.ThrowIfNull(facts);
        var work = new LedgerWork([], facts.Entry, facts.Date, policy, by, at);
        if (!receipt.Reverses.IsNone)
            work.Refuse(LedgerErrors.ReversalOfReversal.At("receipt", ("entry", receipt.Id), ("reversed", receipt.Reverses)));
        if (facts.Date < receipt.Date)
            work.Refuse(LedgerErrors.DateBeforeEntry.At("date",
                ("date", facts.Date), ("entry", receipt.Id), ("on", receipt.Date)));
        var money = receipt.Lines.FirstOrDefault(line => line.Account.IsCash && line.Side == EntrySide.Debit);
        if (money is null) work.Refuse(LedgerErrors.NotAReceipt.At("receipt", ("entry", receipt.Id)));
        else ChargeBack(work, money, receipt, facts, at);
        return work.Finish(receipt.LegalEntity, JournalEvents.ChargebackReceived, facts.DocumentNumber);
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

    private static void ChargeBack(
        LedgerWork work, JournalLine money, JournalEntry receipt, ChargebackFacts facts, Instant at)
    {
        var amount = facts.Amount ?? money.Document;
        var fee = facts.Fee ?? Money.Zero(amount.Currency);
        foreach (var (part, target) in (ReadOnlySpan<(Money, string)>)[(amount, "amount"), (fee, "fee")])
            if (part.Currency != money.Document.Currency)
                work.Refuse(LedgerErrors.OtherCurrency.At(target, ("amount", part), ("expected", money.Document.Currency)));
            else if (part.IsNegative || (part.IsZero && target == "amount"))
                work.Refuse(LedgerErrors.AmountNotPositive.At(target, ("amount", part)));
        if (work.IsRefused) return;
        if (amount > money.Document)
        {
            work.Refuse(LedgerErrors.MoreThanOpen.At("amount",
                ("amount", amount), ("open", money.Document), ("item", receipt.Id), ("date", facts.Date)));
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

    private static OpenItem Item(ChargebackFacts facts, JournalEntry receipt, Money amount, Money value,
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
        Entry = facts.Entry,
        RecordedAt = at,
    };
}
