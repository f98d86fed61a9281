namespace OrderToCash;

/// <summary>
/// Several decisions on one aggregate inside one commit: each on the state the one before left, all their events in one
/// change.
/// </summary>
internal sealed class DecisionChain<TState, TEvent>(TState state, long version, params IEnumerable<TEvent> born)
    where TState : class where TEvent : class
{
    private readonly List<TEvent> events = [.. born];

    /// <summary>The state after the decisions so far.</summary>
    public TState State { get; private set; } = state;

    /// <summary>What was refused so far.</summary>
    public List<DomainError> Errors { get; } = [];

    /// <summary>A chain that goes on from here by itself: for decisions that a store may ask for more than once.</summary>
    public DecisionChain<TState, TEvent> Fork()
    {
        var fork = new DecisionChain<TState, TEvent>(State, version, events);
        fork.Errors.AddRange(Errors);
        return fork;
    }

    /// <summary>Takes one more decision; after a refusal nothing more is decided.</summary>
    public DecisionChain<TState, TEvent> Then(Func<TState, Result<Decision<TState, TEvent>>> decide)
    {
        if (Errors.Count > 0) return this;
        if (decide(State).TryGet(out var decision, out var errors))
        {
            State = decision.State;
            events.AddRange(decision.Events);
        }
        Errors.AddRange(errors);
        return this;
    }

    /// <summary>The change to commit, or none when nothing happened.</summary>
    public IEnumerable<StreamChange> Changes(StreamId stream) => events.Count == 0
        ? []
        : [StreamChange.Of(stream, version, new Decision<TState, TEvent> { State = State, Events = events.ToEquatableArray() })];
}
