using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>A stretch of a schedule with one amount: the first as agreed, one more for each change.</summary>
public sealed record DeferralPart
{
    // 28 x 29 x 30 x 31: a day of any month in whole numbers.
    private const int MonthWeight = 755_160;

    /// <summary>The first day.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last day as it was agreed, inclusive.</summary>
    public required LocalDate Until { get; init; }

    /// <summary>What would be spread from the first to the last day.</summary>
    public required Money Amount { get; init; }

    /// <summary>How.</summary>
    public required DeferralMethod Method { get; init; }

    /// <summary>The first day it does not count any more; null when nothing changed.</summary>
    public LocalDate? CutOn { get; init; }

    /// <summary>The last day it counts.</summary>
    [JsonIgnore]
    public LocalDate LastDay => CutOn is { } cut ? cut.PlusDays(-1) : Until;

    /// <summary>
    /// What is revenue through a day, inclusive: the whole times the elapsed share, rounded half away from zero, once.
    /// </summary>
    public Money Through(LocalDate day)
    {
        if (day < From) return Money.Zero(Amount.Currency);
        var last = day < LastDay ? day : LastDay;
        if (last >= Until) return Amount;
        return last < From
            ? Money.Zero(Amount.Currency)
            : CumulativeAllocation.Of(Amount, Weight(Until), Rounding.HalfAwayFromZero).After(Weight(last)).Given;
    }

    private decimal Weight(LocalDate last)
    {
        if (Method == DeferralMethod.Daily) return Period.DaysBetween(From, last) + 1;
        var (weight, day) = (0m, From);
        while (day <= last)
        {
            var end = DateAdjusters.EndOfMonth(day);
            var until = end < last ? end : last;
            weight += (Period.DaysBetween(day, until) + 1) * (MonthWeight / end.Day);
            day = end.PlusDays(1);
        }
        return weight;
    }
}
