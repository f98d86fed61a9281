using OrderToCash.Receivables;

namespace OrderToCash.Quickstart.Tests;

/// <summary>What came in is in the books, and nothing of it is where it was not meant to be.</summary>
public class MoneyTests
{
    // Of the money that was meant for invoices.
    private const int LeastAppliedPerMille = 850;

    // Without a word about what is meant, two sums can be equal by chance: at most so many of the 400 payments of a run.
    private const int MostByChance = 2;

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(11), InlineData(42)]
    public async Task No_payment_is_lost_none_is_applied_against_its_own_words_and_few_by_chance(ulong seed)
    {
        using var run = await ARun.Of(new() { Seed = seed });
        Assert.DoesNotContain("FAIL", run.Console);
        var decisions = run.Result.Decisions;
        Assert.All(decisions.Where(d => d.Plan.Treatment == PaymentTreatment.Book), d => Assert.True(d.IsBooked, $"{d.Plan.Entry.Identity}: {d.Errors}"));
        var truths = run.Statement.Truth.ToDictionary(t => (t.Account, t.BankReference));
        Assert.Equal(truths.Count, decisions.Count);
        var items = run.Result.Items.ToDictionary(i => i.Id);
        var (meant, applied) = (0, 0);
        var wrong = new List<(bool IsNamed, string Text)>();
        foreach (var decision in decisions.Where(d => d.Plan.Treatment == PaymentTreatment.Book))
        {
            var truth = truths[(decision.Plan.Entry.Account, decision.Plan.Entry.BankReference)];
            if (decision.Plan.Allocations.Any(a => !truth.Bills.Contains(items[a.Item].DocumentNumber)))
                wrong.Add((decision.Plan.Decision!.Evidence.Any(e => !e.Item.IsNone),
                    $"'{decision.Plan.Entry.RemittanceText}', meant for {string.Join(' ', truth.Bills)}: {BankOutcome.Why(decision)}"));
            if (truth.Bills.IsEmpty || truth.IsSecond) continue;
            meant++;
            if (!decision.Plan.Allocations.IsEmpty) applied++;
        }
        Assert.Empty(wrong.Where(w => w.IsNamed).Select(w => w.Text));
        Assert.True(wrong.Count <= MostByChance, string.Join('\n', wrong.Select(w => w.Text)));
        Assert.InRange(applied * 1000 / meant, LeastAppliedPerMille, 1000);
    }
}
