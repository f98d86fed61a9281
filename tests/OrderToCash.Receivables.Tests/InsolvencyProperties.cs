using FsCheck;
using FsCheck.Fluent;
using static OrderToCash.Receivables.Tests.InsolvencyTests;

namespace OrderToCash.Receivables.Tests;

public sealed class InsolvencyProperties
{
    /// <summary>A command by small numbers; many are illegal.</summary>
    public sealed record Command(int Kind, int Item, int Cents, int Days);

    public static class Cases
    {
        public static Arbitrary<Command[]> Commands() => Arb.From(
            (from kind in Gen.Frequency((8, Gen.Choose(0, 6)), (2, Gen.Constant(9)), (1, Gen.Choose(7, 8)))
             from item in Gen.Choose(0, 4)
             from cents in Gen.Frequency((6, Gen.Choose(1, 40_000)), (2, Gen.Choose(100_000, 150_000)), (1, Gen.Constant(0)))
             from days in Gen.Choose(-1, 20)
             select new Command(kind, item, cents, days)).ArrayOf(),
            commands => Enumerable.Range(0, commands.Length).Select(i => commands.Where((_, n) => n != i).ToArray()));
    }

    private static readonly string[] Items = ["A", "B", "C", "L", "X"];

    [Property(MaxTest = 500, Arbitrary = [typeof(Cases)])]
    public void Whatever_is_tried_the_case_and_the_books_say_the_same(Command[] commands)
    {
        var books = Debtor();
        Expect.Success(books.Invoice("C", Eur(333.33m), on: new(2026, 4, 30)));
        Expect.Success(books.Invoice("L", Eur(77.77m), on: Opening));
        var known = new InsolvencyClaimFacts { Secured = [Part("C", 100)], FromBefore = [new("L")] };
        var first = Expect.Success(InsolvencyCase.Open(Facts, Claim(books, known), Anna, At));
        var (state, log, day) = (first.State, new List<InsolvencyEvent>(), Opening);
        var made = new Dictionary<string, List<Made>>();
        foreach (var command in commands)
        {
            day = day.PlusDays(Math.Max(command.Days, 0));
            var result = Run(state, command, books, known, command.Days < 0 ? Opening.PlusDays(-1) : day);
            // A claim is filed again with all that was claimed, whatever the case took of it.
            if (command is { Kind: 0, Days: >= 0 } && state.Status is InsolvencyStatus.Opened or InsolvencyStatus.Filed)
                Assert.Equal(state.Lines, Expect.Success(result).State.Lines);
            if (!result.IsSuccess) continue;
            Assert.Equal(result.Value.State, result.Value.Events.Aggregate(state, (s, e) => s.Apply(e)));
            foreach (var e in result.Value.Events) Post(books, e, made);
            state = result.Value.State;
            log.AddRange(result.Value.Events);
            Assert.Empty(state.Check());
            foreach (var line in state.Lines)
            {
                var item = books.Items[line.Item];
                Assert.Equal((line.GivenUp, line.Recovered), (item.WrittenOff, item.Recovered));
                Assert.Equal(line.Amount - line.SetOff - line.Settled - line.GivenUp, item.Open);
            }
            Assert.Empty(LedgerBalances.Of(books.Journal).Check(books.Items.Values));
        }
        Assert.Equal(state, log.Aggregate(InsolvencyCase.From((InsolvencyOpened)first.Events[0]), (s, e) => s.Apply(e)));
        Assert.Equal(Money.Sum(state.Dividends.Where(d => d.IsLive).Select(d => d.Amount), Currency.Eur) + Eur(200), books.Balance(AccountRole.Bank));
    }

    private static Result<Decision<InsolvencyCase, InsolvencyEvent>> Run(
        InsolvencyCase state, Command c, Books books, InsolvencyClaimFacts known, LocalDate on)
    {
        var part = new InsolvencyPart { Item = new(Items[c.Item]), Amount = Money.FromMinorUnits(c.Cents, Currency.Eur) };
        return c.Kind switch
        {
            // What was named once need not be named again.
            0 => state.File(Expect.Success(InsolvencyClaim.Again(state, books.All, c.Cents % 2 == 0 ? known : known with { FromBefore = [] }, InsolvencyPolicy.Standard)), "T", on, Anna, At),
            1 => state.Examine(c.Cents % 2 == 0 ? [part] : state.Lines.Select(l => new InsolvencyPart { Item = l.Item, Amount = l.Claimed }).ToEquatableArray(), on, Anna, At),
            2 => state.SetOff([part], on, Anna, At),
            3 => state.GiveUp(books.All, new() { UncollectableShare = Percentage.Of(c.Cents % 101) }, on, Anna, At),
            4 or 5 => state.Distribute($"D-{c.Cents % 50}", part.Amount, on, Anna, At),
            6 => state.RealiseSecurity(new("C"), Money.FromMinorUnits(0, Currency.Eur), on, Anna, At),
            7 => state.Close(books.All, on, Anna, At),
            9 => state.ReverseDividend(state.Dividends.IsEmpty ? "D" : state.Dividends[c.Cents % state.Dividends.Count].Number, c.Cents == 0 ? "" : "x", on, Anna, At),
            _ => state.Annul("x", on, Anna, At),
        };
    }

    // What a dividend made: a payment with its application, or a recovery.
    private sealed record Made(string Payment, ItemApplicationId Application, JournalEntryId Recovery, OpenItemId Item);

    private static void Post(Books books, InsolvencyEvent e, Dictionary<string, List<Made>> made)
    {
        if (e is InsolvencyDividendReversed back)
            foreach (var one in made[back.Number])
                if (one.Recovery.IsNone)
                {
                    Expect.Success(books.Commit(Ledger.Unapply(books.All, new() { Entry = books.NextEntry(), Application = one.Application, Date = e.On }, books.Policy, Anna, At)));
                    Expect.Success(books.Commit(Ledger.ReturnPayment([books.Items[new(one.Payment)]], new()
                    {
                        Entry = books.NextEntry(), Payment = new(one.Payment), Closing = Next(), Date = e.On,
                    }, books.Policy, Anna, At)));
                }
                else
                    Expect.Success(books.Commit(Ledger.Reverse([books.Items[one.Item]], books.Journal.Single(j => j.Id == one.Recovery),
                        new() { Entry = books.NextEntry(), Date = e.On }, books.Policy, Anna, At)));
        EquatableArray<InsolvencyPart> given = e is InsolvencyGivenUp g ? g.Parts : e is InsolvencyClosed closed ? closed.GivenUp
            : e is InsolvencyDividendReversed { GivenUp: var again } ? again : [];
        foreach (var part in given)
            Expect.Success(books.Commit(Ledger.WriteOffBadDebt(books.Items[part.Item], Settlement(part.Item, part.Amount), books.Policy, Anna, At)));
        if (e is InsolvencySetOff setOff)
            Expect.Success(books.Commit(Ledger.SetOff(books.All, new()
            {
                Entry = books.NextEntry(), Date = e.On,
                Parts = setOff.Parts.Select(p => new SettlementPart { Item = p.Item, Application = Next(), Amount = p.Amount }).ToEquatableArray(),
            }, books.Policy, Anna, At)));
        EquatableArray<InsolvencyPart> owed = e is InsolvencyAnnulled annulled ? annulled.Reinstated
            : e is InsolvencyDividendReversed { Reinstated: var anew } ? anew : [];
        foreach (var part in owed)
            Expect.Success(books.Commit(Ledger.ReinstateBadDebt(books.Items[part.Item], Settlement(part.Item, part.Amount), books.Policy, Anna, At)));
        if (e is not InsolvencyDividendReceived { Dividend: var dividend }) return;
        var own = made[dividend.Number] = [];
        foreach (var part in dividend.Parts)
        {
            if (part.Settles.IsPositive)
            {
                var payment = "DIV-" + books.NextEntry();
                Expect.Success(books.Receive(payment, part.Settles, on: e.On));
                var application = Next();
                Expect.Success(books.Apply(e.On, Books.Request(application.Value, payment, part.Item.Value, part.Settles)));
                own.Add(new(payment, application, default, part.Item));
            }
            if (!part.Recovers.IsPositive) continue;
            var entry = books.NextEntry();
            own.Add(new("", default, entry, part.Item));
            Expect.Success(books.Commit(Ledger.RecoverBadDebt([books.Items[part.Item]], new()
            {
                Entry = entry, Of = [part.Item], Date = e.On, DocumentNumber = "D", Cash = part.Recovers,
            }, books.Policy, Anna, At)));
        }

        ItemApplicationId Next() => new("x" + books.NextEntry());
        SettlementFacts Settlement(OpenItemId item, Money amount) => new()
        {
            Entry = books.NextEntry(), Item = item, Application = Next(), Date = e.On, Amount = amount,
        };
    }
}
