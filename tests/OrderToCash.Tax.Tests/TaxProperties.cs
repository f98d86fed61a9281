using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Tax.Tests;

public class TaxProperties
{
    private static readonly (string Category, decimal Rate)[] Groups =
        [("S", 20m), ("S", 17.5m), ("S", 5.5m), ("S", 25.5m), ("S", 8.125m), ("Z", 0m), ("E", 0m), ("K", 0m), ("S", 3.333333m), ("S", 2.1m), ("S", 7m), ("S", 9m)];

    public static Arbitrary<TaxableLine[]> Documents { get; } = Arb.From(
        from currency in Any.Currency
        from lines in Gen.ArrayOf(from minor in Gen.Choose(-1_000_000, 10_000_000)
                                  from g in Gen.Elements(Groups)
                                  select new TaxableLine
                                  {
                                      Net = Money.FromMinorUnits(minor, currency), Category = new(g.Category), Rate = Percentage.Of(g.Rate),
                                  })
        select lines,
        lines => Enumerable.Range(0, lines.Length).Select(i => lines.Where((_, j) => j != i).ToArray()));

    private static TaxBreakdown Compute(TaxableLine[] lines, TaxComputation computation) =>
        TaxBreakdown.Compute(lines, computation, lines.Length == 0 ? Currency.Eur : lines[0].Net.Currency);

    [Property(MaxTest = 1000, Arbitrary = [typeof(TaxProperties)])]
    public bool Bases_add_up_to_the_lines(TaxableLine[] lines) => TaxComputation.List.All(computation =>
        Compute(lines, computation) is var b && b.Net == Money.Sum(lines.Select(l => l.Net), b.Currency));

    [Property(MaxTest = 1000, Arbitrary = [typeof(TaxProperties)])]
    public bool By_breakdown_is_the_rounded_product_of_base_and_rate(TaxableLine[] lines) =>
        Compute(lines, TaxComputation.ByBreakdown).Subtotals.All(s =>
            s.Tax == Money.Rounded(s.Base.Amount * s.Rate.Value / 100m, s.Base.Currency, Rounding.HalfAwayFromZero));

    [Property(MaxTest = 1000, Arbitrary = [typeof(TaxProperties)])]
    public bool By_line_is_the_sum_of_the_rounded_lines(TaxableLine[] lines) =>
        Compute(lines, TaxComputation.ByLine).Subtotals.All(s => s.Tax == Money.Sum(
            lines.Where(l => l.Category == s.Category && l.Rate == s.Rate)
                .Select(l => Money.Rounded(l.Net.Amount * l.Rate.Value / 100m, l.Net.Currency, Rounding.HalfAwayFromZero)), s.Base.Currency));

    [Property(MaxTest = 500, Arbitrary = [typeof(TaxProperties)])]
    public bool The_order_of_lines_does_not_matter(TaxableLine[] lines) => TaxComputation.List.All(computation =>
        Compute(lines, computation).Equals(Compute([.. lines.Reverse()], computation)));

    public static Arbitrary<TaxQuestion> Questions { get; } = Arb.From(
        from parties in Gen.Two(Gen.Elements("GB", "DE", "FR", "IE", "CH", "NO", "US", "JE", "PL", "DK"))
        from buyer in Gen.Elements(BuyerStatus.Business, BuyerStatus.Consumer, BuyerStatus.Public)
        from ids in Gen.SubListOf("GB", "DE", "FR", "BE", "US")
        from taxClass in Gen.Elements(TaxClass.Standard, TaxClass.Reduced, TaxClass.Zero, TaxClass.Exempt)
        from kind in Gen.Elements(SupplyKind.Goods, SupplyKind.Services)
        from day in Gen.Choose(0, 5_800)
        select AQuestion.From(parties.Item1).To(parties.Item2) with
        {
            Buyer = buyer,
            BuyerRegistrations = ids.Select(AQuestion.Id).ToEquatableArray(),
            TaxClass = taxClass,
            Kind = kind,
            TaxPoint = new LocalDate(2010, 1, 1).PlusDays(day),
        },
        q => q.BuyerRegistrations.IsEmpty ? [] : [q with { BuyerRegistrations = [] }]);

    [Property(MaxTest = 2000, Arbitrary = [typeof(TaxProperties)])]
    public bool Every_question_is_answered_consistently_or_lacks_a_rate(TaxQuestion question) =>
        question.Answer() is { IsSuccess: true } answer
            ? answer.Value.Check().IsEmpty && TaxDetermination.RuleNames.Contains(answer.Value.Rule)
            : question.Answer().Errors.All(e => e.Code == TaxErrors.RateMissing.Code);

    [Property(MaxTest = 1000, Arbitrary = [typeof(TaxProperties)])]
    public bool Consumers_never_get_reverse_charge_or_intra_community(TaxQuestion question) =>
        question.Buyer != BuyerStatus.Consumer || !question.Answer().IsSuccess || !TaxCategories.NeedsBuyerId(question.Answer().Value.Category);

    [Property(MaxTest = 1000, Arbitrary = [typeof(TaxProperties)])]
    public bool The_rate_is_that_of_the_table_on_the_tax_point(TaxQuestion question) =>
        question.Answer() is not { IsSuccess: true, Value: { Category.Value: "S" } t }
        || BuiltInTaxRates.Table.Find(t.Country, question.TaxClass, question.TaxPoint)!.Rate == t.Rate;
}
