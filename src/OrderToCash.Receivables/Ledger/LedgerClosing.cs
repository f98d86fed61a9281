namespace OrderToCash.Receivables;

internal sealed partial class LedgerWork
{
    /// <summary>Gives up a part of what is owed because it will not be paid, with the tax relief of the policy.</summary>
    internal void WriteOffBadDebt(SettlementFacts facts)
    {
        if (Settled(facts) is not { } settled || !IsOwed(settled.Touched)) return;
        var (touched, amount) = settled;
        GiveUpBadDebt(touched, facts.Application, amount, policy.TaxRelief, lines);
    }

    private void GiveUpBadDebt(Touched touched, ItemApplicationId id, Money amount, bool takesTax, EntryLines into)
    {
        var relief = takesTax ? Relief(touched, amount) : [];
        var account = policy.BadDebt == BadDebtMethod.Allowance ? AccountRole.Allowance : AccountRole.BadDebt;
        var beside = new EntryLines();
        PostTaxed(account, amount, Carrying(touched, amount).Value, WithRoles(touched.Item, relief), beside);
        Close(touched, id, ApplicationKind.BadDebt, amount, beside, into, relief: relief);
    }

    /// <summary>
    /// Opens a part of what was written off again, the latest first: the write-offs are taken back, and what was too much of them
    /// is written off anew in the same entry.
    /// </summary>
    internal void Reinstate(SettlementFacts facts)
    {
        if (Find(facts.Item, "item") is not { } touched) return;
        var before = FindingCount;
        CheckDate(touched.Item, "date");
        CheckNewApplication(touched, facts.Application, "application");
        var item = touched.Item;
        var left = item.WrittenOff - item.Recovered;
        var amount = facts.Amount ?? left;
        if (amount.Currency != left.Currency)
            Refuse(LedgerErrors.OtherCurrency.At("amount", ("amount", amount), ("expected", left.Currency), ("item", item.Id)));
        else if (!amount.IsPositive) Refuse(LedgerErrors.AmountNotPositive.At("amount", ("amount", amount)));
        else if (amount > left)
            Refuse(LedgerErrors.MoreThanWrittenOff.At("amount", ("amount", amount), ("writtenOff", left), ("item", item.Id)));
        if (FindingCount > before) return;
        var (taken, sum) = (new List<Application>(), Money.Zero(amount.Currency));
        for (var i = item.Applications.Count - 1; i >= 0 && sum < amount; i--)
            if (item.Applications[i] is { IsLive: true, Kind: ApplicationKind.BadDebt } application)
            {
                taken.Add(application);
                sum += application.Amount;
            }
        foreach (var application in taken)
            if (!MayReverse(item, application)) return;
        var net = new EntryLines(nets: true);
        Reverse(touched, [.. taken], net);
        if (sum > amount)
            GiveUpBadDebt(touched, facts.Application, sum - amount, taken.Exists(a => !a.TaxRelief.IsEmpty), net);
        foreach (var line in net.ToLines())
            lines.Add(line.Account == AccountRole.BadDebt ? line with { Account = AccountRole.Allowance } : line);
    }

    /// <summary>What we owe the same party settles a part of what it owes.</summary>
    internal void SetOff(SettlementFacts facts)
    {
        if (Settled(facts) is not { } settled || !IsOwed(settled.Touched)) return;
        var (touched, amount) = settled;
        var beside = new EntryLines();
        beside.Add(AccountRole.TradePayable, amount, Carrying(touched, amount).Value);
        Close(touched, facts.Application, ApplicationKind.SetOff, amount, beside, lines);
    }

    /// <summary>Gives up interest or a fee: the revenue goes back.</summary>
    internal void Waive(SettlementFacts facts)
    {
        if (Settled(facts) is not { } settled) return;
        var (touched, amount) = settled;
        if (touched.Item.Kind is not (OpenItemKind.Interest or OpenItemKind.Fee))
        {
            Refuse(WrongKind(touched));
            return;
        }
        var revenue = touched.Item.Kind == OpenItemKind.Interest ? AccountRole.InterestRevenue : AccountRole.LateFees;
        var beside = new EntryLines();
        beside.Add(revenue, amount, Carrying(touched, amount).Value);
        Close(touched, facts.Application, ApplicationKind.Waiver, amount, beside, lines);
    }

    /// <summary>A part of a contract liability becomes revenue.</summary>
    internal void Recognise(SettlementFacts facts, AccountRole role)
    {
        if (Settled(facts) is not { } settled) return;
        var (touched, amount) = settled;
        if (touched.Item.IsDebit)
            Refuse(LedgerErrors.NotACredit.At("item", ("item", facts.Item), ("amount", touched.Item.Amount)));
        else if (touched.Item.IsTaxedDeposit) Refuse(WrongKind(touched));
        if (IsRefused) return;
        var beside = new EntryLines();
        beside.Add(role.IsNone ? AccountRole.Sales : role, -amount, -Carrying(touched, amount).Value);
        Close(touched, facts.Application, ApplicationKind.Recognition, amount, beside, lines);
    }

    /// <summary>The money of a chargeback comes back to the account it had left.</summary>
    internal void ReverseChargeback(SettlementFacts facts)
    {
        if (Settled(facts) is not { } settled) return;
        var (touched, amount) = settled;
        if (touched.Item.Kind != OpenItemKind.Chargeback)
        {
            Refuse(WrongKind(touched));
            return;
        }
        var account = facts.CashAccount.IsNone
            ? touched.Item.Receipt.FirstOrDefault(line => line.Account.IsCash)?.Account ?? AccountRole.Bank
            : facts.CashAccount;
        var beside = new EntryLines();
        beside.Add(account, amount, Carrying(touched, amount).Value);
        Close(touched, facts.Application, ApplicationKind.Recovery, amount, beside, lines);
    }

    /// <summary>Raises a credit: interest on money received early.</summary>
    internal void Accrue(SettlementFacts facts)
    {
        if (Find(facts.Item, "item") is not { } touched) return;
        var before = FindingCount;
        CheckDate(touched.Item, "date");
        CheckNewApplication(touched, facts.Application, "application");
        var item = touched.Item;
        var amount = facts.Amount ?? Money.Zero(item.Amount.Currency);
        if (item.IsDebit) Refuse(LedgerErrors.NotACredit.At("item", ("item", item.Id), ("amount", item.Amount)));
        if (item.IsTaxedDeposit) Refuse(WrongKind(touched));
        if (touched.Open.IsZero) Refuse(LedgerErrors.NothingOpen.At("item", ("item", item.Id)));
        if (amount.Currency != item.Amount.Currency)
            Refuse(LedgerErrors.OtherCurrency.At("amount",
                ("amount", amount), ("expected", item.Amount.Currency), ("item", item.Id)));
        else if (!amount.IsPositive) Refuse(LedgerErrors.AmountNotPositive.At("amount", ("amount", amount)));
        if (FindingCount > before) return;
        var functional = Functional(amount, facts.Rate ?? item.Rate, "rate");
        if (IsRefused) return;
        var beside = EntryLines.Line(AccountRole.InterestExpense, amount, functional);
        lines.Add(item.Account, -amount, -functional, item.Id);
        lines.Add(beside);
        touched.Settle(Made(facts.Application, default, amount, functional) with
        {
            Kind = ApplicationKind.Accrual, Adjustments = [beside],
        });
        List(touched);
    }

    /// <summary>What a customer kept back of items becomes an item of its own.</summary>
    internal void OpenDeduction(DeductionFacts facts)
    {
        var parts = new List<(Touched Touched, Money Amount)>();
        for (var i = 0; i < facts.Of.Count; i++)
        {
            if (Find(facts.Of[i], $"of[{i}]") is not { } source) continue;
            if (source.Open.IsZero && facts.Of.Count > 1) continue;
            var settled = Settled(new()
            {
                Entry = entry, Item = facts.Of[i], Application = facts.Application, Date = date, Amount = facts.Amount,
            });
            if (settled is { } part && IsOwed(part.Touched)) parts.Add(part);
        }
        if (parts.Count == 0 && !IsRefused) Refuse(LedgerErrors.NothingToDo.At("of"));
        if (IsRefused) return;
        var (amount, functional) = (Money.Zero(parts[0].Amount.Currency), Money.Zero(policy.FunctionalCurrency));
        var adjustment = functional;
        foreach (var (source, part) in parts)
        {
            var carried = Carrying(source, part);
            (amount, functional, adjustment) = (amount + part, functional + carried.Functional, adjustment + carried.Adjustment);
            Close(source, facts.Application, ApplicationKind.Transfer, part, new(), lines, facts.Item, movesAdjustment: true);
        }
        Open(Deduction(facts, parts, amount, functional, adjustment), "item");
    }

    private OpenItem Deduction(DeductionFacts facts, List<(Touched Touched, Money Amount)> parts,
        Money amount, Money functional, Money adjustment)
    {
        var first = parts[0].Touched.Item;
        return new()
        {
            Id = facts.Item,
            LegalEntity = first.LegalEntity,
            Customer = first.Customer,
            Kind = OpenItemKind.Deduction,
            DocumentNumber = facts.DocumentNumber.Length == 0 ? first.DocumentNumber : facts.DocumentNumber,
            DocumentDate = date,
            DueDate = first.DueDate < date ? date : first.DueDate,
            Amount = amount,
            FunctionalAmount = functional,
            TaxShares = parts.Count == 1 && first.PendingTax is null
                ? TaxParts(first.TaxShares, [], parts[0].Amount, first.Amount) : [],
            TaxRoles = parts.Count == 1 && first.PendingTax is null ? first.TaxRoles : [],
            Rate = first.Rate,
            Revaluations = adjustment.IsZero ? []
                : [new() { Entry = entry, Adjustment = adjustment, StaysUntilSettled = true, On = date, RecordedAt = at }],
            Entry = entry,
            RecordedAt = at,
        };
    }

    private bool IsOwed(Touched touched)
    {
        if (touched.Item.IsDebit) return true;
        Refuse(LedgerErrors.NotADebit.At("item", ("item", touched.Item.Id), ("amount", touched.Item.Amount)));
        return false;
    }

    private static DomainError WrongKind(Touched touched) =>
        LedgerErrors.WrongKind.At("item", ("item", touched.Item.Id), ("kind", touched.Item.Kind));
}
