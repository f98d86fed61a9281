namespace OrderToCash.Tax.Tests;

public class TaxDeterminationTests
{
    [Theory]
    [InlineData("GB", "2009-12-31", "standard", "S", "15%")]
    [InlineData("GB", "2010-01-01", "standard", "S", "17.5%")]
    [InlineData("GB", "2011-01-03", "standard", "S", "17.5%")]
    [InlineData("GB", "2011-01-04", "standard", "S", "20%")]
    [InlineData("GB", "2011-01-04", "reduced", "S", "5%")]
    [InlineData("GB", "2011-01-04", "zero", "Z", "0%")]
    [InlineData("GB", "2011-01-04", "exempt", "E", "0%")]
    [InlineData("DE", "2020-12-31", "standard", "S", "16%")]
    [InlineData("DE", "2021-01-01", "reduced", "S", "7%")]
    [InlineData("CH", "2026-03-01", "standard", "S", "8.1%")]
    public void Domestic_supplies_take_the_rate_of_the_tax_point(string country, string on, string taxClass, string category, string rate)
    {
        var day = NodaTime.Text.LocalDatePattern.Iso.Parse(on).Value;
        var treatment = Expect.Success((AQuestion.From(country).Of(new(taxClass)) with { TaxPoint = day }).Answer());
        Assert.Equal((new TaxCategory(category), Percentage.Parse(rate), "domestic"), (treatment.Category, treatment.Rate, treatment.Rule));
        Assert.Empty(treatment.Check());
    }

    public static TheoryData<string, TaxQuestion, string, string, string> Scenarios => new()
    {
        { "goods to a French business with a French id", AQuestion.From("GB").To("FR").ForBusiness("FR"), "K", "VATEX-EU-IC", "intra-community-goods" },
        { "goods to France, the buyer has a Belgian id", AQuestion.From("DE").To("FR").ForBusiness("BE"), "K", "VATEX-EU-IC", "intra-community-goods" },
        { "goods to a French town hall with a VAT id", AQuestion.From("DE").To("FR").ForBusiness("FR").For(BuyerStatus.Public), "K", "VATEX-EU-IC", "intra-community-goods" },
        { "British books to a French business", AQuestion.From("GB").To("FR").ForBusiness("FR").Of(TaxClass.Zero), "K", "VATEX-EU-IC", "intra-community-goods" },
        { "an exempt product across the border", AQuestion.From("DE").To("FR").ForBusiness("FR").Of(TaxClass.Exempt), "E", "", "intra-community-exempt" },
        { "a French business without an id", AQuestion.From("GB").To("FR").ForBusiness(), "S", "", "intra-community-no-id" },
        { "a French business that gives a British id", AQuestion.From("GB").To("FR").ForBusiness("GB"), "S", "", "intra-community-no-id" },
        { "services to a French business", AQuestion.From("GB").To("FR").ForBusiness("FR").Services(), "AE", "VATEX-EU-AE", "reverse-charge" },
        { "services to a French consumer", AQuestion.From("GB").To("FR").Services(), "S", "", "consumer-services" },
        { "goods to a French consumer in 2010", AQuestion.From("GB").To("FR"), "S", "", "distance-sale-origin" },
        { "goods to Australia", AQuestion.From("GB").To("AU"), "G", "VATEX-EU-G", "export" },
        { "goods to Jersey", AQuestion.From("GB").To("JE"), "G", "VATEX-EU-G", "export" },
        { "goods to France after the United Kingdom left", AQuestion.From("GB").To("FR").ForBusiness("FR").On(2021, 1, 1), "G", "", "export-from-united-kingdom" },
        { "Swiss goods to Germany", AQuestion.From("CH").To("DE").ForBusiness("DE"), "G", "", "export-from-switzerland" },
        { "services to an American business", AQuestion.From("DE").To("US").ForBusiness().Services(), "O", "VATEX-EU-O", "services-abroad" },
        { "services to an American consumer", AQuestion.From("DE").To("US").Services(), "S", "", "consumer-services" },
        { "a seller without registration", AQuestion.From("DE") with { SellerRegistrations = [] }, "O", "VATEX-EU-O", "seller-not-taxable" },
    };

    [Theory, MemberData(nameof(Scenarios))]
    public void Each_scenario_has_its_rule(string scenario, TaxQuestion question, string category, string vatex, string rule)
    {
        var treatment = Expect.Success(question.Answer());
        Assert.True(rule == treatment.Rule, $"{scenario}: {treatment.Explanation}");
        Assert.Equal((category, vatex), (treatment.Category.Value, treatment.ReasonCode.Value));
        Assert.Empty(treatment.Check());
        Assert.StartsWith(rule, treatment.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Distance_sales_moved_to_the_country_of_arrival_on_the_first_of_July_2021()
    {
        var question = AQuestion.From("DE").To("DK");
        Assert.Equal(Percentage.Of(19), Expect.Success(question.On(2021, 6, 30).Answer()).Rate);
        var after = Expect.Success(question.Selling(10_000.01m).In(OneStopShop.Union).On(2021, 7, 1).Answer());
        Assert.Equal((Percentage.Of(25), new CountryCode("DK"), "distance-sale-destination"), (after.Rate, after.Country, after.Rule));
        Assert.Equal((OneStopShop.Union, "DE123456789"), (after.Scheme, after.SellerTaxId));
    }

    [Fact]
    public void The_threshold_is_ten_thousand_euro_this_year_and_last()
    {
        var question = AQuestion.From("DE").To("DK").In(OneStopShop.Union).On(2022, 5, 1);
        string Rule(TaxQuestion q) => Expect.Success(q.Answer()).Rule;
        Assert.Equal("distance-sale-below-threshold", Rule(question.Selling(10_000, 10_000)));
        Assert.Equal("distance-sale-destination", Rule(question.Selling(10_000.01m)));
        Assert.Equal("distance-sale-destination", Rule(question.Selling(0, 10_000.01m)));
        var low = question.Selling(100).DistanceSales!;
        Assert.Equal("distance-sale-destination", Rule(question with { DistanceSales = low with { HasOptedForDestination = true } }));
        Assert.Equal("distance-sale-destination", Rule(question with { DistanceSales = low with { IsEstablishedInSeveralStates = true } }));
        var stated = Expect.Refused(TaxErrors.FactMissing, question.Answer());
        Assert.Equal(("distanceSales", "distance-sale-below-threshold"), (stated.Target, stated.Fact("rule")));
        Expect.Refused(TaxErrors.DistanceSalesNotInEuro, (question with { DistanceSales = low with { ThisYear = Money.Of(1, Currency.Gbp) } }).Answer());
    }

    [Fact]
    public void A_local_registration_comes_before_the_one_stop_shop_and_one_of_them_must_be_there()
    {
        var question = AQuestion.From("DE").To("DK").Selling(20_000).On(2022, 5, 1);
        var local = Expect.Success(question.RegisteredIn("DE", "DK").In(OneStopShop.Union).Answer());
        Assert.Equal(("DK123456789", OneStopShop.None), (local.SellerTaxId, local.Scheme));
        Expect.Refused(TaxErrors.DestinationNotRegistered, question.Answer());
    }

    [Fact]
    public void What_a_seller_declares_holds_where_a_question_states_no_figures()
    {
        var question = AQuestion.From("DE").To("DK").On(2022, 5, 1);
        Assert.Equal(Percentage.Of(25), Expect.Success(question.Answer(new() { UnstatedDistanceSales = UnstatedDistanceSales.Destination })).Rate);
        Assert.Equal(Percentage.Of(19), Expect.Success(question.Answer(new() { UnstatedDistanceSales = UnstatedDistanceSales.Origin })).Rate);
        Expect.Refused(TaxErrors.DestinationNotRegistered,
            question.Selling(20_000).Answer(new() { UnstatedDistanceSales = UnstatedDistanceSales.Destination }));
    }

    [Fact]
    public void A_rate_that_is_not_in_the_table_is_refused()
    {
        Expect.Refused(TaxErrors.RateMissing, AQuestion.From("AU").Answer());
        Expect.Refused(TaxErrors.RateMissing, AQuestion.From("DE").To("DK").Selling(20_000).In(OneStopShop.Union).On(2022, 1, 1).Of(TaxClass.Reduced).Answer());
        Expect.Refused(TaxErrors.RateMissing, AQuestion.From("GB").On(1980, 1, 1).Answer());
    }

    [Fact]
    public void A_class_of_the_sellers_country_says_nothing_about_the_country_of_arrival() =>
        Expect.Refused(TaxErrors.RateMissing, AQuestion.From("DE").To("FR").Selling(20_000).In(OneStopShop.Union).On(2022, 1, 1).Of(TaxClass.Zero).Answer());

    [Fact]
    public void An_unchecked_buyer_id_is_refused_unless_the_policy_takes_it()
    {
        var question = AQuestion.From("DE").To("FR").ForBusiness("FR") with { BuyerRegistrations = [AQuestion.Id("FR") with { VerifiedOn = null }] };
        Expect.Refused(TaxErrors.BuyerIdNotVerified, question.Answer());
        Assert.Equal(TaxCategory.IntraCommunity, Expect.Success(question.Answer(new() { AcceptUnverifiedBuyerIds = true })).Category);
    }

    [Fact]
    public void A_seller_registered_elsewhere_only_is_refused() =>
        Expect.Refused(TaxErrors.SellerNotRegistered, (AQuestion.From("DE") with { SellerRegistrations = [AQuestion.Id("FR")] }).Answer());

    [Fact]
    public void All_faults_of_a_question_come_at_once()
    {
        var refused = (AQuestion.From("DE") with
        {
            ShipFrom = default, ShipTo = default, TaxClass = default,
            BuyerRegistrations = [AQuestion.Id("FR"), AQuestion.Id("FR")],
        }).Answer();
        Expect.Refused(TaxErrors.QuestionIncomplete, refused);
        Expect.Refused(TaxErrors.DuplicateRegistration, refused);
        Assert.Equal(4, refused.Errors.Count);
    }

    [Fact]
    public void An_exempt_product_carries_its_own_reason()
    {
        var treatment = Expect.Success((AQuestion.From("DE").Of(TaxClass.Exempt) with
        {
            ExemptionReason = new("VATEX-EU-132"), ExemptionText = "Medical care",
        }).Answer());
        Assert.Equal((new VatexCode("VATEX-EU-132"), "Medical care"), (treatment.ReasonCode, treatment.ReasonText));
    }

    [Fact]
    public void A_treatment_past_the_table_says_so() =>
        Assert.Contains("as of 2025-12-31", Expect.Success(AQuestion.From("DE").On(2027, 5, 1).Answer()).Explanation, StringComparison.Ordinal);

    [Fact]
    public void Contradictions_of_a_treatment_are_found()
    {
        var standard = new TaxTreatment { Category = TaxCategory.Standard, Rate = Percentage.Zero };
        Expect.Found(TaxErrors.RateMismatch, standard.Check());
        Expect.Found(TaxErrors.RateMismatch, (standard with { Category = TaxCategory.Export, Rate = Percentage.Of(20), ReasonText = "Export" }).Check());
        Expect.Found(TaxErrors.ReasonMissing, (standard with { Category = TaxCategory.Export }).Check());
        Expect.Found(TaxErrors.CategoryUnknown, (standard with { Category = new("Q") }).Check());
        Assert.Empty((standard with { Category = new("L") }).Check());
    }
}
