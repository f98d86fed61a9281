namespace OrderToCash.Collections;

/// <summary>
/// A published reference rate over time, as data. Days before the first row and after the last day are not known.
/// </summary>
public sealed record ReferenceRateTable
{
    /// <summary>What policies name it by.</summary>
    public required string Code { get; init; }

    /// <summary>The rates, in the order of their days.</summary>
    public required EquatableArray<ReferenceRate> Rates { get; init; }

    /// <summary>The last day the last rate is known for, inclusive.</summary>
    public required LocalDate ValidThrough { get; init; }

    /// <summary>Where the figures come from.</summary>
    public string Source { get; init => field = value ?? ""; } = "";

    /// <summary>The rate on a day. Refuses <c>interest.rate-missing</c>: nothing is extrapolated.</summary>
    public Result<Percentage> On(LocalDate day)
    {
        var known = default(ReferenceRate);
        foreach (var rate in Rates)
            if (rate.From <= day) known = rate;
        return known is null || day > ValidThrough
            ? Result.Failure<Percentage>(InterestErrors.RateMissing.With(("table", Code), ("date", day)))
            : Result.Success(known.Rate);
    }
}
