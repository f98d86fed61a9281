namespace OrderToCash.Invoicing;

/// <summary>The equations of a posted document.</summary>
internal static class InvoiceFigures
{
    internal static EquatableArray<DomainError> Check(InvoiceContent content)
    {
        if (content.Draft is not { Seller: not null, Buyer: not null } || content.Draft.Lines.Any(IsBroken)
            || content.Draft.AllowancesCharges.Any(a => a is null)
            || content.Instalments.Any(i => i is null || i.Discounts.Any(d => d is null)))
            return [Mismatch("draft")];
        var findings = new List<DomainError>();
        if (content.Number.IsNone) findings.Add(InvoiceErrors.NumberMissing.At("number"));
        content.Draft.CheckArithmetic(findings);
        CheckRate(content.Draft.Currency, content.FunctionalCurrency, content.BookingRate, findings);
        CheckTaxRate(content.Draft.Currency, content.TaxCurrency, content.TaxRate, findings);
        if (findings.Count > 0) return [.. findings];

        var computed = content.Draft.Breakdown();
        var shares = computed.At(content.Draft.TaxPoint);
        if (content.Breakdown != shares) findings.Add(Mismatch("breakdown"));
        if (!BookingAmounts.TryConvert(shares, content.FunctionalCurrency, content.BookingRate, out var booked)
            || content.FunctionalBreakdown != booked)
            findings.Add(Mismatch("functionalBreakdown"));
        var totals = InvoiceTotals.Of(content.Draft, computed);
        CheckInstalments(content.Instalments, totals.Payable, findings);
        if (findings.Count == 0
            && !EarlyPayment.AreSame(content.Instalments, Split(content.Instalments, content.Draft, shares, totals)))
            findings.Add(Mismatch("instalments"));
        return [.. findings];

        DomainError Mismatch(string part) => InvoiceErrors.FiguresMismatch.At(part, ("part", part), ("number", content.Number));
    }

    internal static EquatableArray<Instalment> Split(EquatableArray<Instalment> instalments, DraftInvoice draft,
        EquatableArray<TaxShare> shares, InvoiceTotals totals) =>
        EarlyPayment.WithShares(TaxSplit.Over(instalments, shares, totals), draft);

    internal static void CheckRate(Currency currency, Currency functional, ExchangeRate? rate, List<DomainError> findings)
    {
        if (!functional.HasMinorUnit)
            findings.Add(InvoiceErrors.CurrencyWithoutGrid.At("functionalCurrency", ("currency", functional)));
        else if (currency != functional && rate?.Connects(currency, functional) != true)
            findings.Add(InvoiceErrors.BookingRateMissing.At("bookingRate", ("currency", currency), ("functional", functional)));
    }

    internal static void CheckTaxRate(Currency currency, Currency? tax, ExchangeRate? rate, List<DomainError> findings)
    {
        if (tax is not { } into || into == currency) return;
        if (!into.HasMinorUnit) findings.Add(InvoiceErrors.CurrencyWithoutGrid.At("taxCurrency", ("currency", into)));
        else if (rate?.Connects(currency, into) != true)
            findings.Add(InvoiceErrors.TaxRateMissing.At("taxRate", ("currency", currency), ("tax", into)));
    }

    internal static void CheckInstalments(EquatableArray<Instalment> instalments, Money payable, List<DomainError> findings)
    {
        Int128 sum = 0;
        var sound = true;
        for (var i = 0; i < instalments.Count; i++)
        {
            var instalment = instalments[i];
            sum += instalment.Amount.MinorUnits;
            sound &= instalment.Amount.Currency == payable.Currency && !instalment.Amount.IsNegative;
            for (var k = 0; k < instalment.Discounts.Count; k++)
                if (instalment.Discounts[k].Discount is var discount && (discount.Currency != instalment.Amount.Currency
                    || discount.IsNegative || discount > instalment.Amount))
                    findings.Add(InvoiceErrors.DiscountMismatch.At($"instalments[{i}].discounts[{k}]",
                        ("discount", discount), ("amount", instalment.Amount)));
        }
        if (sound && sum == payable.MinorUnits) return;
        var written = string.Join(" + ", instalments.Take(10).Select(i => i.Amount));
        findings.Add(InvoiceErrors.InstalmentsMismatch.At("instalments", ("sum", written), ("payable", payable)));
    }

    private static bool IsBroken(InvoiceLine line) => line?.Tax is null || line.AllowancesCharges.Any(a => a is null)
        || line.Prepayment is { Cited: null };
}
