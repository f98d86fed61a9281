using FsCheck.Fluent;

namespace OrderToCash.Receivables.Tests;

/// <summary>Random commands, legal and illegal, over several currencies and policies; after each step the books must be in order.</summary>
public class LedgerProperties
{
    private static LedgerMachine Machine(Step[] steps) => new(steps.Length == 0 ? 0 : steps[0].Second);

    [Property(MaxTest = 800, Arbitrary = [typeof(Sequences)])]
    public void After_every_command_the_books_are_in_order(Step[] steps) => StayInOrder(steps);

    [Property(MaxTest = 400, Arbitrary = [typeof(ForeignSequences)])]
    public void After_every_command_in_foreign_cents_the_books_are_in_order(Step[] steps) => StayInOrder(steps);

    private static void StayInOrder(Step[] steps)
    {
        var machine = Machine(steps);
        var books = machine.Books;
        foreach (var step in steps)
        {
            var before = (books.Journal.Count, Items: books.All);
            var result = machine.Do(step);
            if (!result.IsSuccess)
            {
                Assert.Equal(before.Count, books.Journal.Count);
                Assert.Equal(before.Items, books.All);
                continue;
            }
            foreach (var (name, holds) in LedgerInvariants.AfterEachStep) Hold(name, () => holds(books, result.Value));
            foreach (var (name, holds) in LedgerInvariants.OfDisputes) Hold(name, () => holds(machine));
        }
        foreach (var (name, holds) in LedgerInvariants.InTheEnd) Hold(name, () => holds(books, machine.Today));
        foreach (var (name, holds) in LedgerInvariants.OfDisputesInTheEnd) Hold(name, () => holds(machine));
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(Sequences)])]
    public void Nothing_is_ever_posted_on_top_of_an_item_that_was_broken_in_the_store(Step[] steps)
    {
        var machine = Machine(steps);
        var books = machine.Books;
        foreach (var step in steps.Take(steps.Length / 2)) machine.Do(step);
        if (books.Items.Count == 0) return;
        var sound = books.Items.Values.ElementAt(steps[^1].First % books.Items.Count);
        var broken = Corruptions[steps[^1].Second % Corruptions.Length](sound);
        books.Items[broken.Id] = broken;
        Assert.NotEmpty(broken.Check());
        Expect.Found(LedgerErrors.ItemQuarantined, LedgerBalances.Of(books.Journal).Check(books.Items.Values));
        foreach (var step in steps.Skip(steps.Length / 2))
        {
            var posted = books.Journal.Count;
            var result = machine.Do(step);
            Assert.Same(broken, books.Items[broken.Id]);
            if (result.IsSuccess) Assert.All(books.Journal.Skip(posted).SelectMany(e => e.Lines), line => Assert.NotEqual(broken.Id, line.Item));
        }
    }

    private static readonly Func<OpenItem, OpenItem>[] Corruptions =
    [
        item => item with { Amount = Money.Zero(item.Amount.Currency) },
        item => item with { Amount = -item.Amount, FunctionalAmount = -item.FunctionalAmount },
        item => item with { Applications = item.Applications.Add(Applied(item, item.Amount + item.Amount)) },
        item => item with { Applications = item.Applications.Add(Applied(item, item.Open + (item.Open.IsZero ? item.Amount : -item.Open - item.Amount))) },
        item => item with { Applications = item.Applications.Add(Applied(item, item.Amount) with { On = item.OpenedOn.PlusDays(-1) }) },
        item => item with { Applications = item.Applications.Add(Applied(item, item.Amount)).Add(Applied(item, item.Amount)) },
        item => item with { TaxRoles = [AccountRole.OutputTax, AccountRole.OutputTax, AccountRole.OutputTax, AccountRole.OutputTax, AccountRole.OutputTax] },
        item => item with { TaxShares = item.TaxShares.Add(Share(item, Gold)) },
        item => item with { Discounts = [new() { Until = item.DueDate, Percentage = Percentage.Zero, Discount = Gold }] },
        item => item with { PendingTax = Gold },
        item => item with { Applications = item.Applications.Add(Applied(item, item.Amount) with { TaxRelief = [.. item.TaxShares, Share(item, item.Amount)] }) },
        item => item with { Applications = item.Applications.Add(Applied(item, item.Amount) with { ExigibleTax = [.. item.TaxShares, Share(item, item.Amount)] }) },
        item => item with { Applications = item.Applications.Add(Applied(item, item.Amount) with { Rest = Gold }) },
        item => item with { Applications = item.Applications.Add(Applied(item, item.Amount) with { Revalued = Gold }) },
        item => item with { Revaluations = [new() { Entry = item.Entry, Adjustment = Gold, On = item.OpenedOn, RecordedAt = default }] },
        item => item with { Recoveries = [new() { Entry = item.Entry, Amount = Gold, On = item.OpenedOn, RecordedAt = default }] },
    ];

    private static Money Gold => Money.FromMinorUnits(1, Currency.Custom("ZZG", 3));

    private static TaxShare Share(OpenItem item, Money tax) => new()
    {
        Category = TaxCategory.Standard, Rate = Percentage.Of(19), Base = tax, Tax = tax, TaxPoint = item.OpenedOn,
    };

    private static Application Applied(OpenItem item, Money amount) => new()
    {
        Id = new("broken"), Counterpart = default, Amount = amount, FunctionalAmount = item.FunctionalAmount, On = item.OpenedOn, RecordedAt = default,
    };

    private static void Hold(string name, Action holds)
    {
        try
        {
            holds();
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"Broken: {name}. {e.Message}", e);
        }
    }

    [Fact]
    public void The_random_commands_reach_every_verb_and_are_refused_too()
    {
        var (done, refused) = (new HashSet<Verb>(), new HashSet<string>());
        var verbs = Enum.GetValues<Verb>().Except([Verb.Lock, Verb.LockException, Verb.HardLock]).ToArray();
        // Rare ones take more than one round of samples now and then.
        for (var round = 0; round < 20 && done.Count < verbs.Length; round++)
            foreach (var steps in Seed.Sample(Sequences.Steps().Generator, 800, 50, $"ledger {round}"))
            {
                var machine = Machine(steps);
                foreach (var step in steps)
                {
                    var result = machine.Do(step);
                    if (result.IsSuccess) done.Add(step.Verb);
                    else refused.UnionWith(result.Errors.Select(e => e.Code));
                }
            }
        Assert.Equal(verbs, done.Order());
        Assert.True(done.Count >= 25 && refused.Count >= 20, string.Join(", ", refused));
    }

    [Fact]
    public void Enough_invariants_are_checked() =>
        Assert.True(LedgerInvariants.AfterEachStep.Count + LedgerInvariants.OfDisputes.Count >= 25 && LedgerInvariants.InTheEnd.Count >= 7);
}
