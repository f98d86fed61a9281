using static OrderToCash.Orders.Tests.AnOrder;
using static OrderToCash.Orders.Tests.APricing;

namespace OrderToCash.Orders.Tests;

public class PriceBookTests
{
    [Fact]
    public void The_answer_says_what_was_considered_and_why_it_lost()
    {
        var list = List(
            Price(10) with { Id = "base" }, Price(9) with { Id = "ten", From = Quantity.Pieces(10) },
            Price(8) with { Id = "hundred", From = Quantity.Pieces(100) },
            Price(9.5m) with { Id = "retail", Group = "retail" }, Price(9.2m) with { Id = "wholesale", Group = "wholesale" },
            Price(7) with { Id = "own", Customer = new("C-7") }, Price(6) with { Id = "own-wholesale", Customer = new("C-7"), Group = "wholesale" },
            Price(5) with { Id = "other", Customer = new("C-8") }, Price(6.5m) with { Id = "contract", Contract = new("K-1") },
            Price(9.9m) with { Id = "since", ValidFrom = Day }, Price(1) with { Id = "gone", ValidTo = Day.PlusDays(-1) },
            Price(2) with { Id = "next", ValidFrom = Day.PlusDays(1) },
            Price(3) with { Id = "dollar", Price = UnitPrice.Of(3, Currency.Usd) },
            Price(4) with { Id = "kilo", Unit = UnitCode.Kilogram }, Price(9.8m) with { Id = "piece", Unit = UnitCode.Piece });

        var answer = Expect.Success(list.Find(Question(10) with { Group = "retail" }));

        Assert.Equal("contract", answer.Entry.Id);
        var verdicts = answer.Considered.ToDictionary(c => c.Entry.Id, c => c.Verdict);
        Assert.Equal(PriceVerdict.Won, verdicts["contract"]);
        Assert.Equal(PriceVerdict.ContractFirst, verdicts["own"]);
        Assert.Equal(PriceVerdict.ContractFirst, verdicts["base"]);
        Assert.Equal(PriceVerdict.OtherGroup, verdicts["own-wholesale"]);
        Assert.Equal(PriceVerdict.BelowBreak, verdicts["hundred"]);
        Assert.Equal(PriceVerdict.NoLongerValid, verdicts["gone"]);
        Assert.Equal(PriceVerdict.NotYetValid, verdicts["next"]);
        Assert.Equal(PriceVerdict.OtherCurrency, verdicts["dollar"]);
        Assert.Equal(PriceVerdict.OtherUnit, verdicts["kilo"]);
        Assert.False(verdicts.ContainsKey("other") || verdicts.ContainsKey("wholesale"), "they are not addressed to this customer");
        Assert.Equal("6.5 EUR contract K-1, for everybody (contract): the most specific price that holds", answer.Considered[0].Text);
        Assert.All(answer.Considered, c => Assert.NotEmpty(c.Text));
    }

    [Theory]
    [InlineData("own", PriceVerdict.CustomerFirst)]
    [InlineData("retail", PriceVerdict.CustomerFirst)]
    [InlineData("piece-ten", PriceVerdict.UnitFirst)]
    [InlineData("hundred", PriceVerdict.BreakFirst)]
    [InlineData("march", PriceVerdict.DatesFirst)]
    public void More_specific_wins(string winner, PriceVerdict why)
    {
        var rivals = new Dictionary<string, (PriceListEntry More, PriceListEntry Less)>
        {
            ["own"] = (Price(7) with { Customer = new("C-7") }, Price(8) with { Group = "retail" }),
            ["retail"] = (Price(8) with { Group = "retail" }, Price(9) with { From = Quantity.Pieces(50) }),
            ["piece-ten"] = (Price(8) with { Unit = UnitCode.Piece }, Price(9)),
            ["hundred"] = (Price(8) with { From = Quantity.Pieces(100) }, Price(9) with { From = Quantity.Pieces(10), ValidFrom = Day }),
            ["march"] = (Price(8) with { ValidFrom = Day, ValidTo = Day.PlusDays(29) }, Price(9) with { ValidFrom = Day.PlusDays(-60) }),
        };
        var (more, less) = rivals[winner];
        foreach (var list in new[] { List(more, less), List(less, more) })
        {
            var answer = Expect.Success(list.Find(Question(100) with { Group = "retail" }));
            Assert.Equal((more, PriceVerdict.Won), (answer.Considered[0].Entry, answer.Considered[0].Verdict));
            Assert.Equal((less, why), (answer.Considered[1].Entry, answer.Considered[1].Verdict));
        }
    }

    [Fact]
    public void Both_ends_of_a_range_and_the_break_itself_are_part_of_it()
    {
        var list = List(Price(10) with { ValidFrom = Day, ValidTo = Day, From = Quantity.Pieces(10) });
        Expect.Success(list.Find(Question(10)));
        Expect.Refused(PricingErrors.NoPrice, list.Find(Question(9.999999m)));
        Expect.Refused(PricingErrors.NoPrice, list.Find(Question(10) with { On = Day.PlusDays(-1) }));
        Expect.Refused(PricingErrors.NoPrice, list.Find(Question(10) with { On = Day.PlusDays(1) }));
    }

    [Fact]
    public void Breaks_are_reached_by_the_line_or_by_all_lines_of_the_product()
    {
        var perLine = List(Price(10), Price(9) with { From = Quantity.Pieces(10) });
        var perProduct = perLine with { QuantityBasis = QuantityBasis.PerProduct };
        OrderLineTerms[] lines = [Wanted("1", 6), Wanted("2", 4), Wanted("3", 20) with { Quantity = Quantity.Of(20, UnitCode.Kilogram) }];

        Assert.Equal([10m, 10m, 10m], Prices(perLine));
        Assert.Equal([9m, 9m, 10m], Prices(perProduct));

        IEnumerable<decimal> Prices(PriceList list) =>
            Expect.Success(new PriceBook(list).Price(Terms, "", [.. lines])).Select(l => l.UnitPrice.Amount);
    }

    [Fact]
    public void A_price_by_hand_goes_before_all_others_and_needs_a_reason()
    {
        var book = new PriceBook(List(Price(10) with { Id = "base", FloorPrice = UnitPrice.Parse("8 EUR") }, Price(4, "Q") with { Contract = new("K-1") }));
        var byHand = Wanted("1", 2) with { UnitPrice = UnitPrice.Of(9, Currency.Eur) };

        var refused = book.Price(Terms, "", [byHand, Wanted("2", 1), Wanted("3", 1) with { Product = new("Nothing") }]);
        Assert.Equal("lines[0].priceReason", Expect.Refused(PricingErrors.ReasonMissing, refused).Target);
        Assert.Equal("lines[2].product", Expect.Refused(PricingErrors.NoPrice, refused).Target);

        var lines = Expect.Success(book.Price(Terms, "",
            [byHand with { PriceReason = "meets an offer" }, Wanted("2", 1), Wanted("3", 1) with { Product = new("Q") },
                byHand with { Id = new("4"), Product = new("Nothing"), PriceReason = "new" }]));
        Assert.Equal([9m, 10m, 4m, 9m], lines.Select(l => l.UnitPrice.Amount));
        Assert.Equal([PriceKind.Manual, PriceKind.List, PriceKind.Contract, PriceKind.Manual], lines.Select(l => l.Origin!.Kind));
        Assert.Equal(UnitPrice.Parse("10 EUR"), lines[0].Origin!.ListPrice);
        Assert.Equal(("2026", "base", UnitPrice.Parse("8 EUR")), (lines[1].Origin!.List, lines[1].Origin!.Entry, lines[1].Origin!.FloorPrice));
        Assert.Equal("list 2026, contract K-1, for everybody", lines[2].PriceReason);
        Assert.Null(lines[3].Origin!.ListPrice);
    }

    [Theory]
    [InlineData("0.123456 EUR", 1000, "123.46 EUR")]
    [InlineData("0.005 EUR", 1, "0.01 EUR")]
    [InlineData("12.5 EUR per 100", 7, "0.88 EUR")]
    [InlineData("10 EUR per 3", 3, "10.00 EUR")]
    [InlineData("33.5 JPY", 1, "34 JPY")]
    [InlineData("0.0005 KWD", 1, "0.001 KWD")]
    [InlineData("0.00005 CLF", 1, "0.0001 CLF")]
    [InlineData("0.00000001 CLF", 1000, "0.0000 CLF")]
    public void Prices_have_any_precision_and_amounts_that_of_their_currency(string price, int quantity, string amount) =>
        Assert.Equal(Money.Parse(amount), OrderPricing.NetOf(
            Line("1", quantity) with { UnitPrice = UnitPrice.Parse(price) }, Rounding.HalfAwayFromZero).Gross);

    [Fact]
    public void A_list_with_findings_is_no_book() =>
        Assert.Throws<ArgumentException>(() => new PriceBook(List(Price(1), Price(2))));

    private static OrderLineTerms Wanted(string id, decimal pieces) => Line(id, pieces) with { Product = new("P"), UnitPrice = default };
}
