using OrderToCash.Receivables;

namespace OrderToCash.Tests;

/// <summary>What every store behind <see cref="IBooks"/> must do. Each check takes empty books and fails with the rule that was broken.</summary>
internal static class BooksChecks
{
    private static readonly Actor By = Actor.Person("anna");
    private static readonly Instant At = Instant.FromUtc(2025, 3, 3, 8, 0);
    private static readonly LegalEntityId Entity = new("DE01");
    private static readonly LedgerPolicy Policy = new() { FunctionalCurrency = Currency.Eur };
    private static readonly NumberSeries Invoices = new() { LegalEntity = Entity, Series = "INV", Year = 2025 };
    private static readonly NumberSeries Credits = Invoices with { Series = "CN" };

    public static IReadOnlyDictionary<string, Func<IBooks, Task>> All { get; } = new Dictionary<string, Func<IBooks, Task>>
    {
        [nameof(A_repeated_command_is_done_once)] = A_repeated_command_is_done_once,
        [nameof(Other_content_under_the_same_key_is_a_conflict)] = Other_content_under_the_same_key_is_a_conflict,
        [nameof(A_stale_commit_names_its_streams)] = A_stale_commit_names_its_streams,
        [nameof(Numbers_have_no_gap)] = Numbers_have_no_gap,
        [nameof(A_commit_is_all_or_nothing)] = A_commit_is_all_or_nothing,
        [nameof(The_outbox_keeps_the_order_until_acknowledged)] = The_outbox_keeps_the_order_until_acknowledged,
        [nameof(Reads_are_snapshots)] = Reads_are_snapshots,
        [nameof(Open_items_are_what_a_full_scan_finds)] = Open_items_are_what_a_full_scan_finds,
        [nameof(Parallel_commits_lose_nothing)] = Parallel_commits_lose_nothing,
        [nameof(A_stream_of_another_kind_of_state_is_a_fault)] = A_stream_of_another_kind_of_state_is_a_fault,
    };

    public static async Task A_repeated_command_is_done_once(IBooks books)
    {
        var first = Assert.IsType<CommitAnswer.Committed>(await GiveAsync(books, "1", Paid("P-1")));
        var known = Assert.IsType<CommitAnswer.AlreadyDone>(await books.FindOutcomeAsync(new("1"), Hash("1")));
        Assert.Equal(first.Outcome, known.Outcome);
        var again = await books.CommitAsync(new("1"), Hash("1"), [], _ => throw new InvalidOperationException("decided again"));
        Assert.Equal(first.Outcome, Assert.IsType<CommitAnswer.AlreadyDone>(again).Outcome);
        Assert.Equal(Streams.OpenItem(new("P-1")), first.Outcome.Answer);
        Assert.Equal(1, (await books.LoadAsync<OpenItem>(Streams.OpenItem(new("P-1"))))!.Version);
        Assert.Single(await books.ReadOutboxAsync(10));
        Assert.Null(await books.FindOutcomeAsync(new("2"), Hash("1")));
    }

    public static async Task Other_content_under_the_same_key_is_a_conflict(IBooks books)
    {
        await GiveAsync(books, "1", Paid("P-1"));
        Assert.IsType<CommitAnswer.CommandConflict>(await books.FindOutcomeAsync(new("1"), Hash("other")));
        var answer = await books.CommitAsync(new("1"), Hash("other"), [], _ => throw new InvalidOperationException("decided"));
        Assert.IsType<CommitAnswer.CommandConflict>(answer);
    }

    public static async Task A_stale_commit_names_its_streams(IBooks books)
    {
        await GiveAsync(books, "1", Paid("P-1"));
        var stale = Assert.IsType<CommitAnswer.Stale>(await GiveAsync(books, "2", Paid("P-1"), Paid("P-2")));
        Assert.Equal([Streams.OpenItem(new("P-1"))], stale.Streams);
        Assert.IsType<CommitAnswer.Stale>(await CommitAsync(books, "3", Refunded(Paid("P-3").State, 5, 1)));
        Assert.Null(await books.FindOutcomeAsync(new("2"), Hash("2")));
    }

    public static async Task Numbers_have_no_gap(IBooks books)
    {
        Assert.Equal(1, await NumberAsync(books, "1", Invoices, Paid("P-1")));
        var refused = await books.CommitAsync(new("2"), Hash("2"), [Invoices], numbers =>
        {
            numbers.Next(Invoices);
            return Result.Failure<Commit>(ProcessErrors.NothingToBill.With());
        });
        Expect.Found(ProcessErrors.NothingToBill, Assert.IsType<CommitAnswer.Refused>(refused).Errors);
        Assert.Null(await NumberAsync(books, "3", Invoices, Paid("P-1")));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await books.CommitAsync(new("4"), Hash("4"), [Invoices], numbers =>
        {
            numbers.Next(Invoices);
            throw new InvalidOperationException();
        }));
        Assert.Equal(2, await NumberAsync(books, "5", Invoices, Paid("P-2")));
        Assert.Equal(1, await NumberAsync(books, "6", Credits, Paid("P-3")));
        Assert.Equal(1, await NumberAsync(books, "7", Invoices with { Year = 2026 }, Paid("P-4")));
        Assert.Equal(3, await NumberAsync(books, "8", Invoices, Paid("P-5")));
    }

    public static async Task A_commit_is_all_or_nothing(IBooks books)
    {
        await GiveAsync(books, "1", Paid("P-1"));
        Assert.IsType<CommitAnswer.Stale>(await GiveAsync(books, "2", Paid("P-2"), Paid("P-1")));
        Assert.Null(await books.LoadAsync<OpenItem>(Streams.OpenItem(new("P-2"))));
        Assert.Single(await books.JournalAsync().ToListAsync());
        Assert.Single(await books.ReadOutboxAsync(10));
        Assert.Single(await books.OpenItemsAsync(new() { LegalEntity = Entity, Customer = new("C-1") }).ToListAsync());
        Assert.IsType<CommitAnswer.Committed>(await GiveAsync(books, "2", Paid("P-2"), Paid("P-3")));
        Assert.Equal(3, (await books.JournalAsync().ToListAsync()).Count);
    }

    public static async Task The_outbox_keeps_the_order_until_acknowledged(IBooks books)
    {
        for (var i = 1; i <= 5; i++) await GiveAsync(books, $"{i}", Paid($"P-{i}"));
        var first = await books.ReadOutboxAsync(2);
        Assert.Equal(["P-1", "P-2"], first.Select(m => ((OpenItemOpened)m.Event).Item.Value));
        Assert.Equal(first.Select(m => m.Sequence), (await books.ReadOutboxAsync(2)).Select(m => m.Sequence));
        await books.AcknowledgeAsync(first[1].Sequence);
        await books.AcknowledgeAsync(first[0].Sequence);
        var rest = await books.ReadOutboxAsync(10);
        Assert.Equal(["P-3", "P-4", "P-5"], rest.Select(m => ((OpenItemOpened)m.Event).Item.Value));
        Assert.True(rest.Zip(rest.Skip(1)).All(pair => pair.First.Sequence < pair.Second.Sequence));
        Assert.All(rest, m => Assert.Equal((1, Streams.OpenItem(((OpenItemOpened)m.Event).Item)), (m.Version, m.Stream)));
    }

    public static async Task Reads_are_snapshots(IBooks books)
    {
        for (var i = 1; i <= 3; i++) await GiveAsync(books, $"{i}", Paid($"P-{i}"));
        var (seen, commands) = (new List<Money>(), 0);
        await foreach (var item in books.AllAsync<OpenItem>(Streams.OpenItemKind)) await SeeAsync(item);
        Assert.Equal([Eur(-10), Eur(-10), Eur(-10)], seen);
        seen.Clear();
        await foreach (var item in books.OpenItemsAsync(new() { LegalEntity = Entity, Customer = new("C-1") })) await SeeAsync(item);
        Assert.Equal([Eur(-9), Eur(-9), Eur(-9), Eur(-10)], seen);

        // While the first is read, the last changes and a new one comes.
        async Task SeeAsync(Stored<OpenItem> item)
        {
            seen.Add(item.State.Open);
            if (seen.Count > 1) return;
            var step = ++commands;
            for (var i = 1; i <= 3; i++)
            {
                var stored = (await books.LoadAsync<OpenItem>(Streams.OpenItem(new($"P-{i}"))))!;
                Assert.IsType<CommitAnswer.Committed>(await CommitAsync(books, $"r{step}-{i}", Refunded(stored.State, stored.Version, 1)));
            }
            await GiveAsync(books, $"n{step}", Paid($"P-9{step}"));
        }
    }

    public static async Task Open_items_are_what_a_full_scan_finds(IBooks books)
    {
        var random = new DeterministicSteps(7);
        for (var i = 0; i < 120; i++)
        {
            var id = $"P-{random.Next(25)}";
            var stored = await books.LoadAsync<OpenItem>(Streams.OpenItem(new(id)));
            if (stored is null) await GiveAsync(books, $"{i}", Paid(id, $"C-{random.Next(3)}"));
            else if (!stored.State.Open.IsZero) await CommitAsync(books, $"{i}", Refunded(stored.State, stored.Version, random.Next(2) == 0 ? 3 : null));
        }
        var scan = await books.AllAsync<OpenItem>(Streams.OpenItemKind).ToListAsync();
        Assert.Equal(scan.Select(s => s.State.Id.Value).Order(StringComparer.Ordinal), scan.Select(s => s.State.Id.Value));
        Assert.Contains(scan, s => s.State.Open.IsZero);
        foreach (var customer in (CustomerId?[])[null, new("C-0"), new("C-1"), new("C-2"), new("C-9")])
            foreach (var settled in (bool[])[false, true])
            {
                var expected = scan.Where(s => (settled || !s.State.Open.IsZero) && (customer is null || s.State.Customer == customer));
                var query = new OpenItemQuery { LegalEntity = Entity, Customer = customer, IncludeSettled = settled };
                Assert.Equal(expected, await books.OpenItemsAsync(query).ToListAsync());
            }
        Assert.Empty(await books.OpenItemsAsync(new() { LegalEntity = new("OTHER") }).ToListAsync());
    }

    public static async Task Parallel_commits_lose_nothing(IBooks books)
    {
        await GiveAsync(books, "0", Paid("P-1", cents: 100_000));
        var numbers = new System.Collections.Concurrent.ConcurrentBag<long>();
        var (ready, start) = (0, new TaskCompletionSource());
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            for (var i = 0; i < 25;)
            {
                var stored = (await books.LoadAsync<OpenItem>(Streams.OpenItem(new("P-1"))))!;
                // All decide the first time on the same state, whatever the scheduler does.
                if (i == 0 && !start.Task.IsCompleted && Interlocked.Increment(ref ready) == 8) start.SetResult();
                await start.Task;
                var number = await NumberAsync(books, $"{worker}-{i}", Invoices, Refunded(stored.State, stored.Version, 1, $"{worker}-{i}"));
                if (number is not { } taken) continue;
                numbers.Add(taken);
                i++;
            }
        })));
        Assert.Equal(Enumerable.Range(1, 200).Select(n => (long)n), numbers.Order());
        var after = (await books.LoadAsync<OpenItem>(Streams.OpenItem(new("P-1"))))!;
        Assert.Equal((201, Eur(-800)), (after.Version, after.State.Open));
        Assert.Equal(201, (await books.JournalAsync().ToListAsync()).Count);
    }

    public static async Task A_stream_of_another_kind_of_state_is_a_fault(IBooks books)
    {
        await GiveAsync(books, "1", Paid("P-1"));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await books.LoadAsync<Orders.Order>(Streams.OpenItem(new("P-1"))));
        Assert.Null(await books.LoadAsync<Orders.Order>(Streams.Order(new("P-1"))));
    }

    private sealed record Step(StreamChange Change, JournalEntry Entry, OpenItem State);

    private static Step Paid(string id, string customer = "C-1", long cents = 1_000)
    {
        var decision = Expect.Success(Ledger.ReceivePayment(new()
        {
            Entry = new($"J-{id}"), Item = new(id), LegalEntity = Entity, Customer = new(customer), DocumentNumber = id, Date = new(2025, 3, 3),
            Cash = Money.FromMinorUnits(cents, Currency.Eur),
        }, Policy, By, At));
        return new(StreamChange.Of(Streams.OpenItem(new(id)), 0, decision.Items[0]), decision.Entries[0], decision.Items[0].State);
    }

    private static Step Refunded(OpenItem item, long version, int? amount, string? name = null)
    {
        var decision = Expect.Success(Ledger.Refund(item, new()
        {
            Entry = new($"R-{name ?? $"{item.Id}-{version}"}"), Item = item.Id, Application = new($"R-{name ?? $"{version}"}"), Date = new(2025, 3, 4),
            Amount = amount is { } euros ? Money.Min(Eur(euros), -item.Open) : null,
        }, Policy, By, At));
        return new(StreamChange.Of(Streams.OpenItem(item.Id), version, decision.Items[0]), decision.Entries[0], decision.Items[0].State);
    }

    private static async Task<CommitAnswer> CommitAsync(IBooks books, string command, params Step[] steps) =>
        await books.CommitAsync(new(command), Hash(command), [], _ => Result.Success(Commit(steps)));

    private static Task<CommitAnswer> GiveAsync(IBooks books, string command, params Step[] steps) => CommitAsync(books, command, steps);

    private static async Task<long?> NumberAsync(IBooks books, string command, NumberSeries series, Step step)
    {
        var taken = 0L;
        var answer = await books.CommitAsync(new(command), Hash(command), [series], numbers =>
        {
            taken = numbers.Next(series);
            return Result.Success(Commit(step));
        });
        return answer is CommitAnswer.Committed ? taken : null;
    }

    private static Commit Commit(params Step[] steps) => new()
    {
        Answer = steps[0].Change.Id, Changes = [.. steps.Select(s => s.Change)], Entries = [.. steps.Select(s => s.Entry)],
    };

    private static ContentHash Hash(string content) => ContentHash.OfUtf8(System.Text.Encoding.UTF8.GetBytes(content));

    private static Money Eur(int amount) => Money.Of(amount, Currency.Eur);

    /// <summary>Repeatable choices without a seed to remember.</summary>
    private sealed class DeterministicSteps(uint state)
    {
        public int Next(int below) => (int)((state = (state * 1_664_525) + 1_013_904_223) >> 16) % below;
    }
}
