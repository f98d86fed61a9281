namespace OrderToCash.Contracts;

/// <summary>How long before the end notice must have been received.</summary>
public sealed record NoticePeriod
{
    /// <summary>So many units, 0 or more.</summary>
    public required int Count { get; init; }

    /// <summary>What is counted.</summary>
    public required NoticeUnit Unit { get; init; }

    /// <summary>Calendar days.</summary>
    public static NoticePeriod Days(int count) => new() { Count = count, Unit = NoticeUnit.Days };

    /// <summary>Calendar months.</summary>
    public static NoticePeriod Months(int count) => new() { Count = count, Unit = NoticeUnit.Months };

    /// <summary>The first day the contract may end on when notice is received on a day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The period is negative, or leaves the calendar.</exception>
    public LocalDate EndAfter(LocalDate received)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Count);
        return Unit switch
        {
            NoticeUnit.Days => received.PlusDays(Count),
            NoticeUnit.Weeks => received.PlusWeeks(Count),
            NoticeUnit.Months => received.PlusMonths(Count),
            NoticeUnit.Years => received.PlusYears(Count),
            _ => throw new ArgumentOutOfRangeException(nameof(received), Unit, "Unknown unit of notice."),
        };
    }

    /// <summary>
    /// The last day on which notice can be received: the latest day d with d + period on or before the last day of the term. It
    /// does not roll to a working day. Three months to 28 February: 30 November.
    /// </summary>
    /// <param name="lastDayOfTerm">The last day the contract holds, inclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is negative, or leaves the calendar.</exception>
    public LocalDate LastDayOfNotice(LocalDate lastDayOfTerm)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Count);
        var day = Unit switch
        {
            NoticeUnit.Days => lastDayOfTerm.PlusDays(-Count),
            NoticeUnit.Weeks => lastDayOfTerm.PlusWeeks(-Count),
            NoticeUnit.Months => lastDayOfTerm.PlusMonths(-Count),
            _ => lastDayOfTerm.PlusYears(-Count),
        };
        // Months are cut short at their end, so up to three later days may still be in time.
        while (EndAfter(day.PlusDays(1)) <= lastDayOfTerm) day = day.PlusDays(1);
        return day;
    }

    /// <summary>The count and the unit.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Count} {Unit}");
}
