namespace OrderToCash.Receivables;

public static partial class Ledger
{
    /// <summary>
    /// Values every open foreign item at closing rates (receivable.fx-adjustment); advances keep their rate. By the policy the
    /// next day reverses it (<see cref="Reverse"/>), or it stays until settlement, whose result is measured from it. Refuses with
    /// all findings: ledger.rate-missing, nothing-to-do, item-quarantined, period-locked.
    /// </summary>
    public static Result<LedgerDecision> Revalue(
        EquatableArray<OpenItem> items, RevaluationFacts facts, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var work = new LedgerWork(items, facts.Entry, facts.Date, policy, by, at);
        work.Revalue(facts);
        return work.Finish(facts.LegalEntity, JournalEvents.FxRevalued, "");
    }

    /// <summary>
    /// Takes a whole entry back on its own date by its mirror, and undoes what it did to the items: applications are reversed,
    /// what
    /// it opened is closed. Refuses: ledger.reversal-of-reversal, date-before-entry, entry-reversed, used-since, item-unknown,
    /// nothing-to-do (it moved none of the items, and is no bank charge), period-locked. The items given are all that the entry
    /// opened, settled or revalued.
    /// </summary>
    public static Result<LedgerDecision> Reverse(EquatableArray<OpenItem> items, JournalEntry entry,
        ReversalFacts facts, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(facts);
        var work = new LedgerWork(items, facts.Entry, facts.Date, policy, by, at);
        work.Mirror(entry, facts.ReversedBy);
        return work.Finish(entry.LegalEntity, ReversalLabel(entry), entry.SourceDocument, customer: entry.Customer);
    }

    /// <summary>
    /// Money on written-off items that are not opened again (income.bad-debt-recovery); the tax relief taken is owed again pro
    /// rata. Refuses: ledger.more-than-written-off, amount-not-positive, other-currency, rate-missing, item-unknown,
    /// period-locked.
    /// </summary>
    public static Result<LedgerDecision> RecoverBadDebt(
        EquatableArray<OpenItem> items, RecoveryFacts facts, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var work = new LedgerWork(items, facts.Entry, facts.Date, policy, by, at);
        if (!facts.Cash.IsPositive) work.Refuse(LedgerErrors.AmountNotPositive.At("cash", ("amount", facts.Cash)));
        if (facts.Of.IsEmpty) work.Refuse(LedgerErrors.NothingToDo.At("of"));
        var value = work.Functional(facts.Cash, facts.Rate, "rate");
        var settles = facts.Settles ?? facts.Cash;
        work.Post(facts.CashAccount.IsNone ? AccountRole.Bank : facts.CashAccount, facts.Cash, value);
        if (settles.Currency != facts.Cash.Currency)
        {
            work.Post(AccountRole.FxClearing, -facts.Cash, -value);
            work.Post(AccountRole.FxClearing, settles, value);
        }
        if (!work.IsRefused) work.Recover(facts, settles, value);
        return work.Finish(Entity(items), JournalEvents.BadDebtRecovered, facts.DocumentNumber);
    }

    /// <summary>
    /// Opens the items that were open when the books began, and the allowance, against equity.opening. Refuses:
    /// ledger.nothing-to-do, item-exists, rate-missing, other-currency, amount-not-positive, date-before-document, period-locked.
    /// </summary>
    public static Result<LedgerDecision> OpenBalance(OpeningFacts facts, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var work = new LedgerWork([], facts.Entry, facts.Date, policy, by, at);
        work.SpanCustomers();
        var allowance = facts.Allowance ?? Money.Zero(policy.FunctionalCurrency);
        if (facts.Items.IsEmpty && allowance.IsZero) work.Refuse(LedgerErrors.NothingToDo.At("items"));
        if (allowance.Currency != policy.FunctionalCurrency)
            work.Refuse(LedgerErrors.OtherCurrency.At("allowance",
                ("amount", allowance), ("expected", policy.FunctionalCurrency)));
        if (allowance.IsNegative) work.Refuse(LedgerErrors.AmountNotPositive.At("allowance", ("amount", allowance)));
        var equity = new EntryLines(nets: true);
        for (var i = 0; i < facts.Items.Count; i++) OpenItem(work, facts, facts.Items[i], $"items[{i}]", equity, at);
        if (!work.IsRefused)
        {
            work.Post(AccountRole.Allowance, -allowance, -allowance);
            equity.Add(AccountRole.OpeningEquity, allowance, allowance);
            foreach (var line in equity.ToLines()) work.Post(line.Account, line.SignedDocument, line.SignedFunctional);
        }
        return work.Finish(facts.LegalEntity, JournalEvents.OpeningBalance, "");
    }

    /// <summary>
    /// Brings the allowance for bad debts to what is expected (expense.bad-debt). Refuses: ledger.nothing-to-do when it is there
    /// already, other-currency, amount-not-positive, period-locked.
    /// </summary>
    public static Result<LedgerDecision> AdjustAllowance(AllowanceFacts facts, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var work = new LedgerWork([], facts.Entry, facts.Date, policy, by, at);
        foreach (var (amount, target) in (ReadOnlySpan<(Money, string)>)[(facts.Current, "current"), (facts.Target, "target")])
            if (amount.Currency != policy.FunctionalCurrency)
                work.Refuse(LedgerErrors.OtherCurrency.At(target, ("amount", amount), ("expected", policy.FunctionalCurrency)));
        if (facts.Target.IsNegative) work.Refuse(LedgerErrors.AmountNotPositive.At("target", ("amount", facts.Target)));
        if (!work.IsRefused)
        {
            var change = facts.Target - facts.Current;
            if (change.IsZero) work.Refuse(LedgerErrors.NothingToDo.At("target"));
            work.Post(AccountRole.BadDebt, change, change);
            work.Post(AccountRole.Allowance, -change, -change);
        }
        return work.Finish(facts.LegalEntity, JournalEvents.AllowanceAdjusted, "");
    }

    /// <summary>
    /// Revenue before the right to invoice it: a new item (asset.contract) that the invoice clears later. Refuses:
    /// ledger.amount-not-positive, rate-missing, period-locked.
    /// </summary>
    public static Result<LedgerDecision> RecogniseBeforeInvoice(
        ContractAssetFacts facts, LedgerPolicy policy, Actor by, Instant at)
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
                new() { Item = facts.Item, Instalment = new() { Number = 1, DueDate = facts.Date, Amount = facts.Amount } },
            ],
            Postings = [new() { Account = AccountRole.Sales, Amount = facts.Amount }],
            Rate = facts.Rate,
            Role = facts.Role,
            Kind = OpenItemKind.ContractAsset,
            Event = JournalEvents.RevenueRecognised,
        }, policy, by, at);
    }

    private static void OpenItem(
        LedgerWork work, OpeningFacts facts, OpeningItem opening, string target, EntryLines equity, Instant at)
    {
        if (opening.Amount.IsZero) work.Refuse(LedgerErrors.AmountNotPositive.At(target + ".amount", ("amount", opening.Amount)));
        if (opening.DocumentDate > facts.Date)
            work.Refuse(LedgerErrors.DateBeforeDocument.At(target + ".documentDate",
                ("date", facts.Date), ("item", opening.Item), ("documentDate", opening.DocumentDate)));
        var value = work.Functional(opening.Amount, opening.Functional, opening.Rate, target + ".functional");
        if (work.IsRefused) return;
        work.Open(new()
        {
            Id = opening.Item,
            LegalEntity = facts.LegalEntity,
            Customer = opening.Customer,
            Kind = opening.Amount.IsPositive ? OpenItemKind.Invoice : OpenItemKind.CreditNote,
            DocumentNumber = opening.DocumentNumber,
            Instalment = opening.Instalment,
            PaymentReference = opening.PaymentReference,
            DocumentDate = opening.DocumentDate,
            TakenOverOn = facts.Date,
            DueDate = opening.DueDate,
            Amount = opening.Amount,
            FunctionalAmount = value,
            TaxShares = opening.TaxShares,
            Rate = opening.Rate,
            Entry = facts.Entry,
            RecordedAt = at,
        }, target + ".item");
        equity.Add(AccountRole.OpeningEquity, -opening.Amount, -value);
    }

    private static string ReversalLabel(JournalEntry entry) => entry.Event switch
    {
        JournalEvents.FxRevalued => JournalEvents.FxRevaluationReversed,
        _ when entry.Lines.Any(line => line.Account.IsCash && line.Side == EntrySide.Debit) => JournalEvents.PaymentReturned,
        JournalEvents.PaymentApplied or JournalEvents.PaymentAppliedWithDiscount or JournalEvents.PaymentAppliedWithWriteOff
            or JournalEvents.DepositApplied or JournalEvents.SetOff => JournalEvents.PaymentUnapplied,
        _ => JournalEvents.EntryReversed,
    };
}
