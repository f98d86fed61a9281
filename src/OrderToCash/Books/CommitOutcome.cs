namespace OrderToCash;

/// <summary>What a command did: kept under its key, so that a repeated command gets the same answer.</summary>
public sealed record CommitOutcome
{
    /// <summary>The command.</summary>
    public required CommandId Command { get; init; }

    /// <summary>The hash of its content.</summary>
    public required ContentHash Content { get; init; }

    /// <summary>The stream whose state is the answer.</summary>
    public required StreamId Answer { get; init; }

    /// <summary>The streams it changed and their versions after it, in the order of the commit.</summary>
    public required EquatableArray<StreamVersion> Streams { get; init; }
}
