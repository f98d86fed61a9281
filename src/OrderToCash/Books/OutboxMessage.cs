namespace OrderToCash;

/// <summary>An event that was committed and waits to be handled; delivered at least once, in the order of the commits.</summary>
public sealed class OutboxMessage
{
    /// <summary>Its place in the outbox, from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>The stream it happened on.</summary>
    public required StreamId Stream { get; init; }

    /// <summary>The stream's version right after it.</summary>
    public required long Version { get; init; }

    /// <summary>What happened.</summary>
    public required object Event { get; init; }
}
