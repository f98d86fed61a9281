namespace OrderToCash.Primitives;

/// <summary>A tax registration of a party in a country.</summary>
public sealed record TaxRegistration
{
    /// <summary>Where it is registered.</summary>
    public required CountryCode Country { get; init; }

    /// <summary>The VAT or sales-tax id, with its prefix where there is one: <c>DE136695976</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The day the id was last found valid by an official check; null when it was not.</summary>
    public LocalDate? VerifiedOn { get; init; }

    /// <summary>
    /// What is wrong with it: <see cref="PartyErrors.UnknownCountry"/>; <see cref="PartyErrors.MalformedTaxId"/> when it is
    /// blank, or not built
    /// like the VAT ids of its country (European Union, GB, CH, LI, NO; other countries are not looked at).
    /// </summary>
    public EquatableArray<DomainError> Check()
    {
        if (!Countries.IsKnown(Country)) return [PartyErrors.UnknownCountry.At("country", ("country", Country))];
        if (!string.IsNullOrWhiteSpace(Id) && TaxIdShapes.Fits(Country, Id)) return [];
        var shape = TaxIdShapes.Describe(Country) ?? "not blank";
        return [PartyErrors.MalformedTaxId.At("id", ("id", Id), ("country", Country), ("shape", shape))];
    }
}
