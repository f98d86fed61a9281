namespace OrderToCash;

/// <summary>A series of document numbers without gaps: one per legal entity, series and year.</summary>
public sealed record NumberSeries
{
    /// <summary>Whose documents.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The prefix: <c>INV</c>, <c>CN</c>.</summary>
    public required string Series { get; init; }

    /// <summary>The fiscal year.</summary>
    public required int Year { get; init; }

    /// <summary><c>INV-2010</c>.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Series}-{Year}");
}
