using System.Globalization;
using OrderToCash.Benchmarks;
using OrderToCash.Benchmarks.Peers;
using OrderToCash.Matching;
using OrderToCash.Receivables;

namespace OrderToCash.Accuracy;

/// <summary>generate and run: the benchmark of our own, with published rates, a seed and the truth.</summary>
internal static class Generated
{
    /// <summary>Writes invoices.csv, payments.csv, aliases.csv and matches.csv.</summary>
    public static void Write(Arguments arguments)
    {
        var (data, directory) = (Data(arguments), arguments.Need("out"));
        Directory.CreateDirectory(directory);
        Lines(directory, "invoices.csv", "invoice_id,customer,document_number,reference,amount,currency,document_date,due_date",
            data.Items.Select(i => Row(i.Id.Value, i.Customer.Value, i.DocumentNumber, i.PaymentReference, Text(i.Amount), i.Amount.Currency.Code,
                Text(i.DocumentDate), Text(i.DueDate))));
        Lines(directory, "payments.csv", "payment_id,name,account,reference,text,amount,currency,received_on",
            data.Payments.Select(p => Row(p.Id.Value, p.CounterpartyName, p.CounterpartyAccount,
                p.Claims.IsEmpty ? "" : p.Claims[0].StructuredReference, p.RemittanceText, Text(p.Amount), p.Amount.Currency.Code, Text(p.ReceivedOn))));
        Lines(directory, "aliases.csv", "account,customer", data.Aliases.Select(a => Row(a.Account, a.Customer.Value)));
        Lines(directory, "matches.csv", "match_id,match_category,perturbation_categories,invoice_ids,payment_ids",
            data.Payments.Select((p, i) => Row(i.ToString(CultureInfo.InvariantCulture), data.SaidHow[i].ToString(), "[]",
                $"[{string.Join(", ", data.Truth[i].Select(t => data.Items[t].Id))}]", $"[{p.Id}]")));
    }

    /// <summary>Runs the engine and the comparison lines over a set, and reports by way of saying.</summary>
    public static void Run(Arguments arguments)
    {
        var data = Data(arguments);
        var run = MatchingEngine.Match(OpenItemBook.Create(data.Items), data.Payments, MatchingPolicy.Standard, PayerDirectory.Create(data.Aliases));
        var ours = run.Decisions.Select(d => d.Allocations.Select(a => a.Item).ToHashSet()).ToList();
        var atThree = run.Decisions.Select(d => d.Alternatives.Select(a => a.Allocations.Select(x => x.Item).ToHashSet()).ToList()).ToList();
        var truth = data.Truth.Select(t => t.Select(i => data.Items[i].Id).ToHashSet()).ToList();
        var handWritten = new HandWrittenMatching(data.Items, data.Aliases).Match(data.Payments).Select(d => d.Items.Select(i => i.Id).ToHashSet()).ToList();
        var simple = new SimpleLines(data.Items, data.Aliases);
        var greedy = simple.Greedy(data.Payments);
        var oldest = simple.OldestFirst(data.Payments);

        Console.WriteLine("| the payment says | payments | right | wrong | left | truth in three of the left |\n|---|---|---|---|---|---|");
        foreach (var kind in Enum.GetValues<Said>().Cast<Said?>().Append(null))
        {
            var of = Enumerable.Range(0, truth.Count).Where(i => kind is null || data.SaidHow[i] == kind).ToList();
            if (of.Count == 0) continue;
            var left = of.Where(i => ours[i].Count == 0 && truth[i].Count > 0).ToList();
            var found = left.Count(i => atThree[i].Exists(a => a.SetEquals(truth[i])));
            Console.WriteLine($"| {kind?.ToString() ?? "**all**"} | {of.Count} | {of.Count(i => ours[i].Count > 0 && ours[i].SetEquals(truth[i]))} | "
                + $"{of.Count(i => ours[i].Count > 0 && !ours[i].SetEquals(truth[i]))} | {left.Count} | {found} |");
        }
        if (arguments.Or("list", "none") == "wrong") ListWrong(data, run, ours, truth);
        Console.WriteLine("\n| engine | applied | wrong | precision | straight through | wrong money |\n|---|---|---|---|---|---|");
        Line("OrderToCash", ours, truth, data);
        Line("hand-written", handWritten, truth, data);
        Line("greedy by due date (as Odoo)", greedy, truth, data);
        Line("oldest first (as ERPNext)", oldest, truth, data);
        Console.WriteLine("\n| confidence | applied | right |\n|---|---|---|");
        foreach (var group in Enumerable.Range(0, truth.Count).Where(i => ours[i].Count > 0).GroupBy(i => run.Decisions[i].Confidence / 50).OrderBy(g => g.Key))
            Console.WriteLine($"| from {group.Key * 50} | {group.Count()} | {Percent(group.Count(i => ours[i].SetEquals(truth[i])), group.Count())} |");
    }

    private static void ListWrong(MatchingData data, MatchRun run, List<HashSet<OpenItemId>> ours, List<HashSet<OpenItemId>> truth)
    {
        Console.WriteLine();
        for (var i = 0; i < truth.Count; i++)
            if (ours[i].Count > 0 && !ours[i].SetEquals(truth[i]))
                Console.WriteLine($"{data.Payments[i].Id} {data.SaidHow[i]} is for [{string.Join(' ', data.Truth[i].Select(t => $"{data.Items[t].Id} {data.Items[t].DocumentNumber} {data.Items[t].Amount}"))}], "
                    + $"{data.Payments[i].Amount} '{data.Payments[i].RemittanceText}': {run.Decisions[i].Confidence} {run.Decisions[i].Explanation}");
    }

    private static void Line(string name, List<HashSet<OpenItemId>> applied, List<HashSet<OpenItemId>> truth, MatchingData data)
    {
        var (count, wrong, wrongMoney, money, payable) = (0, 0, 0m, 0m, 0);
        for (var i = 0; i < truth.Count; i++)
        {
            payable += truth[i].Count > 0 ? 1 : 0;
            money += data.Payments[i].Amount.Amount;
            if (applied[i].Count == 0) continue;
            count++;
            if (applied[i].SetEquals(truth[i])) continue;
            wrong++;
            wrongMoney += data.Payments[i].Amount.Amount;
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {count} | {wrong} | {Percent(count - wrong, count)} | {Percent(count - wrong, payable)} | {100 * wrongMoney / money:0.000} % |"));
    }

    private static MatchingData Data(Arguments arguments)
    {
        var size = arguments.Number("size", 10_000);
        return MatchingData.Generate(size * 3 / 2, size, (ulong)arguments.Number("seed", 42), MatchingSet.Named(arguments.Or("set", "standard")));
    }

    private static void Lines(string directory, string name, string head, IEnumerable<string> rows) =>
        File.WriteAllText(Path.Combine(directory, name), string.Join('\n', rows.Prepend(head)) + "\n");

    private static string Row(params string[] fields) => string.Join(',', fields.Select(Csv.Quoted));

    private static string Text(Money money) => money.Amount.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Text(LocalDate date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Percent(int part, int whole) =>
        whole == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{100m * part / whole:0.000} %");
}
