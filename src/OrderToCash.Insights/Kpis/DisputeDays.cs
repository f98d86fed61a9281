namespace OrderToCash.Insights;

/// <summary>How long disputes take, in calendar days; undefined when there is none to count.</summary>
public static class DisputeDays
{
    /// <summary>The middle of the days from opening to resolution; of an even number the mean of the two in the middle.</summary>
    public static Kpi CycleTimeMedian(EquatableArray<DisputeSpan> disputes)
    {
        var days = Resolved(disputes);
        return Kpi.Of("dispute.cycleTime.median", "median(resolved - opened)", None(days),
            () => (days[(days.Length - 1) / 2] + days[days.Length / 2]) / 2m, ("resolved disputes", days.Length));
    }

    /// <summary>The mean days from opening to resolution.</summary>
    public static Kpi CycleTimeMean(EquatableArray<DisputeSpan> disputes)
    {
        var days = Resolved(disputes);
        return Mean("dispute.cycleTime.mean", "sum(resolved - opened) / count", days);
    }

    /// <summary>
    /// The mean age of the disputes open on a day: opened on that day or before, and not resolved by then. One resolved later was
    /// still open.
    /// </summary>
    public static Kpi OpenAgeMean(EquatableArray<DisputeSpan> disputes, LocalDate asOf)
    {
        int[] ages = [.. disputes.Where(d => d.Opened <= asOf && !(Checked(d).Resolved <= asOf))
            .Select(d => Period.DaysBetween(d.Opened, asOf))];
        return Mean("dispute.openAge.mean", "sum(as of - opened) / count", ages);
    }

    private static int[] Resolved(EquatableArray<DisputeSpan> disputes) =>
        [.. disputes.Where(d => Checked(d).Resolved is not null)
            .Select(d => Period.DaysBetween(d.Opened, d.Resolved!.Value)).Order()];

    private static Kpi Mean(string name, string formula, int[] days) => Kpi.Of(name, formula, None(days),
        () => days.Sum(d => (decimal)d) / days.Length, ("disputes", days.Length), ("days", days.Sum(d => (decimal)d)));

    private static UndefinedReason? None(int[] days) => days.Length == 0 ? UndefinedReason.NoObservations : null;

    private static DisputeSpan Checked(DisputeSpan dispute) => dispute.Resolved < dispute.Opened
        ? throw new ArgumentException(
            $"Resolved on {dispute.Resolved}, before it was opened on {dispute.Opened}.", nameof(dispute))
        : dispute;
}
