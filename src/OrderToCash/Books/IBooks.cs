using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>
/// The host's store: one commit port for the whole family. A commit is optimistic concurrency, idempotency, gapless
/// numbers, outbox and atomicity over several documents in one place. Faults of the infrastructure are exceptions of the
/// adapter; everything else is an answer.
/// </summary>
public interface IBooks
{
    /// <summary>
    /// What the command did when it was done before: <see cref="CommitAnswer.AlreadyDone"/>, or
    /// <see cref="CommitAnswer.CommandConflict"/> when its content was another; null when it is new. Asked before any
    /// validation, so that a safe retry can't trip over a rule that the original passed.
    /// </summary>
    ValueTask<CommitAnswer?> FindOutcomeAsync(
        CommandId command, ContentHash content, CancellationToken cancellationToken = default);

    /// <summary>
    /// Resolves the command's key, locks the number series, calls <paramref name="build"/> and writes what it returns:
    /// states, events, journal entries and outbox messages, all or nothing. The build is pure; the store may call it
    /// again after a conflict of its own.
    /// </summary>
    /// <param name="command">The idempotency key.</param>
    /// <param name="content">The hash of the command's content.</param>
    /// <param name="series">The number series the build may take from.</param>
    /// <param name="build">Decides with the numbers it takes; a refusal writes nothing.</param>
    /// <param name="cancellationToken">Stops before anything is written, or not at all.</param>
    ValueTask<CommitAnswer> CommitAsync(CommandId command, ContentHash content, IReadOnlyList<NumberSeries> series,
        Func<Numbers, Result<Commit>> build, CancellationToken cancellationToken = default);

    /// <summary>The state of a stream, or null when there is none.</summary>
    /// <exception cref="InvalidOperationException">The stream holds another kind of state.</exception>
    ValueTask<Stored<TState>?> LoadAsync<TState>(StreamId stream, CancellationToken cancellationToken = default)
        where TState : class;

    /// <summary>The open items that a query asks for, ordered by id; a snapshot of the moment it starts.</summary>
    IAsyncEnumerable<Stored<OpenItem>> OpenItemsAsync(OpenItemQuery query, CancellationToken cancellationToken = default);

    /// <summary>All states of one kind of stream, ordered by id; a snapshot of the moment it starts.</summary>
    IAsyncEnumerable<Stored<TState>> AllAsync<TState>(string kind, CancellationToken cancellationToken = default)
        where TState : class;

    /// <summary>The journal in the order of recording.</summary>
    IAsyncEnumerable<JournalEntry> JournalAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// An entry of the journal by its id; null where there is none. A store with an index answers by it; unless it says so
    /// itself, the journal is read from its beginning.
    /// </summary>
    async ValueTask<JournalEntry?> FindEntryAsync(JournalEntryId id, CancellationToken cancellationToken = default)
    {
        await foreach (var entry in JournalAsync(cancellationToken).ConfigureAwait(false))
            if (entry.Id == id) return entry;
        return null;
    }

    /// <summary>Up to so many messages that were not acknowledged yet, oldest first.</summary>
    ValueTask<IReadOnlyList<OutboxMessage>> ReadOutboxAsync(int limit, CancellationToken cancellationToken = default);

    /// <summary>Marks all messages up to this one as handled.</summary>
    ValueTask AcknowledgeAsync(long sequence, CancellationToken cancellationToken = default);
}
