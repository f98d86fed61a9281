namespace OrderToCash.Tax;

/// <summary>From the rule that decided to the treatment: whose tax, which rate, under which ids.</summary>
internal static class TaxTreatments
{
    internal static Result<TaxTreatment> Of(TaxRule rule, TaxSituation situation, ITaxRates rates, TaxDeterminationPolicy policy)
    {
        var then = rule.Then;
        if (then.Refusal.Length > 0) return Refuse(TaxErrors.NotDecided.With(("reason", then.Refusal)));
        var isTaxed = then.Category == TaxCategory.Standard;
        var treatment = isTaxed ? Taxed(then, situation, rates) : Result.Success(Untaxed(then, situation));
        return treatment
            .Bind(t => WithBuyerId(t, then.BuyerId, situation, policy))
            .Map(t => t with { Rule = rule.Id, Explanation = Explain(rule.Id, t, situation, rates) });
    }

    private static Result<TaxTreatment> Taxed(TaxOutcome then, TaxSituation situation, ITaxRates rates)
    {
        if (then.At == TaxedAt.Origin)
            return TaxedIn(situation.From, then, situation, rates)
                .Map(t => t with { SellerTaxId = situation.OriginRegistration?.Id ?? "" });
        var treatment = TaxedIn(situation.To, then, situation, rates);
        if (situation.DestinationRegistration is { } local) return treatment.Map(t => t with { SellerTaxId = local.Id });
        var isInScheme = then.Scheme switch
        {
            OneStopShop.None => false,
            OneStopShop.Union => situation.Is(TaxFact.UsesUnionOneStopShop) == true,
            var scheme => situation.Uses(scheme),
        };
        return isInScheme
            ? treatment.Map(t => t with { SellerTaxId = situation.OriginRegistration?.Id ?? "", Scheme = then.Scheme })
            : Refuse(TaxErrors.DestinationNotRegistered.At("sellerRegistrations", ("country", situation.To.Law)));
    }

    private static Result<TaxTreatment> TaxedIn(TaxPlace place, TaxOutcome then, TaxSituation situation, ITaxRates rates)
    {
        var question = situation.Question;
        var treatment = new TaxTreatment
        {
            Category = TaxCategory.Standard, Rate = Percentage.Zero, Country = place.Law, Territory = place.Rates,
        };
        if (then.Rate is { } fixedRate) return Result.Success(treatment with { Rate = fixedRate });
        // What is exempt or zero-rated at home says nothing of other countries.
        if (situation.IsExempt && then.At == TaxedAt.Origin)
            return Result.Success(treatment with
            {
                Category = TaxCategory.Exempt,
                ReasonCode = question.ExemptionReason,
                ReasonText = question.ExemptionText.Length > 0 ? question.ExemptionText : "Exempt from VAT",
            });
        var found = place.Find(rates, question.TaxClass, situation.On);
        if (question.TaxClass == TaxClass.Zero && (then.At == TaxedAt.Origin || found is not null))
            return Result.Success(treatment with { Category = TaxCategory.ZeroRated });
        return found is not null
            ? Result.Success(treatment with { Rate = found.Rate })
            : Refuse(TaxErrors.RateMissing.At("taxClass",
                ("class", question.TaxClass), ("country", place), ("date", situation.On)));
    }

    private static TaxTreatment Untaxed(TaxOutcome then, TaxSituation situation)
    {
        var registration = situation.Question.IsTriangular ? situation.ThirdRegistration : situation.OriginRegistration;
        return new()
        {
            Category = then.Category,
            Rate = Percentage.Zero,
            Country = then.Category == TaxCategory.OutOfScope
                ? default
                : situation.Question.IsTriangular && registration is not null ? registration.Country : situation.From.Law,
            ReasonCode = then.ReasonCode,
            ReasonText = then.ReasonText,
            SellerTaxId = registration?.Id ?? "",
        };
    }

    private static Result<TaxTreatment> WithBuyerId(
        TaxTreatment treatment, BuyerIdNeed need, TaxSituation situation, TaxDeterminationPolicy policy)
    {
        if (need == BuyerIdNeed.None) return Result.Success(treatment);
        var registration = need == BuyerIdNeed.Destination ? situation.DestinationId : situation.UnionId;
        if (registration is null)
            return Refuse(TaxErrors.QuestionIncomplete.At("buyerRegistrations", ("field", "the buyer's VAT id")));
        return Objection(registration, situation, policy) is { } objection
            ? Refuse(objection)
            : Result.Success(treatment with { BuyerTaxId = registration.Id });
    }

    private static DomainError? Objection(TaxRegistration registration, TaxSituation situation, TaxDeterminationPolicy policy)
    {
        var idPolicy = policy.VatIds ?? VatIdPolicy.Default;
        foreach (var check in situation.Question.BuyerIdChecks)
        {
            if (!VatIdVerification.SameId(check.Registration.Id, registration.Id)) continue;
            if (policy.AcceptUnverifiedBuyerIds && check.Status != VatIdStatus.Rejected) return null;
            var judged = check.Judge(idPolicy, situation.On);
            return judged.IsSuccess ? null : judged.Errors[0];
        }
        if (policy.AcceptUnverifiedBuyerIds) return null;
        return registration.VerifiedOn is { } verified
            ? VatIdVerification.Outdated(registration.Id, verified, idPolicy, situation.On)
            : TaxErrors.BuyerIdNotVerified.At("buyerRegistrations", ("id", registration.Id), ("date", situation.On));
    }

    private static string Explain(string rule, TaxTreatment treatment, TaxSituation situation, ITaxRates rates)
    {
        var date = NodaTime.Text.LocalDatePattern.Iso.Format(situation.On);
        var way = situation.IsDomestic ? $"in {situation.From}" : $"from {situation.From} to {situation.To}";
        var buyer = (situation.Question.Buyer, situation.UnionId) switch
        {
            (BuyerStatus.Consumer, _) => "a consumer",
            (_, { } id) => $"a buyer with VAT id {id.Id}",
            (BuyerStatus.Public, null) => "a public body",
            (BuyerStatus.Business, null) => "a business",
            _ => "a buyer",
        };
        var kind = situation.IsGoods ? "goods" : "services";
        var past = situation.On > rates.AsOf
            ? $"; the rate table is as of {NodaTime.Text.LocalDatePattern.Iso.Format(rates.AsOf)}"
            : "";
        return $"{rule}: {kind} {way} to {buyer} on {date}, class {situation.Question.TaxClass}: "
            + $"{treatment.Category} {treatment.Rate}{past}.";
    }

    private static Result<TaxTreatment> Refuse(DomainError error) => Result.Failure<TaxTreatment>(error);
}
