namespace OrderToCash.Primitives;

/// <summary>A legal or natural person on a document, as it stood when the document was made.</summary>
public sealed record Party
{
    /// <summary>The full legal name.</summary>
    public required string Name { get; init; }

    /// <summary>The registered address.</summary>
    public required Address Address { get; init; }

    /// <summary>Tax registrations, at most one a country.</summary>
    public EquatableArray<TaxRegistration> TaxRegistrations { get; init; }

    /// <summary>The number in the company register; empty where there is none.</summary>
    public string RegistrationNumber { get; init => field = value ?? ""; } = "";

    /// <summary>
    /// What is wrong with it, its address and its registrations: <see cref="PartyErrors.NameMissing"/>,
    /// <see cref="PartyErrors.UnknownCountry"/>, <see cref="PartyErrors.MalformedTaxId"/>, <see
    /// cref="PartyErrors.DuplicateTaxRegistration"/>.
    /// </summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        if (string.IsNullOrWhiteSpace(Name)) findings.Add(PartyErrors.NameMissing.At("name"));
        foreach (var finding in Address.Check()) findings.Add(finding.Below("address"));
        for (var i = 0; i < TaxRegistrations.Count; i++)
        {
            foreach (var finding in TaxRegistrations[i].Check()) findings.Add(finding.Below($"taxRegistrations[{i}]"));
            if (TaxRegistrations.FindIndex(r => r.Country == TaxRegistrations[i].Country) < i)
                findings.Add(PartyErrors.DuplicateTaxRegistration.At($"taxRegistrations[{i}]",
                    ("country", TaxRegistrations[i].Country)));
        }
        return [.. findings];
    }

    /// <summary>The tax registration in a country, or null.</summary>
    public TaxRegistration? RegistrationIn(CountryCode country)
    {
        foreach (var registration in TaxRegistrations)
            if (registration.Country == country) return registration;
        return null;
    }
}
