using static OrderToCash.Orders.Tests.AnOrder;
using static OrderToCash.Orders.Tests.APricing;

namespace OrderToCash.Orders.Tests;

public class FreeGoodsTests
{
    private static PricingPolicy Buy10Get1(FreeGoodsForm form, string? gift = null) => Plain with
    {
        FreeGoods = [new() { Id = "10+1", Product = new("P-1"), Buy = Quantity.Pieces(10), Get = Quantity.Pieces(1), Form = form,
            Gift = gift is null ? default : new(gift) }],
    };

    [Fact]
    public void Inclusive_one_of_ten_ordered_is_free()
    {
        var order = Priced(Buy10Get1(FreeGoodsForm.Inclusive), Line("1", 29, 3));
        Assert.Equal(["29 C62 at 3 EUR: 0.00 87.00 -> 87.00", "free goods 10+1: 87.00 -6.00 -> 81.00"], Assert.Single(order.Lines).Trace());
    }

    [Fact]
    public void Exclusive_one_comes_on_top_of_ten_on_the_same_line()
    {
        var line = Assert.Single(Priced(Buy10Get1(FreeGoodsForm.ExclusiveBonus), Line("1", 10, 3, 10)).Lines);
        Assert.Equal(["11 C62 at 3 EUR: 0.00 33.00 -> 33.00", "free goods 10+1: 33.00 -3.00 -> 30.00", "line discount 10%: 30.00 -3.00 -> 27.00"],
            line.Trace());
        Assert.Equal((Quantity.Pieces(1), Quantity.Pieces(10)), (line.Addition!.Bonus, line.Wanted!.Quantity));
    }

    [Fact]
    public void Exclusive_one_comes_on_a_line_that_costs_nothing()
    {
        var order = Priced(Buy10Get1(FreeGoodsForm.ExclusiveLine), Terms with { Discount = new() { Percent = Percent(10) } },
            Line("gift-1", 10, 3) with { Product = new("P-1") }, Line("2", 1, 5));
        Assert.Equal(["gift-1", "gift-1-2", "2"], order.Lines.Select(l => l.Terms.Id.Value));
        Assert.Equal([27m, 0m, 4.5m], order.Lines.Select(l => l.Amount.Amount));
        Assert.Equal((new OrderLineId("gift-1"), Eur(3), Quantity.Pieces(1)),
            (order.Lines[1].Addition!.GiftOf, order.Lines[1].LineDiscount, order.Lines[1].Terms.Quantity));
        var other = Priced(Buy10Get1(FreeGoodsForm.ExclusiveLine, "Q"), Line("1", 25, 3));
        Assert.Equal((new ProductId("Q"), Quantity.Pieces(2), Eur(0)), (other.Lines[1].Terms.Product, other.Lines[1].Terms.Quantity, other.Lines[1].Gross));
    }

    [Fact]
    public void A_gift_is_no_discount_to_the_floor_price()
    {
        var line = Line("1", 10, 3, 50) with { Origin = new() { Kind = PriceKind.List, FloorPrice = UnitPrice.Parse("2 EUR") } };
        Assert.Equal(Eur(18), Priced(Buy10Get1(FreeGoodsForm.Inclusive), line).Total());
        Assert.Equal(Eur(20), Priced(Buy10Get1(FreeGoodsForm.ExclusiveBonus), line).Total());
        Assert.Equal(Eur(20), Priced(Buy10Get1(FreeGoodsForm.ExclusiveLine), line).Total());
    }

    [Fact]
    public void The_rule_that_gives_most_counts_within_its_bounds()
    {
        var policy = Plain with
        {
            FreeGoods =
            [
                Rule("b", 5, 1), Rule("a", 5, 1), Rule("small", 2, 1) with { Most = Quantity.Pieces(1) }, Rule("c8", 1, 1) with { Customer = new("C-8") },
                Rule("later", 1, 1) with { ValidFrom = Day.PlusDays(1) }, Rule("retail", 1, 1) with { Group = "retail" },
                Rule("kilo", 1, 1) with { Buy = Quantity.Of(1, UnitCode.Kilogram), Get = Quantity.Of(1, UnitCode.Kilogram) },
            ],
        };
        Assert.Equal("a", Priced(policy, Line("1", 14)).Lines[0].Addition!.Rule);
        Assert.Equal("small", Priced(policy, Line("1", 4)).Lines[0].Addition!.Rule);
        Assert.Null(Priced(policy, Line("1", 1)).Lines[0].Addition);

        static FreeGoodsRule Rule(string id, decimal buy, decimal get) => new()
        {
            Id = id, Product = new("P-1"), Buy = Quantity.Pieces(buy), Get = Quantity.Pieces(get), Form = FreeGoodsForm.ExclusiveBonus,
        };
    }
}
