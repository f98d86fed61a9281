using OrderToCash.Benchmarks;
using OrderToCash.Benchmarks.Peers;
using OrderToCash.Matching;
using OrderToCash.Receivables;

namespace OrderToCash.Accuracy;

/// <summary>run: the engine and the comparison lines over a generated set, by what the payer says and by what he pays.</summary>
internal sealed class GeneratedRun
{
    private const int MaxListed = 200;
    private const int Bin = 50;

    private readonly MatchingData data;
    private readonly MatchRun run;
    private readonly bool[] isDeterminable;
    private readonly List<HashSet<OpenItemId>> truth;
    private readonly decimal[] amounts;
    private readonly EngineLine ours;

    private GeneratedRun(MatchingData data)
    {
        this.data = data;
        run = MatchingEngine.Match(OpenItemBook.Create(data.Items), data.Payments, MatchingPolicy.Standard, PayerDirectory.Create(data.Aliases),
            ForeignRates.Of(MatchingData.ExchangeRates, MatchingPolicy.Standard.ExchangeSpread));
        isDeterminable = Determinable.Of(data);
        truth = [.. data.Truth.Select(t => t.Select(i => data.Items[i].Id).ToHashSet())];
        amounts = [.. data.Payments.Select(p => InOneCurrency(p.Amount).Amount)];
        ours = Line("OrderToCash", [.. run.Decisions.Select(d => d.Allocations.Select(a => a.Item).ToHashSet())]);
    }

    public static void Run(Arguments arguments)
    {
        var list = arguments.OneOf("list", "none", "wrong", "left", "none");
        var report = new GeneratedRun(Generated.Data(arguments));
        Console.WriteLine($"{report.data.Items.Count} items, {report.data.Payments.Length} payments, set {arguments.Need("set")}, policy {report.run.PolicyVersion}, {report.run.Steps} steps.\n");
        report.Engines();
        report.Classes("the payment says", i => report.data.SaidHow[i].ToString());
        report.Classes("the amount", i => report.data.Twists[i].ToString());
        report.Calibration();
        if (list != "none") report.List(list);
    }

    private EngineLine Line(string name, List<HashSet<OpenItemId>> applied) => new(name, applied, truth, isDeterminable, amounts);

    private void Engines()
    {
        var (everything, oneCurrency) = (Enumerable.Range(0, truth.Count).ToList(), Enumerable.Range(0, truth.Count).Where(IsOfTheBook).ToList());
        var simple = new SimpleLines(data.Items, data.Aliases);
        var handWritten = new HandWrittenMatching(data.Items, data.Aliases).Match(data.Payments);
        EngineLine[] lines =
        [
            ours, Line("hand-written", [.. handWritten.Select(d => d.Items.Select(i => i.Id).ToHashSet())]),
            Line("greedy by due date (as Odoo)", simple.Greedy(data.Payments)), Line("oldest first, FIFO (as ERPNext)", simple.OldestFirst(data.Payments)),
        ];
        Console.WriteLine(EngineLine.Head);
        foreach (var line in lines) Console.WriteLine(line.Row(everything));
        Console.WriteLine($"\nWithout the {everything.Count - oneCurrency.Count} payments in another currency, which only the first engine has rates for:\n");
        Console.WriteLine(EngineLine.Head);
        foreach (var line in lines) Console.WriteLine(line.Row(oneCurrency));
        Console.WriteLine("\nStraight through: rightly applied of what is for something in the book and can be determined from the data. Applying what the");
        Console.WriteLine("data does not determine counts as wrong. Wrong money: of all money that came in.");
    }

    private bool IsOfTheBook(int payment) => data.Payments[payment].Amount.Currency == data.Items[0].Amount.Currency;

    private Money InOneCurrency(Money amount)
    {
        var rate = Array.Find(MatchingData.ExchangeRates, r => r.Quote == amount.Currency);
        return rate is null ? amount : amount.Convert(rate, Rounding.HalfAwayFromZero);
    }

    private void Classes(string head, Func<int, string> nameOf)
    {
        Console.WriteLine($"\n| {head} | payments | not determinable | applied | wrong | precision of payments | precision of allocations | wrong money | straight through | truth in top three | of the left |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var group in Enumerable.Range(0, truth.Count).GroupBy(nameOf).OrderBy(g => g.Key, StringComparer.Ordinal)) Class(group.Key, [.. group]);
        Class("**all**", [.. Enumerable.Range(0, truth.Count)]);
    }

    private void Class(string name, List<int> payments)
    {
        var asked = payments.Where(i => truth[i].Count > 0 && isDeterminable[i]).ToList();
        var left = asked.Where(i => !ours.IsApplied(i)).ToList();
        Console.WriteLine($"| {name} | {payments.Count} | {payments.Count(i => !isDeterminable[i])} | {ours.Figures(payments)} | "
            + $"{EngineLine.Percent(asked.Count(IsAmongThree), asked.Count)} | {EngineLine.Percent(left.Count(IsAmongThree), left.Count)} |");
    }

    private bool IsAmongThree(int payment) => ours.IsRight(payment)
        || run.Decisions[payment].Alternatives.Take(3).Any(a => a.Allocations.Select(x => x.Item).ToHashSet().SetEquals(truth[payment]));

    private void Calibration()
    {
        Console.WriteLine("\n| confidence of applied | payments | said | right |\n|---|---|---|---|");
        foreach (var group in Enumerable.Range(0, truth.Count).Where(ours.IsApplied).GroupBy(i => run.Decisions[i].Confidence / Bin).OrderBy(g => g.Key))
            Console.WriteLine($"| {group.Key * Bin} to {Math.Min(10_000, group.Key * Bin + Bin - 1)} | {group.Count()} | "
                + $"{EngineLine.Percent(group.Sum(i => run.Decisions[i].Confidence), 10_000m * group.Count())} | {EngineLine.Percent(group.Count(ours.IsRight), group.Count())} |");
    }

    // Left: what can be determined, is for something in the book, and was not applied.
    private void List(string which)
    {
        var listed = Enumerable.Range(0, truth.Count)
            .Where(i => which == "wrong" ? ours.IsWrong(i) : truth[i].Count > 0 && isDeterminable[i] && !ours.IsApplied(i)).ToList();
        Console.WriteLine($"\n{listed.Count} {which}:");
        foreach (var i in listed.Take(MaxListed))
            Console.WriteLine($"{data.Payments[i].Id} {data.SaidHow[i]} {data.Twists[i]}{(isDeterminable[i] ? "" : " (not determinable)")} is for "
                + $"[{string.Join(' ', data.Truth[i].Select(t => $"{data.Items[t].Id} {data.Items[t].DocumentNumber} {data.Items[t].Amount}"))}], "
                + $"{data.Payments[i].Amount} '{data.Payments[i].RemittanceText}': {run.Decisions[i].Confidence} {run.Decisions[i].Explanation}");
    }
}
