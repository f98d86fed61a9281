namespace OrderToCash.Receivables.Tests;

public sealed class NettingTests
{
    private static readonly Actor Anna = Actor.Person("anna");
    private static readonly Instant At = Instant.FromUtc(2026, 5, 10, 8, 0);
    private static readonly LocalDate Day = new(2026, 4, 30);
    private static readonly NettingTerms Terms = new() { LegalEntity = Books.Entity, Customer = Books.Customer, Reference = "Verrechnung 2026", From = new(2026, 1, 1), Minimums = [Eur(50)] };

    private static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    private static PayableItem Payable(string number, decimal amount, int days = 0) => new() { Number = number, DueDate = Day.PlusDays(days), Amount = Eur(amount) };

    private static Books Owed()
    {
        var books = Books.InEuro();
        Expect.Success(books.Invoice("B", Eur(300), on: new(2026, 3, 20)));
        Expect.Success(books.Invoice("A", Eur(100), on: new(2026, 3, 10)));
        Expect.Success(books.Invoice("L", Eur(900), on: Day));
        return books;
    }

    private static NettingAccount Agreed(NettingTerms? terms = null) => Expect.Success(NettingAccount.Agree(terms ?? Terms, Day, Anna, At)).State;

    private static Result<NettingProposal> Propose(Books books, NettingAccount one, params PayableItem[] payables) =>
        one.Propose(books.All, [], [.. payables], Currency.Eur, Day);

    private static NettingAccount Take(Books books, NettingAccount before, Result<NettingStep> result)
    {
        var step = Expect.Success(result);
        if (step.Posting is { } posting) books.Commit(Result.Success(posting));
        Assert.Equal(step.Decision.State, step.Decision.Events.Aggregate(before, (s, e) => s.Apply(e)));
        Assert.Empty(step.Decision.State.Check());
        Assert.Empty(LedgerBalances.Of(books.Journal).Check(books.Items.Values));
        return step.Decision.State;
    }

    private static Result<NettingStep> Post(Books books, NettingAccount one, NettingProposal statement, params PayableItem[] payables) =>
        one.Post(new("N-1"), statement, statement.Receivables.Select(r => books.Items[r.Item]).ToEquatableArray(), [.. payables], books.NextEntry(), books.Policy, Anna, At);

    [Fact]
    public void What_is_due_on_both_sides_is_netted_the_oldest_first()
    {
        var books = Owed();
        PayableItem[] payables = [Payable("S-2", 200, 0), Payable("S-1", 50, -9), Payable("S-3", 500, 1)];
        var statement = Expect.Success(Propose(books, Agreed(), payables));
        Assert.Equal([("A", Eur(100)), ("B", Eur(150))], statement.Receivables.Select(r => (r.Item.Value, r.Amount)));
        Assert.Equal([("S-1", Eur(50)), ("S-2", Eur(200))], statement.Payables.Select(p => (p.Number, p.Amount)));
        var posted = Take(books, Agreed(), Post(books, Agreed(), statement, payables));
        Assert.Equal(Story.Lines("""
            C receivable.trade 100.00 EUR A
            C receivable.trade 150.00 EUR B
            D payable.trade 250.00 EUR
            """), books.LastEntry);
        Assert.Empty(Expect.Success(Post(books, posted, statement, payables)).Decision.Events);
        Expect.Refused(NettingErrors.AlreadyPosted, Post(books, posted, statement with { On = Day.PlusDays(1) }, payables));
        Expect.Refused(NettingErrors.NothingToNet, Propose(books, posted, payables));
        Assert.Equal(Eur(150), Expect.Success(Propose(books, Agreed(Terms with { DaysAhead = 1 }), payables)).Amount);
    }

    [Fact]
    public void A_payable_is_not_netted_twice_and_an_undone_netting_frees_both_sides()
    {
        var books = Owed();
        var payable = Payable("S-1", 250);
        var one = Agreed();
        var statement = Expect.Success(Propose(books, one, payable));
        one = Take(books, one, Post(books, one, statement, payable));
        Expect.Refused(NettingErrors.PayableUsed, one.Post(new("N-2"), statement with { Receivables = [statement.Receivables[1] with { Amount = Eur(250) }] }, [books["B"]], [payable], books.NextEntry(), books.Policy, Anna, At));
        Expect.Refused(NettingErrors.Unknown, Undo("N-9", "x"));
        Expect.Refused(NettingErrors.Incomplete, Undo("N-1", " "));
        one = Take(books, one, Undo("N-1", "the supplier paid us instead"));
        Assert.Equal((Eur(100), Eur(300), Eur(0)), (books["A"].Open, books["B"].Open, books.Balance(AccountRole.TradePayable)));
        Assert.Empty(Expect.Success(Undo("N-1", "again")).Decision.Events);
        Expect.Refused(NettingErrors.AlreadyPosted, Post(books, one, statement, payable));
        Assert.Equal(statement with { On = Day.PlusDays(2) }, Expect.Success(one.Propose(books.All, [], [payable], Currency.Eur, Day.PlusDays(2))));

        Result<NettingStep> Undo(string id, string reason) => one.Undo(new(id), [books["A"], books["B"]], books.Journal.Last(e => e.Event == JournalEvents.SetOff),
            new() { Entry = books.NextEntry(), Date = Day.PlusDays(2) }, reason, books.Policy, Anna, At);
    }

    [Fact]
    public void Disputed_parts_other_currencies_and_small_sums_stay_out()
    {
        var books = Owed();
        var held = Expect.Success(Agreed().Propose(books.All, [new() { Item = new("A"), Amount = Eur(100) }], [Payable("S-1", 60)], Currency.Eur, Day));
        Assert.Equal(["B"], held.Receivables.Select(r => r.Item.Value));
        Expect.Refused(NettingErrors.NothingToNet, Propose(books, Agreed(), Payable("S-1", 49.99m)));
        Expect.Refused(NettingErrors.NothingToNet, Agreed().Propose(books.All, [], [Payable("S-1", 60)], Currency.Usd, Day));
        Expect.Refused(NettingErrors.NotAgreed, Agreed(Terms with { To = Day.PlusDays(-1) }).Propose(books.All, [], [Payable("S-1", 60)], Currency.Eur, Day));
        Expect.Refused(NettingErrors.NotAgreed, Post(books, Agreed(Terms with { From = Day.PlusDays(1) }), held, Payable("S-1", 60)));
        Expect.Refused(NettingErrors.Unbalanced, Post(books, Agreed(), held with { Payables = [] }, Payable("S-1", 60)));
        var wrong = NettingAccount.Agree(new() { LegalEntity = default, Customer = default, Reference = "", From = Day, To = Day.PlusDays(-1), DaysAhead = -1, Minimums = [Eur(0)] }, Day, Anna, At);
        Assert.Equal(5, wrong.Errors.Count(e => e.Code == Expect.Refused(NettingErrors.Incomplete, wrong).Code));
        Expect.Found(NettingErrors.StateBroken, (Agreed() with { Terms = Terms with { Reference = "" } }).Check());
        Expect.Found(NettingErrors.StateBroken, (Agreed() with { Nettings = [new() { Id = new("N"), Statement = held with { Payables = [] }, Entry = new("J") }] }).Check());
    }

    [Property(MaxTest = 200)]
    public void Whatever_is_netted_both_sides_come_to_the_same_and_undoing_all_restores_them(byte[] payables, bool[] undo)
    {
        var (books, one, posted) = (Owed(), Agreed(Terms with { Minimums = [] }), new List<NettingId>());
        var owing = payables.Select((p, i) => Payable($"S-{i}", p + 1, (p * 7 % 11) - 9)).ToArray();
        for (var i = 0; i < undo.Length; i++)
        {
            if (undo[i] && posted.Count > 0)
            {
                var netting = one.Nettings.First(n => n.Id == posted[0]);
                one = Take(books, one, one.Undo(posted[0], netting.Statement.Receivables.Select(r => books.Items[r.Item]).ToEquatableArray(),
                    books.Journal.First(e => e.Id == netting.Entry), new() { Entry = books.NextEntry(), Date = Day }, "x", books.Policy, Anna, At));
                posted.RemoveAt(0);
                continue;
            }
            var proposal = Propose(books, one, [.. owing.Take(i + 1)]);
            if (!proposal.IsSuccess) continue;
            var id = new NettingId($"N-{i}");
            one = Take(books, one, one.Post(id, proposal.Value, proposal.Value.Receivables.Select(r => books.Items[r.Item]).ToEquatableArray(), [.. owing], books.NextEntry(), books.Policy, Anna, At));
            posted.Add(id);
        }
        var netted = Money.Sum(one.Nettings.Where(n => n.UndoneOn is null).Select(n => n.Statement.Amount), Currency.Eur);
        Assert.Equal((netted, Eur(1300) - netted), (books.Balance(AccountRole.TradePayable), Money.Sum(books.Items.Values.Select(i => i.Open), Currency.Eur)));
    }
}
