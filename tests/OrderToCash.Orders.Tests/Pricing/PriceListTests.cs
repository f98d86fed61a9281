using static OrderToCash.Orders.Tests.AnOrder;
using static OrderToCash.Orders.Tests.APricing;

namespace OrderToCash.Orders.Tests;

public class PriceListTests
{
    [Fact]
    public void A_list_is_read_from_json()
    {
        var list = Expect.Success(PriceList.Load("""
            {
              "name": "2026-1", "quantityBasis": "PerProduct",
              "entries": [
                { "id": "A", "product": "P", "price": "10 EUR" },
                { "product": "P", "price": "92.5 EUR per 10", "from": "100 C62", "group": "retail", "validFrom": "2026-01-01", "validTo": "2026-06-30" },
                { "product": "P", "price": "8 EUR", "customer": "C-7", "contract": "K-9", "floorPrice": "7 EUR", "unitCost": "5 EUR", "isNet": true }
              ]
            }
            """));
        Assert.Equal(QuantityBasis.PerProduct, list.QuantityBasis);
        Assert.Equal(UnitPrice.Of(92.5m, Currency.Eur, 10), list.Entries[1].Price);
        Assert.Equal(new LocalDate(2026, 6, 30), list.Entries[1].ValidTo);
        Assert.Equal(new PriceListEntry
        {
            Product = new("P"), Price = UnitPrice.Parse("8 EUR"), Customer = new("C-7"), Contract = new("K-9"),
            FloorPrice = UnitPrice.Parse("7 EUR"), UnitCost = UnitPrice.Parse("5 EUR"), IsNet = true,
        }, list.Entries[2]);
    }

    [Fact]
    public void Everything_that_is_wrong_with_the_text_is_found_at_once()
    {
        var refused = PriceList.Load("""
            {
              "entries": [
                { "product": "P", "price": "10 EUR", "validform": "2026-01-01" },
                { "product": "P", "price": "10 QQQ" },
                { "price": "10 EUR", "from": 5, "validTo": "2026-02-30", "customer": null },
                null
              ],
              "quantityBasis": "PerMoon"
            }
            """);
        Assert.Equal(
            ["name", "entries[0].validform", "entries[1].price", "entries[2].product", "entries[2].from", "entries[2].validTo",
                "entries[2].customer", "entries[3]", "quantityBasis"],
            refused.Errors.Select(e => e.Target));
        Expect.Refused(PolicyErrors.Missing, refused);
        Expect.Refused(PolicyErrors.Unknown, refused);
        Assert.Equal("\"10 QQQ\" is no UnitPrice.", Expect.Refused(PolicyErrors.Malformed, refused).Message);
    }

    [Fact]
    public void Everything_that_is_wrong_with_the_prices_is_found_at_once()
    {
        var refused = PriceList.Load("""
            {
              "name": " ",
              "entries": [
                { "id": "A", "product": "P", "price": "-1 EUR" },
                { "id": "A", "product": "", "price": "1 XAU" },
                { "product": "P", "price": "1 EUR", "floorPrice": "1 USD", "from": "0 C62" },
                { "product": "P", "price": "2 EUR", "unit": "KGM", "from": "10 C62" },
                { "product": "P", "price": "2 EUR", "validFrom": "2026-02-01", "validTo": "2026-01-31" }
              ]
            }
            """);
        Found(PricingErrors.NameMissing, "name");
        Found(PricingErrors.AmountOutOfRange, "entries[0].price");
        Found(PricingErrors.IdRepeated, "entries[1].id");
        Found(PricingErrors.ProductMissing, "entries[1].product");
        Found(PricingErrors.CurrencyUnusable, "entries[1].price");
        Found(PricingErrors.CurrenciesMixed, "entries[2].floorPrice");
        Found(PricingErrors.QuantityOutOfRange, "entries[2].from");
        Found(PricingErrors.UnitsMixed, "entries[3].from");
        Found(PricingErrors.DatesReversed, "entries[4].validTo");
        Expect.Refused(PricingErrors.NameMissing, refused);
        Expect.Refused(PricingErrors.AmountOutOfRange, refused);
        Expect.Refused(PricingErrors.IdRepeated, refused);
        Expect.Refused(PricingErrors.ProductMissing, refused);
        Expect.Refused(PricingErrors.CurrencyUnusable, refused);
        Expect.Refused(PricingErrors.CurrenciesMixed, refused);
        Expect.Refused(PricingErrors.QuantityOutOfRange, refused);
        Expect.Refused(PricingErrors.UnitsMixed, refused);
        Expect.Refused(PricingErrors.DatesReversed, refused);

        void Found(ErrorCode code, string target) =>
            Assert.Contains(refused.Errors, e => e.Code == code.Code && e.Target == target);
    }

    [Fact]
    public void Ties_are_found_and_nested_ranges_are_none()
    {
        PriceListEntry Days(int from, int to) => Price(from) with { ValidFrom = Day.PlusDays(from), ValidTo = Day.PlusDays(to) };
        Assert.Empty(List(Price(10), Days(0, 30), Days(5, 10), Days(11, 30), Days(31, 40)).Check());
        Expect.Found(PricingErrors.PriceRepeated, List(Price(10), Price(11)).Check());
        Expect.Found(PricingErrors.PriceRepeated, List(Days(0, 30), Days(0, 30)).Check());
        Assert.Equal("entries[1]", Expect.Found(PricingErrors.PricesOverlap, List(Days(0, 30), Days(30, 31)).Check()).Target);
        Expect.Found(PricingErrors.PricesOverlap, List(Days(0, 30), Days(2, 3), Days(20, 40)).Check());
        Expect.Found(PricingErrors.PriceRepeated,
            List(Price(9) with { From = Quantity.Pieces(5) }, Price(8) with { From = Quantity.Pieces(5), Unit = UnitCode.Piece }).Check());
        Assert.Empty(List(Price(10), Price(9) with { Group = "a" }, Price(9) with { Group = "b" }, Price(9) with { Contract = new("K") },
            Price(9) with { Unit = UnitCode.Piece }, Price(9) with { Unit = UnitCode.Kilogram }).Check());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"name\":\"a\",\"name\":\"b\"}")]
    [InlineData("{\"name\":\"a\"} x")]
    public void Text_that_is_no_json_is_refused(string text) => Expect.Refused(PolicyErrors.NotJson, PriceList.Load(text));

    [Fact]
    public void A_bomb_of_brackets_is_refused() =>
        Expect.Refused(PolicyErrors.NotJson, PriceList.Load(new string('[', 1_000_000)));

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("null")]
    public void Json_of_another_shape_is_refused(string text) => Expect.Refused(PolicyErrors.Malformed, PriceList.Load(text));

    [Fact]
    public void A_hundred_thousand_prices_are_checked_and_asked_in_linear_steps()
    {
        const int count = 100_000; // quadratic work would take minutes here
        var list = List([.. Enumerable.Range(0, count).Select(i =>
            Price(i) with { Customer = new($"C-{i % 1000}"), ValidFrom = Day.PlusDays(i / 1000) })]);
        Assert.Empty(list.Check());
        var book = new PriceBook(list);
        for (var i = 0; i < 10_000; i++)
            Assert.Equal($"C-{i % 1000}", Expect.Success(book.Price(Terms with { Customer = new($"C-{i % 1000}") }, "",
                [Line("1") with { Product = new("P"), UnitPrice = default }])).First().PriceReason.Split(' ', ',')[5]);
    }
}
