using FsCheck;
using FsCheck.Fluent;
using static OrderToCash.Orders.Tests.AnOrder;
using static OrderToCash.Orders.Tests.APricing;

namespace OrderToCash.Orders.Tests;

public class PriceBookProperties
{
    /// <summary>Lists without ties, small enough that many entries meet one question.</summary>
    public static class Lists
    {
        private static readonly Gen<PriceListEntry> Entry =
            from amount in Gen.Choose(1, 1_000)
            from customer in Gen.Elements("", "", "C-7", "C-8")
            from contract in Gen.Elements("", "", "", "K-1")
            from unit in Gen.Elements("", "", "C62", "KGM")
            from least in Gen.Elements(0, 0, 5, 10)
            from currency in Gen.Elements(Currency.Eur, Currency.Eur, Currency.Jpy)
            from grouped in Gen.Elements("", "", "retail", "other")
            from first in Gen.Choose(-3, 3)
            from days in Gen.Elements(0, 1, 3, 99)
            from bounded in Gen.Choose(0, 2)
            select new PriceListEntry
            {
                Product = new("P"), Price = UnitPrice.Of(amount, currency), Group = grouped, Contract = contract.Length == 0 ? default : new(contract),
                Customer = customer.Length == 0 ? default : new(customer), Unit = unit.Length == 0 ? default : new(unit),
                From = least == 0 ? null : Quantity.Of(least, unit.Length == 0 ? UnitCode.Piece : new(unit)),
                ValidFrom = bounded > 0 ? Day.PlusDays(first) : null, ValidTo = bounded > 1 ? Day.PlusDays(first + days) : null,
            };

        public static Arbitrary<PriceListEntry[]> Entries() => Arb.From(
            Gen.ListOf(Entry).Select(all => Tied([.. all])),
            all => Enumerable.Range(0, all.Length).Select(i => (PriceListEntry[])[.. all[..i], .. all[(i + 1)..]]));

        // Takes out what is tied with an earlier one.
        private static PriceListEntry[] Tied(PriceListEntry[] all)
        {
            var kept = new List<PriceListEntry>();
            foreach (var entry in all)
                if (List([.. kept, entry]).Check().IsEmpty) kept.Add(entry);
            return [.. kept];
        }
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(Lists)])]
    public void The_place_in_the_list_never_matters(PriceListEntry[] entries, int seed, byte pieces, bool retail)
    {
        var question = Question(pieces % 12 + 1) with { Group = retail ? "retail" : "" };
        var shuffled = entries.OrderBy(e => e.GetHashCode() ^ seed).ToArray();
        var (one, other) = (List(entries).Find(question), List(shuffled).Find(question));
        Assert.Equal(one.IsSuccess, other.IsSuccess);
        if (one.IsSuccess) Assert.Equal(one.Value, other.Value);
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(Lists)])]
    public void The_winner_holds_and_beats_every_other_that_holds_and_nothing_else_is_missed(PriceListEntry[] entries, byte pieces)
    {
        var question = Question(pieces % 12 + 1) with { Group = "retail" };
        var holding = entries.Where(e => Holds(e, question)).ToList();
        var answer = List(entries).Find(question);
        Assert.Equal(holding.Count > 0, answer.IsSuccess);
        if (!answer.IsSuccess) return;
        var winner = answer.Value.Entry;
        Assert.Contains(winner, holding);
        Assert.Single(answer.Value.Considered, c => c.Verdict == PriceVerdict.Won);
        Assert.Equal(holding.Count, answer.Value.Considered.Count(c => c.Verdict <= PriceVerdict.DatesFirst));
        foreach (var loser in holding.Where(e => !ReferenceEquals(e, winner)))
            Assert.True(Keys(winner).CompareTo(Keys(loser)) > 0, $"{winner} should stand back behind {loser}");
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(Lists)])]
    public void A_price_taken_out_that_did_not_win_changes_nothing(PriceListEntry[] entries, byte which)
    {
        var answer = List(entries).Find(Question(10));
        if (!answer.IsSuccess || entries.Length < 2) return;
        var index = which % entries.Length;
        if (ReferenceEquals(entries[index], answer.Value.Entry)) return;
        Assert.Equal(answer.Value.Entry, Expect.Success(List([.. entries[..index], .. entries[(index + 1)..]]).Find(Question(10))).Entry);
    }

    // Written anew from the documentation.
    private static bool Holds(PriceListEntry e, PriceQuestion q)
    {
        var unit = e.From?.Unit ?? e.Unit;
        return e.Price.Currency == q.Currency && (e.Customer.IsNone || e.Customer == q.Customer) && (e.Group == "" || e.Group == q.Group)
            && (unit.IsNone || unit == q.Quantity.Unit) && (e.From is null || e.From.Value.Value <= q.Quantity.Value)
            && (e.ValidFrom ?? LocalDate.MinIsoValue) <= q.On && q.On <= (e.ValidTo ?? LocalDate.MaxIsoValue);
    }

    private static (bool, bool, bool, bool, decimal, LocalDate, int) Keys(PriceListEntry e) =>
        (!e.Contract.IsNone, !e.Customer.IsNone, e.Group.Length > 0, e.From is not null || !e.Unit.IsNone, e.From?.Value ?? 0,
            e.ValidFrom ?? LocalDate.MinIsoValue, -(e.ValidTo ?? LocalDate.MaxIsoValue).ToDateOnly().DayNumber);
}
