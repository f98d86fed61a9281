namespace OrderToCash.Receivables;

/// <summary>
/// What a customer promised to pay of an open item, with the dates of both time axes, so that a report of any past day shows the
/// promises of that day as they were known.
/// </summary>
public sealed record PromisedPart
{
    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>How much, above zero, in its currency.</summary>
    public required Money Amount { get; init; }

    /// <summary>The day the promise was given.</summary>
    public required LocalDate On { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant RecordedAt { get; init; }

    /// <summary>The day from which it stands no longer: kept, broken or taken back; null while it stands.</summary>
    public LocalDate? EndedOn { get; init; }

    /// <summary>When its end was recorded; null while it stands, or when the end counts as always known.</summary>
    public Instant? EndedRecordedAt { get; init; }

    /// <summary>True when it stood on a business date, by what was known at a moment; null for all.</summary>
    public bool StoodOn(LocalDate date, Instant? knownAt = null) =>
        On <= date && (knownAt is null || RecordedAt <= knownAt)
        && !(EndedOn <= date && (knownAt is null || EndedRecordedAt is null || EndedRecordedAt <= knownAt));
}
