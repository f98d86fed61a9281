namespace OrderToCash.Primitives;

/// <summary>Days on which a partner pays nothing: holidays of the works, the close of the year.</summary>
public sealed record ClosedPeriod
{
    /// <summary>The first closed day.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last closed day, inclusive.</summary>
    public required LocalDate Until { get; init; }

    /// <summary>Closed from a day to another, both inclusive.</summary>
    public static ClosedPeriod Of(LocalDate from, LocalDate until) => new() { From = from, Until = until };

    /// <summary>True on a closed day.</summary>
    public bool Contains(LocalDate date) => From <= date && date <= Until;
}
