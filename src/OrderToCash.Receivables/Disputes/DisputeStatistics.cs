namespace OrderToCash.Receivables;

/// <summary>Where disputes come from, and what becomes of them: one row per group and currency.</summary>
public sealed record DisputeStatistics
{
    /// <summary>The reason, customer or product; empty for cases that have none.</summary>
    public required string Group { get; init; }

    /// <summary>How many cases.</summary>
    public required int Cases { get; init; }

    /// <summary>How many of them are not decided.</summary>
    public required int Undecided { get; init; }

    /// <summary>How many are decided late, or late on the day of the report.</summary>
    public required int Late { get; init; }

    /// <summary>What is disputed.</summary>
    public required Money Disputed { get; init; }

    /// <summary>What was found valid.</summary>
    public required Money Valid { get; init; }

    /// <summary>What was found valid of what was decided, in percent with two decimals; null when nothing was decided.</summary>
    public Percentage? ValidityRate { get; init; }

    /// <summary>The days from the claim to the decision in the middle of all decided; null when nothing was decided.</summary>
    public int? MedianDaysToDecide { get; init; }

    /// <summary>
    /// The statistics of cases opened from one day to another, both inclusive; ordered by what is disputed, most first.
    /// </summary>
    /// <param name="cases">Any cases.</param>
    /// <param name="grouping">What to group by; by product the amounts are those of the lines, the valid ones pro rata.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="today">The day that tells what is late.</param>
    public static EquatableArray<DisputeStatistics> By(
        DisputeGrouping grouping, IEnumerable<DisputeCase> cases, LocalDate from, LocalDate to, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var shares = cases.Where(c => c.OpenedOn >= from && c.OpenedOn <= to).SelectMany(c => Shares(c, grouping));
        return shares.GroupBy(s => (s.Group, s.Disputed.Currency))
            .Select(g => Of(g.Key.Group, g.Key.Currency, [.. g], today))
            .OrderBy(r => r.Disputed.Currency).ThenByDescending(r => r.Disputed.MinorUnits)
            .ThenBy(r => r.Group, StringComparer.Ordinal).ToEquatableArray();
    }

    private sealed record Share(string Group, DisputeCase Case, Money Disputed, Money Valid);

    private static IEnumerable<Share> Shares(DisputeCase one, DisputeGrouping grouping)
    {
        if (grouping != DisputeGrouping.Product || one.Lines.IsEmpty)
        {
            var group = grouping switch
            {
                DisputeGrouping.Reason => one.Reason.Value,
                DisputeGrouping.Customer => one.Customer.Value,
                _ => "",
            };
            return [new(group, one, one.Disputed, one.ValidAmount)];
        }
        var weights = one.Lines.Select(l => l.Amount.MinorUnits).ToArray();
        var (disputed, valid) = (one.Disputed.Allocate(weights), one.ValidAmount.Allocate(weights));
        return one.Lines.Select((l, i) => new Share(l.Product.Value, one, disputed[i], valid[i]));
    }

    private static DisputeStatistics Of(string group, Currency currency, Share[] shares, LocalDate today)
    {
        var cases = shares.Select(s => s.Case).DistinctBy(c => c.Id).ToArray();
        var decided = shares.Where(s => s.Case.Finding is not null).ToArray();
        var judged = Money.Sum(decided.Select(s => s.Disputed), currency);
        var valid = Money.Sum(decided.Select(s => s.Valid), currency);
        var days = cases.Where(c => c.Finding is not null)
            .Select(c => Period.DaysBetween(c.OpenedOn, c.Finding!.On)).Order().ToArray();
        return new()
        {
            Group = group, Cases = cases.Length, Undecided = cases.Count(c => c.IsUndecided),
            Late = cases.Count(c => c.Clock.IsDecisionLate(today)),
            Disputed = Money.Sum(shares.Select(s => s.Disputed), currency), Valid = valid,
            ValidityRate = judged.IsZero ? null
                : Percentage.Of(decimal.Round(100m * valid.MinorUnits / judged.MinorUnits, 2, MidpointRounding.AwayFromZero)),
            MedianDaysToDecide = days.Length == 0 ? null : days[(days.Length - 1) / 2],
        };
    }
}
