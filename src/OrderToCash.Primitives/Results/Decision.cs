namespace OrderToCash.Primitives;

/// <summary>What a decision answers when it is not a refusal: the events that follow, and the state after them.</summary>
/// <typeparam name="TState">The aggregate's state.</typeparam>
/// <typeparam name="TEvent">The aggregate's event family.</typeparam>
public sealed record Decision<TState, TEvent>
{
    /// <summary>The state with the events applied.</summary>
    public required TState State { get; init; }

    /// <summary>What happened, in order; empty when the command found everything done already.</summary>
    public required EquatableArray<TEvent> Events { get; init; }
}

/// <summary>Folds events into a state: the one way a decision comes to its state.</summary>
public static class Decision
{
    /// <summary>A decision that applies the events, in order, to the state before.</summary>
    public static Result<Decision<TState, TEvent>> Of<TState, TEvent>(
        TState before, Func<TState, TEvent, TState> apply, params ReadOnlySpan<TEvent> events)
    {
        var state = before;
        foreach (var e in events) state = apply(state, e);
        return Result.Success(new Decision<TState, TEvent> { State = state, Events = [.. events] });
    }

    /// <summary>The decision of an aggregate's first event.</summary>
    public static Result<Decision<TState, TEvent>> Born<TState, TEvent>(TState state, TEvent first) =>
        Result.Success(new Decision<TState, TEvent> { State = state, Events = [first] });
}
