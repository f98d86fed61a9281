using static OrderToCash.Orders.Tests.AnOrder;

namespace OrderToCash.Orders.Tests;

public class OrderPricingTests
{
    [Fact]
    public void A_document_discount_is_split_by_largest_remainder()
    {
        var order = Expect.Success(TryCapture(Terms with { Discount = new() { Amount = Money.Parse("10.00 EUR") } },
            Line("1", 1, 10), Line("2", 1, 10), Line("3", 1, 10))).State;
        Assert.Equal([334, 333, 333], order.Lines.Select(l => l.Priced.DocumentDiscount.MinorUnits));
        Assert.Equal(Money.Parse("20.00 EUR"), order.Amount);
        Assert.Equal(Money.Parse("10.00 EUR"), order.Discount);
    }

    [Fact]
    public void Every_amount_says_how_it_came_about()
    {
        var order = Expect.Success(TryCapture(Terms with { Discount = new() { Percent = Percentage.Of(5) } },
            Line("1", 10, 3.5m, 10) with { PriceReason = "list 2026, for everybody" })).State;
        var steps = order.Lines[0].Priced.Explain();
        Assert.Equal(["10 C62 at 3.5 EUR (list 2026, for everybody): 35.00 EUR", "line discount 10%: -3.50 EUR",
            "share of the order's discount 5%: -1.58 EUR"],
            steps.Select(s => $"{s.Text}: {s.Amount}"));
        Assert.Equal(order.Amount, Money.Sum(steps.Select(s => s.Amount), Currency.Eur));
    }

    [Fact]
    public void Three_thirds_of_ten_euro_are_ten_euro()
    {
        var line = Captured(Line("1", 3, 10m / 3)).Lines[0];
        var parts = Enumerable.Range(0,
            3).Select(i => line.ShareOf(Quantity.Pieces(i), Quantity.Pieces(1), OrderPolicy.Standard)).ToArray();
        Assert.Equal([333, 334, 333], parts.Select(p => p.MinorUnits));
    }

    [Fact]
    public void A_share_of_nothing_ordered_is_a_bug() => Assert.Throws<ArgumentOutOfRangeException>(() => OrderPricing.Share(
        Money.Parse("1.00 EUR"), Quantity.Pieces(0), Quantity.Pieces(0), Quantity.Pieces(1), Rounding.HalfAwayFromZero));

    [Fact]
    public void The_most_specific_price_wins_and_says_why()
    {
        PriceListEntry Price(decimal amount) => new() { Product = new("P"), Price = UnitPrice.Of(amount, Currency.Eur) };
        var list = new PriceList
        {
            Name = "2026",
            Entries =
            [
                Price(10), Price(9) with { From = Quantity.Pieces(10) }, Price(9.5m) with { Group = "retail" },
                Price(8) with { Customer = new("C-7"), From = Quantity.Pieces(100) },
                    Price(7) with { Customer = new("C-7"), ValidTo = Day.PlusDays(-1) },
                Price(1) with { Price = UnitPrice.Of(1, Currency.Usd) }, Price(9.8m) with { ValidFrom = Day },
                Price(5) with { From = Quantity.Of(1, UnitCode.Kilogram) },
            ],
        };
        var question = new PriceQuestion { Product = new("P"), Quantity = Quantity.Pieces(1), Currency = Currency.Eur, On = Day };

        Assert.Equal((9.8m, "list 2026, for everybody, since 2026-03-02"), Ask(question));
        Assert.Equal(10m, Ask(question with { On = Day.PlusDays(-1) }).Item1);
        Assert.Equal((9m, "list 2026, for everybody, from 10 C62"), Ask(question with { Quantity = Quantity.Pieces(10) }));
        Assert.Equal((9.5m, "list 2026, for group retail"),
            Ask(question with { Group = "retail", Quantity = Quantity.Pieces(10), Customer = new("C-7") }));
        Assert.Equal((8m, "list 2026, for customer C-7, from 100 C62"),
            Ask(question with { Quantity = Quantity.Pieces(100), Customer = new("C-7") }));
        Expect.Refused(PricingErrors.NoPrice, list.Find(question with { Currency = Currency.Gbp }));
        Expect.Refused(PricingErrors.NoPrice, new PriceBook(list).Find(question with { Product = new("Q") }));

        (decimal, string) Ask(PriceQuestion q)
        {
            var answer = Expect.Success(list.Find(q));
            Assert.Equal(answer, new PriceBook(list).Find(q).Value);
            return (answer.Entry.Price.Amount, answer.Reason);
        }
    }
}
