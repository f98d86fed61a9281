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
        var invoices = Write("invoices.csv", Invoices);
        Refuses("is no file", "pay-to-inv", "--invoices", At("none.csv"), "--payments", "x", "--out", "y");
        Refuses("--payments is missing", "pay-to-inv", "--invoices", invoices, "--out", "y");
        Refuses("'--truth' is not known here", "pay-to-inv", "--invoices", invoices, "--truth", invoices, "--payments", invoices, "--out", "y");
        Refuses("--out has no value", "replay", "--invoices", invoices, "--payments", invoices, "--out");
        Refuses("--set is there twice", "run", "--set", "easy", "--set", "easy");
        Refuses("'easy' is not known here", "run", "easy");
        Refuses("--size '-5' is no number", "run", "--set", "standard", "--size", "-5");
        Refuses("--seed 'x' is no number", "generate", "--set", "easy", "--seed", "x", "--size", "5", "--out", At("g"));
        Refuses("is none of easy, standard, hard, adversarial", "run", "--set", "gentle");
        Refuses("--part needs --invoices", "score", "--truth", Write("m.csv", "match_id,match_category,perturbation_categories,invoice_ids,payment_ids\n1,one,[],[1],[P1]\n"),
            "--decisions", Write("d.csv", "payment_id,outcome,invoice_ids,amounts,confidence,reason\nP1,none,[],[],0,x\n"), "--part", "tuning");
        Refuses("'match' is no command", "match");
        Refuses("A command is missing");

        static void Refuses(string what, params string[] args)
        {
            var (code, said) = Run(args);
            Assert.Equal(2, code);
            Assert.Contains(what, said[0], StringComparison.Ordinal);
            Assert.Contains(said, s => s.StartsWith("pay-to-inv --invoices", StringComparison.Ordinal));
        }
    }

    private (int, string[]) As(Func<string, string> written) => PayToInv(written(Invoices), written(Payments)) is var (code, said) && said.Length == 0 ? (code, Decided()) : (code, said);

    // The same table as other programs write it.
    [Fact]
    public void Tables_of_other_programs_are_the_same_tables()
    {
        var expected = (AccuracyConsole.Good, (string[])["P1 applied [1]", "P2 applied [2]", "P3 applied [3]"]);
        Same(t => t);
        Same(t => "\uFEFF" + t);
        Same(t => t.ReplaceLineEndings("\r\n"));
        Same(t => t.ReplaceLineEndings("\r"));
        Same(t => t.TrimEnd());
        Same(t => t + "\n\r\n\n");
        Same(t => string.Join('\n', Rows(t).Select(r => string.Join(',', r.Select(f => $"\"{f}\"")))));
        Same(t => string.Join('\n', Rows(t).Select(r => string.Join(',', r.Reverse().Select(Quoted)))));
        Same(t => string.Join('\n', Rows(t).Select(r => string.Join(',', r.Append("more, and \"more\"").Select(Quoted)))).Replace("\"more, and \"\"more\"\"\"", "Extra", StringComparison.Ordinal));
        Same(t => string.Join('\n', Rows(t).Select((r, i) => string.Join(',', i > 0 ? r.Select(Quoted) : r.Select(f => f.ToUpperInvariant())))));

        void Same(Func<string, string> written)
        {
            var (code, decided) = As(written);
            Assert.Equal(expected.Item2, decided);
            Assert.Equal(expected.Good, code);
        }

        static string Quoted(string field) => field.Contains(',', StringComparison.Ordinal) || field.Contains('"', StringComparison.Ordinal) ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;

        static IEnumerable<string[]> Rows(string table) => table.TrimEnd().Split('\n').Select(l =>
            System.Text.RegularExpressions.Regex.Matches(l.TrimEnd('\r'), "(?:^|,)(?:\"([^\"]*)\"|([^,]*))").Select(m => m.Groups[1].Value + m.Groups[2].Value).ToArray());
    }

    [Fact]
    public void Fields_that_say_nothing_float_tails_and_other_currencies()
    {
        var invoices = Invoices + "4,DE01,C-2,,9000000004,,2026-01-05,,300.00,ZAR\n5,DE01,C-2,Bolt,,4711000005,2026-01-05,2026-02-05,81.10,EUR\n6,DE01,C-2,Bolt,9000000006,4711000006,2026-01-05,2026-02-05,0.00,EUR\n"
            + "7,DE01,C-1,Acme,9000000007,4711000007,2026-01-05,2026-02-05,-25.00,EUR\n8,DE01,C-1,Acme,9000000008,4711000008,2026-01-05,2026-02-05,5929155.62,JPY\n";
        var payments = Payments + "P4,300.00000000000006,ZAR,2026-01-20,,,9000000004\nP5,81.1,EUR,2026-01-20,DE9,,4711000005\nP6,0,EUR,2026-01-20,DE1,Acme GmbH,9000000006\n"
            + "P7,-25.00,EUR,2026-01-20,DE1,Acme GmbH,9000000007\nP8,5929155.6199999999,JPY,2026-01-20,DE7,Acme,9000000008\nP9,77.00,CLF,2026-01-20,DE8,Nobody,\n";
        var (code, said) = PayToInv(invoices, payments);
        Assert.Equal((AccuracyConsole.Good, 0), (code, said.Length));
        Assert.Equal(["P4 applied [4]", "P5 applied [5]", "P6 none []", "P7 none []", "P8 applied [8]", "P9 none []"], Decided().Skip(3));
        Assert.Contains("P8,applied,[8],[5929155.62],", File.ReadAllText(At("decisions.csv")), StringComparison.Ordinal);
    }

    // Exactly these headings, a row for each payment, one for each alternative, and lists as in the truth.
    [Fact]
    public void Decisions_have_the_columns_that_are_asked_for()
    {
        var invoices = Invoices + "4,DE01,C-1,Acme GmbH,9000000014,4711000014,2026-01-05,2026-02-05,40.00,EUR\n5,DE01,C-1,Acme GmbH,9000000015,4711000015,2026-01-05,2026-02-05,40.00,EUR\n"
            + "6,DE01,C-1,Acme GmbH,9000000016,4711000016,2026-01-05,2026-02-05,40.00,EUR\n7,DE01,C-1,Acme GmbH,9000000017,4711000017,2026-01-05,2026-02-05,40.00,EUR\n";
        PayToInv(invoices, Payments + "P4,175.25,EUR,2026-01-20,DE1,Acme,9000000001 9000000003\nP5,40.00,EUR,2026-01-20,DE1,Acme GmbH,thank you\nP6,12.34,EUR,2026-01-20,DE6,Somebody,\n");
        var lines = File.ReadAllLines(At("decisions.csv"));
        Assert.Equal("payment_id,outcome,invoice_ids,amounts,confidence,reason,rank", lines[0]);
        var rows = Csv.Read(At("decisions.csv"), new());
        Assert.Equal(["P1", "P2", "P3", "P4", "P5", "P6"], Enumerable.Range(0, rows.Count).Select(i => rows.Field(i, "payment_id")).Distinct().Order());
        var groups = Enumerable.Range(0, rows.Count).GroupBy(i => rows.Field(i, "payment_id")).ToList();
        Assert.All(groups, g => Assert.Equal(Enumerable.Range(1, g.Count()).Select(r => $"{r}"), g.Select(i => rows.Field(i, "rank"))));
        Assert.All(groups, g => Assert.Single(g.Select(i => rows.Field(i, "outcome")).Distinct()));
        Assert.InRange(groups.Max(g => g.Count()), 1, 3);
        Assert.All(Enumerable.Range(0, rows.Count), i =>
        {
            Assert.Contains(rows.Field(i, "outcome"), new[] { "applied", "suggested", "none" });
            Assert.Equal(Csv.List(rows.Field(i, "invoice_ids")).Length, Csv.List(rows.Field(i, "amounts")).Length);
            Assert.InRange(rows.Share(i, "confidence"), 0, 1);
        });
    }

    [Fact]
    public void Ranks_count_in_whatever_order_the_rows_stand()
    {
        var truth = Write("matches.csv", "match_id,match_category,perturbation_categories,invoice_ids,payment_ids\n1,one,[],[1],[P1]\n");
        string Score(string rows)
        {
            var (before, said) = (Console.Out, new StringWriter());
            Console.SetOut(said);
            try
            {
                Assert.Equal(AccuracyConsole.Good, Run("score", "--truth", truth, "--decisions", Write("d.csv", "rank,payment_id,outcome,invoice_ids,amounts,confidence,reason\n" + rows), "--list", "none").Code);
            }
            finally
            {
                Console.SetOut(before);
            }
            return said.ToString().Split('\n').Single(l => l.StartsWith("| **all** ", StringComparison.Ordinal)).Split('|')[^3].Trim();
        }
        Assert.Equal("0.000 %", Score("4,P1,suggested,[1],[5.00],0.6,x\n2,P1,suggested,[2],[5.00],0.6,x\n1,P1,suggested,[3],[5.00],0.6,x\n3,P1,suggested,[4],[5.00],0.6,x\n"));
        Assert.Equal("100.000 %", Score("4,P1,suggested,[2],[5.00],0.6,x\n2,P1,suggested,[3],[5.00],0.6,x\n1,P1,suggested,[4],[5.00],0.6,x\n3,P1,suggested,[1],[5.00],0.6,x\n"));
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
    public void What_was_never_cleared_stays_open_in_a_replay()
    {
        var invoices = Write("cleared.csv", "cust_number,seq_in_customer,amount,due_date,clear_date\n7,1,100.00,2019-05-01,2019-05-03\n7,2,50.00,2019-05-01,\n");
        var payments = Write("natural.csv", "payment_id,cust_number,clear_date,total,invoice_count,invoice_seqs\nA,7,2019-05-03,100.00,1,1\nB,7,2019-06-01,50.00,1,2\n");
        Assert.Equal(AccuracyConsole.Good, Run("replay", "--invoices", invoices, "--payments", payments, "--out", At("decisions.csv")).Code);
        Assert.Equal(["A applied [1]", "B applied [2]"], Decided());
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
