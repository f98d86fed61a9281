namespace OrderToCash.Invoicing;

public sealed partial record DraftInvoice
{
    /// <summary>
    /// The same with the nets of all lines, allowances and charges that state a gross: the tax is taken out of each category and
    /// rate by the policy, and the nets follow by largest remainder, so that the payable total is exactly the sum of the prices.
    /// </summary>
    /// <param name="rounding">Who takes the minor unit that does not fit.</param>
    /// <exception cref="OverflowException">The amounts are beyond what can be held.</exception>
    public DraftInvoice SplitTaxIncluded(InclusiveRounding rounding = InclusiveRounding.TaxOutOfGross) =>
        TaxIncludedPrices.Split(this, rounding);

    /// <summary>
    /// The same with a percentage off everything there is so far: one allowance per category and rate, each rounded by itself, as
    /// EN 16931 writes it (BT-92 = BT-93 x BT-94). Categories without a positive sum are left out.
    /// </summary>
    /// <exception cref="CurrencyMismatchException">A line is in another currency.</exception>
    public DraftInvoice WithAllowance(Percentage percent, string reason, AllowanceChargeReason code = default) =>
        With(Supplies().Where(s => s.Net.IsPositive).Select(s =>
            AllowanceCharge.Allowance(s.Net, percent, reason, code).Taxed(s.Tax)));

    /// <summary>
    /// The same with an amount off everything there is so far: one allowance per category and rate, in proportion to their sums,
    /// by largest remainder. Refused with <see cref="InvoiceErrors.AllowanceTooLarge"/> when the sums are less than the amount.
    /// </summary>
    /// <exception cref="CurrencyMismatchException">The amount or a line is in another currency.</exception>
    public Result<DraftInvoice> WithAllowance(Money amount, string reason, AllowanceChargeReason code = default)
    {
        var supplies = Supplies().Where(s => s.Net.IsPositive).ToList();
        var whole = Money.Sum(supplies.Select(s => s.Net), Currency);
        if (amount > whole || whole.IsZero)
            return Result.Failure<DraftInvoice>(InvoiceErrors.AllowanceTooLarge.At("allowancesCharges",
                ("amount", amount), ("whole", whole)));
        var parts = amount.Allocate([.. supplies.Select(s => s.Net.MinorUnits)]);
        return Result.Success(With(supplies.Select((s, i) =>
            AllowanceCharge.Allowance(parts[i], reason, code).Taxed(s.Tax)).Where(a => !a.Amount.IsZero)));
    }

    /// <summary>
    /// The same, its tax computed on the discounted base whether the discount is taken or not (<see
    /// cref="DiscountTaxMode.Mixed"/>: BE): one allowance per category and rate of what may be discounted, and one exempt charge
    /// of the same sum.
    /// </summary>
    /// <param name="percent">The early-payment discount.</param>
    /// <param name="exempt">The treatment of the charge: category E with its reason.</param>
    /// <param name="reason">What both are for, in words.</param>
    /// <exception cref="CurrencyMismatchException">A line is in another currency.</exception>
    public DraftInvoice WithTaxOnDiscounted(Percentage percent, TaxTreatment exempt, string reason)
    {
        ArgumentNullException.ThrowIfNull(exempt);
        var supplies = Supplies(discountableOnly: true).Where(s => s.Net.IsPositive).ToList();
        var sum = Money.Sum(supplies.Select(s => s.Net), Currency).Times(percent, Rounding.HalfAwayFromZero);
        if (!sum.IsPositive) return this with { DiscountTax = DiscountTaxMode.Mixed };
        var parts = sum.Allocate([.. supplies.Select(s => s.Net.MinorUnits)]);
        var allowances = supplies.Select((s, i) => AllowanceCharge.Allowance(parts[i], reason, AllowanceChargeReason.Discount)
            .Taxed(s.Tax) with { NotDiscountable = true });
        var charge = AllowanceCharge.Charge(sum, reason, AllowanceChargeReason.MutuallyDefined).Taxed(exempt)
            with { NotDiscountable = true, FollowsLines = true };
        return (this with { DiscountTax = DiscountTaxMode.Mixed }).With([.. allowances, charge]);
    }

    /// <summary>
    /// What early-payment discounts are computed on: without the lines and charges that are excluded, and without tax where the
    /// tax stays as it is; never more than is payable.
    /// </summary>
    /// <exception cref="CurrencyMismatchException">A line is in another currency.</exception>
    public Money Discountable()
    {
        var payable = Totals().Payable;
        var part = Money.Zero(Currency);
        foreach (var share in EarlyPayment.Eligible(this)) part += share.Base + share.Tax;
        return Money.Max(Money.Zero(Currency), Money.Min(part, payable));
    }

    /// <summary>
    /// The instalments of this draft by payment terms: of the payable total, on the steps of its cash rounding, discounts on what
    /// is <see cref="Discountable"/>. Refused with <see cref="PaymentTermsErrors"/>.
    /// </summary>
    /// <param name="terms">The payment terms.</param>
    /// <param name="calendar">The business days of the seller.</param>
    /// <param name="closedPeriods">The periods in which the customer pays nothing.</param>
    public Result<EquatableArray<Instalment>> Schedule(
        PaymentTerms terms, BusinessCalendar calendar, EquatableArray<ClosedPeriod> closedPeriods = default)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var totals = Totals();
        return terms.Schedule(new()
        {
            InvoiceDate = DocumentDate, Gross = totals.Payable, Net = totals.Net, Calendar = calendar,
            ClosedPeriods = closedPeriods, CashRounding = CashRounding,
            Discountable = terms.Instalments.All(i => i.Discounts.IsEmpty) ? null : Discountable(),
        });
    }

    // The nets per category and rate, without deducted prepayments.
    private IReadOnlyList<(TaxTreatment Tax, Money Net)> Supplies(bool discountableOnly = false)
    {
        var sums = new Dictionary<(TaxCategory, Percentage), (TaxTreatment Tax, Money Net)>();
        foreach (var line in Lines)
            if (line.Prepayment is null && !(discountableOnly && line.NotDiscountable)) Add(line.Tax, line.Net);
        foreach (var item in AllowancesCharges)
            if (item.Tax is { } tax && !(discountableOnly && item.NotDiscountable)) Add(tax, item.Signed);
        return [.. sums.Values.OrderBy(s => s.Tax.Category).ThenBy(s => s.Tax.Rate)];

        void Add(TaxTreatment tax, Money net) =>
            sums[(tax.Category, tax.Rate)] = sums.TryGetValue((tax.Category, tax.Rate), out var known)
                ? (known.Tax, known.Net + net)
                : (tax, net);
    }
}
