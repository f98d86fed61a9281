namespace OrderToCash.Invoicing;

/// <summary>The days on which documents are made: daily, weekly, on the n-th of the month, on its last day.</summary>
public sealed record BillingRhythm
{
    /// <summary>How often.</summary>
    public required BillingCycle Cycle { get; init; }

    /// <summary>The day of the month, 1 to 31, of a monthly cycle.</summary>
    public int DayOfMonth { get; init; }

    /// <summary>The day of the week of a weekly cycle.</summary>
    public IsoDayOfWeek DayOfWeek { get; init; }

    /// <summary>On the day something can be billed.</summary>
    public static BillingRhythm Daily { get; } = new() { Cycle = BillingCycle.Daily };

    /// <summary>On the last day of the month.</summary>
    public static BillingRhythm EndOfMonth { get; } = new() { Cycle = BillingCycle.EndOfMonth };

    /// <summary>Once a week.</summary>
    public static BillingRhythm Weekly(IsoDayOfWeek day) => new() { Cycle = BillingCycle.Weekly, DayOfWeek = day };

    /// <summary>On the n-th day of the month; on its last day where the month is shorter.</summary>
    /// <param name="day">1 to 31.</param>
    public static BillingRhythm Monthly(int day) => new() { Cycle = BillingCycle.Monthly, DayOfMonth = day };

    /// <summary>What is wrong with it: <see cref="BillingErrors.PolicyInvalid"/>.</summary>
    public EquatableArray<DomainError> Check() => Cycle switch
    {
        BillingCycle.Monthly when DayOfMonth is < 1 or > 31 =>
            [BillingErrors.PolicyInvalid.At("dayOfMonth", ("field", "day of the month"), ("value", DayOfMonth))],
        BillingCycle.Weekly when DayOfWeek is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday =>
            [BillingErrors.PolicyInvalid.At("dayOfWeek", ("field", "day of the week"), ("value", DayOfWeek))],
        _ => [],
    };

    /// <summary>The first billing day on or after a day; each month is reckoned by itself, never from the month before.</summary>
    /// <exception cref="InvalidOperationException">The rhythm is not sound; see <see cref="Check"/>.</exception>
    public LocalDate On(LocalDate ready)
    {
        if (!Check().IsEmpty) throw new InvalidOperationException($"The rhythm is not sound: {this}.");
        return Cycle switch
        {
            BillingCycle.Weekly => ready.PlusDays((DayOfWeek - ready.DayOfWeek + 7) % 7),
            BillingCycle.Monthly => InMonth(ready) is var day && day >= ready
                ? day
                : InMonth(new LocalDate(ready.Year, ready.Month, 1).PlusMonths(1)),
            BillingCycle.EndOfMonth => DateAdjusters.EndOfMonth(ready),
            _ => ready,
        };
    }

    private LocalDate InMonth(LocalDate date) => new(
        date.Year, date.Month, Math.Min(DayOfMonth, date.Calendar.GetDaysInMonth(date.Year, date.Month)));
}
