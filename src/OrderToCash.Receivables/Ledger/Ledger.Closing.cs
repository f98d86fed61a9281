namespace OrderToCash.Receivables;

public static partial class Ledger
{
    /// <summary>
    /// Gives up what is owed and will not be paid: against the allowance or as an expense by the policy, with the output tax pro
    /// rata by rate where the policy takes relief. Refuses: ledger.period-locked, nothing-open, not-a-debit, other-currency,
    /// amount-not-positive, more-than-open, date-before-document, application-exists, item-quarantined.
    /// </summary>
    public static Result<LedgerDecision> WriteOffBadDebt(
        OpenItem item, SettlementFacts facts, LedgerPolicy policy, Actor by, Instant at) =>
        One(item, facts, JournalEvents.BadDebtWrittenOff, static (work, f) => work.WriteOffBadDebt(f), policy, by, at);

    /// <summary>
    /// Opens a part of what was written off again, against the allowance; the tax relief of that part goes back. An amount of
    /// null
    /// is all that was written off. Refuses: ledger.more-than-written-off, and as <see cref="WriteOffBadDebt"/> does.
    /// </summary>
    public static Result<LedgerDecision> ReinstateBadDebt(
        OpenItem item, SettlementFacts facts, LedgerPolicy policy, Actor by, Instant at) =>
        One(item, facts, JournalEvents.BadDebtReinstated, static (work, f) => work.Reinstate(f), policy, by, at);

    /// <summary>
    /// Gives up interest or a fee that is still open: the revenue goes back, the charge stays in the journal. Refuses:
    /// ledger.wrong-kind, and as <see cref="WriteOffBadDebt"/> does.
    /// </summary>
    public static Result<LedgerDecision> Waive(OpenItem item, SettlementFacts facts, LedgerPolicy policy, Actor by, Instant at) =>
        One(item, facts, JournalEvents.InterestWaived, static (work, f) => work.Waive(f), policy, by, at);

    /// <summary>
    /// The money of a chargeback comes back to the account it had left; the fee is lost. Refuses: ledger.wrong-kind, and as
    /// <see cref="WriteOffBadDebt"/> does.
    /// </summary>
    public static Result<LedgerDecision> ReverseChargeback(
        OpenItem item, SettlementFacts facts, LedgerPolicy policy, Actor by, Instant at) =>
        One(item, facts, JournalEvents.ChargebackReversed, static (work, f) => work.ReverseChargeback(f), policy, by, at);

    /// <summary>
    /// Raises a credit by interest on money received early (IFRS 15.60); the amount is required. Refuses: ledger.not-a-credit,
    /// nothing-open, amount-not-positive, other-currency, rate-missing, period-locked, date-before-document, application-exists.
    /// </summary>
    public static Result<LedgerDecision> AccrueInterest(
        OpenItem item, SettlementFacts facts, LedgerPolicy policy, Actor by, Instant at) =>
        One(item, facts, JournalEvents.InterestAccrued, static (work, f) => work.Accrue(f), policy, by, at);

    /// <summary>
    /// A contract liability, or a part of it, becomes revenue: by amount, all that is open, or the k-th of n equal parts of its
    /// first amount by cumulative rounding, so that n parts are the amount exactly. Refuses: ledger.no-such-part, not-a-credit,
    /// and as <see cref="WriteOffBadDebt"/> does.
    /// </summary>
    public static Result<LedgerDecision> RecogniseRevenue(
        OpenItem item, RecognitionFacts facts, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(facts);
        var amount = facts.Amount;
        var isPart = facts.Part != 0 || facts.Parts != 0;
        if (isPart && (facts.Part < 1 || facts.Part > facts.Parts))
            return Result.Failure<LedgerDecision>(
                LedgerErrors.NoSuchPart.At("part", ("part", facts.Part), ("parts", facts.Parts)));
        if (isPart)
        {
            var given = CumulativeAllocation.Of(item.Amount.Abs(), facts.Parts, Rounding.HalfAwayFromZero).After(facts.Part - 1);
            amount = given.Take(1, out _);
        }
        return One(item, new()
        {
            Entry = facts.Entry, Item = facts.Item, Application = facts.Application, Date = facts.Date, Amount = amount,
        }, JournalEvents.RevenueRecognised, (work, f) => work.Recognise(f, facts.Role), policy, by, at);
    }

    /// <summary>
    /// What we owe the same party settles what it owes (payable.trade). Refuses: ledger.nothing-to-do, item-unknown,
    /// other-customer,
    /// and as <see cref="WriteOffBadDebt"/> does.
    /// </summary>
    public static Result<LedgerDecision> SetOff(
        EquatableArray<OpenItem> items, SetOffFacts facts, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var work = new LedgerWork(items, facts.Entry, facts.Date, policy, by, at);
        if (facts.Parts.IsEmpty) work.Refuse(LedgerErrors.NothingToDo.At("parts"));
        foreach (var part in facts.Parts)
            work.SetOff(new()
            {
                Entry = facts.Entry, Item = part.Item, Application = part.Application, Date = facts.Date, Amount = part.Amount,
            });
        return work.Finish(Entity(items), JournalEvents.SetOff, facts.DocumentNumber);
    }

    /// <summary>
    /// What a customer kept back becomes an item of its own (receivable.deductions), at the value it was carried at and with its
    /// share of the tax. Refuses: ledger.nothing-to-do, item-unknown, item-exists, and as <see cref="WriteOffBadDebt"/> does.
    /// </summary>
    public static Result<LedgerDecision> OpenDeduction(
        EquatableArray<OpenItem> items, DeductionFacts facts, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var work = new LedgerWork(items, facts.Entry, facts.Date, policy, by, at);
        work.OpenDeduction(facts);
        return work.Finish(Entity(items), JournalEvents.DeductionOpened, facts.DocumentNumber);
    }

    private static Result<LedgerDecision> One(OpenItem item, SettlementFacts facts, string label,
        Action<LedgerWork, SettlementFacts> decide, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(facts);
        var work = new LedgerWork([item], facts.Entry, facts.Date, policy, by, at);
        decide(work, facts);
        return work.Finish(item.LegalEntity, label, item.DocumentNumber);
    }
}
