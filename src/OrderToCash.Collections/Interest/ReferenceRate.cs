namespace OrderToCash.Collections;

/// <summary>A reference rate from a day on.</summary>
public sealed record ReferenceRate
{
    /// <summary>The first day it holds, inclusive.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The rate a year; may be below zero.</summary>
    public required Percentage Rate { get; init; }
}
