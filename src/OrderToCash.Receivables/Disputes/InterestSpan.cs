namespace OrderToCash.Receivables;

/// <summary>An amount that bears interest on each day of a span.</summary>
public sealed record InterestSpan
{
    /// <summary>The first day, inclusive.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The day after the last, exclusive.</summary>
    public required LocalDate Until { get; init; }

    /// <summary>What is owed and not paused on these days, above zero.</summary>
    public required Money Amount { get; init; }
}
