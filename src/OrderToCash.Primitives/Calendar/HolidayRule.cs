using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>A holiday that returns every year by a rule.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "rule")]
[JsonDerivedType(typeof(FixedHoliday), "fixed")]
[JsonDerivedType(typeof(EasterHoliday), "easter")]
public abstract record HolidayRule
{
    private protected HolidayRule() { }

    /// <summary>The first year it is kept in; 0 for always.</summary>
    public int FromYear { get; init; }

    /// <summary>True on the holiday.</summary>
    public bool Includes(LocalDate date) => date.Year >= FromYear && Falls(date);

    private protected abstract bool Falls(LocalDate date);

    /// <summary>The same day of the same month every year.</summary>
    public static FixedHoliday Fixed(int month, int day) => new() { Month = month, Day = day };

    /// <summary>So many days after Easter Sunday; before it when negative.</summary>
    public static EasterHoliday Easter(int daysAfter) => new() { DaysAfter = daysAfter };
}

/// <summary>The same day of the same month every year: 25 December.</summary>
public sealed record FixedHoliday : HolidayRule
{
    /// <summary>1 to 12.</summary>
    public required int Month { get; init; }

    /// <summary>1 to 31; a day the month does not have never comes.</summary>
    public required int Day { get; init; }

    private protected override bool Falls(LocalDate date) => date.Month == Month && date.Day == Day;
}

/// <summary>
/// A day that moves with Easter of the western churches: Good Friday is -2, Easter Monday 1, Ascension 39, Whit Monday 50.
/// </summary>
public sealed record EasterHoliday : HolidayRule
{
    /// <summary>Days after Easter Sunday; before it when negative.</summary>
    public required int DaysAfter { get; init; }

    private protected override bool Falls(LocalDate date)
    {
        var sunday = date.PlusDays(-DaysAfter);
        return sunday.DayOfWeek == IsoDayOfWeek.Sunday && sunday == EasterSunday(sunday.Year);
    }

    /// <summary>Easter Sunday of a year of the Gregorian calendar (Meeus/Jones/Butcher).</summary>
    internal static LocalDate EasterSunday(int year)
    {
        var golden = year % 19;
        var (century, inCentury) = Math.DivRem(year, 100);
        var moonShift = (8 * century + 13) / 25;
        var epact = (19 * golden + century - century / 4 - moonShift + 15) % 30;
        var toSunday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
        var late = (golden + 11 * epact + 22 * toSunday) / 451;
        var (month, day) = Math.DivRem(epact + toSunday - 7 * late + 114, 31);
        return new(year, month, day + 1);
    }
}
