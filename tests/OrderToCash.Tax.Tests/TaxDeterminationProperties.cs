using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Tax.Tests;

public class TaxDeterminationProperties
{
    private static readonly string[] Expected =
    [
        TaxErrors.RateMissing.Code, TaxErrors.FactMissing.Code, TaxErrors.NotDecided.Code, TaxErrors.DestinationNotRegistered.Code,
        TaxErrors.TriangulationUnfounded.Code, TaxErrors.BuyerIdNotVerified.Code, TaxErrors.SellerNotRegistered.Code,
    ];

    private static readonly Gen<string> Country = Gen.Elements("GB", "DE", "FR", "IE", "CH", "NO", "US", "JE", "PL", "DK", "PT", "ES", "MC", "GP");

    public static Arbitrary<TaxQuestion> Questions { get; } = Arb.From(
        from parties in Gen.Two(Country)
        from registrations in Gen.SubListOf("GB", "DE", "FR", "CH", "PL")
        from buyer in Gen.Elements(BuyerStatus.Business, BuyerStatus.Consumer, BuyerStatus.Public, BuyerStatus.Unknown)
        from ids in Gen.SubListOf("GB", "DE", "FR", "BE", "US")
        from isChecked in Gen.Elements(true, true, true, false)
        from taxClass in Gen.Elements(TaxClass.Standard, TaxClass.Standard, TaxClass.Reduced, TaxClass.Zero, TaxClass.Exempt, TaxClass.OutOfScope)
        from kind in Gen.Elements(SupplyKind.Goods, SupplyKind.Services, SupplyKind.DigitalServices, SupplyKind.PlaceBoundServices)
        from scheme in Gen.Frequency((8, Gen.Constant(SellerScheme.General)), (1, Gen.Elements(Enum.GetValues<SellerScheme>())))
        from transport in Gen.Elements(Enum.GetValues<TransportStatus>())
        from postCode in Gen.Elements("", "", "", "35001", "BT1 5GS", "9500-150", "27498", "97110")
        from shops in Gen.SubListOf(OneStopShop.Union, OneStopShop.NonUnion, OneStopShop.Import)
        from sold in Gen.Choose(-1, 20_000)
        from isTriangular in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        from day in Gen.Choose(0, 5_800)
        select Fill(AQuestion.From(parties.Item1).To(parties.Item2), sold) with
        {
            SellerRegistrations = registrations.Append(parties.Item1).Distinct().Select(AQuestion.Id).ToEquatableArray(),
            Buyer = buyer,
            BuyerRegistrations = ids.Select(AQuestion.Id).Select(r => isChecked ? r : r with { VerifiedOn = null }).ToEquatableArray(),
            TaxClass = taxClass,
            Kind = kind,
            Scheme = scheme,
            Transport = transport,
            ShipToPostCode = postCode,
            OneStopShops = [.. shops],
            IsTriangular = isTriangular,
            TaxPoint = new LocalDate(2010, 1, 1).PlusDays(day),
        },
        q => q.BuyerRegistrations.IsEmpty ? [] : [q with { BuyerRegistrations = [] }]);

    private static TaxQuestion Fill(TaxQuestion question, int sold) => sold < 0 ? question : question.Selling(sold);

    [Property(MaxTest = 3000, Arbitrary = [typeof(TaxDeterminationProperties)])]
    public bool Every_question_is_answered_consistently_or_says_what_is_missing(TaxQuestion question) => question.Answer() switch
    {
        { IsSuccess: true, Value: var t } => t.Check().IsEmpty && TaxDetermination.RuleNames.Contains(t.Rule) && t.Explanation.Length > 0,
        var refused => refused.Errors.All(e => Expected.Contains(e.Code)),
    };

    [Property(MaxTest = 2000, Arbitrary = [typeof(TaxDeterminationProperties)])]
    public bool S_always_has_a_rate_and_everything_else_has_none(TaxQuestion question) =>
        question.Answer() is not { IsSuccess: true, Value: var t } || (t.Category == TaxCategory.Standard) == (t.Rate.Value > 0);

    [Property(MaxTest = 3000, Arbitrary = [typeof(TaxDeterminationProperties)])]
    public bool K_and_AE_always_carry_both_ids_and_the_buyers_was_verified(TaxQuestion question) =>
        question.Answer() is not { IsSuccess: true, Value: var t } || !TaxCategories.NeedsBuyerId(t.Category)
        || t.SellerTaxId.Length > 0 && question.BuyerRegistrations.Single(r => r.Id == t.BuyerTaxId).VerifiedOn is not null
            && question.Buyer != BuyerStatus.Consumer;

    [Property(MaxTest = 2000, Arbitrary = [typeof(TaxDeterminationProperties)])]
    public bool K_is_goods_that_move_between_member_states(TaxQuestion question) =>
        question.Answer() is not { IsSuccess: true, Value: { Category.Value: "K" } }
        || question.Kind == SupplyKind.Goods && question.Transport is TransportStatus.Stated or TransportStatus.Proven && question.ShipFrom != question.ShipTo;

    [Property(MaxTest = 2000, Arbitrary = [typeof(TaxDeterminationProperties)])]
    public bool The_rate_is_that_of_the_table_on_the_tax_point(TaxQuestion question) =>
        question.Answer() is not { IsSuccess: true, Value: { Category.Value: "S" } t }
        || ((ITaxRates)BuiltInTaxRates.Table).Find(t.Country, t.Territory, question.TaxClass, question.TaxPoint)!.Rate == t.Rate;

    [Property(MaxTest = 1000, Arbitrary = [typeof(TaxDeterminationProperties)])]
    public bool The_order_in_which_the_host_lists_rules_of_equal_priority_does_not_matter(TaxQuestion question)
    {
        var rules = Rules(question.ShipFrom);
        return question.Answer(new() { Rules = [.. rules] }).ToString() == question.Answer(new() { Rules = [.. rules.Reverse()] }).ToString();
    }

    [Property(MaxTest = 1000, Arbitrary = [typeof(TaxDeterminationProperties)])]
    public bool The_trace_ends_with_the_rule_that_decided(TaxQuestion question)
    {
        var explanation = TaxDetermination.Explain(question, BuiltInTaxRates.Table);
        return explanation.Treatment is null
            ? explanation.Errors.SequenceEqual(question.Answer().Errors)
            : explanation.Verdicts[^1].Rule == explanation.Treatment.Rule && explanation.Verdicts[^1].Answer == RuleAnswer.Matched
                && explanation.Verdicts.SkipLast(1).All(v => v.Answer == RuleAnswer.Passed) && explanation.Treatment == question.Answer().Value;
    }

    private static TaxRule[] Rules(CountryCode country) =>
    [
        new() { Id = "b", Kinds = [SupplyKind.Services], Then = new() { Category = TaxCategory.ZeroRated } },
        new() { Id = "a", ShipFrom = [country], Then = new() { Category = TaxCategory.Standard, Rate = Percentage.Of(3) } },
        new() { Id = "c", When = [TaxFact.IsDomestic], Then = new() { Category = TaxCategory.Exempt, ReasonText = "c" } },
    ];
}
