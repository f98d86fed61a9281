namespace OrderToCash.Invoicing;

/// <summary>When a line of an invoice becomes revenue.</summary>
public sealed record RevenueTerm
{
    /// <summary>The line, by its position from 1.</summary>
    public required int Line { get; init; }

    /// <summary>At once, at a day, or over a period.</summary>
    public required RevenueTiming Timing { get; init; }

    /// <summary>The day of performance, of <see cref="RevenueTiming.OnPerformance"/>; null while it is to come.</summary>
    public LocalDate? PerformedOn { get; init; }

    /// <summary>The first day, of <see cref="RevenueTiming.OverPeriod"/>.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The last day, inclusive, of <see cref="RevenueTiming.OverPeriod"/>.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>How it is spread, of <see cref="RevenueTiming.OverPeriod"/>.</summary>
    public DeferralMethod Method { get; init; }
}
