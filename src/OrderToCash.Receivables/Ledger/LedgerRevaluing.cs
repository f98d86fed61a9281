namespace OrderToCash.Receivables;

internal sealed partial class LedgerWork
{
    /// <summary>
    /// Values what is open in foreign currencies at closing rates. Advances keep their rate: they will be settled by delivery.
    /// </summary>
    internal void Revalue(RevaluationFacts facts)
    {
        SpanCustomers();
        var before = FindingCount;
        foreach (var item in items.Values.Select(t => t.Item).OrderBy(i => i.Id).ToArray())
        {
            var currency = item.Amount.Currency;
            if (currency == policy.FunctionalCurrency || item.Account.IsNonMonetary || item.OpenedOn > date) continue;
            if (Find(item.Id, "items") is not { } touched) continue;
            var (open, carried) = policy.Revaluation == RevaluationMethod.UntilSettled
                ? (item.Open, item.OpenFunctional)
                : (item.OpenOn(date), item.FunctionalAt(date, null));
            if (open.IsZero) continue;
            if (facts.Rates.FindIndex(r => r.Connects(currency, policy.FunctionalCurrency)) is var index && index < 0)
            {
                Refuse(LedgerErrors.RateMissing.At("rates", ("amount", open), ("functional", policy.FunctionalCurrency)));
                continue;
            }
            var value = open.Convert(facts.Rates[index], Rounding.HalfAwayFromZero);
            Revalue(touched, value - carried - Adjusted(item));
        }
        if (order.Count == 0 && FindingCount == before) Refuse(LedgerErrors.NothingToDo.At("items"));
    }

    private static Money Adjusted(OpenItem item)
    {
        var adjusted = item.OpenAdjustment;
        foreach (var revaluation in item.Revaluations)
            if (revaluation is { IsLive: true, StaysUntilSettled: false }) adjusted += revaluation.Adjustment;
        return adjusted;
    }

    private void Revalue(Touched touched, Money adjustment)
    {
        if (adjustment.IsZero) return;
        var none = Money.Zero(touched.Item.Amount.Currency);
        lines.Add(AccountRole.FxAdjustment, none, adjustment);
        lines.Add(adjustment.IsPositive ? AccountRole.UnrealisedGain : AccountRole.UnrealisedLoss, none, -adjustment);
        touched.Happened(new OpenItemRevalued
        {
            Item = touched.Item.Id, Entry = entry, By = by, At = at,
            Revaluation = new()
            {
                Entry = entry, Adjustment = adjustment, On = date, RecordedAt = at,
                StaysUntilSettled = policy.Revaluation == RevaluationMethod.UntilSettled,
            },
        }, date);
        List(touched);
    }

    /// <summary>
    /// Money on debts that were written off: income, less the tax that is owed again where relief was taken. The items are met in
    /// order, each up to what was written off.
    /// </summary>
    internal void Recover(RecoveryFacts facts, Money settles, Money value)
    {
        var (left, leftValue) = (settles, value);
        for (var i = 0; i < facts.Of.Count && left.IsPositive; i++)
        {
            if (Find(facts.Of[i], $"of[{i}]") is not { } touched) return;
            var item = touched.Item;
            if (item.Amount.Currency != settles.Currency)
            {
                Refuse(LedgerErrors.OtherCurrency.At("cash", ("amount", settles), ("expected", item.Amount.Currency)));
                return;
            }
            CheckDate(item, "date");
            var part = Money.Min(left, item.WrittenOff - item.Recovered);
            if (!part.IsPositive) continue;
            var partValue = leftValue.Part(part, left);
            Recover(touched, part, partValue);
            (left, leftValue) = (left - part, leftValue - partValue);
        }
        if (left.IsPositive && !IsRefused)
            Refuse(LedgerErrors.MoreThanWrittenOff.At("cash",
                ("amount", settles), ("writtenOff", settles - left), ("item", facts.Of.IsEmpty ? default : facts.Of[0])));
    }

    private void Recover(Touched touched, Money amount, Money value)
    {
        var item = touched.Item;
        var relieved = item.Applications.Where(a =>
            a is { IsLive: true, Kind: ApplicationKind.BadDebt } && !a.TaxRelief.IsEmpty).ToArray();
        EquatableArray<TaxShare> owed = [];
        if (relieved.Length > 0)
        {
            var total = item.TaxShares.Select((share, i) => share with
            {
                Base = Money.Sum(relieved.Select(a => a.TaxRelief[i].Base), amount.Currency),
                Tax = Money.Sum(relieved.Select(a => a.TaxRelief[i].Tax), amount.Currency),
            }).ToEquatableArray();
            var before = item.Recoveries.Where(r => r.IsLive && !r.TaxShares.IsEmpty).Select(r => r.TaxShares);
            owed = TaxParts(total, before, item.Recovered + amount, item.WrittenOff);
        }
        PostTaxed(AccountRole.BadDebtRecovery, -amount, -value,
            WithRoles(item, owed).Select(part => (part.Role, part.Share with { Tax = -part.Share.Tax })), lines);
        touched.Happened(new OpenItemRecovered
        {
            Item = item.Id, Entry = entry, By = by, At = at,
            Recovery = new() { Entry = entry, Amount = amount, TaxShares = owed, On = date, RecordedAt = at },
        }, date);
        List(touched);
    }
}
