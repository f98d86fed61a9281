namespace OrderToCash.Receivables;

internal sealed partial class LedgerWork
{
    /// <summary>True when an application of this command took a discount.</summary>
    internal bool TookDiscount { get; private set; }

    /// <summary>True when an application of this command gave up a small difference.</summary>
    internal bool WroteOff { get; private set; }

    /// <summary>Applies so much of a credit to what is owed, or finds why not.</summary>
    internal void Apply(ApplicationRequest request, string target)
    {
        var before = findings.Count;
        var (credit, debit) = (Find(request.Credit, target + ".credit"), Find(request.Debit, target + ".debit"));
        if (credit is null || debit is null) return;
        CheckPair(request, credit, debit, target);
        if (findings.Count > before) return;
        if (Parts(request, debit, target) is not { } parts) return;
        if (request.Amount > -credit.Least) Refuse(MoreThanOpen(credit, request.Amount, target + ".amount"));
        if (parts.Settled > debit.Least) Refuse(MoreThanOpen(debit, parts.Settled, target + ".amount"));
        if (findings.Count == before) Settle(request, credit, debit, parts);
    }

    private readonly record struct SettledParts(Money Settled, Money Discount, Money Rest);

    private Touched? Find(OpenItemId id, string target)
    {
        if (items.TryGetValue(id, out var touched)) return touched;
        Refuse(LedgerErrors.ItemUnknown.At(target, ("item", id)));
        return null;
    }

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
        if (date < item.DocumentDate)
            Refuse(LedgerErrors.DateBeforeDocument.At(target,
                ("date", date), ("item", item.Id), ("documentDate", item.DocumentDate)));
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
        if (request.Rest == RestTreatment.SmallDifference && rest.IsPositive && !IsTolerated(debit, rest, target)) return null;
        return new(request.Amount + discount + rest, discount, rest);
    }

    // A payment in the days of grace takes the discount that ran before them, unless the one that runs today settles the item
    // exactly.
    private Money? OfferedDiscount(ApplicationRequest request, Touched debit)
    {
        var today = debit.Item.DiscountOn(date);
        if (policy.DiscountGraceDays <= 0 || (today is { } exact && (debit.Open - request.Amount - exact).IsZero)) return today;
        return debit.Item.DiscountOn(date.PlusDays(-policy.DiscountGraceDays));
    }

    private bool IsTolerated(Touched touched, Money difference, string target)
    {
        var functional = Carrying(touched, difference);
        if (policy.SmallDifference is { } tolerance && functional <= tolerance) return true;
        Refuse(LedgerErrors.AboveTolerance.At(target,
            ("difference", functional), ("item", touched.Item.Id),
            ("tolerance", policy.SmallDifference ?? Money.Zero(policy.FunctionalCurrency))));
        return false;
    }

    private void Settle(ApplicationRequest request, Touched credit, Touched debit, SettledParts parts)
    {
        var (from, to) = (credit.Item, debit.Item);
        var released = Carrying(debit, parts.Settled);
        var discount = Share(released, parts.Discount, parts.Settled);
        var rest = Money.Min(Share(released, parts.Rest, parts.Settled), released - discount);
        var (value, used) = CreditValue(credit, request.Amount);

        var adjustments = new EntryLines();
        var shares = TakeDiscount(to, parts.Discount, discount, adjustments);
        if (!parts.Rest.IsZero) adjustments.Add(RestAccount(request.Rest), parts.Rest, rest);
        PostExchange(from, to, value, used, released - discount - rest, adjustments);
        var adjusted = adjustments.ToLines();

        lines.Add(from.Account, request.Amount, used, from.Id);
        lines.Add(to.Account, -parts.Settled, -released, to.Id);
        foreach (var line in adjusted) lines.Add(line);
        credit.Settle(Made(request.Id, to.Id, -request.Amount, -used));
        debit.Settle(Made(request.Id, from.Id, parts.Settled, released) with
        {
            ByCreditNote = from.Kind == OpenItemKind.CreditNote,
            Discount = parts.Discount.IsZero ? null : parts.Discount,
            DiscountShares = shares,
            Rest = parts.Rest.IsZero ? null : parts.Rest,
            Adjustments = adjusted,
        });
        List(credit);
        List(debit);
        TookDiscount |= !parts.Discount.IsZero;
        WroteOff |= !parts.Rest.IsZero && request.Rest == RestTreatment.SmallDifference;
    }

    private Application Made(ItemApplicationId id, OpenItemId counterpart, Money amount, Money functional) => new()
    {
        Id = id, Counterpart = counterpart, Amount = amount, FunctionalAmount = functional, On = date, RecordedAt = at,
        Entry = entry,
    };

    // The carrying amount that so much of an item releases, without sign: pro rata of what is left; the last application takes
    // the rest.
    private static Money Carrying(Touched touched, Money amount) =>
        Share(touched.OpenFunctional.Abs(), amount, touched.Open.Abs());

    private static Money Share(Money functional, Money part, Money whole) => part.IsZero
        ? Money.Zero(functional.Currency)
        : Money.FromMinorUnits(Proportion.Of(functional.MinorUnits, part.MinorUnits, whole.MinorUnits), functional.Currency);

    // What a credit is worth by its own rate, and what it releases: the last application takes the remainder of the whole.
    private static (Money Value, Money Used) CreditValue(Touched credit, Money amount)
    {
        var item = credit.Item;
        var left = -credit.OpenFunctional;
        var value = item.Rate is { } rate && rate.Connects(amount.Currency, left.Currency)
            ? amount.Convert(rate, Rounding.HalfAwayFromZero)
            : Share(-item.FunctionalAmount, amount, -item.Amount);
        return (value, amount == -credit.Open ? left : Money.Min(value, left));
    }

    // Settling at another value than the carrying amount is a result; at one and the same rate it is only cents.
    private void PostExchange(OpenItem from, OpenItem to, Money value, Money used, Money relieved, EntryLines adjustments)
    {
        var none = Money.Zero(from.Amount.Currency);
        var sameRate = from.Rate is { } rate && to.Rate is { } other && rate.Base == other.Base && rate.Quote == other.Quote
            && rate.Rate == other.Rate;
        var result = sameRate ? Money.Zero(policy.FunctionalCurrency) : value - relieved;
        adjustments.Add(result.IsPositive ? AccountRole.RealisedGain : AccountRole.RealisedLoss, none, -result);
        adjustments.Add(AccountRole.FxRounding, none, -(used - relieved - result));
    }

    private static AccountRole RestAccount(RestTreatment treatment) => treatment switch
    {
        RestTreatment.SmallDifference => AccountRole.SmallDifferencesLost,
        RestTreatment.BankCharge => AccountRole.BankCharges,
        RestTreatment.Withholding => AccountRole.WithholdingTax,
        _ => throw new ArgumentOutOfRangeException(nameof(treatment), treatment, "A rest that stays open is not posted."),
    };

    // Posts net and tax of the discount; the tax, per rate by largest remainder, only where the regime corrects it.
    private EquatableArray<TaxShare> TakeDiscount(OpenItem to, Money discount, Money functional, EntryLines adjustments)
    {
        if (discount.IsZero) return [];
        var shares = to.DiscountTax == DiscountTaxMode.Included ? DiscountShares(to, discount) : [];
        var tax = Money.Sum(shares.Select(share => share.Tax), discount.Currency);
        var taxFunctional = Share(functional, tax, discount);
        adjustments.Add(AccountRole.DiscountsAllowed, discount - tax, functional - taxFunctional);
        adjustments.Add(AccountRole.OutputTax, tax, taxFunctional);
        return shares;
    }

    private EquatableArray<TaxShare> DiscountShares(OpenItem to, Money discount)
    {
        var taxed = to.TaxShares.Where(share => share.Gross.IsPositive && !share.Tax.IsNegative).ToArray();
        if (taxed.Length == 0) return [];
        var parts = Proportion.Split(discount.MinorUnits, taxed.Select(share => share.Gross.MinorUnits).ToArray());
        return taxed.Select((share, i) =>
        {
            var tax = Proportion.Of(parts[i], share.Tax.MinorUnits, share.Gross.MinorUnits);
            return share with
            {
                Tax = Money.FromMinorUnits(tax, discount.Currency),
                Base = Money.FromMinorUnits(parts[i] - tax, discount.Currency),
                TaxPoint = date,
            };
        }).Where(share => !share.Gross.IsZero).ToEquatableArray();
    }

    private DomainError MoreThanOpen(Touched touched, Money amount, string target) => LedgerErrors.MoreThanOpen.At(target,
        ("amount", amount), ("open", touched.Least.Abs()), ("item", touched.Item.Id), ("date", date));
}
