namespace OrderToCash.Tax.Tests;

public class ExactAmountTests
{
    [Property(MaxTest = 500)]
    public bool Every_rounding_is_that_of_decimals(int thousandths) => Rounding.List.All(rounding =>
        ExactAmount.Of(thousandths / 1000m).RoundedTo(0.01m, rounding) == ExactAmount.Of(rounding.Round(thousandths / 1000m, 2)));

    [Property(MaxTest = 500)]
    public bool Arithmetic_undoes_itself_and_text_keeps_it(int top, int bottom, int other)
    {
        if (bottom == 0 || other == 0) return true;
        var value = ExactAmount.Of(top) / ExactAmount.Of(bottom);
        var factor = ExactAmount.Of(other) / ExactAmount.Of(7);
        return value * factor / factor == value && value + factor - factor == value
            && ExactAmount.TryParse(value.ToString(), out var read) && read == value && read.GetHashCode() == value.GetHashCode();
    }

    [Theory]
    [InlineData("")]
    [InlineData("1/0")]
    [InlineData("1/-2")]
    [InlineData("1.5")]
    [InlineData("x")]
    public void Other_text_is_no_amount(string text) => Assert.False(ExactAmount.TryParse(text, out _));

    [Fact]
    public void It_becomes_a_decimal_or_money_once()
    {
        var third = ExactAmount.Of(10) / ExactAmount.Of(3);
        Assert.Equal(3.3333333333333333333333333333m, third.ToDecimal());
        Assert.Equal("3.33 EUR", third.ToMoney(Currency.Eur, Rounding.HalfAwayFromZero).ToString());
        Assert.True(third > ExactAmount.Of(3) && third <= ExactAmount.Of(4) && third != ExactAmount.Zero && (-third).Abs() == third);
        Assert.Throws<DivideByZeroException>(() => third / ExactAmount.Zero);
    }
}
