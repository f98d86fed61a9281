namespace OrderToCash;

/// <summary>One aggregate in a commit: the version it was read at, its new state, and the events between the two.</summary>
public sealed class StreamChange
{
    private StreamChange(StreamId id, long expectedVersion, object state, IReadOnlyList<object> events) =>
        (Id, ExpectedVersion, State, Events) = (id, expectedVersion, state, events);

    /// <summary>The stream.</summary>
    public StreamId Id { get; }

    /// <summary>The version the decision was made on; 0 for a stream that must not exist yet.</summary>
    public long ExpectedVersion { get; }

    /// <summary>The state after the events.</summary>
    public object State { get; }

    /// <summary>What happened; at least one.</summary>
    public IReadOnlyList<object> Events { get; }

    /// <summary>The change a decision makes to a stream.</summary>
    /// <exception cref="ArgumentException">The decision has no events: there is nothing to commit.</exception>
    public static StreamChange Of<TState, TEvent>(StreamId id, long expectedVersion, Decision<TState, TEvent> decision)
        where TState : class where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        if (decision.Events.IsEmpty) throw new ArgumentException("A decision without events changes nothing.", nameof(decision));
        return new(id, expectedVersion, decision.State, [.. decision.Events]);
    }
}
