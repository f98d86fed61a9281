namespace OrderToCash.Tax;

/// <summary>
/// Decides category, rate and legal reason of a supply by a table of rules, the first that fits. VAT of the European Union
/// (Directive 2006/112/EC) with the membership of the day, the United Kingdom, Switzerland and Norway as they are seen from
/// inside and outside.
/// <list type="number">
/// <item><c>seller-not-taxable</c>: a seller without any registration charges nothing (O).</item>
/// <item><c>domestic</c>: both places in one country: the country's rate of the class (S, Z, E).</item>
/// <item><c>intra-community-exempt</c>: an exempt product stays exempt between member states (E).</item>
/// <item><c>intra-community-goods</c>: goods to a buyer with a VAT id of another member state (K; art. 138). The id need not be
/// that of the country of arrival, so a chain sale is covered.</item>
/// <item><c>reverse-charge</c>: services to such a buyer (AE; art. 44, 196).</item>
/// <item><c>intra-community-no-id</c>: a business without a VAT id is charged the rate of the country of departure (S).</item>
/// <item><c>distance-sale-origin</c>: goods to a consumer in another member state before 2021-07-01: rate of the country of
/// departure. Simplified: the seller is taken to be below the destination's threshold (art. 34).</item>
/// <item><c>distance-sale-destination</c>: the same from 2021-07-01: rate of the country of arrival (OSS; art. 33).
/// Simplified: the seller is taken to be above the 10,000 EUR of art. 59c.</item>
/// <item><c>consumer-services</c>: services to a consumer: rate of the seller's country (art. 45; electronic services are not
/// told apart).</item>
/// <item><c>export</c>: goods that leave the country, or the Union (G; art. 146).</item>
/// <item><c>services-abroad</c>: services to a business outside the Union: not taxable here (O; art. 44).</item>
/// </list>
/// </summary>
public static class TaxDetermination
{
    /// <summary>The day distance sales moved to the country of arrival (Directive (EU) 2017/2455).</summary>
    public static LocalDate OneStopShopFrom { get; } = new(2021, 7, 1);

    private static readonly (string Name, Func<TaxSituation, bool> Fits, Func<TaxSituation, Result<TaxTreatment>> Treat)[] Rules =
    [
        ("seller-not-taxable", s => s.SellerIsUnregistered, s => s.Untaxed(TaxCategory.OutOfScope, VatexCode.OutOfScope,
            "Not subject to VAT: the seller is not registered for VAT")),
        ("domestic", s => s.IsDomestic, s => s.TaxedIn(s.From)),
        ("intra-community-exempt", s => s.IsWithinUnion && s.IsExempt, s => s.TaxedIn(s.From)),
        ("intra-community-goods", s => s.IsWithinUnion && s.IsGoods && s.ForeignBuyerId is not null, s => s.OnBuyerId(
            TaxCategory.IntraCommunity, VatexCode.IntraCommunity,
            "Intra-Community supply exempt under Article 138 of Directive 2006/112/EC")),
        ("reverse-charge", s => s.IsWithinUnion && !s.IsGoods && s.ForeignBuyerId is not null, s => s.OnBuyerId(
            TaxCategory.ReverseCharge, VatexCode.ReverseCharge,
            "Reverse charge: the customer is liable for the VAT (Articles 44 and 196 of Directive 2006/112/EC)")),
        ("intra-community-no-id", s => s.IsWithinUnion && s.IsBusiness, s => s.TaxedIn(s.From)),
        ("distance-sale-origin", s => s.IsWithinUnion && s.IsGoods && s.On < OneStopShopFrom, s => s.TaxedIn(s.From)),
        ("distance-sale-destination", s => s.IsWithinUnion && s.IsGoods, s => s.TaxedIn(s.To)),
        ("consumer-services", s => !s.IsGoods && !s.IsBusiness, s => s.TaxedIn(s.From)),
        ("export", s => s.IsGoods, s => s.Untaxed(TaxCategory.Export, s.IsFromUnion ? VatexCode.Export : default,
            s.IsFromUnion ? "Export exempt under Article 146 of Directive 2006/112/EC" : "Export of goods, not taxed")),
        ("services-abroad", _ => true, s => s.Untaxed(TaxCategory.OutOfScope, s.IsFromUnion ? VatexCode.OutOfScope : default,
            "Not subject to VAT here: service supplied where the business customer is established")),
    ];

    /// <summary>The names of the rules, in the order they are asked.</summary>
    public static EquatableArray<string> RuleNames { get; } = Rules.Select(r => r.Name).ToEquatableArray();

    /// <summary>
    /// The treatment, or all that stands against it: <see cref="TaxErrors.QuestionIncomplete"/>,
    /// <see cref="TaxErrors.DuplicateRegistration"/>, <see cref="TaxErrors.SellerNotRegistered"/>,
    /// <see cref="TaxErrors.BuyerIdNotVerified"/>, <see cref="TaxErrors.RateMissing"/>.
    /// </summary>
    /// <param name="question">The facts of the supply.</param>
    /// <param name="rates">Where rates are looked up, by the tax point.</param>
    /// <param name="policy">What the seller chooses; null is <see cref="TaxDeterminationPolicy.Default"/>.</param>
    public static Result<TaxTreatment> Determine(TaxQuestion question, ITaxRates rates, TaxDeterminationPolicy? policy = null)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(rates);
        var findings = Validate(question);
        if (findings.Count > 0) return Result.Failure<TaxTreatment>(findings);
        var situation = new TaxSituation(question, rates, policy ?? TaxDeterminationPolicy.Default);
        foreach (var (name, fits, treat) in Rules)
            if (fits(situation))
                return treat(situation).Map(t => t with { Rule = name, Explanation = situation.Explain(name, t) });
        throw new InvalidOperationException("The last rule fits everything.");
    }

    private static List<DomainError> Validate(TaxQuestion question)
    {
        var findings = new List<DomainError>();
        if (question.ShipFrom.IsNone)
            findings.Add(TaxErrors.QuestionIncomplete.At("shipFrom", ("field", "where the supply begins")));
        if (question.ShipTo.IsNone) findings.Add(TaxErrors.QuestionIncomplete.At("shipTo", ("field", "where the supply ends")));
        if (question.TaxClass.IsNone)
            findings.Add(TaxErrors.QuestionIncomplete.At("taxClass", ("field", "the product's tax class")));
        foreach (var country in Doubles(question.SellerRegistrations))
            findings.Add(TaxErrors.DuplicateRegistration.At("sellerRegistrations", ("country", country)));
        foreach (var country in Doubles(question.BuyerRegistrations))
            findings.Add(TaxErrors.DuplicateRegistration.At("buyerRegistrations", ("country", country)));
        if (findings.Count == 0
            && !question.SellerRegistrations.IsEmpty
            && !question.SellerRegistrations.Any(r => r.Country == question.ShipFrom))
            findings.Add(TaxErrors.SellerNotRegistered.At("sellerRegistrations", ("country", question.ShipFrom)));
        return findings;
    }

    private static IEnumerable<CountryCode> Doubles(EquatableArray<TaxRegistration> registrations) => registrations.Count < 2
        ? []
        : registrations.GroupBy(r => r.Country).Where(g => g.Count() > 1).Select(g => g.Key);
}
