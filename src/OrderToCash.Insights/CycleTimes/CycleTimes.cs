namespace OrderToCash.Insights;

/// <summary>How long the stages of the process take.</summary>
public static class CycleTimes
{
    private const decimal TicksPerDay = 864_000_000_000m;

    /// <summary>
    /// One report per stage that was seen, by name. Days are elapsed time over 24 hours, nights and weekends included.
    /// </summary>
    /// <param name="passages">Passages through stages, in any order.</param>
    /// <param name="definition">Which definition of percentiles.</param>
    /// <exception cref="ArgumentException">A passage ends before it begins.</exception>
    public static EquatableArray<StageReport> Of(
        IEnumerable<StageTime> passages, PercentileDefinition definition = PercentileDefinition.NearestRank)
    {
        ArgumentNullException.ThrowIfNull(passages);
        var stages = new SortedDictionary<string, (List<decimal> Days, int Running)>(StringComparer.Ordinal);
        foreach (var passage in passages)
        {
            if (passage.To < passage.From)
                throw new ArgumentException($"A passage of {passage.Stage} ends before it begins.", nameof(passages));
            if (!stages.TryGetValue(passage.Stage, out var seen)) seen = ([], 0);
            if (passage.To is { } end) seen.Days.Add((end - passage.From).BclCompatibleTicks / TicksPerDay);
            else seen.Running++;
            stages[passage.Stage] = seen;
        }
        return stages.Select(stage => Report(stage.Key, stage.Value.Days, stage.Value.Running, definition)).ToEquatableArray();
    }

    private static StageReport Report(string stage, List<decimal> days, int running, PercentileDefinition definition)
    {
        days.Sort();
        var undefined = days.Count == 0 ? UndefinedReason.NoObservations : (UndefinedReason?)null;
        Kpi Percentile(string name, decimal percent) => Kpi.Of(
            $"cycleTime.{stage}.{name}", $"percentile {name} of days, {definition}",
            undefined, () => Percentiles.Of(days, Percentage.Of(percent), definition), ("observations", days.Count));
        return new()
        {
            Stage = stage,
            Count = days.Count,
            Running = running,
            Mean = Kpi.Of($"cycleTime.{stage}.mean",
                "sum(days) / observations", undefined, () => days.Sum() / days.Count, ("observations", days.Count)),
            P50 = Percentile("p50", 50),
            P90 = Percentile("p90", 90),
        };
    }
}
