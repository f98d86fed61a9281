namespace OrderToCash.Tax;

/// <summary>A question with what follows from it: the words the rules are written in.</summary>
internal sealed class TaxSituation(TaxQuestion question, ITaxRates rates, TaxDeterminationPolicy policy)
{
    internal CountryCode From => question.ShipFrom;

    internal CountryCode To => question.ShipTo;

    internal LocalDate On => question.TaxPoint;

    internal bool SellerIsUnregistered => question.SellerRegistrations.IsEmpty;

    internal bool IsDomestic => From == To;

    internal bool IsGoods => question.Kind == SupplyKind.Goods;

    internal bool IsExempt => question.TaxClass == TaxClass.Exempt;

    internal bool IsFromUnion { get; } = Countries.IsInEuropeanUnion(question.ShipFrom, question.TaxPoint);

    internal bool IsWithinUnion => IsFromUnion && Countries.IsInEuropeanUnion(To, On);

    internal bool IsBusiness => question.Buyer == BuyerStatus.Business;

    /// <summary>
    /// The buyer's VAT id of a member state other than that of departure: the destination's first, else the first checked,
    /// else the first.
    /// </summary>
    internal TaxRegistration? ForeignBuyerId { get; } = question.Buyer == BuyerStatus.Consumer ? null : FindForeignId(question);

    internal Result<TaxTreatment> TaxedIn(CountryCode country)
    {
        if (IsExempt && country == From)
            return Untaxed(TaxCategory.Exempt, question.ExemptionReason,
                question.ExemptionText.Length > 0 ? question.ExemptionText : "Exempt from VAT");
        if (question.TaxClass == TaxClass.Zero && country == From)
            return Result.Success(new TaxTreatment
            {
                Category = TaxCategory.ZeroRated, Rate = Percentage.Zero, Country = country,
            });
        return rates.Find(country, question.TaxClass, On) is { } found
            ? Result.Success(new TaxTreatment { Category = TaxCategory.Standard, Rate = found.Rate, Country = country })
            : Result.Failure<TaxTreatment>(
                TaxErrors.RateMissing.At("taxClass", ("class", question.TaxClass), ("country", country), ("date", On)));
    }

    internal Result<TaxTreatment> OnBuyerId(TaxCategory category, VatexCode code, string text)
    {
        var id = ForeignBuyerId!;
        return policy.AcceptUnverifiedBuyerIds || id.VerifiedOn is not null
            ? Untaxed(category, code, text)
            : Result.Failure<TaxTreatment>(TaxErrors.BuyerIdNotVerified.At("buyerRegistrations", ("id", id.Id), ("date", On)));
    }

    internal Result<TaxTreatment> Untaxed(TaxCategory category, VatexCode code, string text) => Result.Success(new TaxTreatment
    {
        Category = category,
        Rate = Percentage.Zero,
        Country = category == TaxCategory.OutOfScope ? default : From,
        ReasonCode = code,
        ReasonText = text,
    });

    internal string Explain(string rule, TaxTreatment treatment)
    {
        var date = NodaTime.Text.LocalDatePattern.Iso.Format(On);
        var way = IsDomestic ? $"in {From}" : $"from {From} to {To}";
        var buyer = (question.Buyer, ForeignBuyerId) switch
        {
            (BuyerStatus.Consumer, _) => "a consumer",
            (BuyerStatus.Public, null) => "a public body",
            (BuyerStatus.Business, null) => "a business",
            (_, { } id) => $"a buyer with VAT id {id.Id}",
            _ => "a buyer",
        };
        var kind = IsGoods ? "goods" : "services";
        var past = On > rates.AsOf ? $"; the rate table is as of {NodaTime.Text.LocalDatePattern.Iso.Format(rates.AsOf)}" : "";
        return $"{rule}: {kind} {way} to {buyer} on {date}, class {question.TaxClass}: "
            + $"{treatment.Category} {treatment.Rate}{past}.";
    }

    private static TaxRegistration? FindForeignId(TaxQuestion question)
    {
        TaxRegistration? best = null;
        foreach (var registration in question.BuyerRegistrations)
        {
            if (registration.Country == question.ShipFrom || string.IsNullOrWhiteSpace(registration.Id)) continue;
            if (!Countries.IsInEuropeanUnion(registration.Country, question.TaxPoint)) continue;
            if (registration.Country == question.ShipTo) return registration;
            if (best is null || best.VerifiedOn is null && registration.VerifiedOn is not null) best = registration;
        }
        return best;
    }
}
