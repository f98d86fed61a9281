namespace OrderToCash.Collections;

/// <summary>That an instalment reached a level. An instalment does so once per cycle.</summary>
public readonly record struct DunningStep
{
    /// <summary>The number of the level.</summary>
    public required int Level { get; init; }

    /// <summary>From 1.</summary>
    public required int Cycle { get; init; }

    /// <summary>The day of the letter.</summary>
    public required LocalDate On { get; init; }
}
