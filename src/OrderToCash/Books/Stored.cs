namespace OrderToCash;

/// <summary>A state as it was read, with the version to hand back when it is committed.</summary>
/// <typeparam name="TState">The aggregate's state.</typeparam>
public sealed record Stored<TState> where TState : class
{
    /// <summary>The state.</summary>
    public required TState State { get; init; }

    /// <summary>How many events it comes from.</summary>
    public required long Version { get; init; }
}
