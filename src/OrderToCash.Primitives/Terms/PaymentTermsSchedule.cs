namespace OrderToCash.Primitives;

public sealed partial record PaymentTerms
{
    /// <summary>
    /// The instalments of a document by these terms, all of it discountable, with no closed periods of the customer.
    /// </summary>
    /// <param name="invoiceDate">The date the terms run from.</param>
    /// <param name="gross">What the document asks for, tax included.</param>
    /// <param name="net">The same without tax.</param>
    /// <param name="calendar">The business days of the seller.</param>
    /// <inheritdoc cref="Schedule(ScheduleBasis)" path="/returns"/>
    /// <exception cref="CurrencyMismatchException">Gross and net are in different currencies.</exception>
    public Result<EquatableArray<Instalment>> Schedule(
        LocalDate invoiceDate, Money gross, Money net, BusinessCalendar calendar) =>
        Schedule(new() { InvoiceDate = invoiceDate, Gross = gross, Net = net, Calendar = calendar });

    /// <summary>
    /// The instalments of a document by these terms. Each share is rounded by itself and takes no more than is left; the balance,
    /// or the last instalment where none takes it, is what the others leave. So the amounts add up to the gross and none is
    /// negative. A discount is computed once, from the instalment's discountable part; its last day is not after the due date,
    /// and a tier that a later one equals or beats is left out.
    /// </summary>
    /// <returns>
    /// One instalment per term, in their order; refused with the findings of <see cref="Check"/>, else with
    /// <c>payment-terms.negative-amount</c>, <c>payment-terms.other-currency</c>, <c>payment-terms.discountable-too-large</c>.
    /// </returns>
    /// <exception cref="CurrencyMismatchException">The amounts of the basis are in different currencies.</exception>
    public Result<EquatableArray<Instalment>> Schedule(ScheduleBasis basis)
    {
        ArgumentNullException.ThrowIfNull(basis);
        ArgumentNullException.ThrowIfNull(basis.Calendar);
        if (basis.Gross.Currency != basis.Net.Currency)
            throw new CurrencyMismatchException(basis.Gross.Currency, basis.Net.Currency);
        var findings = Check();
        if (findings.IsEmpty) findings = Misfits(basis);
        if (!findings.IsEmpty) return Result.Failure<EquatableArray<Instalment>>(findings);

        var amounts = Amounts(basis);
        var discountable = DiscountableParts(basis, amounts);
        var instalments = new Instalment[Instalments.Count];
        LocalDate? previousDue = null;
        for (var i = 0; i < instalments.Length; i++)
        {
            var due = DueDate(Instalments[i], basis, previousDue);
            instalments[i] = new()
            {
                Number = i + 1,
                DueDate = due,
                Amount = amounts[i],
                Discounts = Tiers(Instalments[i], basis, due, amounts[i], discountable[i]),
            };
            previousDue = due;
        }
        return Result.Success(instalments.ToEquatableArray());
    }

    private EquatableArray<DomainError> Misfits(ScheduleBasis basis)
    {
        var findings = new List<DomainError>();
        (string Target, Money Amount)[] amounts =
            [("gross", basis.Gross), ("net", basis.Net), ("discountable", basis.Discountable ?? basis.Gross)];
        foreach (var (target, amount) in amounts)
            if (amount.IsNegative) findings.Add(PaymentTermsErrors.NegativeAmount.At(target, ("amount", amount)));
        for (var i = 0; i < Instalments.Count; i++)
            if (Instalments[i].Share is FixedShare share && share.Amount.Currency != basis.Gross.Currency)
                findings.Add(PaymentTermsErrors.OtherCurrency.At(FormattableString.Invariant($"instalments[{i}].share"),
                    ("amount", share.Amount), ("currency", basis.Gross.Currency)));
        if (basis.Discountable is { } part && part > basis.Gross)
            findings.Add(PaymentTermsErrors.DiscountableTooLarge.At(
                "discountable", ("discountable", part), ("gross", basis.Gross)));
        return findings.ToEquatableArray();
    }

    private Money[] Amounts(ScheduleBasis basis)
    {
        var left = basis.Gross;
        var amounts = new Money[Instalments.Count];
        var balance = Instalments.FindIndex(i => i.Share is BalanceShare);
        if (balance < 0) balance = amounts.Length - 1;
        for (var i = 0; i < amounts.Length; i++)
        {
            if (i == balance) continue;
            amounts[i] = Money.Min(left, OnStep(Share(Instalments[i].Share, basis), basis));
            left -= amounts[i];
        }
        amounts[balance] = left;
        return amounts;
    }

    private static Money Share(TermsShare share, ScheduleBasis basis) => share switch
    {
        PercentShare s => basis.Gross.Times(s.Percentage, basis.Rounding),
        PercentOfUntaxedShare s => basis.Net.Times(s.Percentage, basis.Rounding),
        FixedShare s => s.Amount,
        _ => throw new InvalidOperationException("A balance is what the others leave."),
    };

    private static EquatableArray<Money> DiscountableParts(ScheduleBasis basis, Money[] amounts) =>
        basis.Discountable is { } part && !basis.Gross.IsZero
            ? part.Allocate(Array.ConvertAll(amounts, amount => amount.MinorUnits))
            : amounts.ToEquatableArray();

    private static LocalDate DueDate(InstalmentTerm term, ScheduleBasis basis, LocalDate? previousDue) =>
        term.From == InstalmentStart.PreviousInstalment
            ? Walk(term.Steps, previousDue!.Value, basis, previousDue)
            : Walk(term.Steps, basis.InvoiceDate, basis, null);

    private static LocalDate Walk(EquatableArray<TermsStep> steps, LocalDate from, ScheduleBasis basis, LocalDate? previousDue)
    {
        var stepBasis = new StepBasis(basis.Calendar, basis.ClosedPeriods, previousDue);
        foreach (var step in steps) from = step.From(from, stepBasis);
        return from;
    }

    private static Money OnStep(Money amount, ScheduleBasis basis) => basis.CashRounding?.Round(amount) ?? amount;

    private static EquatableArray<DiscountTier> Tiers(
        InstalmentTerm term, ScheduleBasis basis, LocalDate due, Money amount, Money discountable)
    {
        if (term.Discounts.IsEmpty) return default;
        var latestFirst = term.Discounts
            .Select(discount => new DiscountTier
            {
                Until = LocalDate.Min(due, Walk(discount.Steps, basis.InvoiceDate, basis, null)),
                Percentage = discount.Percentage,
                Discount = amount - OnStep(amount - discountable.Times(discount.Percentage, basis.Rounding), basis),
                GraceDays = discount.GraceDays,
            })
            .OrderByDescending(tier => tier.Until).ThenByDescending(tier => tier.Percentage);
        var kept = new List<DiscountTier>();
        foreach (var tier in latestFirst)
            if (kept.Count == 0 || tier.Percentage.CompareTo(kept[^1].Percentage) > 0) kept.Add(tier);
        kept.Reverse();
        return kept.ToEquatableArray();
    }
}
