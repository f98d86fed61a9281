using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Receivables.Tests;

/// <summary>Laws between two runs of the books, and everything there is in a small world.</summary>
public class LedgerLaws
{
    private static readonly LocalDate Day = Books.Day;

    private static Money Eur(long minor) => Money.FromMinorUnits(minor, Currency.Eur);

    public sealed class Numbers
    {
        public static Arbitrary<int[]> Amounts() => Arb.From(from count in Gen.Choose(2, 8) from amounts in Gen.ArrayOf(Gen.Choose(1, 5000), count) select amounts);
    }

    private static string Projection(Books books) => JsonSerializer.Serialize(LedgerBalances.Of(books.Journal));

    private static Books Invoiced(int[] amounts)
    {
        var books = Books.InEuro();
        for (var i = 0; i < amounts.Length; i++) Expect.Success(books.Invoice($"I{i}", Eur(amounts[i])));
        return books;
    }

    private static void Pay(Books books, int item, int amount, string suffix = "")
    {
        Expect.Success(books.Receive($"P{item}{suffix}", Eur(amount)));
        Expect.Success(books.Apply(Day, Books.Request($"A{item}{suffix}", $"P{item}{suffix}", $"I{item}", Eur(amount))));
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(Numbers)])]
    public void The_order_of_independent_payments_does_not_matter(int[] amounts)
    {
        var (one, other) = (Invoiced(amounts), Invoiced(amounts));
        for (var i = 0; i < amounts.Length; i++) Pay(one, i, amounts[i]);
        for (var i = amounts.Length - 1; i >= 0; i--) Pay(other, i, amounts[i]);
        Assert.Equal(Projection(one), Projection(other));
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(Numbers)])]
    public void A_payment_in_parts_is_the_payment(int[] amounts)
    {
        var (one, other) = (Invoiced(amounts), Invoiced(amounts));
        for (var i = 0; i < amounts.Length; i++)
        {
            Pay(one, i, amounts[i]);
            var part = amounts[i] / 2;
            if (part > 0) Pay(other, i, part, "a");
            Pay(other, i, amounts[i] - part, "b");
        }
        Assert.Equal(Projection(one), Projection(other));
    }

    [Property(MaxTest = 400, Arbitrary = [typeof(Sequences)])]
    public void What_is_done_and_taken_back_had_not_been(Step[] steps)
    {
        var machine = new LedgerMachine(steps.Length == 0 ? 0 : steps[0].Second);
        var books = machine.Books;
        foreach (var step in steps)
        {
            var before = (Projection(books), Items(books));
            var result = machine.Do(step);
            if (!result.IsSuccess || !result.Value.Entries[0].Reverses.IsNone || result.Value.Entries.Count > 1) continue;
            var back = books.Commit(Ledger.Reverse(
                books.All, result.Value.Entries[0], new() { Entry = books.NextEntry(), Date = result.Value.Entries[0].Date }, books.Policy, Books.Clerk, books.Now));
            if (back.IsSuccess) Assert.Equal(before, (Projection(books), Items(books)));
        }
    }

    private static string Items(Books books) => string.Join('\n', books.Items.Values.Where(i => !i.Open.IsZero || !i.Recovered.IsZero)
        .OrderBy(i => i.Id).Select(i => $"{i.Id} {i.Open} {i.OpenFunctional} {i.OpenAdjustment} {i.WrittenOff} {i.Recovered} {i.Spendable}"));

    [Property(MaxTest = 200, Arbitrary = [typeof(Sequences)])]
    public void Any_prefix_replays_to_what_was_known_then(Step[] steps)
    {
        var machine = new LedgerMachine(steps.Length == 0 ? 0 : steps[0].Second);
        var books = machine.Books;
        var (projections, known) = (new List<(int Count, string Projection)>(), new List<(Instant At, string Open)>());
        var today = Day.PlusDays(2000);
        foreach (var step in steps)
            if (machine.Do(step).IsSuccess)
            {
                projections.Add((books.Journal.Count, Projection(books)));
                known.Add((books.Now, AsOf(books, today, books.Now)));
            }
        foreach (var (count, projection) in projections)
            Assert.Equal(projection, JsonSerializer.Serialize(LedgerBalances.Of(books.Journal.Take(count))));
        foreach (var (at, open) in known) Assert.Equal(open, AsOf(books, today, at));
    }

    private static string AsOf(Books books, LocalDate day, Instant at) => string.Join('\n', books.Items.Values.OrderBy(i => i.Id)
        .Select(i => (i.Id, Open: i.OpenAsOf(day, at))).Where(i => !i.Open.IsZero).Select(i => $"{i.Id} {i.Open}"));

    [Fact]
    public void Every_application_in_a_small_world_is_allowed_exactly_when_it_fits()
    {
        var tried = 0;
        for (var items = 1; items <= 5; items++)
            foreach (var units in Enumerable.Range(0, (int)Math.Pow(5, items)).Select(n => Digits(n, items)).Where(u => items < 4 || u.Zip(u.Skip(1)).All(p => p.First <= p.Second)))
                for (var money = 1; money <= 5; money++)
                    for (var parts = 0; parts < 3; parts++)
                    {
                        tried++;
                        TryAll(units, money, parts);
                    }
        Assert.True(tried > 3000, $"{tried}");
    }

    private static int[] Digits(int number, int count) => [.. Enumerable.Range(0, count).Select(i => (number / (int)Math.Pow(5, i) % 5) + 1)];

    // One payment over all items in order, so many units to each: the ledger says yes exactly when neither side is overdrawn.
    private static void TryAll(int[] units, int money, int take)
    {
        var books = Invoiced(units);
        Expect.Success(books.Receive("P", Eur(money)));
        var (left, open) = (money, (int[])units.Clone());
        for (var i = 0; i < units.Length * 2; i++)
        {
            var (item, amount) = (i % units.Length, take + 1);
            var fits = amount <= left && amount <= open[item];
            var result = books.Apply(Day, Books.Request($"A{i}", "P", $"I{item}", Eur(amount)));
            Assert.Equal(fits, result.IsSuccess);
            if (!fits)
            {
                Expect.Refused(LedgerErrors.MoreThanOpen, result);
                continue;
            }
            (left, open[item]) = (left - amount, open[item] - amount);
        }
        Assert.Equal(-left, books["P"].Open.MinorUnits);
        Assert.Equal(open.Select(o => (long)o), units.Select((_, i) => books[$"I{i}"].Open.MinorUnits));
    }
}
