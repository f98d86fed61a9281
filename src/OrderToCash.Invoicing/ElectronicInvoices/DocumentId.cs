namespace OrderToCash.Invoicing;

/// <summary>An identifier with the scheme it is taken from.</summary>
public sealed record DocumentId
{
    /// <summary>The identifier.</summary>
    public string? Value { get; init; }

    /// <summary>
    /// The scheme (ISO 6523 ICD, EAS or UNTDID 1153, as the term says); null when none was written.
    /// </summary>
    public string? Scheme { get; init; }
}
