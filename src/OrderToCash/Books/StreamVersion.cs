namespace OrderToCash;

/// <summary>A stream at a version: the number of events so far.</summary>
public readonly record struct StreamVersion
{
    /// <summary>The stream.</summary>
    public required StreamId Id { get; init; }

    /// <summary>How many events it has.</summary>
    public required long Version { get; init; }
}
