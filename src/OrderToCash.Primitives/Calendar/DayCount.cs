using System.Text.Json.Serialization;
using Ardalis.SmartEnum;

namespace OrderToCash.Primitives;

/// <summary>
/// How days between two dates are counted and what part of a year they are (ISDA 2006 definitions, section 4.16). The first date
/// is not counted, the last one is: from Monday to Tuesday is one day.
/// </summary>
[JsonConverter(typeof(SmartEnumJsonConverter<DayCount>))]
public sealed class DayCount : SmartEnum<DayCount, string>
{
    private const int LeapYearDays = 366;
    private const int CommonYearDays = 365;
    private readonly Func<LocalDate, LocalDate, int> days;
    private readonly int yearDays;

    private DayCount(string name, string value, Func<LocalDate, LocalDate, int> days, int yearDays) : base(name, value) =>
        (this.days, this.yearDays) = (days, yearDays);

    /// <summary>Calendar days over 365, leap year or not (ACT/365 fixed).</summary>
    public static readonly DayCount Actual365Fixed = new(nameof(Actual365Fixed), "ACT/365F", Actual, CommonYearDays);

    /// <summary>Calendar days over 360.</summary>
    public static readonly DayCount Actual360 = new(nameof(Actual360), "ACT/360", Actual, 360);

    /// <summary>Calendar days, those in a leap year over 366 and the others over 365 (ACT/ACT ISDA).</summary>
    public static readonly DayCount ActualActualIsda = new(nameof(ActualActualIsda), "ACT/ACT-ISDA", Actual, 0);

    /// <summary>
    /// Months of 30 days over 360: a first day 31 counts as 30, a last day 31 too when the first is 30 or 31 (bond basis).
    /// </summary>
    public static readonly DayCount Thirty360Isda = new(nameof(Thirty360Isda), "30/360-ISDA", BondBasis, 360);

    /// <summary>Months of 30 days over 360: every 31 counts as 30 (Eurobond basis).</summary>
    public static readonly DayCount Thirty360European = new(nameof(Thirty360European), "30E/360", European, 360);

    /// <summary>Months of 30 days over 360: a first day 31 counts as 30, a last day 31 as the first of the next month.</summary>
    public static readonly DayCount Thirty360EuropeanPlus = new(nameof(Thirty360EuropeanPlus), "30E+/360", EuropeanPlus, 360);

    /// <summary>As 30/360 ISDA, but the end of February counts as 30 too (30/360 US, with the end-of-month rule).</summary>
    public static readonly DayCount Thirty360Us = new(nameof(Thirty360Us), "30U/360", UnitedStates, 360);

    /// <summary>The days between two dates by this convention.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The end is before the start.</exception>
    public int Days(LocalDate start, LocalDate end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        return days(start, end);
    }

    /// <summary>The exact part of a year between two dates.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The end is before the start.</exception>
    public YearFraction YearFraction(LocalDate start, LocalDate end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        return yearDays == 0 ? PerCalendarYear(start, end) : new(days(start, end), yearDays);
    }

    private static YearFraction PerCalendarYear(LocalDate start, LocalDate end)
    {
        var total = Period.DaysBetween(start, end);
        var leap = 0;
        for (var year = start.Year; year <= end.Year; year++)
        {
            if (!CalendarSystem.Iso.IsLeapYear(year)) continue;
            var from = LocalDate.Max(start, new(year, 1, 1));
            var until = LocalDate.Min(end, new(year + 1, 1, 1));
            leap += Period.DaysBetween(from, until);
        }
        return new((long)leap * CommonYearDays + (long)(total - leap) * LeapYearDays, LeapYearDays * CommonYearDays);
    }

    private static int Actual(LocalDate start, LocalDate end) => Period.DaysBetween(start, end);

    private static int BondBasis(LocalDate start, LocalDate end)
    {
        var first = Math.Min(start.Day, 30);
        return Thirty(start, end, first, first == 30 ? Math.Min(end.Day, 30) : end.Day);
    }

    private static int European(LocalDate start, LocalDate end) =>
        Thirty(start, end, Math.Min(start.Day, 30), Math.Min(end.Day, 30));

    // Months have 30 days here: the first of the next month is a day 31.
    private static int EuropeanPlus(LocalDate start, LocalDate end) => Thirty(start, end, Math.Min(start.Day, 30), end.Day);

    private static int UnitedStates(LocalDate start, LocalDate end)
    {
        var first = IsEndOfFebruary(start) ? 30 : Math.Min(start.Day, 30);
        var last = IsEndOfFebruary(start) && IsEndOfFebruary(end) ? 30 : end.Day;
        return Thirty(start, end, first, first == 30 ? Math.Min(last, 30) : last);
    }

    private static bool IsEndOfFebruary(LocalDate date) => date.Month == 2 && date.PlusDays(1).Month == 3;

    private static int Thirty(LocalDate start, LocalDate end, int first, int last) =>
        360 * (end.Year - start.Year) + 30 * (end.Month - start.Month) + last - first;
}
