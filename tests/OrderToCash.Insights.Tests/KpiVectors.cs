using System.Globalization;
using System.Text.Json;

namespace OrderToCash.Insights.Tests;

/// <summary>The cases of kpi.json.</summary>
public class KpiVectors
{
    private const string File = "kpi/kpi.json";

    public static TheoryData<string> Cases => VectorFile.Ids(File);

    [Theory, MemberData(nameof(Cases)), Trait("Category", "Vectors")]
    public void Kpi_cases(string id)
    {
        var c = VectorFile.Case(File, id);
        var kpi = Compute(c.GetProperty("kpi").GetString()!, c.GetProperty("input"));
        var expected = c.GetProperty("expect").GetString();
        Assert.Equal(expected is null ? null : decimal.Parse(expected, CultureInfo.InvariantCulture), kpi.Rounded());
        Assert.Equal(expected is null, kpi.Undefined is not null);
        Assert.NotEmpty(kpi.Formula);
        Assert.NotEmpty(kpi.Inputs);
    }

    private static Kpi Compute(string kpi, JsonElement x) => kpi switch
    {
        "dso.simple" => DaysSalesOutstanding.Simple(Amount(x, "receivables"), Amount(x, "creditSales"), Count(x, "days")),
        "dso.bestPossible" => DaysSalesOutstanding.BestPossible(Amount(x, "currentReceivables"), Amount(x, "creditSales"), Count(x, "days")),
        "dso.countback" => DaysSalesOutstanding.CountBack(Amount(x, "receivables"), x.GetProperty("periods").EnumerateArray()
            .Select(p => new SalesPeriod { Sales = Amount(p, "sales"), Days = Count(p, "days") }).ToEquatableArray()),
        "add" => DaysSalesOutstanding.AverageDaysDelinquent(Given(x, "dso"), Given(x, "bestPossibleDso")),
        "cei" or "cei.monthlyAverage" => Ratios.CollectionEffectiveness(Amount(x, "beginningReceivables"), Amount(x, "creditSales"),
            Amount(x, "endingTotal"), Amount(x, "endingCurrent"), x.TryGetProperty("months", out _) ? Count(x, "months") : 1),
        "badDebt.percent" => Ratios.BadDebt(Amount(x, "writeOffs"), Amount(x, "recoveries"), Amount(x, "creditSales")),
        "badDebt.percent.gross" => Ratios.BadDebtGross(Amount(x, "writeOffs"), Amount(x, "creditSales")),
        "unappliedCash.percentOfReceivables" => Ratios.UnappliedCash(Amount(x, "unapplied"), Amount(x, "grossReceivables")),
        "matching.firstPassRate" => Ratios.FirstPassMatchRate(Count(x, "receipts"), Count(x, "autoMatchedWithoutTouch")),
        "matching.firstPassRate.value" => Ratios.FirstPassMatchRate(Amount(x, "receiptsValue"), Amount(x, "autoMatchedValue")),
        "receivablesTurnover" => Ratios.ReceivablesTurnover(Amount(x, "creditSales"), Amount(x, "averageReceivables")),
        "percentPaidLate" => Ratios.PaidLate(Amount(x, "paidAmount"), Amount(x, "paidLateAmount")),
        "averageDaysToPay.weighted" => WeightedDays.AverageDaysToPay(x.GetProperty("payments").EnumerateArray()
            .Select(p => new DatedAmount { From = Date(p, "invoiced"), To = Date(p, "paid"), Amount = Amount(p, "amount") }).ToEquatableArray()),
        "dispute.cycleTime.median" => DisputeDays.CycleTimeMedian(Disputes(x)),
        "dispute.cycleTime.mean" => DisputeDays.CycleTimeMean(Disputes(x)),
        "dispute.openAge.mean" => DisputeDays.OpenAgeMean(Disputes(x), Date(x, "asOf")),
        "timeToCash.weighted" => WeightedDays.TimeToCash(x.GetProperty("orders").EnumerateArray()
            .SelectMany(o => o.GetProperty("receipts").EnumerateArray(), (o, r) =>
                new DatedAmount { From = Date(o, "ordered"), To = Date(r, "date"), Amount = Amount(r, "amount") }).ToEquatableArray()),
        _ => throw new NotSupportedException(kpi),
    };

    private static EquatableArray<DisputeSpan> Disputes(JsonElement x) => x.GetProperty("disputes").EnumerateArray().Select(d => new DisputeSpan
    {
        Opened = Date(d, "opened"),
        Resolved = d.TryGetProperty("resolved", out var on) && on.ValueKind == JsonValueKind.String ? Date(d, "resolved") : null,
    }).ToEquatableArray();

    private static Kpi Given(JsonElement x, string name) =>
        new() { Name = name, Formula = "given", Value = decimal.Parse(x.GetProperty(name).GetString()!, CultureInfo.InvariantCulture) };

    private static Money Amount(JsonElement x, string name) =>
        Money.Of(decimal.Parse(x.GetProperty(name).GetString()!, CultureInfo.InvariantCulture), Currency.Eur);

    private static int Count(JsonElement x, string name) => x.GetProperty(name) is { ValueKind: JsonValueKind.Number } number
        ? number.GetInt32() : int.Parse(x.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);

    private static LocalDate Date(JsonElement x, string name) => NodaTime.Text.LocalDatePattern.Iso.Parse(x.GetProperty(name).GetString()!).Value;
}
