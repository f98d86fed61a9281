using System.Globalization;
using OrderToCash.Receivables;

namespace OrderToCash.Quickstart.Tests;

public class CycleRunTests
{
    private const string Orders = """
        document,item,description,quantity,ordered_at,unit_price,customer,country
        9001,A1,MUG,10,2010-12-01T09:00,5.00,70001,GB
        9002,B1,LAMP,2,2010-12-01T10:00,40.00,70002,DE
        9003,A1,MUG,4,2010-12-02T09:00,5.00,,GB
        C9004,A1,MUG,-3,2010-12-06T09:00,5.00,70001,GB

        """;

    private static QuickstartOptions Given(string orders) => new() { Orders = Rows.File(orders) };

    [Fact]
    public async Task A_few_documents_go_the_whole_way()
    {
        using var run = await ARun.Of(Given(Orders));
        Assert.Equal((ExitCode.Good, ""), (run.Code, run.Errors));
        Assert.Equal((3, 3, 1), (run.Result.Orders.Count, run.Result.Invoices.Count, run.Result.CreditNotes.Count));
        // 10 mugs at 5.00 and 17.5 % of tax.
        Assert.Equal(Money.Of(58.75m, Currency.Gbp), run.Result.Invoices.Single(i => i.Invoice.Customer.Value == "70001").Invoice.Totals.Payable);
        Assert.Equal(Money.Of(17.63m, Currency.Gbp), run.Result.CreditNotes.Single().Totals.Payable);
        Assert.Equal(["70001", "70002", "CASH-GB"], run.Result.Customers.Keys.Order());
        Assert.All(new[] { "report.html", "matching.html", "journal.csv", "decisions.csv", "rejected.csv", "customers.csv", "statement.xml" },
            f => Assert.True(File.Exists(Path.Combine(run.Folder, f)), f));
        Assert.DoesNotContain("FAIL", run.Console);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_bytes_in_any_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            using var first = await ARun.Of();
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fa-IR");
            using var second = await ARun.Of();
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            using var other = await ARun.Of(new() { Seed = 2 });
            Assert.Equal(first.Files(), second.Files());
            Assert.NotEqual(first.Files(), other.Files());
            Assert.Equal(ExitCode.Good, other.Code);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task What_a_run_wrote_can_be_fed_back_even_in_place()
    {
        using var first = await ARun.Of(Given(Orders));
        var (customers, statement) = (Path.Combine(first.Folder, "customers.csv"), Path.Combine(first.Folder, "statement.xml"));
        var (journal, decisions, given) = (first.Text("journal.csv"), first.Text("decisions.csv"), first.Text("customers.csv"));
        var again = Given(Orders) with { Customers = InputSource.File(customers), Statement = InputSource.File(statement), Out = first.Folder };
        Assert.Equal(ExitCode.Good, await new CycleRun(again, TextWriter.Null, TextWriter.Null).RunAsync());
        Assert.Equal((journal, decisions, given), (first.Text("journal.csv"), first.Text("decisions.csv"), first.Text("customers.csv")));
    }

    [Fact]
    public async Task Exit_codes_say_what_happened()
    {
        using var part = await ARun.Of(Given(Orders + "9005,A1,MUG,-1,2010-12-02,5,70001,GB\n"));
        Assert.Equal(ExitCode.Rejected, part.Code);
        Assert.Contains("orders.csv,6,quantity,input.negative-quantity", part.Text("rejected.csv"));
        using var nothing = await ARun.Of(new() { Orders = InputSource.File("/nowhere/orders.csv") });
        Assert.Equal(ExitCode.NothingRead, nothing.Code);
        Assert.Contains("[input.missing]", nothing.Errors);
        Assert.Contains("input.missing", nothing.Text("rejected.csv"));
        foreach (var code in new[] { ExitCode.Good, ExitCode.CheckFailed, ExitCode.Rejected, ExitCode.NothingRead, ExitCode.WrongOptions })
            Assert.Matches($"(?s)Exit code:.*\\b{code}\\b", QuickstartOptions.Help);
    }

    [Fact]
    public async Task A_day_before_all_orders_is_said()
    {
        using var run = await ARun.Of(Given(Orders) with { AsOf = new LocalDate(2010, 11, 1) });
        Assert.Equal(ExitCode.WrongOptions, run.Code);
        Assert.Contains("[option.too-early]", run.Errors);
        Expect.Found(OptionErrors.TooEarly, [OptionErrors.TooEarly.With(("asOf", 1), ("first", 2))]);
    }

    [Fact]
    public void Nobody_elses_folder_is_touched()
    {
        var home = Directory.CreateTempSubdirectory("o2c-home-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(home, "invoices"));
            var mine = Path.Combine(home, "invoices", "mine.pdf");
            File.WriteAllText(mine, "x");
            Expect.Refused(OptionErrors.OutNotOurs, OutputFolder.Open(home, []));
            Expect.Refused(OptionErrors.OutNotWritable, OutputFolder.Open(mine, []));
            Expect.Refused(OptionErrors.OverInput, OutputFolder.Open(home, [Path.Combine(home, "journal.csv")]));
            Assert.True(File.Exists(mine));
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    [Fact]
    public async Task Without_a_rate_nothing_crashes_and_the_rest_goes_on()
    {
        const string Rates = "date,base,quote,rate,source\n2010-12-01,EUR,GBP,0.84,ECB\n";
        using var old = await ARun.Of(Given(Orders) with { Rates = Rows.File(Rates, "rates.csv") });
        Assert.Equal(ExitCode.Rejected, old.Code);
        Assert.Contains("rates.csv,0,rate,input.old-rate", old.Text("rejected.csv"));
        Expect.Found(InputErrors.OldRate, [InputErrors.OldRate.With(("from", 1), ("to", 2), ("on", 3), ("used", 4))]);
        using var none = await ARun.Of(Given(Orders) with { Rates = Rows.File("", "rates.csv") });
        Assert.Equal((ExitCode.Rejected, 2), (none.Code, none.Result.Invoices.Count));
    }

    [Fact]
    public async Task A_date_a_century_off_costs_no_century_of_weeks()
    {
        using var run = await ARun.Of(Given(Orders + "9006,A1,MUG,1,2110-12-02,5,70001,GB\n"));
        Assert.Equal(4, run.Result.Invoices.Count);
        Assert.InRange(run.Console.Split('\n').Count(l => l.StartsWith("  week to", StringComparison.Ordinal)), 1, 200);
    }
}
