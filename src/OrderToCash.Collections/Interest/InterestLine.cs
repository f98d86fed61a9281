namespace OrderToCash.Collections;

/// <summary>Days on which the same amount bore the same rate: one line of an interest document.</summary>
public sealed record InterestLine
{
    /// <summary>The first day, inclusive.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last day, inclusive.</summary>
    public required LocalDate Through { get; init; }

    /// <summary>The days, by the convention of the policy.</summary>
    public required int Days { get; init; }

    /// <summary>What was owed and not disputed.</summary>
    public required Money Base { get; init; }

    /// <summary>The rate a year.</summary>
    public required Percentage Rate { get; init; }

    /// <summary>The interest: rounded so that the lines up to any of them add up to their exact sum, rounded.</summary>
    public required Money Amount { get; init; }
}
