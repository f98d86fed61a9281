namespace OrderToCash.Invoicing;

public sealed partial record TaxJournal
{
    /// <summary>
    /// The return of a period. Refused with <see cref="TaxJournalErrors.BoxInvalid"/>,
    /// <see cref="TaxJournalErrors.OtherCurrency"/>.
    /// </summary>
    /// <param name="legalEntity">Whose.</param>
    /// <param name="functional">The currency of its books.</param>
    /// <param name="period">The month or quarter.</param>
    /// <param name="boxes">The form, as a table of the host's.</param>
    /// <param name="filings">The periods handed in already; they decide where late documents are shown.</param>
    public Result<TaxReturn> Return(
        LegalEntityId legalEntity, Currency functional, TaxPeriod period, EquatableArray<TaxBox> boxes,
        EquatableArray<TaxFiling> filings = default)
    {
        var entries = In(legalEntity, period, filings);
        var findings = OtherCurrencies(entries, functional);
        for (var i = 0; i < boxes.Count; i++)
            if (string.IsNullOrWhiteSpace(boxes[i].Code)) Invalid(i, "it has no code");
            else if (boxes.FindIndex(b => b.Code == boxes[i].Code) < i) Invalid(i, "its code is used twice");
        if (findings.Count > 0) return Result.Failure<TaxReturn>(findings);
        return Result.Success(new TaxReturn
        {
            LegalEntity = legalEntity,
            Period = period,
            Base = Money.Sum(entries.Select(e => e.FunctionalBase), functional),
            Tax = Money.Sum(entries.Select(e => e.FunctionalTax), functional),
            Boxes = boxes.Select(box => new TaxBoxTotal
            {
                Code = box.Code,
                Name = box.Name,
                Amount = Money.Sum(
                    entries.Where(box.Takes).Select(e => box.Amount == TaxBoxAmount.Base ? e.FunctionalBase : e.FunctionalTax),
                    functional),
            }).ToEquatableArray(),
            Corrections = TaxCorrection.Among(entries, period),
            Unboxed = entries.Where(e => !boxes.Any(b => b.Takes(e))).ToEquatableArray(),
        });

        void Invalid(int index, string reason) =>
            findings.Add(TaxJournalErrors.BoxInvalid.At($"boxes[{index}].code", ("box", boxes[index].Code), ("reason", reason)));
    }

    /// <summary>
    /// The recapitulative statement of a period (Directive 2006/112/EC art. 262 to 271): one line per buyer's id and kind of
    /// supply. Refused with <see cref="TaxJournalErrors.BuyerIdMissing"/> per document,
    /// <see cref="TaxJournalErrors.OtherCurrency"/>.
    /// </summary>
    /// <param name="legalEntity">Whose.</param>
    /// <param name="functional">The currency of its books.</param>
    /// <param name="period">The month or quarter.</param>
    /// <param name="filings">The periods handed in already.</param>
    public Result<RecapitulativeStatement> Recapitulate(
        LegalEntityId legalEntity, Currency functional, TaxPeriod period, EquatableArray<TaxFiling> filings = default)
    {
        var entries = In(legalEntity, period, filings).Where(RecapitulativeStatement.Lists).ToEquatableArray();
        var findings = OtherCurrencies(entries, functional);
        foreach (var entry in entries)
            if (entry.BuyerTaxId.Length == 0)
                findings.Add(TaxJournalErrors.BuyerIdMissing.At("buyerTaxId",
                    ("number", entry.Number), ("supply", entry.Supply)));
        if (findings.Count > 0) return Result.Failure<RecapitulativeStatement>(findings);
        return Result.Success(new RecapitulativeStatement
        {
            LegalEntity = legalEntity,
            Period = period,
            Lines = entries
                .GroupBy(e => (e.BuyerCountry, e.BuyerTaxId, e.Supply))
                .OrderBy(g => g.Key.BuyerCountry)
                .ThenBy(g => g.Key.BuyerTaxId, StringComparer.Ordinal)
                .ThenBy(g => g.Key.Supply)
                .Select(g => new RecapitulativeLine
                {
                    Country = g.Key.BuyerCountry,
                    TaxId = g.Key.BuyerTaxId,
                    Supply = g.Key.Supply,
                    Amount = Money.Sum(g.Select(e => e.FunctionalBase), functional),
                })
                .ToEquatableArray(),
            Total = Money.Sum(entries.Select(e => e.FunctionalBase), functional),
            Corrections = TaxCorrection.Among(entries, period),
        });
    }

    /// <summary>
    /// The summary for the one-stop shop (Directive 2006/112/EC art. 369a to 369k): per member state and rate; corrections of
    /// earlier periods apart, per member state and period. Refused with <see cref="TaxJournalErrors.OtherCurrency"/>,
    /// <see cref="TaxJournalErrors.RateMissing"/>.
    /// </summary>
    /// <param name="legalEntity">Whose.</param>
    /// <param name="functional">The currency of its books.</param>
    /// <param name="period">The quarter.</param>
    /// <param name="filings">The periods handed in already.</param>
    /// <param name="rate">
    /// The rate to the currency of the declaration, of the period's last day (art. 369h); null reports the functional
    /// currency. Each line is converted and rounded once, half away from zero.
    /// </param>
    public Result<OneStopShopSummary> OneStopShop(
        LegalEntityId legalEntity, Currency functional, TaxPeriod period, EquatableArray<TaxFiling> filings = default,
        ExchangeRate? rate = null)
    {
        var entries = In(legalEntity, period, filings).Where(e => e.Supply == ReportedSupply.OneStopShop).ToEquatableArray();
        var findings = OtherCurrencies(entries, functional);
        if (rate is not null && rate.Base != functional && rate.Quote != functional)
            findings.Add(TaxJournalErrors.RateMissing.At("rate", ("from", functional), ("to", rate.Quote)));
        if (findings.Count > 0) return Result.Failure<OneStopShopSummary>(findings);
        var reported = rate is null ? functional : rate.Base == functional ? rate.Quote : rate.Base;
        var lines = entries.Where(e => e.BelongsTo >= period.From)
            .GroupBy(e => (e.Country, e.Rate))
            .OrderBy(g => g.Key.Country)
            .ThenBy(g => g.Key.Rate)
            .Select(g => new OneStopShopLine
            {
                Country = g.Key.Country,
                Rate = g.Key.Rate,
                Base = Report(g.Select(e => e.FunctionalBase)),
                Tax = Report(g.Select(e => e.FunctionalTax)),
            })
            .ToEquatableArray();
        var corrections = entries.Where(e => e.BelongsTo < period.From)
            .GroupBy(e => (e.Country, Period: TaxPeriod.Of(e.BelongsTo, period.Length)))
            .OrderBy(g => g.Key.Country)
            .ThenBy(g => g.Key.Period)
            .Select(g => new OneStopShopCorrection
            {
                Country = g.Key.Country,
                Period = g.Key.Period,
                Tax = Report(g.Select(e => e.FunctionalTax)),
                Documents = g.Select(e => e.Number).Distinct().ToEquatableArray(),
            })
            .ToEquatableArray();
        return Result.Success(new OneStopShopSummary
        {
            LegalEntity = legalEntity,
            Period = period,
            Lines = lines,
            Corrections = corrections,
            Payable = Money.Sum(lines.Select(l => l.Tax).Concat(corrections.Select(c => c.Tax)), reported),
        });

        Money Report(IEnumerable<Money> amounts)
        {
            var sum = Money.Sum(amounts, functional);
            return rate is null ? sum : sum.Convert(rate, Rounding.HalfAwayFromZero);
        }
    }

    private static List<DomainError> OtherCurrencies(EquatableArray<TaxJournalEntry> entries, Currency functional)
    {
        var findings = new List<DomainError>();
        foreach (var entry in entries)
            if (entry.FunctionalBase.Currency != functional || entry.FunctionalTax.Currency != functional)
                findings.Add(TaxJournalErrors.OtherCurrency.At("functional",
                    ("number", entry.Number), ("amount", entry.FunctionalBase), ("currency", functional)));
        return findings;
    }
}
