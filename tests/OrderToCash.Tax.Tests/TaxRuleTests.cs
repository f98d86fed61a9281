namespace OrderToCash.Tax.Tests;

/// <summary>Each built-in rule with a supply it decides, and one that misses it by a single fact.</summary>
public class TaxRuleTests
{
    private static readonly TaxQuestion Export2022 = AQuestion.From("DE").To("US").On(2022, 3, 1);
    private static readonly TaxQuestion German = AQuestion.From("DE").On(2022, 3, 1);
    private static readonly TaxQuestion ToFrance = German.To("FR");
    private static readonly TaxQuestion Triangular =
        AQuestion.From("IT").To("FR").RegisteredIn("DE").ForBusiness("FR").On(2022, 3, 1) with { IsTriangular = true };
    private static readonly TaxQuestion Parcel =
        AQuestion.From("CH").To("DE").In(OneStopShop.Import).On(2022, 3, 1) with { ConsignmentValue = Money.Of(150, Currency.Eur) };

    private static readonly TaxDeterminationPolicy Policy = new()
    {
        ReverseChargeClasses =
        [
            new() { Country = new("DE"), Class = new("scrap"), From = new LocalDate(2011, 1, 1) },
            new() { Country = new("GB"), Class = new("construction"), From = new LocalDate(2021, 3, 1) },
        ],
    };

    private static readonly TaxRateTable Rates = TaxRateTable.Create(
        [.. BuiltInTaxRates.Table.Rates, new() { Country = new("DE"), Class = new("scrap"), Rate = Percentage.Of(19), From = new(2021, 1, 1) }],
        BuiltInTaxRates.AsOf).Value;

    /// <summary>rule, what it decides, the near miss, what decides that (or the code that refuses it).</summary>
    private static readonly (string Rule, TaxQuestion Hit, TaxQuestion Miss, string Instead)[] Table =
    [
        ("out-of-scope", German.Of(TaxClass.OutOfScope), German, "domestic"),
        ("multi-purpose-voucher", German.Of(TaxClass.MultiPurposeVoucher), German.Of(TaxClass.OutOfScope), "out-of-scope"),
        ("small-enterprise", German.Under(SellerScheme.SmallEnterprise), German, "domestic"),
        ("small-enterprise-goods", ToFrance.ForBusiness("FR").Under(SellerScheme.SmallEnterprise), ToFrance.ForBusiness("FR"), "intra-community-goods"),
        ("small-enterprise-consumer-services", ToFrance.Services().Under(SellerScheme.SmallEnterprise),
            ToFrance.Services().ForBusiness("FR").Under(SellerScheme.SmallEnterprise), "reverse-charge"),
        ("seller-not-taxable", German.RegisteredIn(), German, "domestic"),
        ("small-enterprise-elsewhere", AQuestion.From("CH").Under(SellerScheme.SmallEnterprise), AQuestion.From("CH"), "domestic"),
        ("margin-travel-agents", German.Services().Under(SellerScheme.TravelAgents), German.Services(), "domestic"),
        ("margin-second-hand-goods", ToFrance.Under(SellerScheme.SecondHandGoods), Export2022.Under(SellerScheme.SecondHandGoods), "export"),
        ("margin-works-of-art", German.Under(SellerScheme.WorksOfArt), German.Services().Under(SellerScheme.WorksOfArt), "domestic"),
        ("margin-antiques", German.Under(SellerScheme.Antiques), Export2022.Under(SellerScheme.Antiques), "export"),
        ("exempt-medical-care", German.Services().Of(new("exempt-medical-care")), AQuestion.From("CH").Of(new("exempt-medical-care")), TaxErrors.RateMissing.Code),
        ("exempt-education", German.Services().Of(new("exempt-education")), German.To("FR").Services().Of(new("exempt-education")), TaxErrors.RateMissing.Code),
        ("exempt-postal-services", German.Services().Of(new("exempt-postal-services")), German.Services(), "domestic"),
        ("exempt-insurance", German.Services().Of(new("exempt-insurance")), German.To("FR").ForBusiness("FR").Services().Of(new("exempt-insurance")), "reverse-charge"),
        ("exempt-financial-services", German.Services().Of(new("exempt-financial-services")), German.Services(), "domestic"),
        ("exempt-letting", German.Services().Of(new("exempt-letting")), German.Services(), "domestic"),
        ("triangulation", Triangular, Triangular with { IsTriangular = false, SellerRegistrations = [AQuestion.Id("IT")] }, "intra-community-goods"),
        ("domestic-reverse-charge", German.ForBusiness("DE").Of(new("scrap")), German.Of(new("scrap")), "domestic"),
        ("domestic-reverse-charge-elsewhere", AQuestion.From("GB").ForBusiness("GB").Of(new("construction")).On(2022, 3, 1),
            AQuestion.From("GB").ForBusiness().Of(new("construction")).On(2022, 3, 1), TaxErrors.RateMissing.Code),
        ("domestic", German, ToFrance.Selling(1), "distance-sale-below-threshold"),
        ("intra-community-exempt", ToFrance.ForBusiness("FR").Of(TaxClass.Exempt), ToFrance.ForBusiness("FR"), "intra-community-goods"),
        ("goods-not-transported", ToFrance.ForBusiness("FR") with { Transport = TransportStatus.None }, ToFrance.ForBusiness("FR"), "intra-community-goods"),
        ("place-bound-registered", ToFrance.PlaceBound().RegisteredIn("DE", "FR"), ToFrance.PlaceBound(), TaxErrors.NotDecided.Code),
        ("place-bound-one-stop-shop", ToFrance.PlaceBound().In(OneStopShop.Union), ToFrance.PlaceBound().In(OneStopShop.Union).ForBusiness("FR"), TaxErrors.NotDecided.Code),
        ("place-bound-elsewhere", ToFrance.PlaceBound(), ToFrance.PlaceBound().In(OneStopShop.Union), "place-bound-one-stop-shop"),
        ("place-bound-abroad", German.To("US").PlaceBound(), ToFrance.PlaceBound(), TaxErrors.NotDecided.Code),
        ("intra-community-goods", ToFrance.ForBusiness("FR"), ToFrance.ForBusiness("DE"), "intra-community-no-id"),
        ("reverse-charge", ToFrance.Services().ForBusiness("FR"), ToFrance.Services().ForBusiness(), "intra-community-no-id"),
        ("intra-community-no-id", ToFrance.ForBusiness(), ToFrance.Selling(1), "distance-sale-below-threshold"),
        ("distance-sale-origin", ToFrance.On(2021, 6, 30), ToFrance.Selling(1).On(2021, 7, 1), "distance-sale-below-threshold"),
        ("distance-sale-below-threshold", ToFrance.Selling(10_000), ToFrance.Selling(10_001).In(OneStopShop.Union), "distance-sale-destination"),
        ("distance-sale-destination", ToFrance.Selling(10_001).In(OneStopShop.Union), ToFrance.Selling(9_999).In(OneStopShop.Union), "distance-sale-below-threshold"),
        ("digital-origin", ToFrance.Digital().On(2014, 12, 31), ToFrance.Digital().In(OneStopShop.Union).On(2015, 1, 1), "digital-destination-2015"),
        ("digital-destination-2015", ToFrance.Digital().In(OneStopShop.Union).On(2018, 12, 31), ToFrance.Digital().Selling(1).On(2019, 1, 1), "digital-below-threshold"),
        ("digital-below-threshold", ToFrance.Digital().Selling(10_000), ToFrance.Digital().Selling(10_001).In(OneStopShop.Union), "digital-destination"),
        ("digital-destination", ToFrance.Digital().Selling(10_001).In(OneStopShop.Union), ToFrance.Services().Selling(10_001), "consumer-services"),
        ("digital-into-union", AQuestion.From("NO").To("DE").Digital().In(OneStopShop.NonUnion).On(2022, 3, 1),
            AQuestion.From("NO").To("DE").Services().On(2022, 3, 1), "norwegian-services-abroad"),
        ("import-one-stop-shop", Parcel, Parcel with { ConsignmentValue = Money.Of(150.01m, Currency.Eur) }, "export-from-switzerland"),
        ("swiss-services-abroad", AQuestion.From("CH").To("DE").Services(), AQuestion.From("CH").Services(), "domestic"),
        ("norwegian-services-abroad", AQuestion.From("NO").To("DE").Services(), AQuestion.From("NO").Services(), "domestic"),
        ("overseas-department-services", AQuestion.From("FR").ToPostCode("97110").Services().On(2022, 3, 1),
            AQuestion.From("FR").ToPostCode("75001").Services().On(2022, 3, 1), "domestic"),
        ("digital-abroad", German.To("US").Digital(), German.To("US").Services(), "consumer-services"),
        ("digital-abroad-outside-union", AQuestion.From("GB").To("US").Digital().On(2022, 3, 1), AQuestion.From("GB").To("US").Services().On(2022, 3, 1), "consumer-services"),
        ("consumer-services", ToFrance.Services(), ToFrance.Services().ForBusiness("FR"), "reverse-charge"),
        ("export", Export2022, Export2022 with { Transport = TransportStatus.None }, "goods-not-transported"),
        ("export-from-united-kingdom", AQuestion.From("GB").To("FR").On(2022, 3, 1), AQuestion.From("GB").To("FR").On(2020, 12, 31), "distance-sale-origin"),
        ("export-from-switzerland", AQuestion.From("CH").To("DE"), AQuestion.From("CH").To("LI"), "domestic"),
        ("export-from-norway", AQuestion.From("NO").To("SJ"), AQuestion.From("NO"), "domestic"),
        ("export-elsewhere", AQuestion.From("US").To("DE"), Export2022, "export"),
        ("services-abroad", Export2022.Services().ForBusiness(), Export2022.Services(), "consumer-services"),
        ("services-abroad-elsewhere", AQuestion.From("US").To("DE").Services().ForBusiness(), AQuestion.From("US").To("DE").Services(), TaxErrors.RateMissing.Code),
    ];

    public static TheoryData<string> Rules => new(Table.Select(row => row.Rule));

    [Theory, MemberData(nameof(Rules))]
    public void A_rule_decides_its_case_and_leaves_the_near_miss_to_another(string rule)
    {
        var (_, hit, miss, instead) = Table.Single(row => row.Rule == rule);
        var decided = TaxDetermination.Explain(hit, Rates, Policy);
        Assert.Equal((rule, RuleAnswer.Matched), (decided.Verdicts[^1].Rule, decided.Verdicts[^1].Answer));
        if (decided.Treatment is { } treatment) Assert.Empty(treatment.Check());
        else Expect.Found(TaxErrors.NotDecided, decided.Errors);

        var missed = TaxDetermination.Determine(miss, Rates, Policy);
        Assert.Equal(instead, missed.IsSuccess ? missed.Value.Rule : missed.Errors[0].Code);
    }

    [Fact]
    public void Every_built_in_rule_has_its_row() => Assert.Equal(TaxDetermination.RuleNames.Order(), Table.Select(row => row.Rule).Order());

    [Fact]
    public void Built_in_rules_are_well_formed_and_their_priorities_differ()
    {
        Assert.Empty(TaxRules.All.SelectMany(r => r.Check()));
        Assert.Equal(TaxRules.All.Count, TaxRules.All.Select(r => r.Priority).Distinct().Count());
        Assert.Equal(TaxRules.All.Select(r => r.Id), TaxDetermination.RuleNames);
    }

    [Fact]
    public void The_trace_names_every_rule_that_was_asked_and_why()
    {
        var trace = TaxDetermination.Explain(ToFrance.ForBusiness("FR"), Rates).Verdicts;
        Assert.Equal("rule domestic did not match because it is not so that both places are under one VAT", trace.Single(v => v.Rule == "domestic").ToString());
        Assert.Equal("rule margin-antiques did not match because the seller's scheme is General", trace.Single(v => v.Rule == "margin-antiques").ToString());
        Assert.Equal("rule goods-not-transported did not match because the goods are transported", trace.Single(v => v.Rule == "goods-not-transported").ToString());
        Assert.Equal("rule intra-community-goods matched because the supply goes from one member state to another, the goods are transported, "
            + "the buyer has a VAT id of another member state, the supply is Goods", trace[^1].ToString());
        var unclear = TaxDetermination.Explain(ToFrance, Rates).Verdicts[^1];
        Assert.Equal("rule distance-sale-below-threshold can't say because nobody stated the distance sales of this year and last", unclear.ToString());
    }

    [Fact]
    public void The_example_of_the_concept_page_says_what_the_page_says()
    {
        var question = German.To("PT").ToPostCode("9000-039").In(OneStopShop.Union).Selling(10_000.01m).On(2025, 3, 1);
        var explained = TaxDetermination.Explain(question, BuiltInTaxRates.Table);
        Assert.Equal(("S", "22%", "PT-30", OneStopShop.Union), (explained.Treatment!.Category.Value, explained.Treatment.Rate.ToString(),
            explained.Treatment.Territory, explained.Treatment.Scheme));
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "concepts", "tax-determination.md"));
        Assert.All(explained.Verdicts.TakeLast(3), v => Assert.Contains($"\n{v}\n", page, StringComparison.Ordinal));
    }

    [Fact]
    public void What_nobody_stated_is_refused_and_named()
    {
        Assert.Equal("transport", Expect.Refused(TaxErrors.FactMissing, (Export2022 with { Transport = TransportStatus.Unknown }).Answer()).Target);
        Assert.Equal("buyer", Expect.Refused(TaxErrors.FactMissing, ToFrance.For(BuyerStatus.Unknown).Answer()).Target);
        Assert.Equal("consignmentValue", Expect.Refused(TaxErrors.FactMissing, (Parcel with { ConsignmentValue = null }).Answer()).Target);
        Expect.Refused(TaxErrors.QuestionIncomplete, (Parcel with { ConsignmentValue = Money.Of(1, Currency.Gbp) }).Answer());
        Expect.Refused(TaxErrors.QuestionIncomplete, (German with { SellerRegistrations = [AQuestion.Id("DE") with { Id = " " }] }).Answer());
        Assert.Equal("domestic", Expect.Success(German.For(BuyerStatus.Unknown).Answer()).Rule);
        Assert.Equal("intra-community-goods", Expect.Success(ToFrance.ForBusiness("FR").For(BuyerStatus.Unknown).Answer()).Rule);
        Expect.Refused(TaxErrors.NotDecided, AQuestion.From("US").To("DE").Digital().Answer());
    }

    [Fact]
    public void A_triangular_sale_is_declared_in_the_third_state_and_needs_one()
    {
        var treatment = Expect.Success(Triangular.Answer());
        Assert.Equal(("AE", "DE123456789", "FR123456789", "DE"),
            (treatment.Category.Value, treatment.SellerTaxId, treatment.BuyerTaxId, treatment.Country.Value));
        Expect.Refused(TaxErrors.TriangulationUnfounded, Triangular.RegisteredIn("IT").Answer());
        Expect.Refused(TaxErrors.TriangulationUnfounded, Triangular.RegisteredIn("DE", "FR").Answer());
        Expect.Refused(TaxErrors.TriangulationUnfounded, Triangular.To("US").Answer());
    }

    [Fact]
    public void Host_rules_come_first_replace_by_id_and_read_the_hosts_own_tags()
    {
        var solar = new TaxRule
        {
            Id = "solar", Classes = [new("solar-panels")], ShipFrom = [new("DE")], When = [TaxFact.IsDomestic], From = new LocalDate(2023, 1, 1),
            Then = new() { Category = TaxCategory.ZeroRated },
        };
        var free = new TaxRule
        {
            Id = "embassy", Tags = [new() { Name = "buyer", Value = "embassy" }],
            Then = new() { Category = TaxCategory.Exempt, ReasonCode = new("VATEX-EU-151"), ReasonText = "Article 151" },
        };
        var flat = new TaxRule { Id = "domestic", Priority = 1, When = [TaxFact.IsDomestic], Then = new() { Category = TaxCategory.Standard, Rate = Percentage.Of(1) } };
        var policy = new TaxDeterminationPolicy { Rules = [solar, free, flat] };

        var panel = German.Of(new("solar-panels"));
        Assert.Equal((TaxCategory.ZeroRated, "solar"), Facts(panel.On(2023, 1, 1).Answer(policy)));
        Assert.Equal(Percentage.Of(1), Expect.Success(panel.On(2022, 12, 31).Answer(policy)).Rate);
        Assert.Equal((TaxCategory.Exempt, "embassy"), Facts((German with { Tags = [new() { Name = "buyer", Value = "embassy" }] }).Answer(policy)));
        Assert.Single(TaxDetermination.Explain(German, Rates, policy).Verdicts, v => v.Rule == "domestic");

        static (TaxCategory, string) Facts(Result<TaxTreatment> answer) => (Expect.Success(answer).Category, answer.Value.Rule);
    }

    [Fact]
    public void Malformed_host_rules_are_all_refused()
    {
        var wrong = new TaxRule
        {
            Id = "", From = new LocalDate(2022, 1, 2), Until = new LocalDate(2022, 1, 1), When = [TaxFact.IsDomestic], Unless = [TaxFact.IsDomestic],
            Then = new() { Category = TaxCategory.IntraCommunity, Rate = Percentage.Of(19) },
        };
        var refused = German.Answer(new() { Rules = [wrong, wrong] });
        Expect.Refused(TaxErrors.RuleInvalid, refused);
        Expect.Refused(TaxErrors.RuleDuplicate, refused);
        Assert.Equal(13, refused.Errors.Count);
        Assert.Single((wrong with { Id = "q", From = null, Unless = [], Then = new() { Category = new("Q") } }).Check());
    }
}
