using OrderToCash.Receivables;
using Xunit.Sdk;

namespace OrderToCash.Tests;

public sealed class BooksTests
{
    public static TheoryData<string> Checks => new(BooksChecks.All.Keys);

    public static TheoryData<string> Faults => new(BrokenBooks.All.Keys);

    [Theory, MemberData(nameof(Checks))]
    public Task Books_in_memory(string check) => BooksChecks.All[check](new InMemoryBooks());

    [Theory, MemberData(nameof(Faults))]
    public async Task A_broken_store_is_caught(string fault)
    {
        var (broken, check) = BrokenBooks.All[fault];
        await Assert.ThrowsAnyAsync<XunitException>(() => BooksChecks.All[check](broken()));
    }

    [Fact]
    public void Every_check_has_a_store_that_breaks_it() =>
        Assert.Equal(BooksChecks.All.Keys.Order(), BrokenBooks.All.Values.Select(b => b.Check).Distinct().Order());

    [Fact]
    public async Task A_commit_changes_a_stream_once()
    {
        var books = new InMemoryBooks();
        var used = new OrderReferenceUsed { Order = new() { Id = new("SO-1"), ContentKey = ContentHash.OfUtf8("k"u8) } };
        var change = StreamChange.Of(Streams.OrderReference("k"), 0, new Decision<OrderReferences, OrderReferenceUsed> { State = new(), Events = [used] });
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await books.CommitAsync(new("1"), default, [],
            _ => Result.Success(new Commit { Answer = change.Id, Changes = [change, change] })));
        Assert.Null(await books.LoadAsync<OrderReferences>(change.Id));
    }

    [Fact]
    public async Task Numbers_come_only_from_series_the_commit_asked_for() =>
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await new InMemoryBooks().CommitAsync(new("1"), default, [], numbers =>
        {
            numbers.Next(new() { LegalEntity = new("DE01"), Series = "INV", Year = 2025 });
            return Result.Failure<Commit>(ProcessErrors.NothingToBill.With());
        }));

    [Fact]
    public async Task A_cancelled_read_stops()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var books = new InMemoryBooks();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await books.LoadAsync<OpenItem>(Streams.OpenItem(new("x")), cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await books.ReadOutboxAsync(1, cancelled.Token));
    }

    [Theory, InlineData("order/SO-1/2", "order"), InlineData("credit/DE01/C-7", "credit")]
    public void A_stream_knows_its_kind(string text, string kind) => Assert.Equal(kind, StreamId.Of(text).Kind);

    [Theory, InlineData(""), InlineData("order"), InlineData("order/"), InlineData("/SO-1")]
    public void Anything_else_is_no_stream(string text) => Assert.Throws<ArgumentException>(() => StreamId.Of(text));
}
