using System.Globalization;
using System.Text.Json;
using OrderToCash.Receivables;

namespace OrderToCash.Insights.Tests;

/// <summary>
/// vectors/collections/early-payment.json: what a discount costs who lets it go, and which day is the last to take it - by the terms of
/// an invoice, as it is stored on the instalment, and as the ledger grants it.
/// </summary>
public sealed class EarlyPaymentVectors
{
    private const string File = "collections/early-payment.json";

    public static TheoryData<string> Costs => VectorFile.Ids(File, "annualisedCost");

    public static TheoryData<string> Eligibility => VectorFile.Ids(File, "eligibility");

    [Theory, MemberData(nameof(Costs)), Trait("Category", "Vectors")]
    public void Annualised_cost(string id)
    {
        var c = VectorFile.Case(File, id, "annualisedCost");
        var (discount, expected) = (Percentage.Of(Number(c, "discountPercent")), Text(c, "expectPercent"));
        var (days, net, year) = (Count(c, "discountDays"), Count(c, "netDays"), c.TryGetProperty("yearDays", out _) ? Count(c, "yearDays") : 365);
        var cost = Text(c, "kind") switch
        {
            "simple" => DiscountCost.Simple(discount, days, net, year),
            "effective" => DiscountCost.Effective(discount, days, net, year),
            var other => throw new NotSupportedException(other),
        };
        Assert.Equal(expected is null, cost.Undefined is not null);
        if (expected is null) return;
        var digits = expected.Length - 1 - expected.IndexOf('.', StringComparison.Ordinal);
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), cost.Rounded(expected.Contains('.', StringComparison.Ordinal) ? digits : 0));
    }

    [Theory, MemberData(nameof(Eligibility)), Trait("Category", "Vectors")]
    public void Discount_eligibility(string id)
    {
        var c = VectorFile.Case(File, id, "eligibility");
        var invoiced = Date(c, "invoiceDate");
        var percentage = Percentage.Of(c.TryGetProperty("discountPercent", out _) ? Number(c, "discountPercent") : 2m);
        var terms = new PaymentTerms
        {
            Id = new(id),
            Instalments =
            [
                new()
                {
                    Share = TermsShare.Balance, Steps = [TermsStep.Years(1)],
                    Discounts = [new() { Percentage = percentage, Steps = Steps(c) }],
                },
            ],
        };
        var instalment = Assert.Single(Expect.Success(
            terms.Schedule(invoiced, Money.Of(119m, Currency.Eur), Money.Of(100m, Currency.Eur), BusinessCalendar.WithHolidays("vector", []))));
        var last = Assert.Single(instalment.Discounts).Until;
        if (c.TryGetProperty("lastDiscountDate", out _)) Assert.Equal(Date(c, "lastDiscountDate"), last);

        var item = new OpenItem
        {
            Id = new(id), LegalEntity = new("LE"), Customer = new("C"), Kind = OpenItemKind.Invoice, DocumentNumber = id, DocumentDate = invoiced,
            DueDate = instalment.DueDate, Amount = instalment.Amount, FunctionalAmount = instalment.Amount, Discounts = instalment.Discounts,
        };
        var discount = instalment.Amount.Times(percentage, Rounding.HalfAwayFromZero);
        Assert.Equal(discount, item.DiscountOn(last));
        Assert.Null(item.DiscountOn(last.PlusDays(1)));
        if (!c.TryGetProperty("paidOn", out _)) return;
        Assert.Equal(c.GetProperty("eligible").GetBoolean(), item.DiscountOn(Date(c, "paidOn")) is not null);
    }

    private static EquatableArray<TermsStep> Steps(JsonElement c) => c.TryGetProperty("discountTerm", out _)
        ? Text(c, "discountTerm")!.Split('+', StringSplitOptions.TrimEntries).SelectMany(Step).ToEquatableArray()
        : [TermsStep.Days(Count(c, "discountDays"))];

    // EOM+10: the end of the month and ten days. 10 EOM: the tenth of the month after. Bare numbers are days. 2/10 net 30: the discount's part is 10.
    private static IEnumerable<TermsStep> Step(string term)
    {
        var words = term.Split(',', 2)[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .TakeWhile(w => !w.StartsWith('n')).Where(w => w != "days").Select(w => w.Split('/')[^1]).ToArray();
        if (words is [var day, "EOM"]) return [TermsStep.NextMonthDay(int.Parse(day, CultureInfo.InvariantCulture))];
        return words.Select<string, TermsStep>(word => word == "EOM" ? TermsStep.EndOfMonth : TermsStep.Days(int.Parse(word, CultureInfo.InvariantCulture)));
    }

    private static string? Text(JsonElement c, string name) => c.GetProperty(name).GetString();

    private static decimal Number(JsonElement c, string name) => decimal.Parse(Text(c, name)!, CultureInfo.InvariantCulture);

    private static int Count(JsonElement c, string name) => c.GetProperty(name) is { ValueKind: JsonValueKind.Number } number
        ? number.GetInt32() : int.Parse(Text(c, name)!, CultureInfo.InvariantCulture);

    private static LocalDate Date(JsonElement c, string name) => NodaTime.Text.LocalDatePattern.Iso.Parse(Text(c, name)!).Value;
}
