namespace OrderToCash.Invoicing;

/// <summary>What becomes revenue in one calendar month.</summary>
public sealed record DeferralPortion
{
    /// <summary>The first day of the month that is in the schedule.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last one, inclusive: the day to post on.</summary>
    public required LocalDate Until { get; init; }

    /// <summary>The revenue.</summary>
    public required Money Amount { get; init; }
}
