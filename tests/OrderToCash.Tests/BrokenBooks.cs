using OrderToCash.Receivables;

namespace OrderToCash.Tests;

/// <summary>Books over other books; what a test overrides is what it wants to go wrong.</summary>
internal class PassThroughBooks(IBooks inner) : IBooks
{
    protected IBooks Inner => inner;

    public virtual ValueTask<CommitAnswer?> FindOutcomeAsync(CommandId command, ContentHash content, CancellationToken cancellationToken = default) =>
        inner.FindOutcomeAsync(command, content, cancellationToken);

    public virtual ValueTask<CommitAnswer> CommitAsync(CommandId command, ContentHash content, IReadOnlyList<NumberSeries> series,
        Func<Numbers, Result<Commit>> build, CancellationToken cancellationToken = default) =>
        inner.CommitAsync(command, content, series, build, cancellationToken);

    public virtual ValueTask<Stored<TState>?> LoadAsync<TState>(StreamId stream, CancellationToken cancellationToken = default) where TState : class =>
        inner.LoadAsync<TState>(stream, cancellationToken);

    public virtual IAsyncEnumerable<Stored<OpenItem>> OpenItemsAsync(OpenItemQuery query, CancellationToken cancellationToken = default) =>
        inner.OpenItemsAsync(query, cancellationToken);

    public virtual IAsyncEnumerable<Stored<TState>> AllAsync<TState>(string kind, CancellationToken cancellationToken = default) where TState : class =>
        inner.AllAsync<TState>(kind, cancellationToken);

    public virtual IAsyncEnumerable<JournalEntry> JournalAsync(CancellationToken cancellationToken = default) => inner.JournalAsync(cancellationToken);

    public virtual ValueTask<JournalEntry?> FindEntryAsync(JournalEntryId id, CancellationToken cancellationToken = default) =>
        inner.FindEntryAsync(id, cancellationToken);

    public virtual ValueTask<IReadOnlyList<OutboxMessage>> ReadOutboxAsync(int limit, CancellationToken cancellationToken = default) =>
        inner.ReadOutboxAsync(limit, cancellationToken);

    public virtual ValueTask AcknowledgeAsync(long sequence, CancellationToken cancellationToken = default) =>
        inner.AcknowledgeAsync(sequence, cancellationToken);
}

/// <summary>Stores with one fault each, and the check that has to catch it.</summary>
internal static class BrokenBooks
{
    public static IReadOnlyDictionary<string, (Func<IBooks> Broken, string Check)> All { get; } = new Dictionary<string, (Func<IBooks>, string)>
    {
        ["forgets keys"] = (() => new ForgetsKeys(), nameof(BooksChecks.A_repeated_command_is_done_once)),
        ["ignores content"] = (() => new IgnoresContent(), nameof(BooksChecks.Other_content_under_the_same_key_is_a_conflict)),
        ["names no streams"] = (() => new NamesNoStreams(), nameof(BooksChecks.A_stale_commit_names_its_streams)),
        ["overwrites"] = (() => new Overwrites(), nameof(BooksChecks.A_stale_commit_names_its_streams)),
        ["burns numbers"] = (() => new BurnsNumbers(), nameof(BooksChecks.Numbers_have_no_gap)),
        ["writes half"] = (() => new WritesHalf(), nameof(BooksChecks.A_commit_is_all_or_nothing)),
        ["newest first"] = (() => new NewestFirst(), nameof(BooksChecks.The_outbox_keeps_the_order_until_acknowledged)),
        ["acknowledges by reading"] = (() => new AcknowledgesByReading(), nameof(BooksChecks.The_outbox_keeps_the_order_until_acknowledged)),
        ["reads while others write"] = (() => new ReadsLive(), nameof(BooksChecks.Reads_are_snapshots)),
        ["settled stay open"] = (() => new SettledStayOpen(), nameof(BooksChecks.Open_items_are_what_a_full_scan_finds)),
        ["last one wins"] = (() => new Overwrites(), nameof(BooksChecks.Parallel_commits_lose_nothing)),
        ["counts outside"] = (() => new CountsOutside(), nameof(BooksChecks.Parallel_commits_lose_nothing)),
        ["hides wrong kinds"] = (() => new HidesWrongKinds(), nameof(BooksChecks.A_stream_of_another_kind_of_state_is_a_fault)),
    };

    private sealed class ForgetsKeys() : PassThroughBooks(new InMemoryBooks())
    {
        private int count;

        public override ValueTask<CommitAnswer> CommitAsync(CommandId command, ContentHash content, IReadOnlyList<NumberSeries> series,
            Func<Numbers, Result<Commit>> build, CancellationToken cancellationToken = default) =>
            Inner.CommitAsync(new($"{command}#{++count}"), content, series, build, cancellationToken);
    }

    private sealed class IgnoresContent() : PassThroughBooks(new InMemoryBooks())
    {
        public override ValueTask<CommitAnswer?> FindOutcomeAsync(CommandId command, ContentHash content, CancellationToken cancellationToken = default) =>
            Inner.FindOutcomeAsync(command, default, cancellationToken);

        public override ValueTask<CommitAnswer> CommitAsync(CommandId command, ContentHash content, IReadOnlyList<NumberSeries> series,
            Func<Numbers, Result<Commit>> build, CancellationToken cancellationToken = default) =>
            Inner.CommitAsync(command, default, series, build, cancellationToken);
    }

    private sealed class NamesNoStreams() : PassThroughBooks(new InMemoryBooks())
    {
        public override async ValueTask<CommitAnswer> CommitAsync(CommandId command, ContentHash content, IReadOnlyList<NumberSeries> series,
            Func<Numbers, Result<Commit>> build, CancellationToken cancellationToken = default)
        {
            var answer = await Inner.CommitAsync(command, content, series, build, cancellationToken);
            return answer is CommitAnswer.Stale ? new CommitAnswer.Stale { Streams = [] } : answer;
        }
    }

    private sealed class Overwrites() : PassThroughBooks(new InMemoryBooks())
    {
        public override async ValueTask<CommitAnswer> CommitAsync(CommandId command, ContentHash content, IReadOnlyList<NumberSeries> series,
            Func<Numbers, Result<Commit>> build, CancellationToken cancellationToken = default)
        {
            while (true)
            {
                var answer = await Inner.CommitAsync(command, content, series, numbers => build(numbers).Map(commit => new Commit
                {
                    Answer = commit.Answer, Entries = commit.Entries, Changes = [.. commit.Changes.Select(Present)],
                }), cancellationToken);
                if (answer is not CommitAnswer.Stale) return answer;
            }
        }

        private StreamChange Present(StreamChange change)
        {
            var version = Inner.LoadAsync<object>(change.Id).AsTask().Result?.Version ?? 0;
            return StreamChange.Of(change.Id, version, new Decision<object, object> { State = change.State, Events = change.Events.ToEquatableArray() });
        }
    }

    private sealed class BurnsNumbers() : PassThroughBooks(new InMemoryBooks())
    {
        private readonly Dictionary<NumberSeries, long> last = [];

        public override ValueTask<CommitAnswer> CommitAsync(CommandId command, ContentHash content, IReadOnlyList<NumberSeries> series,
            Func<Numbers, Result<Commit>> build, CancellationToken cancellationToken = default) =>
            Inner.CommitAsync(command, content, series, _ =>
            {
                var numbers = new Numbers(series.Select(s => KeyValuePair.Create(s, last.GetValueOrDefault(s))));
                var built = build(numbers);
                foreach (var (name, given) in numbers.Last) last[name] = given;
                return built;
            }, cancellationToken);
    }

    private sealed class WritesHalf() : PassThroughBooks(new InMemoryBooks())
    {
        public override async ValueTask<CommitAnswer> CommitAsync(CommandId command, ContentHash content, IReadOnlyList<NumberSeries> series,
            Func<Numbers, Result<Commit>> build, CancellationToken cancellationToken = default)
        {
            var answer = await Inner.CommitAsync(command, content, series, build, cancellationToken);
            if (answer is CommitAnswer.Stale stale)
                await Inner.CommitAsync(new($"{command}-half"), content, series, numbers => build(numbers).Map(commit => new Commit
                {
                    Answer = commit.Answer, Changes = [.. commit.Changes.Where(c => !stale.Streams.Contains(c.Id))],
                }), cancellationToken);
            return answer;
        }
    }

    private sealed class NewestFirst() : PassThroughBooks(new InMemoryBooks())
    {
        public override async ValueTask<IReadOnlyList<OutboxMessage>> ReadOutboxAsync(int limit, CancellationToken cancellationToken = default) =>
            [.. (await Inner.ReadOutboxAsync(int.MaxValue, cancellationToken)).Reverse().Take(limit)];
    }

    private sealed class AcknowledgesByReading() : PassThroughBooks(new InMemoryBooks())
    {
        public override async ValueTask<IReadOnlyList<OutboxMessage>> ReadOutboxAsync(int limit, CancellationToken cancellationToken = default)
        {
            var messages = await Inner.ReadOutboxAsync(limit, cancellationToken);
            if (messages.Count > 0) await Inner.AcknowledgeAsync(messages[^1].Sequence, cancellationToken);
            return messages;
        }
    }

    private sealed class ReadsLive() : PassThroughBooks(new InMemoryBooks())
    {
        public override async IAsyncEnumerable<Stored<OpenItem>> OpenItemsAsync(
            OpenItemQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            foreach (var known in await Inner.OpenItemsAsync(query, cancellationToken).ToListAsync())
                yield return (await Inner.LoadAsync<OpenItem>(Streams.OpenItem(known.State.Id), cancellationToken))!;
        }
    }

    private sealed class SettledStayOpen() : PassThroughBooks(new InMemoryBooks())
    {
        public override IAsyncEnumerable<Stored<OpenItem>> OpenItemsAsync(OpenItemQuery query, CancellationToken cancellationToken = default) =>
            Inner.OpenItemsAsync(query with { IncludeSettled = true }, cancellationToken);
    }

    private sealed class CountsOutside() : PassThroughBooks(new InMemoryBooks())
    {
        private long last;

        public override async ValueTask<CommitAnswer> CommitAsync(CommandId command, ContentHash content, IReadOnlyList<NumberSeries> series,
            Func<Numbers, Result<Commit>> build, CancellationToken cancellationToken = default)
        {
            var numbers = new Numbers(series.Select(s => KeyValuePair.Create(s, Interlocked.Increment(ref last) - 1)));
            await Task.Yield();
            return await Inner.CommitAsync(command, content, series, _ => build(numbers), cancellationToken);
        }
    }

    private sealed class HidesWrongKinds() : PassThroughBooks(new InMemoryBooks())
    {
        public override async ValueTask<Stored<TState>?> LoadAsync<TState>(StreamId stream, CancellationToken cancellationToken = default)
            where TState : class
        {
            try
            {
                return await Inner.LoadAsync<TState>(stream, cancellationToken);
            }
            catch (InvalidOperationException)
            {
                return null;
            }
        }
    }
}
