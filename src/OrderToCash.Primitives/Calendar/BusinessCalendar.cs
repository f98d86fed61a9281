namespace OrderToCash.Primitives;

/// <summary>
/// Which days are business days: not a day of the weekend, not in a holiday set, not a holiday by rule. Immutable data; hosts
/// feed the holidays of their places.
/// </summary>
public sealed record BusinessCalendar
{
    // Longer than any closure: a calendar without a business day in ten years has none.
    private const int LongestClosure = 3_660;

    /// <summary>For people and logs: <c>TARGET2</c>, <c>GB-ENG</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The days closed every week, in the order of the week; at most six.</summary>
    /// <exception cref="ArgumentException">All seven days are closed, or one is no day of the week.</exception>
    public EquatableArray<IsoDayOfWeek> WeekendDays { get; init => field = Weekend(value); }

    /// <summary>Holidays on dates.</summary>
    public EquatableArray<HolidaySet> HolidaySets { get; init; }

    /// <summary>Holidays by rule.</summary>
    public EquatableArray<HolidayRule> HolidayRules { get; init; }

    /// <summary>Every day is a business day.</summary>
    public static BusinessCalendar EveryDay { get; } = new() { Name = "every day" };

    /// <summary>Closed on Saturday and Sunday, no holidays.</summary>
    public static BusinessCalendar Weekends { get; } =
        new() { Name = "weekends", WeekendDays = [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday] };

    /// <summary>
    /// The euro's settlement days (TARGET2, today T2): closed on weekends, New Year's Day, Good Friday, Easter Monday, 1 May, 25
    /// and 26 December. Source: ECB, TARGET long-term calendar (press release of 14 December 2000); before it, each year was
    /// announced apart, with 31 December 1999 and 2001 closed as well. Holds from 2000 on.
    /// </summary>
    public static BusinessCalendar Target2 { get; } = Weekends with
    {
        Name = "TARGET2",
        HolidayRules =
        [
            HolidayRule.Fixed(1, 1),
            HolidayRule.Easter(-2) with { FromYear = 2000 },
            HolidayRule.Easter(1) with { FromYear = 2000 },
            HolidayRule.Fixed(5, 1) with { FromYear = 2000 },
            HolidayRule.Fixed(12, 25),
            HolidayRule.Fixed(12, 26) with { FromYear = 2000 },
        ],
        HolidaySets =
            [HolidaySet.Of("TARGET additional closing days", [new(1999, 12, 31), new(2000, 12, 31), new(2001, 12, 31)])],
    };

    /// <summary>Closed on weekends and on these dates.</summary>
    public static BusinessCalendar WithHolidays(string name, IEnumerable<LocalDate> holidays) =>
        Weekends with { Name = name, HolidaySets = [HolidaySet.Of(name, holidays)] };

    /// <summary>The same with one more holiday set.</summary>
    public BusinessCalendar With(HolidaySet holidays) => this with { HolidaySets = HolidaySets.Add(holidays) };

    /// <summary>Open only when both are open.</summary>
    /// <exception cref="ArgumentException">Together they are closed on all days of the week.</exception>
    public BusinessCalendar Union(BusinessCalendar other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new()
        {
            Name = $"{Name} and {other.Name}",
            WeekendDays = WeekendDays.AddRange(other.WeekendDays),
            HolidaySets = HolidaySets.AddRange(other.HolidaySets).Distinct().ToEquatableArray(),
            HolidayRules = HolidayRules.AddRange(other.HolidayRules).Distinct().ToEquatableArray(),
        };
    }

    /// <summary>True for a holiday, be it a day of the weekend too.</summary>
    public bool IsHoliday(LocalDate date)
    {
        foreach (var set in HolidaySets)
            if (set.Contains(date)) return true;
        foreach (var rule in HolidayRules)
            if (rule.Includes(date)) return true;
        return false;
    }

    /// <summary>True when business is done on that day.</summary>
    public bool IsBusinessDay(LocalDate date) => !WeekendDays.AsSpan().Contains(date.DayOfWeek) && !IsHoliday(date);

    /// <summary>The first business day after a date, never the date itself.</summary>
    /// <exception cref="InvalidOperationException">There is none within ten years.</exception>
    public LocalDate Next(LocalDate date) => Walk(date.PlusDays(1), 1);

    /// <summary>The last business day before a date, never the date itself.</summary>
    /// <exception cref="InvalidOperationException">There is none within ten years.</exception>
    public LocalDate Previous(LocalDate date) => Walk(date.PlusDays(-1), -1);

    /// <summary>The date itself on a business day, else where the convention sends it.</summary>
    /// <exception cref="InvalidOperationException">There is no business day within ten years.</exception>
    public LocalDate Roll(LocalDate date, BusinessDayRoll roll) => roll switch
    {
        BusinessDayRoll.None => date,
        BusinessDayRoll.Following => Walk(date, 1),
        BusinessDayRoll.Preceding => Walk(date, -1),
        BusinessDayRoll.ModifiedFollowing => Walk(date, 1) is var next && SameMonth(next, date) ? next : Walk(date, -1),
        BusinessDayRoll.ModifiedPreceding => Walk(date, -1) is var before && SameMonth(before, date) ? before : Walk(date, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(roll), roll, "No such roll."),
    };

    /// <summary>
    /// So many business days later, earlier when negative: one day after a Friday is the Monday, and so it is after the Saturday.
    /// Zero is the date itself, business day or not.
    /// </summary>
    public LocalDate AddBusinessDays(LocalDate date, int days)
    {
        for (; days > 0; days--) date = Next(date);
        for (; days < 0; days++) date = Previous(date);
        return date;
    }

    /// <summary>
    /// How many business days there are from a date, inclusive, to another, exclusive; negative when they are the other way
    /// round.
    /// </summary>
    public int BusinessDaysBetween(LocalDate from, LocalDate until)
    {
        if (until < from) return -BusinessDaysBetween(until, from);
        var count = 0;
        for (var date = from; date < until; date = date.PlusDays(1))
            if (IsBusinessDay(date)) count++;
        return count;
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private LocalDate Walk(LocalDate date, int step)
    {
        for (var i = 0; i < LongestClosure; i++, date = date.PlusDays(step))
            if (IsBusinessDay(date)) return date;
        throw new InvalidOperationException($"The calendar {Name} has no business day within ten years.");
    }

    private static bool SameMonth(LocalDate one, LocalDate other) => one.Month == other.Month && one.Year == other.Year;

    private static EquatableArray<IsoDayOfWeek> Weekend(EquatableArray<IsoDayOfWeek> days)
    {
        var ordered = days.Distinct().Order().ToEquatableArray();
        if (ordered.Count == 7) throw new ArgumentException("A calendar needs a day of the week that is open.", nameof(days));
        return ordered.All(d => d is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday)
            ? ordered
            : throw new ArgumentException("There are seven days of the week.", nameof(days));
    }
}
