namespace OrderToCash.Receivables;

internal sealed partial class LedgerWork
{
    private Money tolerated;

    /// <summary>True when an application of this command took a discount.</summary>
    internal bool TookDiscount { get; private set; }

    /// <summary>True when an application of this command gave up a small difference.</summary>
    internal bool WroteOff { get; private set; }

    /// <summary>True when a deposit was applied by this command.</summary>
    internal bool UsedDeposit { get; private set; }

    /// <summary>Applies so much of a credit to what is owed, or finds why not.</summary>
    internal void Apply(ApplicationRequest request, string target)
    {
        var before = FindingCount;
        var (credit, debit) = (Find(request.Credit, target, ".credit"), Find(request.Debit, target, ".debit"));
        if (credit is null || debit is null) return;
        CheckPair(request, credit, debit, target);
        if (FindingCount > before) return;
        if (Parts(request, debit, target) is not { } parts) return;
        if (parts.Used > credit.Spendable)
            Refuse(LedgerErrors.MoreThanOpen.At(target + ".amount",
                ("amount", parts.Used), ("open", credit.Spendable), ("item", credit.Item.Id), ("date", date)));
        var deposit = DepositTax(credit, parts.Used);
        var net = parts.Used - deposit.Tax;
        if (!net.IsPositive) Refuse(LedgerErrors.AmountNotPositive.At(target + ".amount", ("amount", net)));
        else if (net > -credit.Least) Refuse(MoreThanOpen(credit, net, target + ".amount"));
        if (parts.Settled > debit.Least) Refuse(MoreThanOpen(debit, parts.Settled, target + ".amount"));
        if (FindingCount == before) Settle(request, credit, debit, parts, deposit);
    }

    /// <summary>The money used; what it settles, of which discount and rest are not money; what is paid on top.</summary>
    private readonly record struct SettledParts(Money Used, Money Settled, Money Discount, Money Rest, Money Forfeited);

    private void CheckPair(ApplicationRequest request, Touched credit, Touched debit, string target)
    {
        var (from, to) = (credit.Item, debit.Item);
        if (!request.Amount.IsPositive) Refuse(LedgerErrors.AmountNotPositive.At(target + ".amount", ("amount", request.Amount)));
        foreach (var item in (ReadOnlySpan<OpenItem>)[from, to])
        {
            if (item.Amount.Currency != request.Amount.Currency)
                Refuse(LedgerErrors.OtherCurrency.At(target + ".amount",
                    ("amount", request.Amount), ("expected", item.Amount.Currency), ("item", item.Id)));
            CheckDate(item, target);
        }
        if (from.IsDebit) Refuse(LedgerErrors.NotACredit.At(target + ".credit", ("item", from.Id), ("amount", from.Amount)));
        if (!to.IsDebit) Refuse(LedgerErrors.NotADebit.At(target + ".debit", ("item", to.Id), ("amount", to.Amount)));
        if (from.Customer != to.Customer)
            Refuse(LedgerErrors.OtherCustomer.At(target,
                ("credit", from.Id), ("creditCustomer", from.Customer), ("debit", to.Id), ("debitCustomer", to.Customer)));
        if (from.LegalEntity != to.LegalEntity)
            Refuse(LedgerErrors.OtherLegalEntity.At(target,
                ("credit", from.Id), ("creditEntity", from.LegalEntity), ("debit", to.Id), ("debitEntity", to.LegalEntity)));
        foreach (var touched in (ReadOnlySpan<Touched>)[credit, debit]) CheckNewApplication(touched, request.Id, target);
    }

    private void CheckDate(OpenItem item, string target)
    {
        if (date < item.OpenedOn)
            Refuse(LedgerErrors.DateBeforeDocument.At(target,
                ("date", date), ("item", item.Id), ("documentDate", item.OpenedOn)));
    }

    private void CheckNewApplication(Touched touched, ItemApplicationId id, string target)
    {
        if (touched.Knows(id))
            Refuse(LedgerErrors.ApplicationExists.At(target + ".id", ("application", id), ("item", touched.Item.Id)));
    }

    // What the amount, the discount and the short rest settle together; null with a finding when they do not fit.
    private SettledParts? Parts(ApplicationRequest request, Touched debit, string target)
    {
        var none = Money.Zero(request.Amount.Currency);
        if (debit.Item.IsRecordedNet && debit.Open.IsPositive && request.Amount > debit.Open)
        {
            Flush(debit);
            var onTop = Money.Min(request.Amount - debit.Open, debit.Item.ForfeitedOn(date, policy.DiscountGraceDays));
            return new(request.Amount, request.Amount - onTop, none, none, onTop);
        }
        var (discount, rest) = (none, none);
        if (request.TakeDiscount)
        {
            if (OfferedDiscount(request, debit) is not { } offered)
            {
                Refuse(LedgerErrors.NoDiscount.At(target + ".takeDiscount", ("item", debit.Item.Id), ("date", date)));
                return null;
            }
            discount = offered;
        }
        var left = debit.Open - request.Amount - discount;
        if (left.IsPositive && request.Rest != RestTreatment.StaysOpen) rest = left;
        if (left.IsPositive && request.TakeDiscount && rest.IsZero)
        {
            Refuse(LedgerErrors.DiscountNotEarned.At(target + ".amount",
                ("amount", request.Amount), ("discount", discount), ("short", left), ("item", debit.Item.Id)));
            return null;
        }
        if (IsSmall(request.Rest) && rest.IsPositive && !IsTolerated(debit, rest, target)) return null;
        return new(request.Amount, request.Amount + discount + rest, discount, rest, none);
    }

    private static bool IsSmall(RestTreatment rest) =>
        rest is RestTreatment.SmallDifference or RestTreatment.SmallPriceReduction;

    // A payment in the days of grace takes the discount that ran before them, unless the one that runs today settles the item
    // exactly.
    private Money? OfferedDiscount(ApplicationRequest request, Touched debit)
    {
        Flush(debit);
        var today = debit.Item.DiscountOn(date);
        if (policy.DiscountGraceDays <= 0 || (today is { } exact && (debit.Open - request.Amount - exact).IsZero)) return today;
        return debit.Item.DiscountOn(date.PlusDays(-policy.DiscountGraceDays));
    }

    // The tolerance is for all that one command gives up.
    private bool IsTolerated(Touched touched, Money difference, string target)
    {
        var functional = Carrying(touched, difference).Functional;
        var sum = tolerated.IsZero ? functional : tolerated + functional;
        if (policy.SmallDifference is { } tolerance && sum <= tolerance)
        {
            tolerated = sum;
            return true;
        }
        Refuse(LedgerErrors.AboveTolerance.At(target,
            ("difference", sum), ("item", touched.Item.Id),
            ("tolerance", policy.SmallDifference ?? Money.Zero(policy.FunctionalCurrency))));
        return false;
    }

    private void Settle(ApplicationRequest request, Touched credit, Touched debit, SettledParts parts, DepositPart deposit)
    {
        var (from, to) = (credit.Item, debit.Item);
        var relieved = Carrying(debit, parts.Settled);
        var discount = relieved.Functional.Part(parts.Discount, parts.Settled);
        var rest = Money.Min(relieved.Functional.Part(parts.Rest, parts.Settled), relieved.Functional - discount);
        var used = parts.Used - deposit.Tax;
        var worth = CreditWorth(credit, used, deposit.Functional);
        var forfeited = worth.Value.Part(parts.Forfeited, parts.Used);

        var adjustments = scratch.Beside;
        adjustments.Clear();
        foreach (var line in deposit.Lines) adjustments.Add(line);
        var shares = TakeDiscount(to, parts.Discount, discount, adjustments);
        var relief = GiveUpRest(debit, request.Rest, parts.Rest, rest, adjustments);
        Forfeit(to, parts.Forfeited, forfeited, adjustments);
        ReleaseAdjustments(credit, worth.Carried.Adjustment, adjustments);
        ReleaseAdjustments(debit, relieved.Adjustment, adjustments);
        PostExchange(from, to, worth, relieved.Value - discount - rest + forfeited, relieved.Adjustment, adjustments);
        var exigible = MakeExigible(debit, parts.Settled, adjustments);
        var adjusted = adjustments.ToLines();

        lines.Add(from.Account, used, worth.Carried.Functional, from.Id);
        lines.Add(to.Account, -parts.Settled, -relieved.Functional, to.Id);
        foreach (var line in adjusted) lines.Add(line);
        credit.Settle(new()
        {
            Id = request.Id, Counterpart = to.Id, Amount = -used,
            FunctionalAmount = -worth.Carried.Functional, On = date, RecordedAt = at, Entry = entry,
            Revalued = Signed(credit, worth.Carried.Adjustment), TaxRelief = deposit.Shares,
        });
        debit.Settle(new()
        {
            Id = request.Id, Counterpart = from.Id, Amount = parts.Settled, FunctionalAmount = relieved.Functional,
            On = date, RecordedAt = at, Entry = entry,
            ByCreditNote = from.Kind == OpenItemKind.CreditNote,
            CreditedTax = CreditedTax(from, parts.Used),
            Discount = Null(parts.Discount),
            DiscountShares = shares,
            Rest = Null(parts.Rest),
            TaxRelief = relief,
            Forfeited = Null(parts.Forfeited),
            Revalued = Signed(debit, relieved.Adjustment),
            ExigibleTax = exigible.Shares,
            ExigibleFunctional = Null(exigible.Functional),
            Adjustments = adjusted,
        });
        List(credit);
        List(debit);
        TookDiscount |= !parts.Discount.IsZero;
        WroteOff |= !parts.Rest.IsZero && IsSmall(request.Rest);
        UsedDeposit |= from.Kind == OpenItemKind.Deposit;
    }

    private static Money? Null(Money amount) => amount.IsZero ? null : amount;

    private static Money? CreditedTax(OpenItem from, Money used) => from.Kind != OpenItemKind.CreditNote ? null
        : Null(Money.Sum(from.TaxShares.Select(share => share.Tax), used.Currency).Part(used, -from.Amount));

    private Application Made(ItemApplicationId id, OpenItemId counterpart, Money amount, Money functional) => new()
    {
        Id = id, Counterpart = counterpart, Amount = amount, FunctionalAmount = functional, On = date, RecordedAt = at,
        Entry = entry,
    };

    // What so much of an item carries, without sign: pro rata of what is left; the last application takes the rest.
    private static Carried Carrying(Touched touched, Money amount)
    {
        var whole = touched.Open.Abs();
        var adjustment = touched.OpenAdjustment;
        return new(touched.OpenFunctional.Abs().Part(amount, whole),
            adjustment.IsZero ? adjustment : (touched.Item.IsDebit ? adjustment : -adjustment).Part(amount, whole));
    }

    private static Money? Signed(Touched touched, Money adjustment) =>
        adjustment.IsZero ? null : touched.Item.IsDebit ? adjustment : -adjustment;

    private void ReleaseAdjustments(Touched touched, Money adjustment, EntryLines adjustments)
    {
        if (Signed(touched, adjustment) is { } signed)
            adjustments.Add(AccountRole.FxAdjustment, Money.Zero(touched.Item.Amount.Currency), -signed);
    }

    /// <summary>What a part of a credit is worth by its own rate, and what it carries.</summary>
    private readonly record struct Worth(Money Value, Carried Carried, Money TaxFunctional);

    // The last application takes the remainder of the whole. A deposit comes with the tax that was paid on it.
    private static Worth CreditWorth(Touched credit, Money amount, Money tax)
    {
        var item = credit.Item;
        var left = -credit.OpenFunctional;
        var value = item.Rate is { } rate && rate.Connects(amount.Currency, left.Currency)
            ? amount.Convert(rate, Rounding.HalfAwayFromZero)
            : (-item.FunctionalAmount).Part(amount, -item.Amount);
        var used = amount == -credit.Open ? left : Money.Min(value, left);
        return new(value + tax, Carrying(credit, amount) with { Functional = used }, tax);
    }

    // Settling at another value than the carrying amount is a result; at one and the same rate it is only cents.
    private void PostExchange(
        OpenItem from, OpenItem to, Worth worth, Money relieved, Money relievedAdjustment, EntryLines adjustments)
    {
        var none = Money.Zero(from.Amount.Currency);
        var carried = worth.Carried.Value + worth.TaxFunctional;
        var sameRate = from.Rate is { } rate && to.Rate is { } other && rate.Base == other.Base && rate.Quote == other.Quote
            && rate.Rate == other.Rate;
        var result = sameRate
            ? worth.Carried.Adjustment - relievedAdjustment
            : worth.Value + worth.Carried.Adjustment - relieved;
        adjustments.Add(result.IsPositive ? AccountRole.RealisedGain : AccountRole.RealisedLoss, none, -result);
        adjustments.Add(AccountRole.FxRounding, none, -(carried - relieved - result));
    }

    private DomainError MoreThanOpen(Touched touched, Money amount, string target) => LedgerErrors.MoreThanOpen.At(target,
        ("amount", amount), ("open", touched.Least.Abs()), ("item", touched.Item.Id), ("date", date));
}
