namespace OrderToCash;

/// <summary>How far a long run is.</summary>
public readonly record struct RunProgress
{
    /// <summary>How much is done: messages, letters, lines.</summary>
    public required int Done { get; init; }

    /// <summary>How much there is in all; null while nobody knows.</summary>
    public int? Total { get; init; }

    /// <summary>How many of those done were refused.</summary>
    public int Refused { get; init; }
}
