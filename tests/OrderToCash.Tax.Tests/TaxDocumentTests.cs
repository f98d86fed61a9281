using System.Diagnostics;
using System.Text.Json;

namespace OrderToCash.Tax.Tests;

public class TaxDocumentTests
{
    private static readonly TaxDefinition Vat = TaxDefinition.Percent("vat", 21);

    [Fact]
    public void Per_document_rounds_once_a_tax_and_the_lines_add_up_to_it()
    {
        var document = Enumerable.Range(0, 10).Aggregate(ATaxDocument.In("EUR"), (d, _) => d.With(0.05m, TaxDefinition.Percent("vat", 10)));
        var whole = document.Computed();
        var perLine = (document with { Rounding = TaxRounding.PerLine }).Computed();
        Assert.Equal(("0.05 EUR", "0.10 EUR"), ($"{whole.Tax}", $"{perLine.Tax}"));
        Assert.Equal("0.55 EUR", Money.Sum(whole.Lines.Select(l => l.Gross.Document), Currency.Eur).ToString());
    }

    [Fact]
    public void Gross_first_keeps_the_total_and_moves_the_cent_into_the_net()
    {
        var document = ATaxDocument.In("EUR").With(0.5m, TaxDefinition.Percent("a", 13)).With(0.5m, TaxDefinition.Percent("b", 23));
        Assert.Equal(("1.00 EUR", "0.19 EUR"), ($"{document.Computed().Net}", $"{document.Computed().Tax}"));
        var portuguese = (document with { Rounding = TaxRounding.GrossFirst }).Computed();
        Assert.Equal(("0.99 EUR", "1.18 EUR"), ($"{portuguese.Net}", $"{portuguese.Total}"));
    }

    [Fact]
    public void A_withholding_lowers_the_total_under_a_subtotal_of_its_own()
    {
        var withheld = TaxDefinition.Percent("irpf", -15) with { Group = new() { Id = "irpf", Sequence = 2, Subtotal = "Before withholding" } };
        var summary = ATaxDocument.In("EUR").With(100m, Vat, withheld).Computed().Summarize();
        Assert.Equal([": 100.00 EUR + 21.00 EUR", "Before withholding: 121.00 EUR + -15.00 EUR"], summary.Subtotals.Select(s => $"{s.Name}: {s.Base} + {s.Tax}"));
        Assert.Equal("106.00 EUR", $"{summary.Total}");
        Assert.Equal("85.00 EUR", $"{summary.FoldingIntoNet("irpf").Net}");
    }

    [Theory]
    [InlineData(CashRoundingStrategy.SeparateAmount, "0.02 CHF", "100.00 CHF", "8.10 CHF")]
    [InlineData(CashRoundingStrategy.LargestTax, "0.00 CHF", "100.00 CHF", "8.10 CHF")]
    public void Totals_are_rounded_to_coins(CashRoundingStrategy strategy, string apart, string net, string tax)
    {
        var vat = TaxDefinition.Percent("vat", strategy == CashRoundingStrategy.SeparateAmount ? 8.1m : 8.08m);
        var price = strategy == CashRoundingStrategy.SeparateAmount ? 99.98m : 100m;
        var document = ATaxDocument.In("CHF").With(price, vat) with { CashRounding = CashRounding.To(Money.Of(0.05m, Currency.Chf)), CashRoundingStrategy = strategy };
        var summary = document.Computed().Summarize();
        Assert.Equal((apart, tax), ($"{summary.CashRounding}", $"{summary.Tax}"));
        Assert.Equal(108.10m, summary.Total.Document.Amount);
        Assert.Equal(strategy == CashRoundingStrategy.SeparateAmount ? "99.98 CHF" : net, $"{summary.Net}");
    }

    [Fact]
    public void Without_tax_the_largest_tax_takes_nothing() => Assert.Null((ATaxDocument.In("CHF").With(1.01m) with
    {
        CashRounding = CashRounding.To(Money.Of(0.05m, Currency.Chf)), CashRoundingStrategy = CashRoundingStrategy.LargestTax,
    }).Computed().CashAdjustment);

    [Fact]
    public void Instalments_and_discounted_amounts_are_rounded_to_coins_too() => Assert.Equal(
        ["0.05 CHF", "0.05 CHF", "-0.05 CHF"], new[] { 0.03m, 0.07m, -0.03m }.Select(a =>
            new CashRounding { Step = Money.Of(0.05m, Currency.Chf) }.Round(Money.Of(a, Currency.Chf)).ToString()));

    [Fact]
    public void A_document_discount_lowers_the_taxes_that_follow_the_price()
    {
        var eco = TaxDefinition.PerQuantity("eco", 1) with { Sequence = 1, AddsToBaseOfLaterTaxes = true };
        var taxed = (ATaxDocument.In("EUR").With(99m, eco, Vat with { Sequence = 2 }) with { Discount = DocumentShare.Percent(10) }).Computed();
        Assert.Equal(["eco 1.00 EUR", "vat 18.92 EUR"], taxed.TaxTotals().Select(t => $"{t.TaxId} {t.Tax}"));
        Assert.Equal("89.10 EUR", $"{taxed.Net}");
    }

    [Fact]
    public void A_line_below_zero_gives_its_amounts_per_quantity_back()
    {
        var eco = TaxDefinition.PerQuantity("eco", 1) with { AddsToBaseOfLaterTaxes = true };
        var taxed = ATaxDocument.In("EUR").With(99m, eco, Vat).With(-99m, eco, Vat).Computed();
        Assert.Equal(("0.00 EUR", "0.00 EUR"), ($"{taxed.Net}", $"{taxed.Tax}"));
    }

    [Fact]
    public void What_a_percentage_leaves_is_rounded_not_what_it_takes_off()
    {
        var taxed = (ATaxDocument.In("EUR").With(1603.13m, []) with { Discount = DocumentShare.Percent(50) }).Computed();
        Assert.Equal("801.57 EUR", $"{taxed.Total}");
        var credit = (ATaxDocument.In("EUR").With(-1603.13m, []) with { Discount = DocumentShare.Percent(50) }).Computed();
        Assert.Equal("-801.57 EUR", $"{credit.Total}");
    }

    [Fact]
    public void A_share_of_one_yen_over_six_tax_sets_is_one_yen()
    {
        TaxDefinition[] rates = [.. new[] { 5, 8, 10, 19, 21, 25 }.Select(r => TaxDefinition.Percent($"t{r}", r))];
        var document = rates.Aggregate(ATaxDocument.In("JPY"), (d, tax) => d.With(1000m, tax)) with { Rounding = TaxRounding.PerLine };
        Assert.Equal("1 JPY", $"{Expect.Success(TaxDocuments.DownPayment(document, DocumentShare.Of(Money.Of(1m, Currency.Jpy)))).Total}");
        var discounted = document with { Discount = DocumentShare.Of(Money.Of(1m, Currency.Jpy)) };
        Assert.Equal(document.Computed().Total.Document - Money.Of(1m, Currency.Jpy), discounted.Computed().Total.Document);
        var nothing = Expect.Success(TaxDocuments.DownPayment(document, DocumentShare.Of(Money.Zero(Currency.Jpy))));
        Assert.Equal("0 JPY", $"{nothing.Total}");
    }

    [Fact]
    public void A_down_payment_folds_amounts_per_quantity_into_its_net()
    {
        var document = ATaxDocument.In("EUR").With(100m, TaxDefinition.Percent("vat", 20), TaxDefinition.PerQuantity("eco", 10));
        var part = Expect.Success(TaxDocuments.DownPayment(document, DocumentShare.Percent(50)));
        Assert.Equal(("55.00 EUR", "10.00 EUR", "65.00 EUR"), ($"{part.Net}", $"{part.Tax}", $"{part.Total}"));
        var rest = document.Computed().Less(part);
        Assert.Equal(("45.00 EUR", "20.00 EUR", "65.00 EUR"), ($"{rest.Net}", $"{rest.Tax}", $"{rest.Total}"));
    }

    [Theory]
    [InlineData("each-line", "0.66 USD")]
    [InlineData("exact-sums", "0.65 USD")]
    [InlineData("document-totals", "0.65 USD")]
    public void What_is_converted_is_a_policy(string conversion, string company)
    {
        var document = ATaxDocument.In("EUR").With(0.105m, []).With(0.105m, []).With(0.105m, []) with
        {
            Rounding = TaxRounding.PerLine,
            CompanyRate = new(Currency.Eur, Currency.Usd, 1.96m, new(2026, 1, 1), "ECB"),
            CompanyConversion = CompanyConversion.FromValue(conversion),
        };
        Assert.Equal(company, document.Computed().Net.Company.ToString());
    }

    [Fact]
    public void The_differences_of_rounding_go_back_by_the_named_way()
    {
        var document = Enumerable.Range(0, 11).Aggregate(ATaxDocument.In("USD"), (d, i) => d.With(i == 0 ? 9.036m : 0.936m, Vat));
        foreach (var way in DeltaDistribution.List)
        {
            var taxed = (document with { Distribution = way }).Computed();
            Assert.Equal("18.40 USD", $"{taxed.Net}");
            var first = taxed.Lines[0].NetAdjustment.Document.MinorUnits;
            Assert.Equal(way == DeltaDistribution.BiggestFirst ? -1 : way == DeltaDistribution.Smooth ? -3 : -2, first);
        }
    }

    [Fact]
    public void A_million_lines_are_computed()
    {
        var line = ATaxDocument.In("EUR").With(3, 9.99m, [Vat with { PriceIncluded = true }]).Lines[0];
        var started = Stopwatch.StartNew();
        var taxed = (ATaxDocument.In("EUR") with { Lines = Enumerable.Repeat(line, TaxDocument.MaxLines).ToEquatableArray() }).Computed();
        Assert.Equal("29970000.00 EUR", $"{taxed.Total}");
        Assert.InRange(started.Elapsed.TotalSeconds, 0, 120);
    }

    [Fact]
    public void Documents_and_results_survive_json()
    {
        var options = new JsonSerializerOptions();
        var document = ATaxDocument.In("EUR").With(100m, Vat with { Group = new() { Id = "a" } }, TaxDefinition.ReverseCharge("rc", 5));
        Same(document, options);
        Same(document.Computed(), options);
        Same(document.Computed().Summarize(), options);
        Same(Expect.Success(TaxProgram.Compile(Vat)).Line(100m, 3), options);
        Same(CashDiscountSplit.Of([Part(100, 21)], Percentage.Of(2), DiscountTaxMode.Mixed), options);
    }

    internal static CashDiscountPart Part(decimal net, decimal rate) =>
        CashDiscountPart.Of(Money.Of(net, Currency.Eur), 1, Expect.Success(TaxProgram.Compile(TaxDefinition.Percent("t", rate))), Percentage.Of(2));

    private static void Same<T>(T value, JsonSerializerOptions options) =>
        Assert.Equal(value, JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, options), options));
}
