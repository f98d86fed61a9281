using OrderToCash.Invoicing;

namespace OrderToCash;

/// <summary>A series moved on to a document, kept where dates may not go back.</summary>
public sealed record NumberTaken
{
    /// <summary>The series.</summary>
    public required NumberSeries Series { get; init; }

    /// <summary>The document that is the last one now.</summary>
    public required SeriesPosition Position { get; init; }

    /// <summary>Who posted it.</summary>
    public required Actor By { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}
