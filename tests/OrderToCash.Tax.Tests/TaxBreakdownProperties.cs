using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Tax.Tests;

/// <summary>The short way for few groups and the general way give what whole numbers of any length give.</summary>
public class TaxBreakdownProperties
{
    private static readonly Gen<decimal> Rates = Gen.Frequency(
        (4, Gen.Elements(20m, 19m, 7m, 5.5m, 17.5m, 8.125m, 0m)),
        (2, from mantissa in Gen.Choose(0, int.MaxValue) from scale in Gen.Choose(7, 28) select new decimal(mantissa, 0, 0, false, (byte)scale)),
        (2, from low in Gen.Choose(0, int.MaxValue) from high in Gen.Choose(0, int.MaxValue)
            select new decimal(low, high, 0, isNegative: low % 5 == 0, 18)),
        (1, from low in Gen.Choose(0, int.MaxValue) from high in Gen.Choose(1, int.MaxValue) select new decimal(low, 7, high, false, 27)),
        // A rate of 50 % or of 0.5 % meets the half of a unit with every other amount.
        (2, Gen.Elements(50m, 0.5m, 12.5m, 0.05m, -50m)));

    private static readonly Gen<long> Units = Gen.Frequency(
        (4, Any.MinorUnits.Select(u => u % 10_000_000_000)),
        (2, from low in Gen.Choose(0, int.MaxValue) from high in Gen.Choose(-4_000_000, 4_000_000) select ((long)high << 31) + low),
        (1, Gen.Elements(0L, 1L, -1L, int.MaxValue, int.MinValue, uint.MaxValue, 9_999_999_999_999_999L, -9_999_999_999_999_999L)));

    public static Arbitrary<TaxableLine[]> Documents { get; } = Arb.From(
        from currency in Any.Currency
        from rates in Gen.ArrayOf(Rates, 6)
        from most in Gen.Choose(1, 6)
        from lines in Gen.ArrayOf(
            from units in Units
            from rate in Gen.Choose(0, most - 1)
            from category in Gen.Elements("S", "S", "S", "AA", "Z")
            select new TaxableLine { Net = Money.FromMinorUnits(units, currency), Category = new(category), Rate = Percentage.Of(rates[rate]) })
        select lines,
        lines => Enumerable.Range(0, lines.Length).Select(i => lines.Where((_, j) => j != i).ToArray()));

    [Property(MaxTest = 3000, Arbitrary = [typeof(TaxBreakdownProperties)])]
    public bool A_breakdown_is_what_whole_numbers_say(TaxableLine[] lines) => TaxComputation.List.All(computation =>
    {
        var expected = Expected(lines, computation.RoundsPerLine);
        return TaxBreakdown.Compute(lines, computation, CurrencyOf(lines)).Subtotals
            .Select(s => (s.Category, s.Rate, (BigInteger)s.Base.MinorUnits, (BigInteger)s.Tax.MinorUnits))
            .SequenceEqual(expected);
    });

    [Property(MaxTest = 3000, Arbitrary = [typeof(TaxBreakdownProperties)])]
    public bool Few_groups_are_computed_like_many(TaxableLine[] lines) => TaxComputation.List.All(computation =>
    {
        var currency = CurrencyOf(lines);
        var groups = new TaxGroups(currency, computation.RoundsPerLine);
        foreach (var line in lines) groups.Add(line);
        var many = groups.ToSubtotals();
        return FewTaxGroups.TryCompute(lines, computation.RoundsPerLine, currency, out var few) == many.Count <= 4
            && (many.Count > 4 || few == many);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void A_base_beyond_the_largest_amount_is_refused_with_few_groups_and_many(int groups)
    {
        var lines = Enumerable.Range(0, groups).SelectMany(g => Enumerable.Repeat(
            new TaxableLine { Net = Money.FromMinorUnits(Money.MaxMinorUnits, Currency.Eur), Category = TaxCategory.Exempt, Rate = Percentage.Of(g) }, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => TaxBreakdown.Compute(lines.ToArray(), TaxComputation.ByBreakdown, Currency.Eur));
    }

    private static Currency CurrencyOf(TaxableLine[] lines) => lines.Length == 0 ? Currency.Eur : lines[0].Net.Currency;

    private static IEnumerable<(TaxCategory, Percentage, BigInteger, BigInteger)> Expected(TaxableLine[] lines, bool roundsPerLine) => lines
        .GroupBy(l => (l.Category, l.Rate))
        .Select(g =>
        {
            var nets = g.Select(l => (BigInteger)l.Net.MinorUnits).ToArray();
            var sum = nets.Aggregate(BigInteger.Zero, BigInteger.Add);
            var tax = roundsPerLine ? nets.Aggregate(BigInteger.Zero, (t, net) => t + Tax(net, g.Key.Rate)) : Tax(sum, g.Key.Rate);
            return (g.Key.Category, g.Key.Rate, sum, tax);
        })
        .OrderBy(g => g.Category.Value, StringComparer.Ordinal).ThenBy(g => g.Rate.Value);

    private static BigInteger Tax(BigInteger net, Percentage rate)
    {
        var bits = decimal.GetBits(rate.Value);
        var mantissa = ((BigInteger)(uint)bits[2] << 64) + ((BigInteger)(uint)bits[1] << 32) + (uint)bits[0];
        var product = net * mantissa * (bits[3] < 0 ? -1 : 1);
        var unit = 100 * BigInteger.Pow(10, bits[3] >> 16 & 0xFF);
        var (whole, rest) = (BigInteger.Abs(product) / unit, BigInteger.Abs(product) % unit);
        return (whole + (rest * 2 >= unit ? 1 : 0)) * product.Sign;
    }
}
