namespace OrderToCash.Receivables;

internal sealed partial class LedgerWork
{
    /// <summary>Takes one application back on the items that have it.</summary>
    internal void Unapply(ItemApplicationId id)
    {
        var found = false;
        foreach (var touched in items.Values.OrderBy(t => t.Item.Id))
        {
            var index = touched.Item.Applications.FindIndex(a => a.Id == id);
            if (index < 0) continue;
            found = true;
            if (Find(touched.Item.Id, "items") is null) return;
            var application = touched.Item.Applications[index];
            if (!MayReverse(touched.Item, application)) return;
            if (!application.Counterpart.IsNone && Find(application.Counterpart, "items") is null) return;
            CheckLowers(touched, application);
            if (IsRefused) return;
            reverses = application.Entry;
            if (IsTransferOfPayment(touched.Item, application)) TakeTransferBack(touched, application);
            else Reverse(touched, [application], lines);
        }
        if (!found) Refuse(LedgerErrors.ApplicationUnknown.At("application", ("application", id)));
    }

    // What a revaluation had added to an item, in its own direction, is a result when the item goes at the rate it came at.
    private static void AdjustmentResult(Touched touched, Money adjustment, EntryLines beside)
    {
        if (Signed(touched, adjustment) is not { } signed) return;
        beside.Add(signed.IsPositive ? AccountRole.RealisedLoss : AccountRole.RealisedGain,
            Money.Zero(touched.Item.Amount.Currency), signed);
    }

    /// <summary>
    /// Settles a part of an item without another item. The lines beside it balance what the part carries, revaluation included;
    /// where the adjustment moves on with the item's value they balance the carrying amount alone.
    /// </summary>
    private void Close(Touched touched, ItemApplicationId id, ApplicationKind kind, Money amount, EntryLines beside,
        EntryLines into, OpenItemId counterpart = default, EquatableArray<TaxShare> relief = default,
        bool movesAdjustment = false, bool byCreditNote = false)
    {
        var item = touched.Item;
        var carried = Carrying(touched, amount);
        var (signed, functional) = item.IsDebit ? (amount, carried.Functional) : (-amount, -carried.Functional);
        if (!movesAdjustment) ReleaseAdjustments(touched, carried.Adjustment, beside);
        var exigible = MakeExigible(touched, amount, beside);
        var adjustments = beside.ToLines();
        into.Add(item.Account, -signed, -functional, item.Id);
        foreach (var line in adjustments) into.Add(line);
        touched.Settle(Made(id, counterpart, signed, functional) with
        {
            Kind = kind,
            ByCreditNote = byCreditNote,
            Adjustments = adjustments,
            TaxRelief = relief,
            Revalued = Signed(touched, carried.Adjustment),
            ExigibleTax = exigible.Shares,
            ExigibleFunctional = Null(exigible.Functional),
        });
        List(touched);
    }

    /// <summary>The item of a settlement with the amount to settle; null with findings when it may not be.</summary>
    private (Touched Touched, Money Amount)? Settled(SettlementFacts facts)
    {
        if (Find(facts.Item, "item") is not { } touched) return null;
        var before = FindingCount;
        CheckDate(touched.Item, "date");
        CheckNewApplication(touched, facts.Application, "application");
        var open = touched.Open.Abs();
        var amount = facts.Amount ?? open;
        if (open.IsZero) Refuse(LedgerErrors.NothingOpen.At("item", ("item", facts.Item)));
        else if (amount.Currency != open.Currency)
            Refuse(LedgerErrors.OtherCurrency.At("amount",
                ("amount", amount), ("expected", open.Currency), ("item", facts.Item)));
        else if (!amount.IsPositive) Refuse(LedgerErrors.AmountNotPositive.At("amount", ("amount", amount)));
        else if (amount > touched.Least.Abs()) Refuse(MoreThanOpen(touched, amount, "amount"));
        return FindingCount == before ? (touched, amount) : null;
    }

    /// <summary>
    /// Pays a part of a credit back; what it is worth today against what it carries is a result of exchange. A deposit goes
    /// back with its tax, which the amount contains.
    /// </summary>
    internal void Refund(SettlementFacts facts)
    {
        var deposit = default(DepositPart?);
        if (Find(facts.Item, "item") is not { } given) return;
        if (given.Item.IsTaxedDeposit)
        {
            if (facts.Amount is { } wrong && (wrong.Currency != given.Item.Amount.Currency || !wrong.IsPositive))
            {
                _ = Settled(facts);
                return;
            }
            deposit = DepositTax(given, facts.Amount ?? given.Item.Spendable);
            facts = facts with { Amount = (facts.Amount ?? given.Item.Spendable) - deposit.Value.Tax };
        }
        if (Settled(facts) is not { } settled) return;
        var (touched, amount) = settled;
        if (touched.Item.IsDebit)
        {
            Refuse(LedgerErrors.NotACredit.At("item", ("item", facts.Item), ("amount", touched.Item.Amount)));
            return;
        }
        var gross = amount + (deposit?.Tax ?? Money.Zero(amount.Currency));
        var carried = Carrying(touched, amount).Value + (deposit?.Functional ?? Money.Zero(policy.FunctionalCurrency));
        var paid = facts.Rate is null ? carried : Functional(gross, facts.Rate, "rate");
        if (IsRefused) return;
        var beside = new EntryLines();
        beside.Add(facts.CashAccount.IsNone ? AccountRole.Bank : facts.CashAccount, -gross, -paid);
        foreach (var line in deposit?.Lines ?? []) beside.Add(line);
        var result = carried - paid;
        beside.Add(result.IsPositive ? AccountRole.RealisedGain : AccountRole.RealisedLoss, Money.Zero(amount.Currency), -result);
        Close(touched, facts.Application, ApplicationKind.Refund, amount, beside, lines, relief: deposit?.Shares ?? []);
    }

    /// <summary>Gives up a small rest of an item, owed or credit.</summary>
    internal void WriteOff(SettlementFacts facts)
    {
        if (Settled(facts) is not { } settled || !IsTolerated(settled.Touched, settled.Amount, "amount")) return;
        var (touched, amount) = settled;
        if (touched.Item.IsTaxedDeposit)
        {
            Refuse(WrongKind(touched));
            return;
        }
        var value = Carrying(touched, amount).Value;
        var beside = new EntryLines();
        if (touched.Item.IsDebit) beside.Add(AccountRole.SmallDifferencesLost, amount, value);
        else beside.Add(AccountRole.SmallDifferencesGained, -amount, -value);
        Close(touched, facts.Application, ApplicationKind.WriteOff, amount, beside, lines);
    }

    private bool MayReverse(OpenItem item, Application application)
    {
        if (application.ReversedOn is { } reversed)
            Refuse(LedgerErrors.AlreadyReversed.At("application", ("application", application.Id), ("reversedOn", reversed)));
        else if ((application.Kind is ApplicationKind.Return or ApplicationKind.Transfer or ApplicationKind.Reversal
            && !IsTransferOfPayment(item, application))
            || (application.Kind == ApplicationKind.Factored && !TakesBackFactored))
            Refuse(LedgerErrors.NotReversible.At("application",
                ("application", application.Id), ("item", item.Id), ("kind", application.Kind)));
        else if (date < application.On)
            Refuse(DateBeforeApplication(application));
        else return true;
        return false;
    }

    private DomainError DateBeforeApplication(Application application) => LedgerErrors.DateBeforeApplication.At("date",
        ("date", date), ("application", application.Id), ("on", application.On));

    // Taking an accrual back lowers the item: no more than is open, and in a foreign currency, where what it raised was valued or
    // went off pro rata since, not at all. A write-off stays while money came in on it.
    private void CheckLowers(Touched touched, Application application)
    {
        var item = touched.Item;
        if (application.Kind == ApplicationKind.BadDebt && item.Recovered > item.WrittenOff - application.Amount)
            Refuse(LedgerErrors.UsedSince.At("application",
                ("item", item.Id), ("entry", application.Entry),
                ("left", item.WrittenOff - item.Recovered), ("amount", application.Amount)));
        if (application.Kind != ApplicationKind.Accrual) return;
        if (application.Amount.Abs() > touched.Least.Abs())
            Refuse(MoreThanOpen(touched, application.Amount.Abs(), "application"));
        else if (item.Amount.Currency != policy.FunctionalCurrency && IsUsedSince(item, application))
            Refuse(LedgerErrors.UsedSince.At("application",
                ("item", item.Id), ("entry", application.Entry),
                ("left", touched.Open.Abs()), ("amount", application.Amount.Abs())));
    }

    private static bool IsUsedSince(OpenItem item, Application accrual)
    {
        for (var i = item.Applications.Count - 1; i >= 0 && item.Applications[i].Id != accrual.Id; i--)
            if (item.Applications[i] is { IsLive: true, Kind: not ApplicationKind.Accrual }) return true;
        return item.Revaluations.Any(r => r.IsLive && r.RecordedAt >= accrual.RecordedAt);
    }

    private void Reverse(Touched touched, Application[] applications, EntryLines into)
    {
        foreach (var application in applications)
        {
            into.Add(touched.Item.Account, application.Amount, application.FunctionalAmount, touched.Item.Id);
            foreach (var line in application.Adjustments) into.Add(line.Mirror());
        }
        Flush(touched);
        touched.Happened(new OpenItemUnapplied
        {
            Item = touched.Item.Id, Entry = entry, By = by, At = at, On = date,
            Applications = applications.Select(a => a.Id).ToEquatableArray(),
        }, date);
        List(touched);
    }
}
