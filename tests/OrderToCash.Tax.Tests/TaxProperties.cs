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
}
