namespace OrderToCash.Receivables;

/// <summary>
/// The commands of the receivables ledger. Each is a pure function of the open items it touches, the facts, the policy, the actor
/// and the moment; it answers the touched items with their events and the entry to post, to be committed together, or why not.
/// The cost of a command depends on the items it touches, not on the ledger.
/// </summary>
public static partial class Ledger
{
    /// <summary>
    /// Opens a credit for the customer against revenue and taxes. Refuses as
    /// <see cref="IssueInvoice(InvoiceFacts, LedgerPolicy, Actor, Instant)"/> does.
    /// </summary>
    public static Result<LedgerDecision> IssueCreditNote(CreditNoteFacts facts, LedgerPolicy policy, Actor by, Instant at) =>
        IssueCreditNote([], facts, [], policy, by, at);

    /// <summary>
    /// Opens a credit for the customer and applies it in the same entry; what is applied at once passes no other account. Refuses
    /// as <see cref="IssueInvoice(InvoiceFacts, LedgerPolicy, Actor, Instant)"/> and <see cref="Apply"/> do.
    /// </summary>
    public static Result<LedgerDecision> IssueCreditNote(
        EquatableArray<OpenItem> items, CreditNoteFacts facts, EquatableArray<ApplicationRequest> applications,
        LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var work = new LedgerWork(items, facts.Entry, facts.DocumentDate, policy, by, at);
        Credit(work, facts, applications, at);
        return work.Finish(facts.LegalEntity, JournalEvents.CreditNoteIssued, facts.DocumentNumber);
    }

    /// <summary>
    /// Money comes in and waits: a new credit. Cash in another currency than it settles passes <c>fx.clearing</c>. Refuses:
    /// ledger.period-locked, amount-not-positive, rate-missing.
    /// </summary>
    public static Result<LedgerDecision> ReceivePayment(PaymentFacts facts, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var work = new LedgerWork([], facts.Entry, facts.Date, policy, by, at);
        Receive(work, facts, at);
        return work.Finish(facts.LegalEntity,
            facts.Kind == OpenItemKind.Deposit
                ? JournalEvents.DepositReceived : JournalEvents.PaymentReceived, facts.DocumentNumber);
    }

    /// <summary>
    /// Money comes in and is applied in the same entry; what is over stays a credit. Refuses as <see cref="ReceivePayment"/> and
    /// <see cref="Apply"/> do.
    /// </summary>
    public static Result<LedgerDecision> ReceiveAndApply(
        EquatableArray<OpenItem> items, PaymentFacts facts, EquatableArray<ApplicationRequest> applications,
        LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var work = new LedgerWork(items, facts.Entry, facts.Date, policy, by, at);
        Receive(work, facts, at);
        if (!work.IsRefused) ApplyAll(work, applications);
        return work.Finish(facts.LegalEntity, AppliedLabel(work), facts.DocumentNumber);
    }

    /// <summary>
    /// Applies credits to what is owed, in the order asked. An item is relieved at its carrying amount pro rata, the last
    /// application takes the remainder; the difference to the value of the credit is a realised exchange result, cents go to
    /// <c>rounding.fx</c>. Refuses with all findings: ledger.period-locked, nothing-to-do, item-unknown, amount-not-positive,
    /// other-currency, date-before-document, not-a-credit, not-a-debit, other-customer, other-legal-entity, application-exists,
    /// no-discount, discount-not-earned, above-tolerance, more-than-open.
    /// The items given are those the applications name.
    /// </summary>
    public static Result<LedgerDecision> Apply(
        EquatableArray<OpenItem> items, ApplyFacts facts, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var work = new LedgerWork(items, facts.Entry, facts.Date, policy, by, at);
        if (facts.Applications.IsEmpty) work.Refuse(LedgerErrors.NothingToDo.At("applications"));
        ApplyAll(work, facts.Applications);
        return work.Finish(Entity(items), AppliedLabel(work),
            Document(items, facts.Applications.IsEmpty ? default : facts.Applications[0].Credit));
    }

    /// <summary>
    /// Takes one application back on its own date: the mirror of what it posted, with discount, tax, exchange result and
    /// write-off. Refuses: ledger.period-locked, application-unknown, already-reversed, not-reversible, date-before-application,
    /// item-unknown. The items given are both sides of the application.
    /// </summary>
    public static Result<LedgerDecision> Unapply(
        EquatableArray<OpenItem> items, UnapplyFacts facts, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var work = new LedgerWork(items, facts.Entry, facts.Date, policy, by, at);
        work.Unapply(facts.Application);
        return work.Finish(Entity(items), JournalEvents.PaymentUnapplied, facts.Application.Value);
    }

    /// <summary>
    /// A payment bounces: every live application of it is taken back, then the receipt; the original due dates are open again.
    /// What the bank charges is an entry of its own. Money of it that is gone already (paid out, given as a credit, deducted) is
    /// owed by the customer where <see cref="ReturnFacts.Owed"/> names the item. Refuses: ledger.period-locked, item-unknown,
    /// not-a-payment, not-reversible (it was returned before), entry-reversed (the item it opened is given), used-since,
    /// date-before-document, date-before-application, application-exists, more-than-open, amount-not-positive, other-currency.
    /// The items given are the payment and every item it is applied to.
    /// </summary>
    public static Result<LedgerDecision> ReturnPayment(
        EquatableArray<OpenItem> items, ReturnFacts facts, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var work = new LedgerWork(items, facts.Entry, facts.Date, policy, by, at);
        work.Return(facts);
        var document = Document(items, facts.Payment);
        if (facts.Charges is not { } charges || charges.IsZero)
            return work.Finish(Entity(items), JournalEvents.PaymentReturned, document);
        if (charges.IsNegative) work.Refuse(LedgerErrors.AmountNotPositive.At("charges", ("amount", charges)));
        if (charges.Currency != policy.FunctionalCurrency)
            work.Refuse(LedgerErrors.OtherCurrency.At("charges", ("amount", charges), ("expected", policy.FunctionalCurrency)));
        if (work.IsRefused) return work.Finish(Entity(items), JournalEvents.PaymentReturned, document);
        var bank = EntryLines.Line(AccountRole.Bank, -charges, -charges);
        var charged = work.Entry(facts.ChargesEntry, Entity(items), work.Customer(), JournalEvents.BankChargeBooked, document,
            [EntryLines.Line(AccountRole.BankCharges, charges, charges), bank]);
        return work.Finish(Entity(items), JournalEvents.PaymentReturned, document, charged);
    }

    /// <summary>
    /// Pays a credit back. Refuses: ledger.period-locked, nothing-open, not-a-credit, amount-not-positive, other-currency,
    /// more-than-open, date-before-document, application-exists, rate-missing.
    /// </summary>
    public static Result<LedgerDecision> Refund(OpenItem item, SettlementFacts facts, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(facts);
        var work = new LedgerWork([item], facts.Entry, facts.Date, policy, by, at);
        work.Refund(facts);
        return work.Finish(item.LegalEntity, JournalEvents.RefundPaid, item.DocumentNumber);
    }

    /// <summary>
    /// Gives up a small rest of what is owed, or releases a small credit, within the tolerance of the policy; no effect on tax.
    /// Refuses: ledger.above-tolerance, and as <see cref="Refund"/> does.
    /// </summary>
    public static Result<LedgerDecision> WriteOffDifference(
        OpenItem item, SettlementFacts facts, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(facts);
        var work = new LedgerWork([item], facts.Entry, facts.Date, policy, by, at);
        work.WriteOff(facts);
        var label = item.IsDebit ? JournalEvents.DifferenceWrittenOff : JournalEvents.CreditWrittenOff;
        return work.Finish(item.LegalEntity, label, item.DocumentNumber);
    }

    private static void Credit(
        LedgerWork work, CreditNoteFacts facts, EquatableArray<ApplicationRequest> applications, Instant at)
    {
        if (facts.Postings.IsEmpty)
        {
            work.Refuse(LedgerErrors.NothingToDo.At("postings"));
            return;
        }
        var currency = facts.Postings[0].Amount.Currency;
        var total = Money.Zero(currency);
        for (var i = 0; i < facts.Postings.Count; i++)
            if (IsOf(currency, facts.Postings[i].Amount, $"postings[{i}]", work)) total += facts.Postings[i].Amount;
        if (!total.IsPositive) work.Refuse(LedgerErrors.AmountNotPositive.At("postings", ("amount", total)));
        var functional = CreditValue(work, facts, total);
        if (work.IsRefused) return;
        work.Open(Item(facts, total, functional, at), "item");
        PostCounterpart(work, Opposite(facts.Postings), facts.Rate, -total, -functional);
        ApplyAll(work, applications);
    }

    private static void Receive(LedgerWork work, PaymentFacts facts, Instant at)
    {
        if (facts.CreditNote is { } note) Credit(work, note with { Entry = facts.Entry }, facts.CreditApplications, at);
        var settles = facts.Settles ?? facts.Cash;
        if (!facts.Cash.IsPositive) work.Refuse(LedgerErrors.AmountNotPositive.At("cash", ("amount", facts.Cash)));
        if (!settles.IsPositive) work.Refuse(LedgerErrors.AmountNotPositive.At("settles", ("amount", settles)));
        var value = work.Functional(facts.Cash, facts.Rate, "rate");
        if (settles.Currency == facts.Cash.Currency && settles != facts.Cash)
            work.Refuse(LedgerErrors.TotalsDiffer.At("settles", ("instalments", settles), ("postings", facts.Cash)));
        if (settles.Currency == value.Currency && settles != value)
            work.Refuse(LedgerErrors.TotalsDiffer.At("settles", ("instalments", settles), ("postings", value)));
        if (work.IsRefused) return;
        if (settles.Currency == facts.Cash.Currency && facts.TaxShares.IsEmpty)
        {
            var came = EntryLines.Line(facts.CashAccount.IsNone ? AccountRole.Bank : facts.CashAccount, facts.Cash, value);
            work.Post(came.Account, facts.Cash, value);
            work.Open(Item(facts, settles, value, [came], at), "item");
            return;
        }
        var receipt = new EntryLines();
        receipt.Add(facts.CashAccount.IsNone ? AccountRole.Bank : facts.CashAccount, facts.Cash, value);
        if (settles.Currency != facts.Cash.Currency)
        {
            receipt.Add(AccountRole.FxClearing, -facts.Cash, -value);
            receipt.Add(AccountRole.FxClearing, settles, value);
        }
        var (tax, taxValue) = (Money.Zero(settles.Currency), Money.Zero(value.Currency));
        for (var i = 0; i < facts.TaxShares.Count; i++)
        {
            var share = facts.TaxShares[i].Tax;
            if (!IsOf(settles.Currency, share, $"taxShares[{i}]", work)) return;
            var shareValue = settles.Currency == value.Currency ? share
                : facts.FunctionalTaxes.IsEmpty ? value.Part(share, settles) : facts.FunctionalTaxes[i];
            receipt.Add(facts.TaxRoles.IsEmpty ? AccountRole.OutputTax : facts.TaxRoles[i], -share, -shareValue);
            (tax, taxValue) = (tax + share, taxValue + shareValue);
        }
        var item = Item(facts, settles - tax, value - taxValue, receipt.ToLines(), at);
        foreach (var line in item.Receipt) work.Post(line.Account, line.SignedDocument, line.SignedFunctional);
        work.Open(item, "item");
    }

    private static void ApplyAll(LedgerWork work, EquatableArray<ApplicationRequest> applications)
    {
        for (var i = 0; i < applications.Count; i++)
            work.Apply(applications[i], i == 0 ? "applications[0]" : FormattableString.Invariant($"applications[{i}]"));
    }

    // Where every posting is frozen the credit is their sum; else the total is converted once.
    private static Money CreditValue(LedgerWork work, CreditNoteFacts facts, Money total)
    {
        if (facts.Postings.Any(posting => posting.Functional is null)) return work.Functional(total, facts.Rate, "rate");
        var sum = Money.Zero(work.FunctionalCurrency);
        for (var i = 0; i < facts.Postings.Count; i++)
            sum += work.Functional(facts.Postings[i].Amount,
                facts.Postings[i].Functional, facts.Rate, $"postings[{i}].functional");
        return sum;
    }

    private static bool IsOf(Currency currency, Money amount, string target, LedgerWork work)
    {
        if (amount.Currency == currency) return true;
        work.Refuse(LedgerErrors.OtherCurrency.At(target + ".amount", ("amount", amount), ("expected", currency)));
        return false;
    }

    private static EquatableArray<Posting> Opposite(EquatableArray<Posting> postings) =>
        postings
            .Select(posting => posting with { Amount = -posting.Amount, Functional = -posting.Functional })
            .ToEquatableArray();

    private static LegalEntityId Entity(EquatableArray<OpenItem> items) => items.IsEmpty ? default : items[0].LegalEntity;

    private static string Document(EquatableArray<OpenItem> items, OpenItemId id)
    {
        foreach (var item in items)
            if (item.Id == id) return item.DocumentNumber;
        return "";
    }

    private static string AppliedLabel(LedgerWork work) => work switch
    {
        { TookDiscount: true } => JournalEvents.PaymentAppliedWithDiscount,
        { WroteOff: true } => JournalEvents.PaymentAppliedWithWriteOff,
        { UsedDeposit: true } => JournalEvents.DepositApplied,
        _ => JournalEvents.PaymentApplied,
    };

    private static OpenItem Item(CreditNoteFacts facts, Money total, Money functional, Instant at) => new()
    {
        Id = facts.Item,
        LegalEntity = facts.LegalEntity,
        Customer = facts.Customer,
        Kind = OpenItemKind.CreditNote,
        DocumentNumber = facts.DocumentNumber,
        DocumentDate = facts.DocumentDate,
        DueDate = facts.DocumentDate,
        Amount = -total,
        FunctionalAmount = -functional,
        TaxShares = facts.TaxShares,
        Rate = facts.Rate,
        Entry = facts.Entry,
        RecordedAt = at,
    };

    private static OpenItem Item(
        PaymentFacts facts, Money settles, Money value, EquatableArray<JournalLine> receipt, Instant at) => new()
    {
        Id = facts.Item,
        LegalEntity = facts.LegalEntity,
        Customer = facts.Customer,
        Kind = facts.Kind ?? OpenItemKind.Payment,
        DocumentNumber = facts.DocumentNumber,
        DocumentDate = facts.Date,
        DueDate = facts.Date,
        Amount = -settles,
        FunctionalAmount = -value,
        TaxShares = facts.TaxShares,
        TaxRoles = facts.TaxRoles,
        Rate = settles.Currency == facts.Cash.Currency ? facts.Rate : null,
        Role = facts.Role,
        Receipt = receipt,
        Entry = facts.Entry,
        RecordedAt = at,
    };
}
