using FsCheck;
using FsCheck.Fluent;
using static OrderToCash.Tax.Tests.AnAmericanSale;

namespace OrderToCash.Tax.Tests;

public class SalesTaxTests
{
    [Fact]
    public void A_dining_table_in_Tennessee_bears_local_tax_on_its_first_1600_dollars()
    {
        var answer = To("TN", "37203", Line("table", 4_000)).Answer();
        Assert.Equal("table TN 280.00, table TN/single-article 44.00, table TN-037 36.00", answer.Ledger());
        Assert.Equal(Money.Of(360, Currency.Usd), answer.Tax);
    }

    [Fact]
    public void Two_tables_of_2000_are_two_single_articles() =>
        Assert.Equal("tables TN 280.00, tables TN/single-article 22.00, tables TN-037 72.00", To("TN", "37203", Line("tables", 4_000, 2)).Answer().Ledger());

    [Fact]
    public void Food_has_its_own_rate_and_the_county_none() =>
        Assert.Equal("bread TN 4.00, bread TN-037 2.25", To("TN", "37203", Line("bread", 100, 50, Food)).Answer().Ledger());

    [Fact]
    public void A_shirt_under_110_dollars_is_exempt_in_New_York_and_one_for_110_is_not()
    {
        Assert.Equal("", To("NY", "10001", Line("shirts", 219.98m, 2, Clothing)).Answer().Ledger());
        Assert.Equal("coat NY 4.40, coat NY-NYC 4.95, coat NY-MCTD 0.41", To("NY", "10001", Line("coat", 110, 1, Clothing)).Answer().Ledger());
        Assert.Equal("pen NY 4.00", To("NY", "14201", Line("pen", 100)).Answer().Ledger());
    }

    [Fact]
    public void Freight_follows_the_taxed_goods_where_the_state_says_so()
    {
        var half = To("NY", "14201", Line("pen", 100), Line("bread", 100, 1, Food), Freight(10)).Answer();
        Assert.Equal("pen NY 4.00, freight NY 0.20", half.Ledger());
        Assert.Equal("freight in the proportion of the taxed goods", half.Components[^1].Reason);
        Assert.Equal("freight TN 0.70, freight TN-037 0.23", To("TN", "37203", Freight(10)).Answer().Ledger());
        Assert.Equal("pen TX 6.25, pen TX-TYLER 2.00", To("TX", "76101", Line("pen", 100), Freight(10)).Answer().Ledger());
        Assert.Equal("", To("NY", "14201", Freight(10)).Answer().Ledger());
    }

    [Fact]
    public void Texas_taxes_at_the_sellers_place_California_takes_the_districts_of_the_buyer()
    {
        Assert.Equal("pen TX 6.25, pen TX-TYLER 2.00", To("TX", "76101", Line("pen", 100)).Answer().Ledger());
        var california = To("CA", "94105", Line("pen", 100)) with { ShipFrom = new() { State = "CA", PostCode = "90012" } };
        Assert.Equal("pen CA 6.00, pen CA-LA 1.25, pen CA-SF-T 1.38", california.Answer().Ledger());
        Assert.Equal("pen CA 6.00, pen CA-SF 1.25, pen CA-SF-T 1.38", To("CA", "94105", Line("pen", 100)).Answer().Ledger());
    }

    [Fact]
    public void A_jurisdiction_rounds_once_a_document_or_on_each_line()
    {
        var lines = Enumerable.Range(1, 3).Select(i => Line($"l{i}", 0.20m)).ToArray();
        Assert.Equal(Money.Of(0.04m, Currency.Usd), To("TN", "37203", lines).Answer().TaxOf(new JurisdictionId("TN")));
        Assert.Equal(Money.Of(0.03m, Currency.Usd), To("TX", "76101", lines).Answer().TaxOf(new JurisdictionId("TX")));
    }

    [Fact]
    public void Nothing_is_charged_where_the_seller_does_not_collect()
    {
        var answer = (To("NY", "10001", Line("pen", 100)) with { CollectsIn = ["TX"] }).Answer();
        Assert.Empty(answer.Components);
        Assert.Equal("the seller does not collect in NY", answer.Reason);
    }

    [Fact]
    public void A_certificate_exempts_what_it_covers_and_names_itself()
    {
        var sale = To("TN", "37203", Line("table", 4_000)) with { Document = "INV-1" };
        var answer = (sale with { Certificates = [ExemptionTests.Accepted] }).Answer();
        Assert.True(answer.Tax.IsZero);
        Assert.All(answer.Components, c => Assert.Equal(("exemption certificate CERT-1", "4000.00 USD"), (c.Reason, c.Exempt.ToString())));
        Assert.Equal(360, (sale with { Certificates = [ExemptionTests.Accepted], TaxPoint = new(2025, 1, 1) }).Answer().Tax.Amount);
    }

    [Fact]
    public void Everything_that_is_missing_is_said_at_once()
    {
        var bad = To("Tn", " ", Line("a", 1, 0), Line("a", 1), Line("b", 1) with { Class = default }, Line("c", 1) with { Net = Money.Of(1, Currency.Eur) });
        var refused = SalesTax.Compute(bad, Table);
        Expect.Refused(SalesTaxErrors.PlaceIncomplete, refused);
        Expect.Refused(SalesTaxErrors.LineInvalid, refused);
        Assert.Equal(6, refused.Errors.Count);
        Expect.Refused(SalesTaxErrors.StateUnknown, SalesTax.Compute(To("WA", "98101", Line("a", 1)) with { CollectsIn = ["WA"] }, Table));
        var early = SalesTax.Compute(To("TN", "37203", Line("a", 1)) with { TaxPoint = new(2002, 7, 14) }, Table);
        Assert.Equal(2, early.Errors.Count);
        Expect.Refused(SalesTaxErrors.RateMissing, early);
    }

    [Fact]
    public void A_table_is_checked_as_a_whole()
    {
        Assert.Empty(Table.Check());
        var bad = new JurisdictionTable
        {
            States = [Table.States[0], Table.States[0]],
            Jurisdictions = [Table.Jurisdictions[0], Table.Jurisdictions[0], Table.Jurisdictions[2]],
            Rates =
            [
                Table.Rates[0], Table.Rates[0], Table.Rates[3], Table.Rates[0] with { Name = "a", Rate = Percentage.Of(-1) },
                Table.Rates[2] with { UpTo = Money.Of(1, Currency.Usd), Until = new LocalDate(2000, 1, 1) },
            ],
        };
        Assert.Equal(8, bad.Check().Count);
        Expect.Found(SalesTaxErrors.TableInvalid, bad.Check());
    }

    public static Arbitrary<SalesTaxQuestion> Sales { get; } = Arb.From(
        from place in Gen.Elements(("TN", "37203"), ("NY", "10001"), ("NY", "14201"), ("TX", "76101"), ("CA", "94105"))
        from nets in Gen.ArrayOf(Gen.Zip(Gen.Choose(-200_000, 500_000), Gen.Zip(Gen.Choose(1, 40), Gen.Choose(0, 3))))
        select To(place.Item1, place.Item2, [.. nets.Select((n, i) => Line($"l{i}", n.Item1 / 100m, n.Item2.Item1 / 4m,
            n.Item2.Item2 == 1 && place.Item1 != "TX" && place.Item1 != "CA" ? Food : TaxClass.Standard) with { IsFreight = n.Item2.Item2 == 3 })]),
        q => Enumerable.Range(0, q.Lines.Count).Select(i => q with { Lines = q.Lines.Where((_, j) => j != i).ToEquatableArray() }));

    [Property(MaxTest = 1000, Arbitrary = [typeof(SalesTaxTests)])]
    public bool Jurisdictions_add_up_to_lines_and_lines_to_the_document(SalesTaxQuestion sale)
    {
        var answer = sale.Answer();
        return Money.Sum(sale.Lines.Select(l => answer.TaxOf(l.Key)), Currency.Usd) == answer.Tax
            && Money.Sum(answer.Components.Select(c => c.Jurisdiction).Distinct().Select(answer.TaxOf), Currency.Usd) == answer.Tax
            && answer.Components.All(c => c.Taxable + c.Exempt == sale.Lines.Single(l => l.Key == c.Line).Net);
    }

    [Property(MaxTest = 1000, Arbitrary = [typeof(SalesTaxTests)])]
    public bool A_jurisdiction_that_rounds_once_is_within_half_a_cent(SalesTaxQuestion sale) => sale.ShipTo.State == "TX" || sale.Answer().Components
        .GroupBy(c => (c.Jurisdiction, c.Name, c.Rate)).All(g => Money.Sum(g.Select(c => c.Tax), Currency.Usd)
            == Money.Sum(g.Select(c => c.Taxable), Currency.Usd).Times(g.Key.Rate, Rounding.HalfAwayFromZero));
}
