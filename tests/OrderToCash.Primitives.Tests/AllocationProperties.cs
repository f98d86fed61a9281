using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Primitives.Tests;

public sealed class AllocationProperties
{
    public sealed record Case(Money Total, long[] Weights);

    public static class Cases
    {
        public static Arbitrary<Case> Case()
        {
            var weight = Gen.Frequency(
                (2, Gen.Constant(0L)), (5, Gen.Choose(1, 100).Select(x => (long)x)), (1, Gen.Elements(long.MaxValue, 1_000_000_007L)));
            var cases =
                from total in Any.Money
                from weights in Gen.ListOf(weight).Where(w => w.Exists(x => x > 0))
                select new Case(total, [.. weights]);
            return Arb.From(cases, c => Enumerable.Range(0, c.Weights.Length)
                .Select(skip => c with { Weights = [.. c.Weights.Where((_, i) => i != skip)] })
                .Where(s => s.Weights.Any(w => w > 0)));
        }
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(Cases)])]
    public void Parts_add_up_to_the_whole(Case c)
    {
        foreach (var method in AllocationMethod.List)
            Assert.Equal(c.Total, Money.Sum(c.Total.Allocate(method, c.Weights), c.Total.Currency));
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(Cases)])]
    public void A_part_is_within_one_unit_of_its_exact_share_and_has_the_sign_of_the_whole(Case c)
    {
        var whole = c.Weights.Aggregate(Int128.Zero, (sum, w) => sum + w);
        foreach (var method in AllocationMethod.List)
            foreach (var (part, weight) in c.Total.Allocate(method, c.Weights).Zip(c.Weights))
            {
                var off = Int128.Abs((Int128)part.MinorUnits * whole - (Int128)c.Total.MinorUnits * weight);
                Assert.True(method == AllocationMethod.LargestRemainder ? off < whole : off <= whole, $"{part} for {weight} of {whole}");
                Assert.True(part.IsZero || part.Sign == c.Total.Sign);
                if (weight == 0) Assert.True(part.IsZero);
            }
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(Cases)])]
    public void A_larger_weight_never_gets_less(Case c)
    {
        var parts = c.Total.Abs().Allocate(c.Weights);
        for (var i = 0; i < parts.Count; i++)
            for (var j = 0; j < parts.Count; j++)
                if (c.Weights[i] > c.Weights[j]) Assert.True(parts[i] >= parts[j]);
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(Cases)])]
    public void The_opposite_amount_gives_the_opposite_parts(Case c) =>
        Assert.Equal(c.Total.Allocate(c.Weights).Select(p => -p), (-c.Total).Allocate(c.Weights));

    [Property(MaxTest = 300, Arbitrary = [typeof(Cases)])]
    public void Decimal_weights_give_what_whole_ones_give(Case c) =>
        Assert.Equal(c.Total.Allocate(c.Weights), c.Total.Allocate(c.Weights.Select(w => w / 1_000m).ToArray()));

    [Property(MaxTest = 300)]
    public Property Equal_parts_are_those_of_equal_weights() => Prop.ForAll(
        Arb.From(from total in Any.Money from parts in Gen.Choose(1, 40) select (total, parts)),
        c => c.total.Split(c.parts) == c.total.Allocate(Enumerable.Repeat(1L, c.parts).ToArray()));
}
