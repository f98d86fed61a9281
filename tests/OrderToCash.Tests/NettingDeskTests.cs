using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

public sealed class NettingDeskTests
{
    private static readonly LocalDate Day = Monday.PlusDays(40);
    private readonly ABusiness business = new();
    private readonly EquatableArray<PayableItem> payables = [new() { Number = "S-1", DueDate = Day, Amount = Eur(400) }];

    private AgreeNetting Agree() => new()
    {
        Id = business.Next(), By = Anna, On = Monday,
        Terms = new() { LegalEntity = Id, Customer = new("C-7"), Reference = "Verrechnung 2025", From = Monday },
    };

    private ValueTask<Result<NettingProposal>> ProposeAsync() => business.Netting.ProposeAsync(Id, new("C-7"), payables, Currency.Eur, Day);

    [Fact]
    public async Task Both_sides_are_netted_and_a_netting_can_be_undone()
    {
        await business.OpenCustomerAsync();
        await business.BilledAsync("SO-1", "I-1", 100m);
        Expect.Refused(ProcessErrors.NotFound, await ProposeAsync());
        Expect.Success(await business.Netting.AgreeAsync(Agree()));
        var post = new PostNetting { Id = business.Next(), By = Anna, Netting = new("N-1"), LegalEntity = Id, Customer = new("C-7"), Statement = Expect.Success(await ProposeAsync()), Payables = payables };
        Expect.Success(await business.Netting.PostAsync(post));
        Expect.Success(await business.Netting.PostAsync(post));
        Expect.Success(await business.Netting.PostAsync(post with { Id = business.Next() }));
        Assert.Equal((Eur(790), Eur(400)), ((await business.AccountAsync()).OpenReceivable, await business.BalanceAsync(AccountRole.TradePayable)));
        Expect.Refused(NettingErrors.NothingToNet, await ProposeAsync());
        var undo = new UndoNetting { Id = business.Next(), By = Anna, Netting = new("N-1"), LegalEntity = Id, Customer = new("C-7"), Reason = "paid", On = Day.PlusDays(1) };
        Expect.Success(await business.Netting.UndoAsync(undo));
        Expect.Success(await business.Netting.UndoAsync(undo with { Id = business.Next() }));
        Expect.Refused(NettingErrors.Unknown, await business.Netting.UndoAsync(undo with { Id = business.Next(), Netting = new("N-9") }));
        Assert.Equal((Eur(1190), Eur(0)), ((await business.AccountAsync()).OpenReceivable, await business.BalanceAsync(AccountRole.TradePayable)));
        Assert.Equal(Eur(400), Expect.Success(await business.Netting.ProposeAsync(Id, new("C-7"), payables, Currency.Eur, Day.PlusDays(1))).Amount);
    }

    [Fact]
    public async Task To_undo_a_netting_the_journal_is_not_read()
    {
        var unread = new ABusiness(new Unread(business.Books));
        await business.OpenCustomerAsync();
        await business.BilledAsync("SO-1", "I-1", 100m);
        Expect.Success(await business.Netting.AgreeAsync(Agree()));
        var post = new PostNetting { Id = business.Next(), By = Anna, Netting = new("N-1"), LegalEntity = Id, Customer = new("C-7"), Statement = Expect.Success(await ProposeAsync()), Payables = payables };
        Expect.Success(await unread.Netting.PostAsync(post));
        Expect.Success(await unread.Netting.UndoAsync(new() { Id = business.Next(), By = Anna, Netting = new("N-1"), LegalEntity = Id, Customer = new("C-7"), Reason = "paid", On = Day }));
        Assert.Equal(Eur(1190), (await business.AccountAsync()).OpenReceivable);
        // A store without an index finds it all the same.
        var entry = business.Books.JournalAsync().ToBlockingEnumerable().Last();
        Assert.Equal(entry, await ((IBooks)new Plain(business.Books)).FindEntryAsync(entry.Id));
        Assert.Null(await ((IBooks)new Plain(business.Books)).FindEntryAsync(new("J-none")));
    }

    private sealed class Unread(IBooks inner) : PassThroughBooks(inner)
    {
        public override IAsyncEnumerable<JournalEntry> JournalAsync(CancellationToken cancellationToken = default) => throw new InvalidOperationException();
    }

    private sealed class Plain(IBooks inner) : IBooks
    {
        public ValueTask<CommitAnswer?> FindOutcomeAsync(CommandId command, ContentHash content, CancellationToken cancellationToken = default) => throw new NotSupportedException();
        public ValueTask<CommitAnswer> CommitAsync(CommandId command, ContentHash content, IReadOnlyList<NumberSeries> series, Func<Numbers, Result<Commit>> build,
            CancellationToken cancellationToken = default) => throw new NotSupportedException();
        public ValueTask<Stored<TState>?> LoadAsync<TState>(StreamId stream, CancellationToken cancellationToken = default) where TState : class => throw new NotSupportedException();
        public IAsyncEnumerable<Stored<OpenItem>> OpenItemsAsync(OpenItemQuery query, CancellationToken cancellationToken = default) => throw new NotSupportedException();
        public IAsyncEnumerable<Stored<TState>> AllAsync<TState>(string kind, CancellationToken cancellationToken = default) where TState : class => throw new NotSupportedException();
        public IAsyncEnumerable<JournalEntry> JournalAsync(CancellationToken cancellationToken = default) => inner.JournalAsync(cancellationToken);
        public ValueTask<IReadOnlyList<OutboxMessage>> ReadOutboxAsync(int limit, CancellationToken cancellationToken = default) => throw new NotSupportedException();
        public ValueTask AcknowledgeAsync(long sequence, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }

    [Fact]
    public async Task Only_who_may_nets()
    {
        var desk = new NettingDesk(business.Books, new LegalEntityList(Seller), Rates, business.Clock, new Nobody());
        Expect.Refused(ProcessErrors.Forbidden, await desk.AgreeAsync(Agree()));
        Expect.Success(await business.Netting.AgreeAsync(Agree()));
        Expect.Refused(ProcessErrors.AlreadyExists, await business.Netting.AgreeAsync(Agree()));
    }

    private sealed class Nobody : IAuthorizationPolicy
    {
        public bool May(AuthorizationQuestion question) => false;
    }
}
