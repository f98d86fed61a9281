using OrderToCash.EInvoicing;
using OrderToCash.Receivables;

namespace OrderToCash.Quickstart.Tests;

/// <summary>A check that nothing can make fail is no check.</summary>
public class SelfCheckTests : IAsyncLifetime
{
    private static readonly EInvoiceTally Good = new() { Syntax = EInvoiceSyntax.Ubl, Written = 1 };

    private ARun run = null!;

    public async Task InitializeAsync() => run = await ARun.Of();

    public Task DisposeAsync()
    {
        run.Dispose();
        return Task.CompletedTask;
    }

    private static List<string> Failing(CycleResult result) =>
        [.. SelfChecks.Of(result, new(result.Journal, Currency.Gbp), Good).Where(c => !c.Holds).Select(c => c.Name)];

    [Fact]
    public void All_hold_on_a_good_run_and_each_fails_on_a_broken_one()
    {
        var good = run.Result;
        Assert.Empty(Failing(good));
        var oneSided = new JournalTotals(good.Journal.SelectMany(e => e.Lines.Select(l => (e.Event, l))).Skip(1), Currency.Gbp);
        Assert.Contains(SelfChecks.Of(good, oneSided, Good), c => !c.Holds && c.Name.Contains("journal balances", StringComparison.Ordinal));
        foreach (var bad in new[] { (Good with { Refused = 1 }).With("INV-1: BR-16"), (Good with { Different = 1 }).With("INV-1") })
            Assert.Contains(SelfChecks.Of(good, new(good.Journal, Currency.Gbp), bad), c => !c.Holds && c.Name.Contains("e-invoice", StringComparison.Ordinal) && c.Detail.Contains("INV-1", StringComparison.Ordinal));
        Broken("open items are the balances", good with { Journal = [.. good.Journal.Skip(1)] });
        Broken("open items are the balances", good with { Items = [.. good.Items.OrderBy(i => i.Open.IsZero).Skip(1)] });
        Broken("Payments = ", good with { Decisions = [.. good.Decisions.Where(d => !d.IsBooked), .. good.Decisions.Where(d => d.IsBooked).Skip(1)] });
        var owed = good.Items.First(i => i.Kind == OpenItemKind.Invoice && !i.Open.IsZero);
        Broken("exposure buckets", good with { Items = [.. good.Items.Where(i => i.Id != owed.Id)] });
        var credited = good.Invoices.First(i => i.CreditNotes.Count > 0);
        var wrong = good.Invoices.First(i => i.CreditNotes.IsEmpty) with { Credited = credited.Credited };
        Broken("totals of every posted invoice", good with { Invoices = [wrong, .. good.Invoices.Skip(1)] });
        Broken("numbers of invoices", good with { Invoices = [.. good.Invoices.Skip(1)] });
        var item = good.Items.First(i => i.Kind == OpenItemKind.Invoice);
        Broken("Every stored order", good with { Items = [item with { Amount = -item.Amount }, .. good.Items.Where(i => i.Id != item.Id)] });
    }

    private static void Broken(string name, CycleResult result) => Assert.Contains(Failing(result), n => n.Contains(name, StringComparison.Ordinal));
}
