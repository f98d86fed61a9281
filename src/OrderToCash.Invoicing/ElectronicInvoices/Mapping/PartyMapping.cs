namespace OrderToCash.Invoicing;

/// <summary>Makes document parties.</summary>
internal static class PartyMapping
{
    internal static DocumentParty Of(Party party, PartyParticulars more, CountryCode taxCountry, bool showsVat, bool isSeller)
    {
        var registration = RegistrationOf(party, taxCountry);
        var vatId = showsVat && registration is not null ? VatIdOf(registration) : null;
        return new()
        {
            Name = party.Name,
            TradingName = more.TradingName,
            Ids = more.Ids,
            LegalId = party.RegistrationNumber.Length == 0
                ? null
                : new() { Value = party.RegistrationNumber, Scheme = more.LegalIdScheme },
            VatId = vatId,
            TaxRegistrationId = !isSeller ? null
                : more.TaxRegistrationId ?? (vatId is null && showsVat ? registration?.Id : null),
            AdditionalLegalInformation = isSeller ? more.AdditionalLegalInformation : null,
            Endpoint = more.Endpoint,
            Address = Of(party.Address),
            Contact = more.Contact,
        };
    }

    /// <summary>The address; a fourth line and those after it join the third.</summary>
    internal static DocumentAddress Of(Address address) => new()
    {
        Line1 = Line(address, 0),
        Line2 = Line(address, 1),
        Line3 = address.Lines.Count <= 3 ? Line(address, 2) : string.Join(", ", address.Lines.Skip(2)),
        City = Filled(address.City),
        PostCode = Filled(address.PostCode),
        Subdivision = Filled(address.Region),
        Country = Filled(address.Country.Value),
    };

    private static TaxRegistration? RegistrationOf(Party party, CountryCode country) =>
        party.RegistrationIn(country) ?? party.RegistrationIn(party.Address.Country)
        ?? (party.TaxRegistrations.IsEmpty ? null : party.TaxRegistrations[0]);

    // A VAT id starts with its country; Norway writes its own without. Ids of other taxes are no VAT ids.
    private static string? VatIdOf(TaxRegistration registration)
    {
        var id = string.Concat(registration.Id.Where(c => c is not (' ' or '.' or '-')));
        if (id.Length > 2 && char.IsAsciiLetter(id[0]) && char.IsAsciiLetter(id[1])) return id;
        return registration.Country.Value == "NO" ? "NO" + id : null;
    }

    private static string? Line(Address address, int index) => index < address.Lines.Count ? Filled(address.Lines[index]) : null;

    private static string? Filled(string text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
