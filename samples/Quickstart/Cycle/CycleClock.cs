namespace OrderToCash.Quickstart;

/// <summary>The time of the run: it goes where the business goes, never with the machine.</summary>
internal sealed class CycleClock : IClock
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    private Instant now;

    /// <summary>Goes to a moment in London.</summary>
    public void GoTo(LocalDateTime moment) => now = moment.InZoneLeniently(London).ToInstant();

    /// <summary>Goes to an hour of a day in London.</summary>
    public void GoTo(LocalDate day, int hour) => GoTo(day.At(new LocalTime(hour, 0)));

    /// <inheritdoc/>
    public Instant GetCurrentInstant() => now;
}
