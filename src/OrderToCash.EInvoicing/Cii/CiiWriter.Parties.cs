namespace OrderToCash.EInvoicing;

internal sealed partial class CiiWriter
{
    private static void Party(ref Utf8Output output, DocumentParty party, bool isSeller)
    {
        foreach (var id in party.Ids)
            if (id.Scheme is null) PartyId(ref output, id);
        foreach (var id in party.Ids)
            if (id.Scheme is not null && !(isSeller && id.Scheme == "SEPA")) PartyId(ref output, id);
        output.Element("<ram:Name>"u8, party.Name, "</ram:Name>"u8);
        if (isSeller) output.Element("<ram:Description>"u8, party.AdditionalLegalInformation, "</ram:Description>"u8);
        if (party.LegalId is not null || party.TradingName is not null)
        {
            output.Raw("<ram:SpecifiedLegalOrganization>"u8);
            Id(ref output, "<ram:ID"u8, party.LegalId, "</ram:ID>"u8);
            output.Element("<ram:TradingBusinessName>"u8, party.TradingName, "</ram:TradingBusinessName>"u8);
            output.Raw("</ram:SpecifiedLegalOrganization>"u8);
        }
        if (party.Contact is { } contact) Contact(ref output, contact);
        if (party.Address is { } address) Address(ref output, address);
        Id(ref output, "<ram:URIUniversalCommunication><ram:URIID"u8, party.Endpoint, "</ram:URIID></ram:URIUniversalCommunication>"u8);
        TaxRegistrations(ref output, party);
    }

    // Identifiers with a scheme are global.
    private static void PartyId(ref Utf8Output output, DocumentId id)
    {
        if (id.Scheme is null) output.Element("<ram:ID>"u8, id.Value ?? "", "</ram:ID>"u8);
        else Id(ref output, "<ram:GlobalID"u8, id, "</ram:GlobalID>"u8);
    }

    private static void TaxRegistrations(ref Utf8Output output, DocumentParty party)
    {
        output.Element("<ram:SpecifiedTaxRegistration><ram:ID schemeID=\"VA\">"u8, party.VatId,
            "</ram:ID></ram:SpecifiedTaxRegistration>"u8);
        output.Element("<ram:SpecifiedTaxRegistration><ram:ID schemeID=\"FC\">"u8, party.TaxRegistrationId,
            "</ram:ID></ram:SpecifiedTaxRegistration>"u8);
    }

    private static void Contact(ref Utf8Output output, DocumentContact contact)
    {
        output.Raw("<ram:DefinedTradeContact>"u8);
        output.Element("<ram:PersonName>"u8, contact.Name, "</ram:PersonName>"u8);
        output.Element("<ram:TelephoneUniversalCommunication><ram:CompleteNumber>"u8, contact.Phone,
            "</ram:CompleteNumber></ram:TelephoneUniversalCommunication>"u8);
        output.Element("<ram:EmailURIUniversalCommunication><ram:URIID>"u8, contact.Email,
            "</ram:URIID></ram:EmailURIUniversalCommunication>"u8);
        output.Raw("</ram:DefinedTradeContact>"u8);
    }

    private static void Address(ref Utf8Output output, DocumentAddress address)
    {
        output.Raw("<ram:PostalTradeAddress>"u8);
        output.Element("<ram:PostcodeCode>"u8, address.PostCode, "</ram:PostcodeCode>"u8);
        output.Element("<ram:LineOne>"u8, address.Line1, "</ram:LineOne>"u8);
        output.Element("<ram:LineTwo>"u8, address.Line2, "</ram:LineTwo>"u8);
        output.Element("<ram:LineThree>"u8, address.Line3, "</ram:LineThree>"u8);
        output.Element("<ram:CityName>"u8, address.City, "</ram:CityName>"u8);
        output.Element("<ram:CountryID>"u8, address.Country, "</ram:CountryID>"u8);
        output.Element("<ram:CountrySubDivisionName>"u8, address.Subdivision, "</ram:CountrySubDivisionName>"u8);
        output.Raw("</ram:PostalTradeAddress>"u8);
    }
}
