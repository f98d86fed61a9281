using System.Globalization;
using System.Text.Json;
using OrderToCash.Receivables;

namespace OrderToCash.Collections.Tests;

/// <summary>vectors/collections/late-payment-interest.json, with the rates of reference-rates.json.</summary>
public sealed class LateInterestVectors
{
    private const string File = "collections/late-payment-interest.json";

    public static TheoryData<string> Interest => VectorFile.Ids(File, "interest");

    public static TheoryData<string> Compensation => VectorFile.Ids(File, "compensation");

    internal static EquatableArray<ReferenceRateTable> Tables { get; } = JsonDocument.Parse(VectorFile.Text("collections/reference-rates.json"))
        .RootElement.GetProperty("tables").EnumerateObject().Select(t => new ReferenceRateTable
        {
            Code = t.Name, ValidThrough = new(2099, 12, 31), // the file does not say
            Rates = t.Value.GetProperty("from").EnumerateArray()
                .Select(r => new ReferenceRate { From = Date(r, "date"), Rate = Percent(r, "rate") }).ToEquatableArray(),
        }).ToEquatableArray();

    [Theory, MemberData(nameof(Interest)), Trait("Category", "Vectors")]
    public void Late_payment_interest(string id)
    {
        var c = VectorFile.Case(File, id, "interest");
        var (input, expect) = (c.GetProperty("input"), c.GetProperty("expect"));
        var currency = Currency.Of(Text(input, "currency"));
        var principal = Amount(input, "principal", currency);
        var (due, settled) = (Date(input, "dueDate"), Date(input, "settledOn"));
        var policy = Policy(input);
        // As the books have it: an item with its payments, the last of them on the day it was settled.
        var payments = input.GetProperty("partialPayments").EnumerateArray().Select(p => (On: Date(p, "date"), Amount: Amount(p, "amount", currency))).ToList();
        payments.Add((settled, principal - Money.Sum(payments.Select(p => p.Amount), currency)));
        var item = AnInterest.Item(principal, due, [.. payments]);
        var interest = Expect.Success(LateInterest.Of(item, [], policy, Tables, settled.PlusDays(200)));
        Assert.Equal(Amount(expect, "interest", currency), interest.Total);
        Assert.Equal(interest.Total, Money.Sum(interest.Lines.Select(l => l.Amount), currency));
        var days = settled <= due ? 0 : policy.DayCount == DayCount.Actual365Fixed || policy.DayCount == DayCount.ActualActualIsda
            ? interest.Days : policy.DayCount.Days(due, settled);
        Assert.Equal(expect.GetProperty("days").GetInt32(), days);
        if (!expect.TryGetProperty("segments", out var segments)) return;
        Assert.Equal(segments.EnumerateArray().Select(s => (s.GetProperty("days").GetInt32(), Percent(s, "percent"))), interest.Lines.Select(l => (l.Days, l.Rate)));
    }

    [Theory, MemberData(nameof(Compensation)), Trait("Category", "Vectors")]
    public void Statutory_compensation(string id)
    {
        var c = VectorFile.Case(File, id, "compensation");
        var (input, expect) = (c.GetProperty("input"), c.GetProperty("expect"));
        var currency = Currency.Of(Text(input, "currency"));
        var scheme = Text(input, "scheme")[..2] switch
        {
            "UK" or "GB" => CompensationScheme.UnitedKingdom,
            "EU" or "DE" => CompensationScheme.EuropeanUnion, // s.288(5) BGB has the sum of the directive
            "IE" => CompensationScheme.Ireland,
            var other => throw new NotSupportedException(other),
        };
        Assert.Equal(Amount(expect, "compensation", currency), scheme.For(Amount(input, "debt", currency)));
    }

    [Theory, InlineData("ECB-MRO-HY"), InlineData("UK-BOE-HY"), InlineData("DE-BASISZINS")]
    public void The_rates_built_in_are_those_of_the_file(string code)
    {
        var ours = BuiltInReferenceRates.All.Single(t => t.Code == code);
        Assert.Equal(Tables.Single(t => t.Code == code).Rates, ours.Rates);
    }

    private static LateInterestPolicy Policy(JsonElement input)
    {
        var rate = input.GetProperty("rate");
        var policy = Text(rate, "kind") == "fixed"
            ? new LateInterestPolicy { Code = "V", Margin = Percent(rate, "annualPercent") }
            : new()
            {
                Code = "V", Margin = Percent(rate, "marginPercentagePoints"), Table = Text(rate, "table"),
                Selection = Text(rate, "selection") switch
                {
                    "fixedAtStart" => InterestRateSelection.FixedAtStart,
                    "floating" => InterestRateSelection.Floating,
                    "rateAtPaymentDate" => InterestRateSelection.AtPayment,
                    var other => throw new ArgumentException(other),
                },
            };
        return policy with
        {
            DayCount = DayCount.List.Single(d => d.Value == Text(input, "dayCount")),
            Rounding = Text(input, "rounding") switch
            {
                "daily" => InterestRounding.Daily,
                "end" => InterestRounding.AtEnd,
                var other => throw new NotSupportedException(other),
            },
        };
    }

    private static string Text(JsonElement e, string name) => e.GetProperty(name).GetString()!;

    private static LocalDate Date(JsonElement e, string name) => NodaTime.Text.LocalDatePattern.Iso.Parse(Text(e, name)).Value;

    private static Percentage Percent(JsonElement e, string name) => Percentage.Of(decimal.Parse(Text(e, name), CultureInfo.InvariantCulture));

    private static Money Amount(JsonElement e, string name, Currency currency) => Money.Of(decimal.Parse(Text(e, name), CultureInfo.InvariantCulture), currency);
}
