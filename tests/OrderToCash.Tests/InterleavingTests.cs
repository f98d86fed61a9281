using OrderToCash.Receivables;

namespace OrderToCash.Tests;

/// <summary>Two and three commands at once on the books in memory, in every order of load, decide and commit.</summary>
public class InterleavingTests
{
    private static readonly CustomerId Customer = ABusiness.Seller.UnidentifiedPayer;
    private static readonly Instant Start = new AClock().Now;

    private static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    // An invoice of 100.00 and payments of these amounts, none of them applied.
    private static InMemoryBooks World(params decimal[] payments)
    {
        var books = new InMemoryBooks();
        var policy = new LedgerPolicy { FunctionalCurrency = Currency.Eur };
        Commit(books, "invoice", Expect.Success(Ledger.IssueInvoice(new()
        {
            Entry = new("J-I"), LegalEntity = ABusiness.Id, Customer = Customer, DocumentNumber = "I", DocumentDate = ABusiness.Monday,
            Instalments = [new() { Item = new("I"), Instalment = new() { Number = 1, DueDate = ABusiness.Monday, Amount = Eur(100) } }],
            Postings = [new() { Account = AccountRole.Sales, Amount = Eur(100) }],
        }, policy, ABusiness.Anna, Start)));
        for (var i = 0; i < payments.Length; i++)
            Commit(books, $"payment {i}", Expect.Success(Ledger.ReceivePayment(new()
            {
                Entry = new($"J-P{i}"), Item = new($"P{i}"), LegalEntity = ABusiness.Id, Customer = Customer, DocumentNumber = $"P{i}",
                Date = ABusiness.Monday, Cash = Eur(payments[i]),
            }, policy, ABusiness.Anna, Start)));
        return books;
    }

    private static void Commit(InMemoryBooks books, string id, LedgerDecision decision)
    {
        var answer = books.CommitAsync(new(id), ContentHash.OfUtf8("{}"u8), [], _ => Result.Success(new Commit
        {
            Answer = Streams.OpenItem(decision.Items[0].State.Id),
            Changes = [.. decision.Items.Select(item => StreamChange.Of(Streams.OpenItem(item.State.Id), 0, item))],
            Entries = [.. decision.Entries],
        })).AsTask().Result;
        Assert.IsType<CommitAnswer.Committed>(answer);
    }

    private static Func<IBooks, Task<Result<OpenItem>>> Apply(int payment, decimal amount, string? id = null) => books => new ABusiness(books).Cash.ApplyAsync(new()
    {
        Id = new(id ?? $"apply {payment}"), By = ABusiness.Anna, Payment = new($"P{payment}"), On = ABusiness.Monday,
        Allocations = [new() { Item = new("I"), Cash = Eur(amount), Discount = Eur(0), WriteOff = Eur(0) }],
    }).AsTask();

    private static Func<IBooks, Task<Result<OpenItem>>> Return(int payment, decimal amount) => books => new ABusiness(books).Cash.ReturnAsync(new()
    {
        Id = new($"return {payment}"), By = ABusiness.Anna, Payment = new($"P{payment}"),
        Entry = new() { Account = ABusiness.Account, Identity = "R", BookedOn = ABusiness.Monday, Amount = Eur(-amount) },
    }).AsTask();

    // The books are in order whatever happened: items are what the journal says, and the chains hold.
    private static Dictionary<string, OpenItem> InOrder(IBooks books)
    {
        var items = books.AllAsync<OpenItem>(Streams.OpenItemKind).ToBlockingEnumerable().Select(s => s.State).ToList();
        var journal = books.JournalAsync().ToBlockingEnumerable().ToList();
        Assert.Empty(LedgerBalances.Of(journal).Check(items));
        Assert.Empty(JournalChain.Verify(journal));
        return items.ToDictionary(item => item.Id.Value);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Of_two_sixties_on_a_rest_of_a_hundred_one_wins_in_every_order(bool coarse)
    {
        var winners = new HashSet<int>();
        var orders = Interleavings.Explore(coarse, () => World(60, 60), [Apply(0, 60), Apply(1, 60)], (books, answers) =>
        {
            var winner = Assert.Single(answers.Index(), answer => answer.Item.IsSuccess).Index;
            winners.Add(winner);
            Expect.Refused(LedgerErrors.MoreThanOpen, answers[1 - winner]);
            var items = InOrder(books);
            Assert.Equal((Eur(40), Eur(0), Eur(-60)), (items["I"].Open, items[$"P{winner}"].Open, items[$"P{1 - winner}"].Open));
        });
        Assert.Equal([0, 1], winners.Order());
        Assert.True(orders >= (coarse ? 20 : 70), $"{orders}");
    }

    [Fact]
    public void Two_payments_that_both_fit_both_settle_in_every_order()
    {
        var orders = Interleavings.Explore(false, () => World(60, 40), [Apply(0, 60), Apply(1, 40)], (books, answers) =>
        {
            Assert.All(answers, answer => Assert.True(answer.IsSuccess, answer.ToString()));
            Assert.All(InOrder(books).Values, item => Assert.True(item.Open.IsZero));
        });
        Assert.True(orders >= 70, $"{orders}");
    }

    [Fact]
    public void A_command_sent_twice_at_once_is_done_once_in_every_order()
    {
        Interleavings.Explore(false, () => World(60), [Apply(0, 60, "same"), Apply(0, 60, "same")], (books, answers) =>
        {
            Assert.All(answers, answer => Assert.True(answer.IsSuccess, answer.ToString()));
            Assert.Equal((Eur(40), 1), (InOrder(books)["I"].Open, InOrder(books)["I"].Applications.Count));
        });
    }

    [Fact]
    public void A_payment_that_bounces_while_it_is_applied_is_gone_in_every_order()
    {
        var ends = new HashSet<bool>();
        Interleavings.Explore(false, () => World(60), [Apply(0, 60), Return(0, 60)], (books, answers) =>
        {
            var items = InOrder(books);
            Assert.True(answers[1].IsSuccess, answers[1].ToString());
            Assert.Equal((Eur(100), Eur(0)), (items["I"].Open, items["P0"].Open));
            ends.Add(answers[0].IsSuccess);
            if (!answers[0].IsSuccess) Expect.Refused(LedgerErrors.MoreThanOpen, answers[0]);
        });
        Assert.Equal(2, ends.Count);
    }

    [Fact]
    public void Of_three_payments_only_what_fits_settles_in_every_order()
    {
        var ends = new HashSet<string>();
        var orders = Interleavings.Explore(true, () => World(60, 60, 40), [Apply(0, 60), Apply(1, 60), Apply(2, 40)], (books, answers) =>
        {
            var items = InOrder(books);
            ends.Add(string.Concat(answers.Select(answer => answer.IsSuccess ? '+' : '-')));
            Assert.Equal(Eur(100) - Money.Sum(answers.Index().Where(a => a.Item.IsSuccess).Select(a => Eur(a.Index == 2 ? 40 : 60)), Currency.Eur), items["I"].Open);
            Assert.All(answers.Where(a => !a.IsSuccess), a => Expect.Refused(LedgerErrors.MoreThanOpen, a));
        });
        Assert.Equal(["+-+", "-++"], ends.Order(StringComparer.Ordinal));
        Assert.True(orders >= 1680, $"{orders}");
    }

    [Fact]
    public void Three_commands_of_which_one_takes_back_leave_the_books_in_order()
    {
        var ends = new HashSet<string>();
        Interleavings.Explore(true, () => World(60, 60), [Apply(0, 60), Apply(1, 60), Return(0, 60)], (books, answers) =>
        {
            var items = InOrder(books);
            Assert.True(answers[2].IsSuccess, answers[2].ToString());
            Assert.Equal(answers[1].IsSuccess ? Eur(40) : Eur(100), items["I"].Open);
            ends.Add(string.Concat(answers.Select(answer => answer.IsSuccess ? '+' : '-')));
        });
        Assert.Superset(new HashSet<string> { "+-+", "-++", "+++" }, ends);
    }

    [Fact]
    public void Nothing_is_posted_on_top_of_a_broken_item()
    {
        var books = World(60);
        var item = Expect.Success(Result.Success(books.LoadAsync<OpenItem>(Streams.OpenItem(new("I"))).Result!)).State;
        var broken = item with
        {
            Applications = [new() { Id = new("X"), Counterpart = new("P0"), Amount = Eur(170), FunctionalAmount = Eur(170), On = ABusiness.Monday, RecordedAt = Start }],
        };
        var e = new OpenItemApplied { Item = item.Id, Entry = new("J-X"), By = ABusiness.Anna, At = Start, Applications = broken.Applications };
        books.CommitAsync(new("corrupt"), ContentHash.OfUtf8("{}"u8), [], _ => Result.Success(new Commit
        {
            Answer = Streams.OpenItem(item.Id),
            Changes = [StreamChange.Of(Streams.OpenItem(item.Id), 1, new Decision<OpenItem, OpenItemEvent> { State = broken, Events = [e] })],
        })).AsTask().Wait();
        var before = books.JournalAsync().ToBlockingEnumerable().Count();
        var refused = Expect.Refused(ProcessErrors.Corrupt, Apply(0, 10)(books).Result);
        Assert.Contains("crosses zero", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, books.JournalAsync().ToBlockingEnumerable().Count());
        var findings = LedgerBalances.Of(books.JournalAsync().ToBlockingEnumerable()).Check(
            books.AllAsync<OpenItem>(Streams.OpenItemKind).ToBlockingEnumerable().Select(s => s.State));
        Expect.Found(LedgerErrors.ItemQuarantined, findings);
        Expect.Found(LedgerErrors.ItemDiffers, findings);
    }
}
