namespace OrderToCash.Quickstart.Tests;

/// <summary>Reports to write: one of a wholesaler's half-year, and one of nothing at all.</summary>
internal static class AReport
{
    public static readonly LocalDate Monday = new(2010, 12, 6);

    public static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    public static CycleReport Empty => new()
    {
        Seller = "Northgate Gifts Ltd", Functional = Currency.Eur, AsOf = new(2011, 6, 30), Seed = 20_101_201,
        FirstOrder = new(2010, 12, 1), LastOrder = new(2011, 6, 28), Sources = [], Stages = [], Movements = [], Aging = [],
        Buckets = ["current", "1-30", "31-60", "61-90", "90+", "credits and cash on account"],
        Weeks = [], Outcomes = [], Figures = [], WorstPayers = [],
        Dunning = [], Holds = [], Rejections = [], Checks = [],
    };

    public static CycleReport HalfYear => Empty with
    {
        Sources =
        [
            "online_retail.csv: 245,903 rows of the Online Retail data set (UCI 352, CC BY 4.0)",
            "eurofxref-hist.csv: reference rates of the European Central Bank",
            "statement.xml: camt.053, made up from the seed",
        ],
        Stages =
        [
            Stage("Orders", 11_871, 4_213_980.31m), Stage("Confirmed", 11_640, 4_101_226.90m),
            Stage("Shipped", 11_598, 4_087_544.02m), Stage("Invoiced", 11_598, 4_894_310.77m),
            Stage("Paid in full", 10_204, 4_012_887.15m),
        ],
        Movements =
        [
            Move("Invoiced", 4_894_310.77m, "invoice.posted · Receivables"),
            Move("Credit notes", -206_418.33m, "credit-note.posted · Receivables"),
            Move("Cash applied", -3_912_644.18m, "application.made · Receivables, UnappliedCash"),
            Move("Discounts taken", -31_207.46m, "application.made · DiscountAllowed"),
            Move("Written off", -1_286.04m, "application.made · SmallDifferences"),
            Move("Payment returned", 12_870.00m, "payment.returned · Receivables"),
            Move("Exchange differences", 4_418.91m, "application.made · ExchangeGain, ExchangeLoss"),
            Move("Open", 760_043.67m, "balance · Receivables") with { IsTotal = true },
        ],
        Aging =
        [
            Aged(Currency.Eur, 130_204.11m, 61_833.40m, 22_107.65m, 8_933.10m, 17_286.21m, -31_402.50m),
            Aged(Currency.Of("GBP"), 251_778.50m, 98_450.02m, 40_120.77m, 12_004.35m, 30_117.94m, 0m),
            Aged(Currency.Of("JPY"), 1_204_331m, 0m, 310_000m, 0m, 4_200m, -12_000m),
            Aged(Currency.Eur, 462_371.42m, 178_904.66m, 74_310.92m, 23_107.44m, 52_849.35m, -31_500.12m) with { IsTotal = true },
        ],
        Weeks =
        [
            .. Enumerable.Range(0, 34).Select(i => new ReportWeek
            {
                Monday = Monday.PlusWeeks(i), Due = Eur(i < 2 ? 0 : 90_000.25m + i * 37 % 17 * 8_400.5m),
                Received = Eur(i > 29 ? 0 : i < 2 ? 20_500m * i : 60_000.75m + i * 53 % 19 * 9_100.1m),
            }),
        ],
        Outcomes =
        [
            Outcome("Matched by reference", 7_412, 2_711_340.18m, true),
            Outcome("Matched by amount and payer", 1_620, 540_118.70m, true),
            Outcome("Several invoices together", 618, 498_226.41m, true),
            Outcome("Short, difference written off", 204, 61_337.09m, true),
            Outcome("Proposed, waits for a person", 377, 120_448.36m, false),
            Outcome("Payer unknown", 91, 34_005.22m, false),
            Outcome("Returned by the bank", 3, -12_870m, false),
        ],
        Figures =
        [
            Figure("Days sales outstanding", "28.4 days", "760,043.67 open ÷ 4,687,892.44 billed less credit notes × 175 days"),
            Figure("Best possible DSO", "16.1 days", "430,871.30 not due ÷ 4,687,892.44 × 175 days"),
            Figure("Average days delinquent", "12.3 days", "DSO 28.4 − best possible DSO 16.1"),
            Figure("Collection effectiveness", "86.7 %", "(4,687,892.44 − 760,043.67) ÷ (4,687,892.44 − 430,871.30)"),
            Figure("Bad debt to sales", "none", "nothing was written off as bad"),
        ],
        WorstPayers =
        [
            .. Enumerable.Range(1, 12).Select(i => new ReportPayer
            {
                Customer = new($"C{12_340 + i * 7}"), Name = $"Müller & Söhne {i} GmbH",
                Country = i % 3 == 0 ? "France" : "Germany", Overdue = Eur(42_118.10m - i * 3_101),
                Open = Eur(61_007.5m - i * 4_007), OldestDays = 131 - i * 6, Level = i % 4,
            }),
        ],
        Dunning =
        [
            .. Enumerable.Range(0, 18).Select(i => new ReportDunning
            {
                On = new LocalDate(2011, 2, 1).PlusWeeks(i / 3 * 2), Level = i % 3 + 1, Letters = 64 - i * 3,
                Amount = Eur(80_114.5m - i * 2_050),
            }),
        ],
        Holds =
        [
            .. Enumerable.Range(1, 9).Select(i => new ReportHold
            {
                Order = new($"54{i}027"), Customer = $"Böhm Handel {i}", Amount = Money.Of(2_310.4m * i, Currency.Of("GBP")),
                Reason = $"The order would take the exposure {i},310.40 over the limit of 20,000.00", IsReleased = i % 2 == 0,
            }),
        ],
        Rejections =
        [
            new() { File = "online_retail.csv", Code = "input.no-price", Count = 1_214, Example = "line 623: no price" },
            new() { File = "online_retail.csv", Code = "input.negative-quantity", Count = 17, Example = "line 7,190: -30" },
        ],
        Checks =
        [
            Checked("The journal balances in every document currency", "43,812 entries in EUR, GBP, JPY; they sum to 0.00 EUR"),
            Checked("The buckets of the aging add up to the receivables balance", "760,043.67 = 760,043.67"),
            Checked("Payments = applied + on account + unidentified", "3,965,475.96 = 3,912,644.18 + 18,826.56 + 34,005.22"),
        ],
    };

    public static ReportStage Stage(string name, int count, decimal amount) =>
        new() { Name = name, Count = count, Amount = Eur(amount) };

    public static ReportMovement Move(string name, decimal amount, string journal = "invoice.posted · Receivables") =>
        new() { Name = name, Amount = Eur(amount), Journal = journal };

    public static ReportAging Aged(Currency currency, params decimal[] amounts) => new()
    {
        Currency = currency, Amounts = [.. amounts.Select(a => Money.Of(a, currency))],
        Total = Money.Of(amounts.Sum(), currency),
    };

    public static ReportOutcome Outcome(string name, int count, decimal amount, bool isApplied) =>
        new() { Name = name, Count = count, Amount = Eur(amount), IsApplied = isApplied };

    public static ReportFigure Figure(string name, string value, string formula) =>
        new() { Name = name, Value = value, Formula = formula };

    public static SelfCheck Checked(string name, string detail, bool holds = true) =>
        new() { Name = name, Holds = holds, Detail = detail };
}
