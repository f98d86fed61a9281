namespace OrderToCash.Invoicing;

/// <summary>Where a number series stands: its last posted document, read inside the commit.</summary>
public sealed record SeriesPosition
{
    /// <summary>The last number.</summary>
    public required InvoiceNumber Number { get; init; }

    /// <summary>The date on that document.</summary>
    public required LocalDate DocumentDate { get; init; }

    internal static DomainError? Fault(SeriesPosition? previous, Chronology chronology, LocalDate date) =>
        chronology == Chronology.Ascending && previous is not null && date < previous.DocumentDate
            ? InvoiceErrors.OutOfSequence.At("documentDate",
                ("date", date), ("last", previous.Number), ("lastDate", previous.DocumentDate))
            : null;
}
