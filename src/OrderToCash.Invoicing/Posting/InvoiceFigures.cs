namespace OrderToCash.Invoicing;

/// <summary>The equations of a posted document.</summary>
internal static class InvoiceFigures
{
    internal static EquatableArray<DomainError> Check(InvoiceContent content)
    {
        if (content.Draft is not { Seller: not null, Buyer: not null } || content.Draft.Lines.Any(l => l?.Tax is null)
            || content.Instalments.Any(i => i is null))
            return [Mismatch("draft")];
        var findings = new List<DomainError>();
        if (content.Number.IsNone) findings.Add(InvoiceErrors.NumberMissing.At("number"));
        content.Draft.CheckArithmetic(findings);
        CheckRate(content.Draft.Currency, content.FunctionalCurrency, content.BookingRate, findings);
        if (findings.Count > 0) return [.. findings];

        var computed = content.Draft.Breakdown();
        var shares = computed.At(content.Draft.TaxPoint);
        if (content.Breakdown != shares) findings.Add(Mismatch("breakdown"));
        if (!BookingAmounts.TryConvert(shares, content.FunctionalCurrency, content.BookingRate, out var booked)
            || content.FunctionalBreakdown != booked)
            findings.Add(Mismatch("functionalBreakdown"));
        CheckInstalments(content.Instalments, computed.Gross, findings);
        if (findings.Count == 0 && content.Instalments != TaxSplit.Over(content.Instalments, shares))
            findings.Add(Mismatch("instalments"));
        return [.. findings];

        DomainError Mismatch(string part) => InvoiceErrors.FiguresMismatch.At(part, ("part", part), ("number", content.Number));
    }

    internal static void CheckRate(Currency currency, Currency functional, ExchangeRate? rate, List<DomainError> findings)
    {
        if (!functional.HasMinorUnit)
            findings.Add(InvoiceErrors.CurrencyWithoutGrid.At("functionalCurrency", ("currency", functional)));
        else if (currency != functional && rate?.Connects(currency, functional) != true)
            findings.Add(InvoiceErrors.BookingRateMissing.At("bookingRate", ("currency", currency), ("functional", functional)));
    }

    internal static void CheckInstalments(EquatableArray<Instalment> instalments, Money payable, List<DomainError> findings)
    {
        Int128 sum = 0;
        var sound = true;
        foreach (var instalment in instalments)
        {
            sum += instalment.Amount.MinorUnits;
            sound &= instalment.Amount.Currency == payable.Currency && !instalment.Amount.IsNegative;
        }
        if (sound && sum == payable.MinorUnits) return;
        var written = string.Join(" + ", instalments.Take(10).Select(i => i.Amount));
        findings.Add(InvoiceErrors.InstalmentsMismatch.At("instalments", ("sum", written), ("payable", payable)));
    }
}
