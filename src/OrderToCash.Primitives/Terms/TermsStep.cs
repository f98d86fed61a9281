using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>
/// One step on the way from a document's date to a due date. Steps run left to right, each from the date the one before reached:
/// one month and one month more is not two months (31 January - 29 February - 29 March).
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step")]
[JsonDerivedType(typeof(AddDays), "days")]
[JsonDerivedType(typeof(AddWeeks), "weeks")]
[JsonDerivedType(typeof(AddMonths), "months")]
[JsonDerivedType(typeof(AddYears), "years")]
[JsonDerivedType(typeof(AddBusinessDays), "businessDays")]
[JsonDerivedType(typeof(ToEndOfMonth), "endOfMonth")]
[JsonDerivedType(typeof(ToDayOfNextMonth), "nextMonthDay")]
[JsonDerivedType(typeof(ToDayOfMonth), "onOrAfterDayOfMonth")]
[JsonDerivedType(typeof(ToDaysOfMonth), "onOrAfterDaysOfMonth")]
[JsonDerivedType(typeof(ToBusinessDay), "businessDay")]
[JsonDerivedType(typeof(AfterClosedPeriods), "skipClosedPeriods")]
public abstract record TermsStep
{
    /// <summary>The largest count of days, weeks, months or years that <see cref="PaymentTerms.Check"/> accepts.</summary>
    public const int MaxCount = 3_660;

    private protected TermsStep() { }

    /// <summary>So many calendar days later.</summary>
    public static AddDays Days(int count) => new() { Count = count };

    /// <summary>So many weeks later.</summary>
    public static AddWeeks Weeks(int count) => new() { Count = count };

    /// <summary>So many months later; a day the month does not have is its last.</summary>
    public static AddMonths Months(int count) => new() { Count = count };

    /// <summary>So many years later; 29 February becomes the 28th.</summary>
    public static AddYears Years(int count) => new() { Count = count };

    /// <summary>So many business days later.</summary>
    public static AddBusinessDays BusinessDays(int count) => new() { Count = count };

    /// <summary>The last day of the month reached.</summary>
    public static ToEndOfMonth EndOfMonth { get; } = new();

    /// <summary>That day of the month after the one reached.</summary>
    public static ToDayOfNextMonth NextMonthDay(int day) => new() { Day = day };

    /// <summary>That day of the month on or after the date reached, also where an instalment before is due on it.</summary>
    public static ToDayOfMonth OnOrAfterDayOfMonth(int day) => new() { Day = day };

    /// <summary>The first of these days of the month on or after the date reached (fixed pay days).</summary>
    public static ToDaysOfMonth OnOrAfterDaysOfMonth(params ReadOnlySpan<int> days) => new() { DaysOfMonth = [.. days] };

    /// <summary>Off the days that are no business days.</summary>
    public static ToBusinessDay BusinessDay(BusinessDayRoll roll) => new() { Roll = roll };

    /// <summary>Past the partner's closed periods.</summary>
    public static AfterClosedPeriods SkipClosedPeriods { get; } = new();

    internal abstract LocalDate From(LocalDate reached, StepBasis basis);

    /// <summary>True when the numbers of the step make sense.</summary>
    internal virtual bool IsSound => true;

    private protected static bool IsCount(int count) => count is >= 0 and <= MaxCount;

    // A day that the month does not have is its last.
    private protected static LocalDate DayOf(LocalDate month, int day) =>
        new(month.Year, month.Month, Math.Min(day, CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month)));
}

/// <summary>What steps need besides the date reached.</summary>
internal readonly record struct StepBasis(
    BusinessCalendar Calendar, EquatableArray<ClosedPeriod> ClosedPeriods, LocalDate? PreviousDue);

/// <summary>So many calendar days later.</summary>
public sealed record AddDays : TermsStep
{
    /// <summary>0 or more.</summary>
    public required int Count { get; init; }

    internal override LocalDate From(LocalDate reached, StepBasis basis) => reached.PlusDays(Count);

    internal override bool IsSound => IsCount(Count);
}

/// <summary>So many weeks later.</summary>
public sealed record AddWeeks : TermsStep
{
    /// <summary>0 or more.</summary>
    public required int Count { get; init; }

    internal override LocalDate From(LocalDate reached, StepBasis basis) => reached.PlusWeeks(Count);

    internal override bool IsSound => IsCount(Count);
}

/// <summary>So many months later; a day the month does not have is its last.</summary>
public sealed record AddMonths : TermsStep
{
    /// <summary>0 or more.</summary>
    public required int Count { get; init; }

    internal override LocalDate From(LocalDate reached, StepBasis basis) => reached.PlusMonths(Count);

    internal override bool IsSound => IsCount(Count);
}

/// <summary>So many years later; 29 February becomes the 28th in a common year.</summary>
public sealed record AddYears : TermsStep
{
    /// <summary>0 to 100.</summary>
    public required int Count { get; init; }

    internal override LocalDate From(LocalDate reached, StepBasis basis) => reached.PlusYears(Count);

    internal override bool IsSound => Count is >= 0 and <= 100;
}

/// <summary>So many business days later, by the seller's calendar.</summary>
public sealed record AddBusinessDays : TermsStep
{
    /// <summary>0 or more; 0 stays, business day or not.</summary>
    public required int Count { get; init; }

    internal override LocalDate From(LocalDate reached, StepBasis basis) => basis.Calendar.AddBusinessDays(reached, Count);

    internal override bool IsSound => IsCount(Count);
}

/// <summary>The last day of the month reached.</summary>
public sealed record ToEndOfMonth : TermsStep
{
    internal override LocalDate From(LocalDate reached, StepBasis basis) => DayOf(reached, 31);
}

/// <summary>A day of the month after the one reached.</summary>
public sealed record ToDayOfNextMonth : TermsStep
{
    /// <summary>1 to 31; a day the month does not have is its last.</summary>
    public required int Day { get; init; }

    internal override LocalDate From(LocalDate reached, StepBasis basis) =>
        DayOf(reached.With(DateAdjusters.StartOfMonth).PlusMonths(1), Day);

    internal override bool IsSound => Day is >= 1 and <= 31;
}

/// <summary>
/// A day of the month on or after the date reached, in this month or the next. A date that has that day already stays, also in an
/// instalment that starts on the due date of the one before: its own days or months say how much later it is.
/// </summary>
public sealed record ToDayOfMonth : TermsStep
{
    /// <summary>1 to 31; a day the month does not have is its last.</summary>
    public required int Day { get; init; }

    internal override LocalDate From(LocalDate reached, StepBasis basis) =>
        DayOf(reached, Day) is var day && day >= reached
            ? day : DayOf(reached.With(DateAdjusters.StartOfMonth).PlusMonths(1), Day);

    internal override bool IsSound => Day is >= 1 and <= 31;
}

/// <summary>
/// The first of some days of the month on or after the date reached (fixed pay days). In an instalment that starts on the due
/// date of the one before it is strictly after that date.
/// </summary>
public sealed record ToDaysOfMonth : TermsStep
{
    /// <summary>1 to 31, at least one; a day the month does not have is its last.</summary>
    public required EquatableArray<int> DaysOfMonth { get; init; }

    internal override LocalDate From(LocalDate reached, StepBasis basis)
    {
        var earliest = basis.PreviousDue is { } previous ? LocalDate.Max(reached, previous.PlusDays(1)) : reached;
        var best = LocalDate.MaxIsoValue;
        foreach (var day in DaysOfMonth)
        {
            var candidate = DayOf(earliest, day);
            if (candidate < earliest) candidate = DayOf(earliest.With(DateAdjusters.StartOfMonth).PlusMonths(1), day);
            best = LocalDate.Min(best, candidate);
        }
        return best;
    }

    internal override bool IsSound => !DaysOfMonth.IsEmpty && DaysOfMonth.All(day => day is >= 1 and <= 31);
}

/// <summary>Off the days that are no business days, by the seller's calendar.</summary>
public sealed record ToBusinessDay : TermsStep
{
    /// <summary>Where a closed day sends the date.</summary>
    public required BusinessDayRoll Roll { get; init; }

    internal override LocalDate From(LocalDate reached, StepBasis basis) => basis.Calendar.Roll(reached, Roll);

    internal override bool IsSound => Enum.IsDefined(Roll);
}

/// <summary>Past the partner's closed periods: to the day after one ends, again while that day is closed too.</summary>
public sealed record AfterClosedPeriods : TermsStep
{
    internal override LocalDate From(LocalDate reached, StepBasis basis)
    {
        for (var at = Closing(reached, basis); at >= 0; at = Closing(reached, basis))
            reached = basis.ClosedPeriods[at].Until.PlusDays(1);
        return reached;
    }

    private static int Closing(LocalDate date, StepBasis basis) => basis.ClosedPeriods.FindIndex(period => period.Contains(date));
}
