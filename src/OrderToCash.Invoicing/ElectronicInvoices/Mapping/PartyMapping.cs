namespace OrderToCash.Invoicing;

/// <summary>Makes document parties.</summary>
internal static class PartyMapping
{
    /// <summary>The seller or buyer; what the posted document says of it comes before what the host adds.</summary>
    internal static DocumentParty Of(Party party, PartyDetails? details, PartyParticulars more, TaxIdWanted wanted, bool isSeller)
    {
        var registration = RegistrationOf(party, wanted);
        var vatId = wanted.IsShown && registration is not null ? VatIdOf(registration) : null;
        var local = Texts.Filled(details?.LocalTaxNumber) ?? more.TaxRegistrationId;
        return new()
        {
            Name = party.Name,
            TradingName = Texts.Filled(details?.TradingName) ?? more.TradingName,
            Ids = details is { Ids.IsEmpty: false } ? details.Ids : more.Ids,
            LegalId = party.RegistrationNumber.Length == 0
                ? null
                : new()
                {
                    Value = party.RegistrationNumber,
                    Scheme = Texts.Filled(details?.RegistrationScheme) ?? more.LegalIdScheme,
                },
            VatId = vatId,
            TaxRegistrationId = !isSeller ? null : local ?? (vatId is null && wanted.IsShown ? registration?.Id : null),
            AdditionalLegalInformation = isSeller
                ? Texts.Filled(details?.LegalForm) ?? more.AdditionalLegalInformation
                : null,
            Endpoint = details?.Endpoint ?? more.Endpoint,
            Address = Of(party.Address),
            Contact = details?.Contact ?? more.Contact,
        };
    }

    internal static DocumentParty? Of(Payee? payee) => payee is null ? null : new()
    {
        Name = payee.Name, Ids = payee.Id is { } id ? [id] : [], LegalId = payee.RegistrationNumber,
    };

    // Out of scope there is no VAT id on the document, so no representative either (BR-O-02, BR-56).
    internal static DocumentParty? Representative(Party? party, TaxIdWanted wanted) =>
        party is null || !wanted.IsShown ? null : new()
        {
            Name = party.Name, Address = Of(party.Address),
            VatId = RegistrationOf(party, wanted) is { } registration ? VatIdOf(registration) : null,
        };

    /// <summary>The address; a fourth line and those after it join the third.</summary>
    internal static DocumentAddress Of(Address address) => new()
    {
        Line1 = Line(address, 0),
        Line2 = Line(address, 1),
        Line3 = address.Lines.Count <= 3 ? Line(address, 2) : string.Join(", ", address.Lines.Skip(2)),
        City = Texts.Filled(address.City),
        PostCode = Texts.Filled(address.PostCode),
        Subdivision = Texts.Filled(address.Region),
        Country = Texts.Filled(address.Country.Value),
    };

    private static TaxRegistration? RegistrationOf(Party party, TaxIdWanted wanted)
    {
        foreach (var registration in party.TaxRegistrations)
            if (registration.Id == wanted.Id) return registration;
        return party.RegistrationIn(wanted.Country) ?? party.RegistrationIn(party.Address.Country)
            ?? (party.TaxRegistrations.IsEmpty ? null : party.TaxRegistrations[0]);
    }

    // A VAT id starts with its country; Norway writes its own without. Ids of other taxes are no VAT ids.
    private static string? VatIdOf(TaxRegistration registration)
    {
        var id = string.Concat(registration.Id.Where(c => c is not (' ' or '.' or '-')));
        if (id.Length > 2 && char.IsAsciiLetter(id[0]) && char.IsAsciiLetter(id[1])) return id;
        return registration.Country.Value == "NO" ? "NO" + id : null;
    }

    private static string? Line(Address address, int index) =>
        index < address.Lines.Count ? Texts.Filled(address.Lines[index]) : null;
}

/// <summary>Which of a party's tax ids a document shows: the one the tax relies on, else that of the country.</summary>
internal readonly record struct TaxIdWanted
{
    /// <summary>The id that the tax relies on; empty for none.</summary>
    internal required string Id { get; init; }

    /// <summary>The country whose tax it is.</summary>
    internal required CountryCode Country { get; init; }

    /// <summary>False out of scope: no VAT id is shown.</summary>
    internal required bool IsShown { get; init; }
}
