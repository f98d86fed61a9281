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
            if (!result.IsSuccess || result.Value.Entries.Count != 1 || !result.Value.Entries[0].Reverses.IsNone) continue;
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

    // Items with the same units and amounts are the same whatever their order: each world is tried once.
    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5)]
    public void Every_application_in_a_small_world_is_allowed_exactly_when_it_fits(int items)
    {
        var (tried, allowed) = (0, 0);
        foreach (var world in Worlds(items, 0))
        {
            var books = Invoiced([.. world.Select(pair => pair.Units)]);
            var requests = world.Index().Where(p => p.Item.Amount > 0)
                .Select(p => Books.Request($"A{p.Index}", "P", $"I{p.Index}", Eur(p.Item.Amount))).ToArray();
            var (sum, fits) = (world.Sum(pair => pair.Amount), world.All(pair => pair.Amount <= pair.Units));
            for (var money = Math.Clamp(sum - 1, 1, 5); money <= Math.Clamp(sum, 1, 5); money++)
            {
                tried++;
                books.Items[new("P")] = Payment(money);
                var result = Ledger.Apply(books.All, new() { Entry = new("J"), Date = Day, Applications = [.. requests] }, books.Policy, Books.Clerk, books.Now);
                Assert.Equal(sum > 0 && fits && sum <= money, result.IsSuccess);
                if (!result.IsSuccess)
                {
                    Expect.Refused(sum == 0 ? LedgerErrors.NothingToDo : LedgerErrors.MoreThanOpen, result);
                    continue;
                }
                allowed++;
                Assert.Equal(sum - money, result.Value.Item(new("P"))!.Open.MinorUnits);
                foreach (var (index, pair) in world.Index())
                    Assert.Equal(pair.Units - pair.Amount, (result.Value.Item(new($"I{index}")) ?? books[$"I{index}"]).Open.MinorUnits);
            }
        }
        Assert.True(allowed > 0 && tried >= Math.Pow(6, items), $"{allowed} of {tried}");
    }

    // Up to five items of one to five units, and zero to five units applied to each; six and more in all can never fit.
    private static IEnumerable<(int Units, int Amount)[]> Worlds(int items, int from)
    {
        if (items == 0)
        {
            yield return [];
            yield break;
        }
        for (var pair = from; pair < 30; pair++)
            foreach (var rest in Worlds(items - 1, pair))
                if ((pair % 6) + rest.Sum(r => r.Amount) <= 6) yield return [((pair / 6) + 1, pair % 6), .. rest];
    }

    private static OpenItem Payment(int money)
    {
        var books = Books.InEuro();
        Expect.Success(books.Receive("P", Eur(money)));
        return books["P"];
    }
}
