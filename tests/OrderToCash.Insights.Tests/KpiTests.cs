using System.Text.Json;
using OrderToCash.Receivables;

namespace OrderToCash.Insights.Tests;

public class KpiTests
{
    private static readonly LocalDate Start = new(2026, 1, 1);
    private static readonly DateInterval Quarter = new(Start, Start.PlusDays(89));

    private static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    private static OpenItem Item(string id, OpenItemKind kind, decimal amount, int day, params Application[] applications) => new()
    {
        Id = new(id), LegalEntity = new("LE"), Customer = new("C"), Kind = kind, DocumentNumber = id, DocumentDate = Start.PlusDays(day),
        DueDate = Start.PlusDays(day + 30), Amount = Eur(amount), FunctionalAmount = Eur(amount), Applications = [.. applications],
    };

    private static Application Settled(decimal amount, int day, ApplicationKind kind = default) => new()
    {
        Id = new($"{kind}{day}"), Counterpart = default, Amount = Eur(amount), FunctionalAmount = Eur(amount), On = Start.PlusDays(day),
        RecordedAt = Instant.FromUtc(2026, 6, 1, 0, 0), Kind = kind,
    };

    [Fact]
    public void Days_outstanding_of_a_past_quarter_do_not_change_with_later_payments()
    {
        OpenItem[] items = [Item("A", OpenItemKind.Invoice, 900, 10, Settled(900, 120)), Item("B", OpenItemKind.Invoice, 100, 20, Settled(100, 30)),
            Item("C", OpenItemKind.CreditNote, -100, 40, Settled(-100, 40))];
        var dso = DaysSalesOutstanding.Of(items, Currency.Eur, Quarter);
        Assert.Equal(90m, dso.Value);
        Assert.Equal(["receivables = 900.00 EUR", "creditSales = 900.00 EUR", "days = 90"], dso.Inputs.Select(i => $"{i.Name} = {i.Value}"));
        Assert.Equal("dso.simple = 90.00", dso.ToString());
    }

    [Fact]
    public void What_is_undefined_says_why_and_never_zero()
    {
        Assert.Equal(UndefinedReason.NoSales, DaysSalesOutstanding.Of([], Currency.Eur, Quarter).Undefined);
        Assert.Equal(UndefinedReason.ReceivablesBelowZero, DaysSalesOutstanding.Simple(Eur(-1), Eur(10), 30).Undefined);
        Assert.Equal(UndefinedReason.ReceivablesBelowZero, DaysSalesOutstanding.CountBack(Eur(-1), []).Undefined);
        var short1 = DaysSalesOutstanding.CountBack(Eur(300), [new() { Sales = Eur(100), Days = 31 }, new() { Sales = Eur(100), Days = 30 }]);
        Assert.Equal((UndefinedReason.HistoryExhausted, 61m, null), (short1.Undefined, short1.LowerBound, short1.Value));
        Assert.Equal("dso.countback is undefined: HistoryExhausted", short1.ToString());
        var late = DaysSalesOutstanding.AverageDaysDelinquent(short1, DaysSalesOutstanding.BestPossible(Eur(1), Eur(2), 30));
        Assert.Equal(UndefinedReason.InputUndefined, late.Undefined);
        Assert.Equal("undefined: HistoryExhausted", late.Inputs[0].Value);
        Assert.Equal(UndefinedReason.NothingCollectable, Ratios.CollectionEffectiveness(Eur(0), Eur(0), Eur(0), Eur(0)).Undefined);
        Assert.Equal(UndefinedReason.NoObservations, WeightedDays.TimeToCash([]).Undefined);
    }

    [Fact]
    public void Nothing_receivable_is_zero_days() => Assert.Equal(0m, DaysSalesOutstanding.CountBack(Eur(0), []).Value);

    [Fact]
    public void Currencies_do_not_mix()
    {
        var dollars = Money.Of(1, Currency.Usd);
        Assert.Throws<CurrencyMismatchException>(() => DaysSalesOutstanding.Simple(dollars, Eur(1), 30));
        Assert.Throws<CurrencyMismatchException>(() => Ratios.CollectionEffectiveness(Eur(5), Eur(1), dollars, Eur(1)));
        Assert.Throws<CurrencyMismatchException>(() => Ratios.CollectionEffectiveness(Eur(5), dollars, Eur(1), Eur(1)));
    }

    [Fact]
    public void A_figure_survives_json_with_all_its_digits()
    {
        var kpi = DaysSalesOutstanding.Simple(Eur(100), Eur(300), 31);
        var text = JsonSerializer.Serialize(kpi);
        Assert.Contains("\"10.333333333333333333333333333\"", text, StringComparison.Ordinal);
        Assert.Equal(kpi, JsonSerializer.Deserialize<Kpi>(text));
        var undefined = DaysSalesOutstanding.Simple(Eur(100), Eur(0), 31);
        Assert.Equal(undefined, JsonSerializer.Deserialize<Kpi>(JsonSerializer.Serialize(undefined)));
    }

    [Fact]
    public void Cash_comes_in_and_goes_back_on_its_own_day()
    {
        OpenItem[] items =
        [
            Item("P1", OpenItemKind.Payment, -50, 3), Item("P2", OpenItemKind.Payment, -70, 3, Settled(-70, 8, ApplicationKind.Return)),
            Item("P3", OpenItemKind.Payment, -10, 200), Item("A", OpenItemKind.Invoice, 10, 3), Item("P4", OpenItemKind.Payment, -5, 9, Settled(-5, 9)),
        ];
        var days = CashIn.PerDay(items, Currency.Eur, Quarter);
        Assert.Equal([(3, Eur(120), Eur(0)), (8, Eur(0), Eur(70)), (9, Eur(5), Eur(0))],
            days.Select(d => (Period.DaysBetween(Start, d.Date), d.Received, d.Returned)));
        Assert.Equal(Eur(-70), days[1].Net);
    }

    [Fact]
    public void Stages_are_measured_in_days_and_what_still_runs_is_only_counted()
    {
        var t = Instant.FromUtc(2026, 1, 1, 0, 0);
        var passages = Enumerable.Range(1, 10).Select(d => new StageTime { Stage = "pick", From = t, To = t + Duration.FromHours(12 * d) })
            .Append(new() { Stage = "pick", From = t }).Append(new() { Stage = "ship", From = t });
        var reports = CycleTimes.Of(passages);
        Assert.Equal(["pick", "ship"], reports.Select(r => r.Stage));
        Assert.Equal((10, 1), (reports[0].Count, reports[0].Running));
        Assert.Equal((2.75m, 2.5m, 4.5m), (reports[0].Mean.Value, reports[0].P50.Value, reports[0].P90.Value));
        Assert.Equal(UndefinedReason.NoObservations, reports[1].P90.Undefined);
        Assert.Equal(2.75m, CycleTimes.Of(passages, PercentileDefinition.Linear)[0].P50.Value);
        Assert.Throws<ArgumentException>(() => CycleTimes.Of([new() { Stage = "x", From = t, To = t - Duration.FromSeconds(1) }]));
    }

    [Fact]
    public void Disputes_take_days_and_the_open_ones_grow_old()
    {
        DisputeSpan first = new() { Opened = new(2024, 1, 2), Resolved = new(2024, 1, 12) }, second = new() { Opened = new(2024, 1, 5), Resolved = new(2024, 2, 5) };
        var open = new DisputeSpan { Opened = new(2024, 2, 1) };
        Assert.Equal(20.5m, DisputeDays.CycleTimeMedian([second, open, first]).Value);
        Assert.Equal(20.5m, DisputeDays.CycleTimeMean([second, open, first]).Value);
        Assert.Equal(10m, DisputeDays.CycleTimeMedian([first]).Value);
        Assert.Equal(UndefinedReason.NoObservations, DisputeDays.CycleTimeMedian([open]).Undefined);
        Assert.Equal(26m, DisputeDays.OpenAgeMean([first, second, open], new(2024, 1, 31)).Value);
        Assert.Equal(16.5m, DisputeDays.OpenAgeMean([first, second, open], new(2024, 2, 4)).Value);
        Assert.Equal(UndefinedReason.NoObservations, DisputeDays.OpenAgeMean([open], new(2024, 1, 31)).Undefined);
        Assert.Throws<ArgumentException>(() => DisputeDays.CycleTimeMedian([new() { Opened = new(2024, 2, 1), Resolved = new(2024, 1, 31) }]));
    }
}
