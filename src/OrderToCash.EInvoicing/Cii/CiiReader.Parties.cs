namespace OrderToCash.EInvoicing;

internal sealed partial class CiiReader
{
    private DocumentParty ReadParty(string? oneIdRule = null)
    {
        var ids = new List<DocumentId>();
        string? name = null, trading = null, vat = null, registration = null, description = null;
        DocumentId? endpoint = null, legalId = null;
        DocumentAddress? address = null;
        DocumentContact? contact = null;
        var kinds = (Plain: false, Global: false);
        while (NextChild())
        {
            switch (Name)
            {
                case CiiName.ID: AddId(ids); kinds.Plain = true; break;
                case CiiName.GlobalID: AddId(ids); kinds.Global = true; break;
                case CiiName.Name: Take(ref name); break;
                case CiiName.Description: Take(ref description); break;
                case CiiName.SpecifiedLegalOrganization: ReadLegalOrganization(ref legalId, ref trading); break;
                case CiiName.DefinedTradeContact when contact is null: contact = ReadContact(); break;
                case CiiName.PostalTradeAddress when address is null: address = ReadAddress(); break;
                case CiiName.URIUniversalCommunication: ReadEndpoint(ref endpoint); break;
                case CiiName.SpecifiedTaxRegistration: ReadTaxRegistration(ref vat, ref registration); break;
                case CiiName.DefinedTradeContact or CiiName.PostalTradeAddress: Again(null); break;
                default: Unknown(); break;
            }
        }
        if (oneIdRule is not null && kinds is { Plain: true, Global: true }) Rule(oneIdRule, "the party has more than one identifier");
        return new()
        {
            Name = name, TradingName = trading, Ids = [.. ids], LegalId = legalId, VatId = vat, TaxRegistrationId = registration,
            AdditionalLegalInformation = description, Endpoint = endpoint, Address = address, Contact = contact,
        };
    }

    private void AddId(List<DocumentId> ids)
    {
        DocumentId? id = null;
        TakeId(ref id);
        ids.Add(id!);
    }

    private void ReadLegalOrganization(ref DocumentId? legalId, ref string? trading)
    {
        while (NextChild())
        {
            switch (Name)
            {
                case CiiName.ID: TakeId(ref legalId); break;
                case CiiName.TradingBusinessName: Take(ref trading); break;
                default: Unknown(); break;
            }
        }
    }

    // A contact is a person or a department; the person comes first.
    private DocumentContact ReadContact()
    {
        string? person = null, department = null, phone = null, email = null;
        while (NextChild())
        {
            switch (Name)
            {
                case CiiName.PersonName: Take(ref person); break;
                case CiiName.DepartmentName when person is not null: Unknown(); break;
                case CiiName.DepartmentName: Take(ref department); break;
                case CiiName.TelephoneUniversalCommunication: ReadOne(CiiName.CompleteNumber, ref phone); break;
                case CiiName.EmailURIUniversalCommunication: ReadOne(CiiName.URIID, ref email); break;
                default: Unknown(); break;
            }
        }
        return new() { Name = person ?? department, Phone = phone, Email = email };
    }

    private DocumentAddress ReadAddress()
    {
        string? line1 = null, line2 = null, line3 = null, city = null, postCode = null, subdivision = null, country = null;
        while (NextChild())
        {
            switch (Name)
            {
                case CiiName.PostcodeCode: Take(ref postCode); break;
                case CiiName.LineOne: Take(ref line1); break;
                case CiiName.LineTwo: Take(ref line2); break;
                case CiiName.LineThree: Take(ref line3); break;
                case CiiName.CityName: Take(ref city); break;
                case CiiName.CountryID: TakeCode(ref country); break;
                case CiiName.CountrySubDivisionName: Take(ref subdivision); break;
                default: Unknown(); break;
            }
        }
        return new()
        {
            Line1 = line1, Line2 = line2, Line3 = line3, City = city, PostCode = postCode, Subdivision = subdivision,
            Country = country,
        };
    }

    private void ReadEndpoint(ref DocumentId? endpoint)
    {
        while (NextChild())
        {
            if (Name == CiiName.URIID) TakeId(ref endpoint);
            else Unknown();
        }
    }

    private void ReadTaxRegistration(ref string? vat, ref string? registration)
    {
        while (NextChild())
        {
            if (Name != CiiName.ID)
            {
                Unknown();
                continue;
            }
            switch (Attribute("schemeID"u8)?.Trim())
            {
                case "VA" or "VAT": Take(ref vat); break;
                case "FC": Take(ref registration); break;
                default: Unknown(); break;
            }
        }
    }
}
