namespace OrderToCash.Receivables;

internal sealed partial class LedgerWork
{
    private readonly record struct TaxedPart(EquatableArray<TaxShare> Shares, Money Functional);

    private readonly record struct DepositPart(
        EquatableArray<TaxShare> Shares, Money Tax, Money Functional, EquatableArray<JournalLine> Lines);

    // Net and tax of the discount; the tax, per rate by largest remainder, only where the regime corrects it.
    private EquatableArray<TaxShare> TakeDiscount(OpenItem to, Money discount, Money functional, EntryLines adjustments)
    {
        if (discount.IsZero) return [];
        var shares = to.DiscountTax == DiscountTaxMode.Included ? DiscountShares(to, discount) : [];
        PostTaxed(AccountRole.DiscountsAllowed, discount, functional, shares, adjustments);
        return shares.Select(part => part.Share).Where(share => !share.Gross.IsZero).ToEquatableArray();
    }

    private List<(AccountRole Role, TaxShare Share)> DiscountShares(OpenItem to, Money discount)
    {
        var (taxed, gross) = (new List<(AccountRole Role, TaxShare Share)>(), Money.Zero(discount.Currency));
        for (var i = 0; i < to.TaxShares.Count; i++)
        {
            var share = to.TaxShares[i];
            if (!share.Gross.IsPositive || share.Tax.IsNegative || share.Base.IsZero) continue;
            taxed.Add((to.TaxRole(i), share));
            gross += share.Gross;
        }
        if (taxed.Count == 0) return taxed;
        // Several taxes on one and the same net: each is its own part of the whole.
        var whole = to.Discountable;
        if (gross > whole)
            return taxed.ConvertAll(t => (t.Role, Of(t.Share, discount, discount.Part(t.Share.Tax, whole))));
        var parts = discount.Allocate(taxed.Select(t => t.Share.Gross.MinorUnits).ToArray());
        return taxed.Select((t, i) => (t.Role, Of(t.Share, parts[i], parts[i].Part(t.Share.Tax, t.Share.Gross)))).ToList();
    }

    private TaxShare Of(TaxShare share, Money gross, Money tax) => share with { Tax = tax, Base = gross - tax, TaxPoint = date };

    // The net on one account, each tax on its own. Functional amounts are shares of the whole; the net takes the remainder, or
    // where that is of the other sign, cents to be rounded away do.
    private static void PostTaxed(AccountRole account, Money amount, Money functional,
        IEnumerable<(AccountRole Role, TaxShare Share)> shares, EntryLines adjustments)
    {
        var (net, left) = (amount, functional);
        foreach (var role in shares.GroupBy(part => part.Role, part => part.Share.Tax))
        {
            var tax = Money.Sum(role, amount.Currency);
            var value = functional.Part(tax, amount);
            adjustments.Add(role.Key, tax, value);
            (net, left) = (net - tax, left - value);
        }
        var isWorth = left.IsZero || left.Sign == net.Sign;
        adjustments.Add(account, net, isWorth ? left : Money.Zero(left.Currency));
        if (!isWorth) adjustments.Add(AccountRole.FxRounding, Money.Zero(net.Currency), left);
    }

    private static IEnumerable<(AccountRole Role, TaxShare Share)> WithRoles(OpenItem item, EquatableArray<TaxShare> shares)
    {
        for (var i = 0; i < shares.Count; i++) yield return (item.TaxRole(i), shares[i]);
    }

    private EquatableArray<TaxShare> GiveUpRest(
        Touched debit, RestTreatment treatment, Money rest, Money functional, EntryLines adjustments)
    {
        if (rest.IsZero) return [];
        var lowered = treatment is RestTreatment.PriceReduction or RestTreatment.SmallPriceReduction;
        var relief = lowered ? Relief(debit, rest) : [];
        PostTaxed(RestAccount(treatment), rest, functional, WithRoles(debit.Item, relief), adjustments);
        return relief;
    }

    private static AccountRole RestAccount(RestTreatment treatment) => treatment switch
    {
        RestTreatment.SmallDifference or RestTreatment.SmallPriceReduction => AccountRole.SmallDifferencesLost,
        RestTreatment.BankCharge => AccountRole.BankCharges,
        RestTreatment.Withholding => AccountRole.WithholdingTax,
        RestTreatment.PriceReduction => AccountRole.SalesReturns,
        _ => throw new ArgumentOutOfRangeException(nameof(treatment), treatment, "A rest that stays open is not posted."),
    };

    // What is paid on top of an item that was recorded less its discount.
    private void Forfeit(OpenItem to, Money amount, Money functional, EntryLines adjustments)
    {
        if (amount.IsZero) return;
        var shares = to.DiscountTax == DiscountTaxMode.Included ? DiscountShares(to, amount) : [];
        PostTaxed(AccountRole.DiscountsForfeited, -amount, -functional,
            shares.Select(part => (part.Role, part.Share with { Tax = -part.Share.Tax })), adjustments);
    }

    // The tax in a part that is given up: cumulative, so that all parts together take back the tax exactly.
    private EquatableArray<TaxShare> Relief(Touched touched, Money part)
    {
        if (touched.Item.TaxShares.IsEmpty) return [];
        var given = touched.Live.Where(a => !a.TaxRelief.IsEmpty).ToArray();
        var none = Money.Zero(part.Currency);
        var before = Money.Sum(
            given.Select(a => a.Kind == ApplicationKind.BadDebt ? a.Amount : a.Rest ?? none), part.Currency);
        return TaxParts(touched.Item.TaxShares, given.Select(a => a.TaxRelief), before + part, touched.Item.Amount);
    }

    private EquatableArray<TaxShare> TaxParts(
        EquatableArray<TaxShare> shares, IEnumerable<EquatableArray<TaxShare>> taken, Money cumulated, Money whole)
    {
        var result = shares
            .Select(share => share with
            {
                Base = share.Base.Part(cumulated, whole), Tax = share.Tax.Part(cumulated, whole), TaxPoint = date,
            }).ToArray();
        foreach (var before in taken)
            for (var i = 0; i < result.Length; i++)
                result[i] = result[i] with { Base = result[i].Base - before[i].Base, Tax = result[i].Tax - before[i].Tax };
        return [.. result];
    }

    // Tax on cash receipts falls due with what settles the item, pro rata of the whole and cumulative.
    private TaxedPart MakeExigible(Touched touched, Money settled, EntryLines adjustments)
    {
        var item = touched.Item;
        var none = Money.Zero(policy.FunctionalCurrency);
        if (item.PendingTax is not { } pending) return new([], none);
        var live = touched.Live.Where(a => !a.ExigibleTax.IsEmpty).ToArray();
        var shares = TaxParts(item.TaxShares, live.Select(a => a.ExigibleTax), item.Amount - touched.Open + settled, item.Amount);
        var now = Money.Sum(shares.Select(share => share.Tax), settled.Currency);
        if (now.IsZero) return new(shares, none);
        var before = Money.Sum(live.SelectMany(a => a.ExigibleTax).Select(share => share.Tax), settled.Currency);
        var whole = Money.Sum(item.TaxShares.Select(share => share.Tax), settled.Currency);
        var valued = Money.Sum(live.Select(a => a.ExigibleFunctional ?? none), none.Currency);
        var functional = pending.Part(before + now, whole) - valued;
        adjustments.Add(AccountRole.PendingOutputTax, now, functional);
        PostTaxed(AccountRole.OutputTax, -now, -functional,
            WithRoles(item, shares).Where(part => part.Role != AccountRole.OutputTax)
                .Select(part => (part.Role, part.Share with { Tax = -part.Share.Tax })), adjustments);
        return new(shares, functional);
    }

    // A deposit is used with the tax that was paid on it: the tax goes back, the document that uses it has the whole tax.
    private DepositPart DepositTax(Touched credit, Money gross)
    {
        var item = credit.Item;
        var none = (Document: Money.Zero(gross.Currency), Functional: Money.Zero(policy.FunctionalCurrency));
        if (!item.IsTaxedDeposit) return new([], none.Document, none.Functional, []);
        var live = credit.Live.Where(a => !a.TaxRelief.IsEmpty).ToArray();
        var before = Money.Sum(live.Select(a => -a.Amount), gross.Currency)
            + Money.Sum(live.SelectMany(a => a.TaxRelief).Select(share => share.Tax), gross.Currency);
        var shares = TaxParts(item.TaxShares, live.Select(a => a.TaxRelief), before + gross, item.GrossOfDeposit);
        var tax = Money.Sum(shares.Select(share => share.Tax), gross.Currency);
        var functional = tax.Currency == none.Functional.Currency ? tax
            : item.Rate is { } rate && rate.Connects(tax.Currency, none.Functional.Currency)
            ? tax.Convert(rate, Rounding.HalfAwayFromZero)
            : item.FunctionalAmount.Part(tax, item.Amount.Abs()).Abs();
        var posted = new EntryLines();
        PostTaxed(AccountRole.OutputTax, tax, functional,
            WithRoles(item, shares).Where(part => part.Role != AccountRole.OutputTax), posted);
        return new(shares, tax, functional, posted.ToLines());
    }
}
