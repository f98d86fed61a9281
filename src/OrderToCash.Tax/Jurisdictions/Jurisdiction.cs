namespace OrderToCash.Tax;

/// <summary>Who taxes a sale, and where.</summary>
public sealed record Jurisdiction
{
    /// <summary>Its code.</summary>
    public required JurisdictionId Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its level.</summary>
    public required JurisdictionLevel Level { get; init; }

    /// <summary>The state it lies in: two letters.</summary>
    public required string State { get; init; }

    /// <summary>
    /// Beginnings of its post codes; none for the whole state. Post codes cut across city limits: hosts who need the last
    /// street use an <see cref="ITaxEngine"/> that looks addresses up.
    /// </summary>
    public EquatableArray<string> PostCodes { get; init; }
}
