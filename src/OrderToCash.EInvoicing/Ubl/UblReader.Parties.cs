namespace OrderToCash.EInvoicing;

internal sealed partial class UblReader
{
    private string? creditorId;
    private bool hasCreditorIdOfPayee;

    private DocumentParty ReadSeller() => ReadRole(isSeller: true);

    private DocumentParty ReadBuyer() => ReadRole(isSeller: false);

    private DocumentParty ReadRole(bool isSeller)
    {
        DocumentParty? party = null;
        while (NextChild())
        {
            if (Name != UblName.Party) Unknown();
            else if (party is null) party = ReadParty(isSeller);
            else Again(null);
        }
        return party ?? new();
    }

    private DocumentParty ReadParty(bool isSeller)
    {
        var ids = new List<DocumentId>();
        string? name = null, trading = null, vat = null, registration = null, legalInformation = null;
        DocumentId? endpoint = null, legalId = null;
        DocumentAddress? address = null;
        DocumentContact? contact = null;
        var schemes = 0;
        while (NextChild())
        {
            switch (Name)
            {
                case UblName.EndpointID: TakeId(ref endpoint); break;
                case UblName.PartyIdentification: ReadIdentification(ids, isSeller ? null : "UBL-SR-16"); break;
                case UblName.PartyName: ReadPartyName(ref trading, isSeller ? "UBL-SR-10" : "UBL-SR-40"); break;
                case UblName.PostalAddress when address is null: address = ReadAddress(); break;
                case UblName.PartyTaxScheme:
                    schemes++;
                    ReadPartyTaxScheme(ref vat, ref registration, isSeller ? "UBL-SR-12" : "UBL-SR-18", isSeller ? "UBL-SR-13" : null);
                    break;
                case UblName.PartyLegalEntity: ReadLegalEntity(ref name, ref legalId, ref legalInformation, isSeller); break;
                case UblName.Contact when contact is null: contact = ReadContact(); break;
                case UblName.PostalAddress or UblName.Contact: Again(null); break;
                default: Unknown(); break;
            }
        }
        if (isSeller && schemes > 2) Rule("UBL-SR-42", "the seller has more than two tax registrations");
        return new()
        {
            Name = name, TradingName = trading, Ids = [.. ids], LegalId = legalId, VatId = vat, TaxRegistrationId = registration,
            AdditionalLegalInformation = legalInformation, Endpoint = endpoint, Address = address, Contact = contact,
        };
    }

    // The bank's identifier of the creditor stands among the identifiers of seller or payee, with the scheme SEPA.
    private void ReadIdentification(List<DocumentId> ids, string? rule, bool isPayee = false)
    {
        while (NextChild())
        {
            if (Name != UblName.ID)
            {
                Unknown();
                continue;
            }
            DocumentId? id = null;
            TakeId(ref id);
            if (IsSepa(id!))
            {
                if (creditorId is not null) Rule("UBL-SR-29", "there is more than one bank-assigned creditor identifier");
                creditorId ??= id!.Value;
                hasCreditorIdOfPayee |= isPayee;
            }
            else if (rule is not null && ids.Exists(known => !IsSepa(known)))
            {
                Rule(rule, "the party has more than one identifier");
            }
            ids.Add(id!);
        }
    }

    private static bool IsSepa(DocumentId id) => string.Equals(id.Scheme, "SEPA", StringComparison.OrdinalIgnoreCase);

    private void ReadPartyName(ref string? name, string? rule)
    {
        while (NextChild())
        {
            if (Name == UblName.Name) Take(ref name, rule);
            else Unknown();
        }
    }

    private void ReadPartyTaxScheme(ref string? vat, ref string? registration, string? vatRule, string? registrationRule)
    {
        string? company = null, scheme = null;
        while (NextChild())
        {
            switch (Name)
            {
                case UblName.CompanyID: Take(ref company); break;
                case UblName.TaxScheme: scheme = ReadTaxScheme() ?? scheme; break;
                default: Unknown(); break;
            }
        }
        if (company is null || scheme is null) Rule("UBL-SR-53", "a tax registration needs its identifier and its scheme");
        if (company is null) return;
        ref var term = ref IsVat(scheme) ? ref vat : ref registration;
        if (term is null)
        {
            term = company;
            return;
        }
        if ((IsVat(scheme) ? vatRule : registrationRule) is { } rule) Rule(rule, "the registration stands more than once");
        Find(EInvoiceErrors.Duplicate, ("element", "cac:PartyTaxScheme"));
    }

    private string? ReadTaxScheme()
    {
        string? id = null;
        while (NextChild())
        {
            if (Name == UblName.ID) TakeCode(ref id);
            else Unknown();
        }
        return id;
    }

    private static bool IsVat(string? scheme) =>
        scheme is not null && scheme.AsSpan().Trim().Equals("VAT", StringComparison.OrdinalIgnoreCase);

    private void ReadLegalEntity(ref string? name, ref DocumentId? legalId, ref string? legalInformation, bool isSeller)
    {
        while (NextChild())
        {
            switch (Name)
            {
                case UblName.RegistrationName: Take(ref name, isSeller ? "UBL-SR-09" : "UBL-SR-15"); break;
                case UblName.CompanyID: TakeId(ref legalId, isSeller ? "UBL-SR-11" : "UBL-SR-17"); break;
                case UblName.CompanyLegalForm when isSeller: Take(ref legalInformation, "UBL-SR-14"); break;
                default: Unknown(); break;
            }
        }
    }

    private DocumentContact ReadContact()
    {
        string? name = null, phone = null, email = null;
        while (NextChild())
        {
            switch (Name)
            {
                case UblName.Name: Take(ref name); break;
                case UblName.Telephone: Take(ref phone); break;
                case UblName.ElectronicMail: Take(ref email); break;
                default: Unknown(); break;
            }
        }
        return new() { Name = name, Phone = phone, Email = email };
    }

    private DocumentAddress ReadAddress()
    {
        string? line1 = null, line2 = null, line3 = null, city = null, postCode = null, subdivision = null, country = null;
        while (NextChild())
        {
            switch (Name)
            {
                case UblName.StreetName: Take(ref line1); break;
                case UblName.AdditionalStreetName: Take(ref line2); break;
                case UblName.AddressLine: ReadAddressLine(ref line3); break;
                case UblName.CityName: Take(ref city); break;
                case UblName.PostalZone: Take(ref postCode); break;
                case UblName.CountrySubentity: Take(ref subdivision); break;
                case UblName.Country: ReadCountry(ref country); break;
                default: Unknown(); break;
            }
        }
        return new()
        {
            Line1 = line1, Line2 = line2, Line3 = line3, City = city, PostCode = postCode, Subdivision = subdivision,
            Country = country,
        };
    }

    private void ReadAddressLine(ref string? line)
    {
        while (NextChild())
        {
            if (Name == UblName.Line) Take(ref line, "UBL-SR-51");
            else Unknown();
        }
    }

    private void ReadCountry(ref string? country)
    {
        while (NextChild())
        {
            if (Name == UblName.IdentificationCode) TakeCode(ref country);
            else Unknown();
        }
    }

    private DocumentParty ReadPayee()
    {
        var ids = new List<DocumentId>();
        string? name = null;
        DocumentId? legalId = null;
        while (NextChild())
        {
            switch (Name)
            {
                case UblName.PartyIdentification: ReadIdentification(ids, "UBL-SR-20", isPayee: true); break;
                case UblName.PartyName: ReadPartyName(ref name, "UBL-SR-19"); break;
                case UblName.PartyLegalEntity:
                    while (NextChild())
                    {
                        if (Name == UblName.CompanyID) TakeId(ref legalId, "UBL-SR-21");
                        else Unknown();
                    }
                    break;
                default: Unknown(); break;
            }
        }
        return new() { Name = name, Ids = [.. ids], LegalId = legalId };
    }

    private DocumentParty ReadRepresentative()
    {
        string? name = null, vat = null, registration = null;
        DocumentAddress? address = null;
        while (NextChild())
        {
            switch (Name)
            {
                case UblName.PartyName: ReadPartyName(ref name, "UBL-SR-22"); break;
                case UblName.PostalAddress when address is null: address = ReadAddress(); break;
                case UblName.PartyTaxScheme: ReadPartyTaxScheme(ref vat, ref registration, null, null); break;
                case UblName.PostalAddress: Again(null); break;
                default: Unknown(); break;
            }
        }
        return new() { Name = name, VatId = vat, TaxRegistrationId = registration, Address = address };
    }

    private DocumentDelivery ReadDelivery()
    {
        string? name = null;
        DocumentId? location = null;
        LocalDate? date = null;
        DocumentAddress? address = null;
        while (NextChild())
        {
            switch (Name)
            {
                case UblName.ActualDeliveryDate: TakeDate(ref date); break;
                case UblName.DeliveryLocation: ReadLocation(ref location, ref address); break;
                case UblName.DeliveryParty:
                    while (NextChild())
                    {
                        if (Name == UblName.PartyName) ReadPartyName(ref name, "UBL-SR-25");
                        else Unknown();
                    }
                    break;
                default: Unknown(); break;
            }
        }
        return new() { Name = name, LocationId = location, Date = date, Address = address };
    }

    private void ReadLocation(ref DocumentId? id, ref DocumentAddress? address)
    {
        while (NextChild())
        {
            switch (Name)
            {
                case UblName.ID: TakeId(ref id); break;
                case UblName.Address when address is null: address = ReadAddress(); break;
                case UblName.Address: Again(null); break;
                default: Unknown(); break;
            }
        }
    }
}
