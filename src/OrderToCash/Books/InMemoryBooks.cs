using System.Runtime.CompilerServices;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>
/// Books in memory, for tests, samples and batch jobs. Commits are serialised by one lock; reads see whole commits only.
/// Nothing survives the process.
/// </summary>
public sealed class InMemoryBooks : IBooks
{
    private readonly Lock gate = new();
    private readonly Dictionary<StreamId, (object State, long Version)> streams = [];
    private readonly Dictionary<(LegalEntityId, CustomerId), ItemIndex> items = [];
    private readonly Dictionary<CommandId, CommitOutcome> outcomes = [];
    private readonly Dictionary<NumberSeries, long> numbers = [];
    private readonly List<JournalEntry> journal = [];
    private readonly Dictionary<JournalEntryId, JournalEntry> entries = [];
    private readonly Dictionary<(LegalEntityId, CustomerId), JournalChain> chains = [];
    private readonly Queue<OutboxMessage> outbox = [];
    private long sequence;

    /// <inheritdoc/>
    public ValueTask<CommitAnswer?> FindOutcomeAsync(
        CommandId command, ContentHash content, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate) return new(Find(command, content));
    }

    /// <inheritdoc/>
    public ValueTask<CommitAnswer> CommitAsync(CommandId command, ContentHash content, IReadOnlyList<NumberSeries> series,
        Func<Numbers, Result<Commit>> build, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(build);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (Find(command, content) is { } known) return new(known);
            var taken = new Numbers(series.Distinct().Select(s => KeyValuePair.Create(s, numbers.GetValueOrDefault(s))));
            return new(build(taken).Match(
                commit => Write(command, content, taken, commit),
                errors => new CommitAnswer.Refused { Errors = errors }));
        }
    }

    /// <inheritdoc/>
    public ValueTask<Stored<TState>?> LoadAsync<TState>(
        StreamId stream, CancellationToken cancellationToken = default) where TState : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
            return new(streams.TryGetValue(stream, out var found) ? Typed<TState>(stream, found.State, found.Version) : null);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Stored<OpenItem>> OpenItemsAsync(
        OpenItemQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query is { LegalEntity: { } entity, Customer: { } customer })
        {
            foreach (var item in ItemsOf(entity, customer, query.IncludeSettled)) yield return item;
            yield break;
        }
        await foreach (var item in AllAsync<OpenItem>(Streams.OpenItemKind, cancellationToken).ConfigureAwait(false))
            if (Meets(query, item.State)) yield return item;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Stored<TState>> AllAsync<TState>(
        string kind, [EnumeratorCancellation] CancellationToken cancellationToken = default) where TState : class
    {
        ArgumentException.ThrowIfNullOrEmpty(kind);
        var prefix = kind + "/";
        List<KeyValuePair<StreamId, (object State, long Version)>> snapshot;
        lock (gate) snapshot = [.. streams.Where(s => s.Key.Value.StartsWith(prefix, StringComparison.Ordinal))];
        snapshot.Sort((left, right) => left.Key.CompareTo(right.Key));
        foreach (var (id, (state, version)) in snapshot)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Typed<TState>(id, state, version);
        }
        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<JournalEntry?> FindEntryAsync(JournalEntryId id, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate) return new(entries.GetValueOrDefault(id));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalEntry> JournalAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        List<JournalEntry> snapshot;
        lock (gate) snapshot = [.. journal];
        foreach (var entry in snapshot)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }
        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<OutboxMessage>> ReadOutboxAsync(int limit, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate) return new([.. outbox.Take(limit)]);
    }

    /// <inheritdoc/>
    public ValueTask AcknowledgeAsync(long sequence, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
            while (outbox.TryPeek(out var oldest) && oldest.Sequence <= sequence)
                outbox.Dequeue();
        return ValueTask.CompletedTask;
    }

    private CommitAnswer? Find(CommandId command, ContentHash content) => outcomes.TryGetValue(command, out var outcome)
        ? outcome.Content == content ? new CommitAnswer.AlreadyDone { Outcome = outcome } : new CommitAnswer.CommandConflict()
        : null;

    private CommitAnswer Write(CommandId command, ContentHash content, Numbers taken, Commit commit)
    {
        var stale = commit.Changes.Where(c => streams.GetValueOrDefault(c.Id).Version != c.ExpectedVersion)
            .Select(c => c.Id).ToEquatableArray();
        if (!stale.IsEmpty) return new CommitAnswer.Stale { Streams = stale };
        if (commit.Changes.Select(c => c.Id).Distinct().Count() != commit.Changes.Count)
            throw new InvalidOperationException("A commit changes each stream at most once.");

        foreach (var (series, last) in taken.Last) numbers[series] = last;
        var versions = new List<StreamVersion>(commit.Changes.Count);
        foreach (var change in commit.Changes)
        {
            var version = change.ExpectedVersion;
            foreach (var e in change.Events)
                outbox.Enqueue(new() { Sequence = ++sequence, Stream = change.Id, Version = ++version, Event = e });
            streams[change.Id] = (change.State, version);
            if (change.State is OpenItem item) Index(change.Id, item);
            versions.Add(new() { Id = change.Id, Version = version });
        }
        foreach (var entry in commit.Entries) Record(entry);
        var outcome = outcomes[command] = new()
        {
            Command = command, Content = content, Answer = commit.Answer, Streams = versions.ToEquatableArray(),
        };
        return new CommitAnswer.Committed { Outcome = outcome };
    }

    private void Record(JournalEntry entry)
    {
        var partition = (entry.LegalEntity, entry.Customer);
        chains[partition] = chains.GetValueOrDefault(partition, JournalChain.For(entry)).Append(entry, out var linked);
        journal.Add(linked);
        entries.TryAdd(linked.Id, linked);
    }

    private List<Stored<OpenItem>> ItemsOf(LegalEntityId legalEntity, CustomerId customer, bool includeSettled)
    {
        lock (gate)
        {
            if (!items.TryGetValue((legalEntity, customer), out var index)) return [];
            var ids = includeSettled ? index.All : index.Open;
            return [.. ids.Select(id => Typed<OpenItem>(id, streams[id].State, streams[id].Version))];
        }
    }

    private void Index(StreamId id, OpenItem item)
    {
        var key = (item.LegalEntity, item.Customer);
        if (!items.TryGetValue(key, out var index)) index = items[key] = new();
        index.All.Add(id);
        if (item.IsSettled) index.Open.Remove(id);
        else index.Open.Add(id);
    }

    private sealed class ItemIndex
    {
        public SortedSet<StreamId> All { get; } = [];
        public SortedSet<StreamId> Open { get; } = [];
    }

    private static bool Meets(OpenItemQuery query, OpenItem item) =>
        (query.LegalEntity is not { } entity || item.LegalEntity == entity)
        && (query.Customer is not { } customer || item.Customer == customer)
        && (query.IncludeSettled || !item.IsSettled);

    private static Stored<TState> Typed<TState>(StreamId id, object state, long version) where TState : class =>
        state is TState typed
        ? new() { State = typed, Version = version }
        : throw new InvalidOperationException($"{id} holds {state.GetType().Name}, not {typeof(TState).Name}.");
}
