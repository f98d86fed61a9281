using FsCheck;
using FsCheck.Fluent;
using OrderToCash.Receivables;
using static OrderToCash.Collections.Tests.ALetter;

namespace OrderToCash.Collections.Tests;

public class DunningProperties
{
    /// <summary>A step in the life of a few items: time passes and one thing is tried.</summary>
    public sealed record Command(int Kind, int Item, int Days);

    public sealed record Portfolio(OpenItem[] Items, DunningStop[] Stops, int Day);

    public static class Cases
    {
        public static Arbitrary<Command[]> Commands() => Arb.From(
            (from kind in Gen.Frequency((3, Gen.Constant(0)), (4, Gen.Choose(0, 4)))
             from item in Gen.Choose(0, 5)
             from days in Gen.Choose(0, 12)
             select new Command(kind, item, days)).ArrayOf(),
            commands => Enumerable.Range(0, commands.Length).Select(i => commands.Where((_, n) => n != i).ToArray()));

        public static Arbitrary<Portfolio> Portfolios() => Arb.From(
            from items in AnItem.ArrayOf()
            from stops in AStop.ArrayOf()
            from day in Gen.Choose(-10, 80)
            select new Portfolio(items.Select((item, i) => item with { Id = new($"I-{i}") }).ToArray(), stops, day));

        private static Gen<OpenItem> AnItem { get; } =
            from cents in Gen.Choose(-5_000, 20_000)
            from due in Gen.Choose(-40, 40)
            from customer in Gen.Choose(0, 2)
            from currency in Gen.Elements(Currency.Eur, Currency.Jpy)
            let kind = cents < 0 ? OpenItemKind.CreditNote : OpenItemKind.Invoice
            select Item("I", Money.FromMinorUnits(cents, currency), kind, Due.PlusDays(due)) with
            {
                Customer = new($"C-{customer}"),
            };

        private static Gen<DunningStop> AStop { get; } =
            from item in Gen.Choose(0, 20)
            from customer in Gen.Choose(0, 2)
            from until in Gen.Choose(-20, 80)
            from whole in Gen.Choose(0, 5)
            select new DunningStop
            {
                Customer = new($"C-{customer}"), Item = whole == 0 ? null : new OpenItemId($"I-{item}"), Reason = (DunningStopReason)(item % 5),
                Until = until < 0 ? null : Due.PlusDays(until),
            };
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(Cases)])]
    public void Every_item_is_on_one_letter_or_on_the_list_of_those_that_are_not(Portfolio p)
    {
        var plan = DunningRun.Plan(p.Items, [], p.Stops, Policy, Due.PlusDays(p.Day));
        var told = plan.Letters.SelectMany(l => l.Lines.Select(i => i.Item)).Concat(plan.NotDunned.Select(n => n.Item)).Order();
        Assert.Equal(p.Items.Select(i => i.Id).Order(), told);
        foreach (var letter in plan.Letters)
        {
            Assert.Equal(letter.Level, letter.Lines.Max(l => l.Level));
            Assert.Equal(letter.AmountDue, Money.Sum(letter.Lines.Select(l => l.Amount), letter.AmountDue.Currency));
            Assert.All(letter.Lines, l => Assert.True(l.Amount.IsPositive));
            Assert.True(letter.CreditTotal < letter.AmountDue + Overdue(p, letter));
        }
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(Cases)])]
    public void The_order_of_the_input_does_not_matter(Portfolio p)
    {
        var day = Due.PlusDays(p.Day);
        Assert.Equal(
            DunningRun.Plan(p.Items, [], p.Stops, Policy, day),
            DunningRun.Plan(p.Items.Reverse(), [], p.Stops.Reverse(), Policy, day));
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(Cases)])]
    public void Whatever_is_tried_nobody_is_reminded_twice_too_soon_or_out_of_turn(Command[] commands)
    {
        var items = Enumerable.Range(0, 5).Select(i => Invoice($"I-{i}", 10 + i, Due.PlusDays(i * 3))).ToArray();
        var (day, log) = (Due.PlusDays(-6), new List<DunningEvent>());
        var (known, stale) = ((DunningCase?)null, (DunningLetter?)null);
        foreach (var command in commands)
        {
            day = day.PlusDays(command.Days);
            OpenItemId id = new($"I-{command.Item}");
            var plan = DunningRun.Plan(items, known is null ? [] : [known], [], Policy, day);
            var letter = command.Kind == 1 ? stale : plan.Letters.FirstOrDefault();
            if (command.Kind < 2 && letter is null) continue;
            stale = plan.Letters.FirstOrDefault() ?? stale;
            if (known is null && command.Kind > 1) continue;
            var result = command.Kind switch
            {
                0 or 1 => known is null ? DunningCase.Open(letter!, Clerk, At) : known.Execute(letter!, Clerk, At),
                2 or 3 => known!.Cure([id], day, Clerk, At),
                _ => known!.Restore([id], day, Clerk, At),
            };
            if (!result.IsSuccess) continue;
            known = known is null ? result.Value.State : result.Value.Events.Aggregate(known, (s, e) => s.Apply(e));
            Assert.Equal(known, result.Value.State);
            Assert.Empty(known.Check());
            log.AddRange(result.Value.Events);
            if (command.Kind < 2) Assert.Empty(Expect.Success(known.Execute(letter!, Clerk, At)).Events);
        }
        var steps = log.OfType<LevelReached>().SelectMany(r => r.Letter.Lines.Select(l => (l.Item, l.Level, l.Cycle))).ToList();
        Assert.Equal(steps.Count, steps.Distinct().Count());
        foreach (var step in known?.Items.SelectMany(i => i.Steps.Zip(i.Steps.Skip(1))).Where(s => s.First.Cycle == s.Second.Cycle) ?? [])
        {
            Assert.Equal(step.First.Level + 1, step.Second.Level);
            Assert.True(Period.DaysBetween(step.First.On, step.Second.On) >= Policy.Levels[step.Second.Level - 1].MinimumDaysAfterPrevious);
        }
    }

    private static Money Overdue(Portfolio p, DunningLetter letter) => Money.Sum(
        p.Items.Where(i => i.Customer == letter.Customer && i.Open.Currency == letter.AmountDue.Currency && i.Open.IsPositive).Select(i => i.Open),
        letter.AmountDue.Currency);
}
