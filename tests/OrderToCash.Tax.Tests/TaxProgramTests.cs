namespace OrderToCash.Tax.Tests;

public class TaxProgramTests
{
    private static readonly TaxDefinition Vat21 = TaxDefinition.Percent("vat", 21);

    private static TaxProgram Program(params EquatableArray<TaxDefinition> taxes) => Expect.Success(TaxProgram.Compile(taxes));

    [Fact]
    public void A_price_with_tax_in_it_is_taken_apart_exactly()
    {
        var line = Program(Vat21 with { PriceIncluded = true }).Line(100m, 1);
        Assert.Equal("10000/121", line.Net.ToString());
        Assert.Equal(ExactAmount.Of(100), line.Gross);
    }

    [Fact]
    public void A_tax_on_tax_stands_on_the_first_one()
    {
        var line = Program(TaxDefinition.PerQuantity("eco", 1) with { AddsToBaseOfLaterTaxes = true }, Vat21).Line(100m, 2);
        Assert.Equal(["2", "2121/50"], line.Taxes.Select(t => t.Tax.ToString()));
        Assert.Equal("202", line.Taxes[1].Base.ToString());
    }

    [Theory]
    [InlineData(10, 2, 2)]
    [InlineData(-10, 2, -2)]
    [InlineData(10, -2, -2)]
    [InlineData(-10, -2, 2)]
    [InlineData(0, 2, 2)]
    [InlineData(0, -2, -2)]
    [InlineData(-0.001, 2, -2)]
    public void An_amount_per_quantity_has_the_sign_of_its_line(double price, double quantity, double tax) =>
        Assert.Equal((decimal)tax, Program(TaxDefinition.PerQuantity("eco", 1)).Line((decimal)price, (decimal)quantity, roundTo: 0.01m).Taxes[0].Tax.ToDecimal());

    [Fact]
    public void A_price_below_zero_moves_to_other_taxes_as_the_price_above_does()
    {
        TaxProgram With(int rate) => Program(TaxDefinition.PerQuantity("eco", 10) with { PriceIncluded = true },
            TaxDefinition.Percent($"t{rate}", rate) with { PriceIncluded = true });
        var (old, now) = (With(21), With(6));
        Assert.Equal(-old.MapPrice(ExactAmount.Of(131), now), old.MapPrice(ExactAmount.Of(-131), now));
        Assert.Equal(ExactAmount.Of(-116), old.MapPrice(ExactAmount.Of(-131), now));
    }

    [Fact]
    public void A_group_stands_where_its_sequence_puts_it_and_its_children_follow_theirs()
    {
        var group = TaxDefinition.GroupOf("g", Vat21 with { Id = "b", Sequence = 9 }, Vat21 with { Id = "a", Sequence = 1 }) with { Sequence = 2 };
        Assert.Equal(["first", "a", "b", "last"],
            Program(Vat21 with { Id = "last", Sequence = 3 }, group, Vat21 with { Id = "first", Sequence = 1 }).Taxes.Select(t => t.Id));
    }

    [Fact]
    public void Reverse_charge_is_a_tax_and_its_opposite()
    {
        var line = Program(TaxDefinition.ReverseCharge("rc", 20) with { PriceIncluded = true }).Line(50m, 2, roundTo: 0.01m);
        Assert.Equal(["100: 20", "100: -20"], line.Taxes.Select(t => $"{t.Base}: {t.Tax}"));
        Assert.Equal(line.Net, line.Gross);
    }

    [Fact]
    public void A_division_tax_may_be_the_whole_price()
    {
        var line = Program(TaxDefinition.Division("all", 100) with { PriceIncluded = true }).Line(100m, 1);
        Assert.Equal((ExactAmount.Zero, ExactAmount.Of(100)), (line.Net, line.Taxes[0].Tax));
    }

    [Theory]
    [InlineData(0.05, "4.75")]
    [InlineData(0.01, "4.76")]
    [InlineData(1, "5")]
    public void A_line_is_rounded_on_any_step(double step, string net) =>
        Assert.Equal(decimal.Parse(net, System.Globalization.CultureInfo.InvariantCulture),
            Program(TaxDefinition.Percent("t", 5) with { PriceIncluded = true }).Line(5m, 1, roundTo: (decimal)step).Net.ToDecimal());

    [Fact]
    public void A_price_moves_to_other_taxes_with_its_net_as_it_is()
    {
        var (old, now) = (Program(Vat21 with { PriceIncluded = true }), Program(TaxDefinition.Percent("low", 6) with { PriceIncluded = true }));
        Assert.Equal(ExactAmount.Of(106), old.MapPrice(ExactAmount.Of(121), now));
        Assert.Equal(ExactAmount.Of(100), Program(Vat21).MapPrice(ExactAmount.Of(100), now));
        Assert.Equal(ExactAmount.Of(121), old.MapPrice(ExactAmount.Of(121), old));
    }

    [Fact]
    public void A_tax_holds_on_its_first_and_last_day()
    {
        var tax = Vat21 with { From = new(2026, 1, 1), Until = new(2026, 6, 30) };
        Assert.Equal([false, true, true, false], new LocalDate[] { new(2025, 12, 31), new(2026, 1, 1), new(2026, 6, 30), new(2026, 7, 1) }.Select(tax.HoldsOn));
        Assert.Empty(TaxDefinition.HoldingOn([TaxDefinition.GroupOf("g", tax)], new(2027, 1, 1)));
    }

    [Fact]
    public void No_net_price_leads_to_taxes_that_are_the_whole_price() => Assert.Throws<InvalidOperationException>(
        () => Program(TaxDefinition.Division("all", 100) with { PriceIncluded = true }).Line(1m, 1, PriceMeaning.Net));
}
