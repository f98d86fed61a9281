using OrderToCash.Invoicing;

namespace OrderToCash;

/// <summary>
/// A number series with its last document, where the legal entity keeps dates in order; null where it does not.
/// </summary>
internal sealed record SeriesPlace(
    NumberSeries Series, NumberFormat Format, Chronology Chronology, SeriesPosition? Last, long Version)
{
    /// <summary>Loads the place.</summary>
    public static async Task<SeriesPlace> LoadAsync(
        IBooks books, LegalEntity seller, NumberFormat format, LocalDate date, CancellationToken cancellationToken)
    {
        var series = BillingDesk.Series(seller.Id, format, date);
        var stored = (seller.Chronology ?? Chronology.Free) == Chronology.Free
            ? null
            : await books.LoadAsync<SeriesPosition>(Streams.Series(series), cancellationToken).ConfigureAwait(false);
        return new(series, format, (seller.Chronology ?? Chronology.Free), stored?.State, stored?.Version ?? 0);
    }

    /// <summary>Begins to take numbers inside a commit.</summary>
    public SeriesTaking Begin(Numbers numbers, Actor by, Instant at) => new(this, numbers, by, at);
}

/// <summary>Takes numbers of a series inside one commit.</summary>
internal sealed class SeriesTaking(SeriesPlace place, Numbers numbers, Actor by, Instant at)
{
    private readonly List<NumberTaken> taken = [];

    /// <summary>The document before the next one.</summary>
    public SeriesPosition? Last { get; private set; } = place.Last;

    /// <summary>The next number; the date is the document's.</summary>
    public InvoiceNumber Next(LocalDate date)
    {
        var number = place.Format.Format(place.Series.Year, numbers.Next(place.Series));
        if (place.Chronology == Chronology.Free) return number;
        Last = new() { Number = number, DocumentDate = date };
        taken.Add(new() { Series = place.Series, Position = Last, By = by, At = at });
        return number;
    }

    /// <summary>The change of the series, if dates are kept in order.</summary>
    public IEnumerable<StreamChange> Changes() => taken.Count == 0
        ? []
        : [StreamChange.Of(Streams.Series(place.Series), place.Version,
            new Decision<SeriesPosition, NumberTaken> { State = Last!, Events = taken.ToEquatableArray() })];
}
