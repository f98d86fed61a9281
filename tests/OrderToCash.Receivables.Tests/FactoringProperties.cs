using FsCheck;
using FsCheck.Fluent;
using static OrderToCash.Receivables.Tests.FactoringTests;

namespace OrderToCash.Receivables.Tests;

public sealed class FactoringProperties
{
    /// <summary>A command by small numbers; many are illegal.</summary>
    public sealed record Command(int Kind, int Item, int Cents, int Days);

    public static class Cases
    {
        public static Arbitrary<Command[]> Commands() => Arb.From(
            (from kind in Gen.Choose(0, 6)
             from item in Gen.Choose(0, 2)
             from cents in Gen.Frequency((5, Gen.Choose(1, 60_000)), (3, Gen.Constant(-1)), (1, Gen.Constant(0)))
             from days in Gen.Choose(0, 15)
             select new Command(kind, item, cents, days)).ArrayOf(),
            commands => Enumerable.Range(0, commands.Length).Select(i => commands.Where((_, n) => n != i).ToArray()));
    }

    private static readonly string[] Items = ["A", "B", "X"];

    [Property(MaxTest = 400, Arbitrary = [typeof(Cases)])]
    public void Whatever_is_tried_the_account_of_the_factor_is_what_the_lines_say(Command[] commands, bool isLoan)
    {
        var books = TwoInvoices();
        Expect.Success(books.Receive("P", Eur(1200)));
        Expect.Success(books.Invoice("X", Eur(7)));
        var state = Take(books, null, Assign(books, Facts(isLoan ? Loan : Terms), "A", "B"));
        var (day, first, log) = (0, state, new List<FactoringEvent>());
        foreach (var command in commands)
        {
            day += command.Days;
            var result = Run(state, command, books, day);
            if (!result.IsSuccess) continue;
            log.AddRange(result.Value.Decision.Events);
            state = Take(books, state, result);
            var none = Eur(0);
            var advances = Money.Sum(state.Lines.Select(l => l.Advance ?? none), Currency.Eur);
            foreach (var line in state.Lines)
                Assert.Equal(isLoan || line.ReturnedOn is not null ? line.Amount - line.Collected : none, books.Items[line.Item].Open);
            // What is lent on an item stands on the item, so that nobody else settles it.
            foreach (var line in state.Lines)
                Assert.Equal(isLoan && line.ReturnedOn is null ? line.Outstanding : null, books.Items[line.Item].Pledge?.Outstanding);
            if (state.Lines.All(l => !l.IsWithFactor) && state.Releasable.IsZero && advances.IsPositive)
                Assert.True(state.Balance.Document <= none || state.Lines.Any(l => l.Advance is null));
        }
        Assert.Equal(state, log.Aggregate(first, (s, e) => s.Apply(e)));
        Assert.Equal(Eur(1340.33m), books.Balance(AccountRole.Sales).Abs());
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(Cases)])]
    public void Whatever_was_tried_it_can_be_brought_to_an_end_where_nobody_owes_anything(Command[] commands, bool isLoan)
    {
        var books = TwoInvoices();
        Expect.Success(books.Receive("P", Eur(1200)));
        Expect.Success(books.Invoice("X", Eur(7)));
        var (state, day) = (Take(books, null, Assign(books, Facts(isLoan ? Loan : Terms), "A", "B")), 0);
        foreach (var command in commands)
        {
            day += command.Days;
            var result = Run(state, command, books, day);
            if (result.IsSuccess) state = Take(books, state, result);
        }
        if (state.FundedOn is null && state.Lines.Any(l => l.ReturnedOn is null)) state = Take(books, state, Fund(state, books, day));
        foreach (var item in state.Lines.Where(l => l.IsWithFactor).Select(l => l.Item))
            state = Take(books, state, state.Collect(books.Items[item], Of(state.Line(item)!.Outstanding), books.Policy, Anna, At));
        while (state.PayFactor(Of(Eur(0.01m)), books.Policy, Anna, At).IsSuccess)
        {
            var owed = Expect.Refused(FactoringErrors.MoreThanOutstanding, state.PayFactor(Of(Eur(1_000_000)), books.Policy, Anna, At)).Fact("left")!;
            state = Take(books, state, state.PayFactor(Of(Money.Parse(owed)), books.Policy, Anna, At));
        }
        if (state.Releasable.IsPositive) state = Take(books, state, state.Release(Of(state.Releasable), null, books.Policy, Anna, At));
        Assert.True(state.IsFinished, $"{state.Balance.Document} is left");

        FactorMoneyFacts Of(Money amount) => new() { Entry = books.NextEntry(), Amount = amount, On = Day.PlusDays(day) };
    }

    private static Result<FactoringStep> Fund(FactoringAssignment state, Books books, int day) =>
        state.Fund(new() { Entry = books.NextEntry(), On = Day.PlusDays(day) }, books.Policy, Anna, At);

    private static Result<FactoringStep> Run(FactoringAssignment state, Command c, Books books, int day)
    {
        var item = books[Items[c.Item]];
        var line = state.Line(item.Id);
        var money = new FactorMoneyFacts
        {
            Entry = books.NextEntry(), On = Day.PlusDays(day),
            Amount = c.Cents >= 0 ? Money.FromMinorUnits(c.Cents, Currency.Eur) : line?.Outstanding ?? Eur(1),
        };
        return c.Kind switch
        {
            0 => Fund(state, books, day),
            1 => state.Collect(item, money, books.Policy, Anna, At),
            2 => state.PassOn(item, books["P"], money, books.Policy, Anna, At),
            3 => state.PayFactor(money, books.Policy, Anna, At),
            4 => state.Release(c.Cents < 0 && state.Releasable.IsPositive ? money with { Amount = state.Releasable } : money, c.Cents % 2 == 0 ? Eur(0.01m) : null, books.Policy, Anna, At),
            5 => state.TakeBack(item, (FactoringReturnReason)(c.Days % 3), new() { Entry = money.Entry, CollectedEntry = books.NextEntry(), On = money.On }, books.Policy, Anna, At),
            _ => state.Recall(item, books["P"], new()
            {
                Entry = money.Entry, Date = money.On,
                Application = line?.Collections.LastOrDefault(x => !x.Application.IsNone && x.Amount.IsPositive)?.Application ?? default,
            }, books.Policy, Anna, At),
        };
    }
}
