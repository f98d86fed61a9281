using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Primitives.Tests;

public sealed class MoneyProperties
{
    public sealed record Three(Money First, Money Second, Money Third);

    public static class Amounts
    {
        public static Arbitrary<Money> Money() => Arb.From(Any.Money);

        public static Arbitrary<Three> Three() => Arb.From(
            from currency in Any.Currency
            from a in Any.MinorUnits
            from b in Any.MinorUnits
            from c in Any.MinorUnits
            select new Three(
                Primitives.Money.FromMinorUnits(a, currency), Primitives.Money.FromMinorUnits(b, currency), Primitives.Money.FromMinorUnits(c, currency)));

        public static Arbitrary<decimal> Factor() => Arb.From(
            from mantissa in Gen.Choose(int.MinValue, int.MaxValue)
            from more in Gen.Choose(0, int.MaxValue)
            from scale in Gen.Choose(0, 28)
            select new decimal(mantissa, more, scale > 20 ? more / 2 : 0, mantissa < 0, (byte)scale));
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(Amounts)])]
    public void Addition_is_a_commutative_group(Three m)
    {
        var zero = Money.Zero(m.First.Currency);
        Assert.Equal(m.First + m.Second, m.Second + m.First);
        Assert.Equal(m.First + m.Second + m.Third, m.First + (m.Second + m.Third));
        Assert.Equal(m.First, m.First + zero);
        Assert.Equal(zero, m.First - m.First);
        Assert.Equal(m.First - m.Second, m.First + -m.Second);
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(Amounts)])]
    public void Order_agrees_with_subtraction(Three m)
    {
        Assert.Equal((m.First - m.Second).IsNegative, m.First < m.Second);
        Assert.Equal((m.First - m.Second).IsPositive, m.First > m.Second);
        Assert.Equal((m.First - m.Second).Sign, m.First.CompareTo(m.Second));
        Assert.Equal(m.First + m.Second, Money.Min(m.First, m.Second) + Money.Max(m.First, m.Second));
        Assert.Equal(m.First.Abs(), Money.Max(m.First, -m.First));
        Assert.Equal(m.First == m.Second, m.First.GetHashCode() == m.Second.GetHashCode() && m.First.Equals((object)m.Second));
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(Amounts)])]
    public void The_amount_is_the_minor_units_on_the_grid(Money money)
    {
        Assert.Equal(money, Money.Of(money.Amount, money.Currency));
        Assert.Equal(money.Currency.Digits, money.Amount.Scale);
        Assert.Equal(money, money.Times(1m, Rounding.Floor));
        Assert.Equal(money, money.Times(Percentage.Hundred, Rounding.Ceiling));
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(Amounts)])]
    public void A_product_is_rounded_once_from_the_exact_value(Money money, decimal factor)
    {
        var scale = (int)factor.Scale;
        var mantissa = BigInteger.Parse(factor.ToString("F" + scale, System.Globalization.CultureInfo.InvariantCulture).Replace(".", ""));
        foreach (var rounding in Rounding.List)
        {
            var exact = rounding.Divide(money.MinorUnits * mantissa, BigInteger.Pow(10, scale));
            if (BigInteger.Abs(exact) > Money.MaxMinorUnits) Assert.Throws<ArgumentOutOfRangeException>(() => money.Times(factor, rounding));
            else Assert.Equal((long)exact, money.Times(factor, rounding).MinorUnits);
        }
    }
}
