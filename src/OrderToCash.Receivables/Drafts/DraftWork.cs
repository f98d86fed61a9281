namespace OrderToCash.Receivables;

/// <summary>A draft while it is being worked out: its taxes, what deposits take off, its discount, its instalments.</summary>
internal sealed class DraftWork
{
    private readonly InvoiceDraft draft;
    private readonly Currency currency;
    private readonly TaxShare[] posted;
    private readonly TaxShare[] owed;
    private readonly bool isRecordedNet;
    private readonly Money discountable;
    private readonly Money discount;
    private Money revenue;
    private Money owedNet;

    internal DraftWork(InvoiceDraft draft, EquatableArray<OpenItem> deposits, DiscountMethod method)
    {
        this.draft = draft;
        currency = draft.Net.Currency;
        revenue = owedNet = draft.Net;
        posted = draft.Taxes.Select(TaxOn(Taxed())).ToArray();
        owed = [.. posted];
        foreach (var deposit in deposits)
            if (draft.Deposits.Contains(deposit.Id)) TakeOff(deposit);
        discountable = draft.Discount is { TaxMode: DiscountTaxMode.Included }
            ? owedNet + Tax(owed, isPercentage: true) : owedNet;
        discount = owedNet.IsPositive && draft.Discount is { } offer ? offer.Of(discountable) : Money.Zero(currency);
        isRecordedNet = method == DiscountMethod.Net && discount.IsPositive;
        if (isRecordedNet) RecordNet();
    }

    internal InvoiceFacts ToFacts() => new()
    {
        Entry = draft.Entry,
        LegalEntity = draft.LegalEntity,
        Customer = draft.Customer,
        DocumentNumber = draft.DocumentNumber,
        DocumentDate = draft.Date,
        Instalments = InParts(owedNet + Tax(owed)),
        Postings = Postings(),
        Rate = draft.Rate,
        DiscountTax = draft.Discount?.TaxMode ?? default,
        Deferred = draft.Deferred,
        ContractAssets = draft.ContractAssets,
        Deposits = draft.Deposits,
        TaxRoles = draft.Taxes.Any(tax => tax.Account != AccountRole.OutputTax)
            ? draft.Taxes.Select(tax => tax.Account).ToEquatableArray() : [],
        IsTaxOnCash = draft.IsTaxOnCash,
        IsRecordedNet = isRecordedNet,
    };

    private Money Taxed() => draft.Discount is { TaxMode: DiscountTaxMode.Mixed } mixed
        ? draft.Net - mixed.Of(draft.Net) : draft.Net;

    private Func<DraftTax, TaxShare> TaxOn(Money taxed) => tax => tax.Percent is { } percent
        ? tax.Share(taxed, taxed.Times(percent, Rounding.HalfAwayFromZero), draft.Date)
        : tax.Share(Money.Zero(currency), tax.Fixed ?? Money.Zero(currency), draft.Date);

    private void TakeOff(OpenItem deposit)
    {
        owedNet += deposit.Open;
        for (var i = 0; i < deposit.TaxShares.Count; i++)
        {
            var (role, share) = (deposit.TaxRole(i), deposit.TaxShares[i]);
            var index = draft.Taxes.FindIndex(tax => tax.Account == role && (tax.Percent ?? Percentage.Zero) == share.Rate);
            if (index < 0) index = draft.Taxes.FindIndex(tax => tax.Account == role);
            if (index < 0) continue;
            var left = deposit.DepositTaxLeft(i);
            var taxedBase = owed[index].Base.IsZero ? owed[index].Base : owed[index].Base + deposit.Open;
            owed[index] = owed[index] with { Base = taxedBase, Tax = owed[index].Tax - left };
        }
    }

    private void RecordNet()
    {
        var net = discount;
        for (var i = 0; i < owed.Length && draft.Discount!.TaxMode == DiscountTaxMode.Included; i++)
        {
            if (draft.Taxes[i].Percent is null) continue;
            var tax = discount.Part(owed[i].Tax, discountable);
            net -= tax;
            (owed[i], posted[i]) = (owed[i] with { Tax = owed[i].Tax - tax }, posted[i] with { Tax = posted[i].Tax - tax });
        }
        (revenue, owedNet) = (revenue - net, owedNet - net);
    }

    private Money Tax(TaxShare[] shares, bool isPercentage = false)
    {
        var sum = Money.Zero(currency);
        for (var i = 0; i < shares.Length; i++)
            if (!isPercentage || draft.Taxes[i].Percent is not null) sum += shares[i].Tax;
        return sum;
    }

    private EquatableArray<Posting> Postings()
    {
        var postings = new List<Posting> { new() { Account = AccountRole.Sales, Amount = revenue } };
        foreach (var role in draft.Taxes.Select(tax => tax.Account).Distinct())
        {
            var tax = Money.Zero(currency);
            for (var i = 0; i < posted.Length; i++)
                if (draft.Taxes[i].Account == role) tax += posted[i].Tax;
            postings.Add(new() { Account = role, Amount = tax });
        }
        return postings.ToEquatableArray();
    }

    private EquatableArray<InstalmentItem> InParts(Money total)
    {
        var due = draft.DueDate ?? draft.Date;
        if (total.IsZero && !draft.Deposits.IsEmpty) return [];
        if (draft.Instalments.IsEmpty)
            return [new() { Item = draft.Item, Instalment = Part(1, due, total, Money.Zero(currency), total, total) }];
        var (before, result) = (Money.Zero(currency), new List<InstalmentItem>());
        for (var i = 1; i <= draft.Instalments.Count; i++)
        {
            var amount = i == draft.Instalments.Count
                ? total - before
                : total.Times(draft.Instalments[i - 1], Rounding.HalfAwayFromZero);
            result.Add(new()
            {
                Item = new(FormattableString.Invariant($"{draft.Item}/{i}")),
                Instalment = Part(i, due, amount, before, before + amount, total),
            });
            before += amount;
        }
        return result.ToEquatableArray();
    }

    // Shares and fixed discounts are given out by what the instalments add up to, so that none of it is lost.
    private Instalment Part(int number, LocalDate due, Money amount, Money before, Money after, Money total)
    {
        Money Slice(Money whole) => whole.Part(after, total) - whole.Part(before, total);
        var shares = owed.Select(share => share with { Base = Slice(share.Base), Tax = Slice(share.Tax) });
        return new()
        {
            Number = number, DueDate = due, Amount = amount, TaxShares = shares.ToEquatableArray(),
            Discounts = discount.IsPositive ? [Tier(amount, Slice, total)] : [],
        };
    }

    private DiscountTier Tier(Money amount, Func<Money, Money> slice, Money total)
    {
        var offer = draft.Discount!;
        var part = offer.Percent is not { } percent || isRecordedNet ? slice(discount)
            : discountable == total ? amount.Times(percent, Rounding.HalfAwayFromZero)
            : slice(discountable).Times(percent, Rounding.HalfAwayFromZero);
        return new()
        {
            Until = offer.Days is { } days ? draft.Date.PlusDays(days) : LocalDate.MaxIsoValue,
            Percentage = offer.Percent ?? Percentage.Zero,
            Discount = part,
        };
    }
}
