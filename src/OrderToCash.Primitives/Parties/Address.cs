namespace OrderToCash.Primitives;

/// <summary>A postal address, as EN 16931 splits it (BG-5, BG-8).</summary>
public sealed record Address
{
    /// <summary>Street and number, and what else fits no other field; in reading order.</summary>
    public EquatableArray<string> Lines { get; init; }

    /// <summary>Town.</summary>
    public string City { get; init => field = value ?? ""; } = "";

    /// <summary>Post code, as the country writes it.</summary>
    public string PostCode { get; init => field = value ?? ""; } = "";

    /// <summary>State, province or canton, where addresses have one.</summary>
    public string Region { get; init => field = value ?? ""; } = "";

    /// <summary>The country.</summary>
    public required CountryCode Country { get; init; }

    /// <summary>What is wrong with it: <see cref="PartyErrors.UnknownCountry"/>.</summary>
    public EquatableArray<DomainError> Check() =>
        Countries.IsKnown(Country) ? [] : [PartyErrors.UnknownCountry.At("country", ("country", Country))];
}
