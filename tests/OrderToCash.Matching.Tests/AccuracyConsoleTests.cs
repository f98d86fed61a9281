using OrderToCash.Accuracy;

namespace OrderToCash.Matching.Tests;

/// <summary>The accuracy console as somebody who scores us uses it: whole commands over files.</summary>
public sealed class AccuracyConsoleTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("o2c-accuracy").FullName;

    private const string Invoices = """
        invoice_id,Client,Customer ID,Customer Name,Billing Number,Assignment Number,Document Date,Due Date,Amount,Currency Code
        1,DE01,C-1,Acme GmbH,9000000001,4711000001,2026-01-05,2026-02-05,100.00,EUR
        2,DE01,C-1,Acme GmbH,9000000002,4711000002,2026-01-05,2026-02-05,"1,250.50",EUR
        3,DE01,C-2,"Bolt, Sons",9000000003,4711000003,2026-01-05,2026-02-05,75.25,EUR

        """;

    private const string Payments = """
        payment_id,Amount,Currency,Posting Date,Account Number,Business Partner,Memo Line
        P1,100.00,EUR,2026-01-20,DE1,Acme GmbH,9000000001
        P2,1250.50,EUR,20260120,DE1,Acme GmbH,9000000002
        P3,75.25,EUR,2026-01-20,DE2,Bolt,9000000003

        """;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private string Write(string name, string content)
    {
        var path = Path.Combine(directory, name);
        File.WriteAllText(path, content);
        return path;
    }

    private string At(string name) => Path.Combine(directory, name);

    private static (int Code, string[] Said) Run(params string[] args)
    {
        var error = new StringWriter();
        var code = AccuracyConsole.Run(args, error);
        return (code, error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private (int Code, string[] Said) PayToInv(string invoices, string payments) => Run(
        "pay-to-inv", "--invoices", Write("invoices.csv", invoices), "--payments", Write("payments.csv", payments), "--out", At("decisions.csv"));

    private string[] Decided() => [.. File.ReadAllLines(At("decisions.csv")).Skip(1).Select(l => string.Join(' ', l.Split(',').Take(3)))];

    [Fact]
    public void Good_files_are_decided_and_nothing_is_said()
    {
        var (code, said) = PayToInv(Invoices, Payments);
        Assert.Equal((AccuracyConsole.Good, 0), (code, said.Length));
        Assert.Equal(["P1 applied [1]", "P2 applied [2]", "P3 applied [3]"], Decided());
    }

    [Fact]
    public void Every_bad_row_is_named_with_line_column_and_code_and_the_good_ones_are_decided()
    {
        var invoices = Invoices + "4,DE01,C-2,Bolt,9000000004,1,05.01.2026,2026-02-30,1.2.3,XXY\n5,DE01,,Bolt,9000000005,1,2026-01-05,2026-02-05,10.00,EUR\n"
            + "1,DE01,C-2,Bolt,9000000006,1,2026-01-05,2026-02-05,10.00,EUR\n6,DE01,C-2\n";
        var payments = Payments + "\"P4\",5.00,EUR,2026-01-20,DE2,Bolt,\"two\nlines\"\nP5,\"12,5\",EUR,2026-01-20,DE2,Bolt,x\nP1,5.00,EUR,2026-01-20,DE2,Bolt,x\n"
            + "P6,5.00,EUR,2026-01-20,DE2,Bolt,\"never closed\nP7,75.25,EUR,2026-01-20,DE2,Bolt,again 9000000003\n";
        var (code, said) = PayToInv(invoices, payments);
        Assert.Equal(AccuracyConsole.Rejected, code);
        Assert.Equal(
        [
            "invoices.csv, line 5, Amount: '1.2.3' is not an amount. [csv.amount]",
            "invoices.csv, line 5, Currency Code: 'XXY' is not a currency. [csv.currency]",
            "invoices.csv, line 5, Document Date: '05.01.2026' is not a date. [csv.date]",
            "invoices.csv, line 5, Due Date: '2026-02-30' is not a date. [csv.date]",
            "invoices.csv, line 6, Customer ID: '' is not an id. [csv.id]",
            "invoices.csv, line 7, invoice_id: '1' is there twice. [csv.id-twice]",
            "invoices.csv, line 8: The row has 3 fields, the head has 10. [csv.field-count]",
            "payments.csv, line 7, Amount: '12,5' is not an amount. [csv.amount]",
            "payments.csv, line 8, payment_id: 'P1' is there twice. [csv.id-twice]",
            "payments.csv, line 9: A quoted field of the row does not end. [csv.open-quote]",
            "7 rows were refused; the others were decided.",
        ], said);
        Assert.Equal(["P1 applied [1]", "P2 applied [2]", "P3 applied [3]"], Decided().Take(3));
        Assert.Equal(5, Decided().Select(d => d.Split(' ')[0]).Distinct().Count());
    }

    [Fact]
    public void A_file_that_is_another_one_is_not_decided_at_all()
    {
        var (code, said) = PayToInv(Payments, Payments);
        Assert.Equal(AccuracyConsole.NothingRead, code);
        Assert.Contains("[csv.missing-column]", Assert.Single(said), StringComparison.Ordinal);
        Assert.Contains("[csv.empty]", PayToInv("", Payments).Said[0], StringComparison.Ordinal);
        Assert.Contains("[csv.column-twice]", PayToInv("a,a\n1,2\n", Payments).Said[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Options_that_can_t_be_understood_are_said_with_the_usage()
    {
        Assert.Equal(AccuracyConsole.WrongOptions, Run("pay-to-inv", "--invoices", At("none.csv"), "--payments", "x", "--out", "y").Code);
        Assert.Equal(AccuracyConsole.WrongOptions, Run("run", "--set", "standard", "--size", "-5").Code);
        Assert.Equal(AccuracyConsole.WrongOptions, Run("run", "--set", "gentle").Code);
        Assert.Equal(AccuracyConsole.WrongOptions, Run().Code);
    }

    [Fact]
    public void A_replay_refuses_rows_and_goes_on_day_by_day()
    {
        var invoices = Write("cleared.csv", "cust_number,seq_in_customer,amount,due_date,clear_date\n7,1,100.00,2019-05-01,2019-05-03\n7,2,50.00,soon,2019-05-03\n7,1,9.00,2019-05-01,2019-05-03\n");
        var payments = Write("natural.csv", "payment_id,cust_number,clear_date,total,invoice_seqs\nA,7,2019-05-03,100.00,[1]\nB,7,2019-05-03,much,[2]\n");
        var (code, said) = Run("replay", "--invoices", invoices, "--payments", payments, "--out", At("decisions.csv"));
        Assert.Equal(AccuracyConsole.Rejected, code);
        Assert.Equal(["cleared.csv, line 3, due_date: 'soon' is not a date. [csv.date]", "cleared.csv, line 4, seq_in_customer: '7/1' is there twice. [csv.id-twice]",
            "natural.csv, line 3, total: 'much' is not an amount. [csv.amount]"], said.SkipLast(1));
        Assert.Equal(["A applied [1]"], Decided());
        Assert.Equal(AccuracyConsole.Good, Run("score", "--truth", payments, "--decisions", At("decisions.csv")).Code);
    }

    [Fact]
    public void A_score_refuses_rows_of_the_decisions_and_of_the_truth()
    {
        var truth = Write("matches.csv", "match_id,match_category,perturbation_categories,invoice_ids,payment_ids\n1,one,[],[1],[P1]\n2,one,[],[2],[]\n");
        var decisions = Write("d.csv", "payment_id,outcome,invoice_ids,amounts,confidence,reason,rank\nP1,applied,[1],[5.00],0.99,said,1\n"
            + "P2,perhaps,[2],[5.00],0.99,said,1\nP3,applied,[2],[lots],7,said,1\n");
        var (code, said) = Run("score", "--truth", truth, "--decisions", decisions);
        Assert.Equal(AccuracyConsole.Rejected, code);
        Assert.Equal(["d.csv, line 3, outcome: 'perhaps' is none of applied, suggested, none. [csv.word]", "d.csv, line 4, confidence: '7' is not a share. [csv.share]",
            "d.csv, line 4, amounts: 'lots' is not an amount. [csv.amount]", "matches.csv, line 3, payment_ids: '[]' is not an id. [csv.id]"], said.SkipLast(1));
    }

    [Fact]
    public void A_generated_set_is_the_same_for_the_same_seed_and_publishes_its_rates()
    {
        Assert.Equal(AccuracyConsole.Good, Run("generate", "--set", "hard", "--seed", "7", "--size", "300", "--out", At("a")).Code);
        Assert.Equal(AccuracyConsole.Good, Run("generate", "--set", "hard", "--seed", "7", "--size", "300", "--out", At("b")).Code);
        foreach (var name in new[] { "invoices.csv", "payments.csv", "aliases.csv", "rates.csv", "matches.csv" })
            Assert.Equal(File.ReadAllText(Path.Combine(At("a"), name)), File.ReadAllText(Path.Combine(At("b"), name)));
        Assert.Equal("EUR,USD,1.0973,2026-07-01", File.ReadAllLines(Path.Combine(At("a"), "rates.csv"))[1]);
        Assert.Equal(AccuracyConsole.Good, Run("run", "--set", "easy", "--seed", "7", "--size", "300").Code);
    }
}
