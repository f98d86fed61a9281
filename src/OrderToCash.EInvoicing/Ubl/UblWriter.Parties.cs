namespace OrderToCash.EInvoicing;

internal sealed partial class UblWriter
{
    private void Parties(ref Utf8Output output)
    {
        output.Raw("<cac:AccountingSupplierParty>"u8);
        Party(ref output, document.Seller ?? new(), isSeller: true);
        output.Raw("</cac:AccountingSupplierParty><cac:AccountingCustomerParty>"u8);
        Party(ref output, document.Buyer ?? new(), isSeller: false);
        output.Raw("</cac:AccountingCustomerParty>"u8);
        if (document.Payee is { } payee) Payee(ref output, payee);
        if (document.TaxRepresentative is { } representative) Representative(ref output, representative);
    }

    private void Party(ref Utf8Output output, DocumentParty party, bool isSeller)
    {
        output.Raw("<cac:Party>"u8);
        Id(ref output, "<cbc:EndpointID"u8, party.Endpoint, "</cbc:EndpointID>"u8);
        Identifications(ref output, party);
        if (isSeller)
            output.Element("<cac:PartyIdentification><cbc:ID schemeID=\"SEPA\">"u8, WriteChecks.CreditorOf(document),
                "</cbc:ID></cac:PartyIdentification>"u8);
        output.Element("<cac:PartyName><cbc:Name>"u8, party.TradingName, "</cbc:Name></cac:PartyName>"u8);
        if (party.Address is { } address) Address(ref output, "<cac:PostalAddress>"u8, address, "</cac:PostalAddress>"u8);
        TaxSchemes(ref output, party);
        LegalEntity(ref output, party, isSeller);
        if (party.Contact is { } contact)
        {
            output.Raw("<cac:Contact>"u8);
            output.Element("<cbc:Name>"u8, contact.Name, "</cbc:Name>"u8);
            output.Element("<cbc:Telephone>"u8, contact.Phone, "</cbc:Telephone>"u8);
            output.Element("<cbc:ElectronicMail>"u8, contact.Email, "</cbc:ElectronicMail>"u8);
            output.Raw("</cac:Contact>"u8);
        }
        output.Raw("</cac:Party>"u8);
    }

    private static void Identifications(ref Utf8Output output, DocumentParty party)
    {
        foreach (var id in party.Ids)
            Id(ref output, "<cac:PartyIdentification><cbc:ID"u8, id, "</cbc:ID></cac:PartyIdentification>"u8);
    }

    // Anything but VAT marks a local registration; Norway's register is known as TAX.
    private static void TaxSchemes(ref Utf8Output output, DocumentParty party)
    {
        output.Element("<cac:PartyTaxScheme><cbc:CompanyID>"u8, party.VatId,
            "</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>"u8);
        output.Element("<cac:PartyTaxScheme><cbc:CompanyID>"u8, party.TaxRegistrationId, party.Address?.Country == "NO"
            ? "</cbc:CompanyID><cac:TaxScheme><cbc:ID>TAX</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>"u8
            : "</cbc:CompanyID><cac:TaxScheme><cbc:ID>FC</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>"u8);
    }

    private static void LegalEntity(ref Utf8Output output, DocumentParty party, bool isSeller)
    {
        var form = isSeller ? party.AdditionalLegalInformation : null;
        if (party.Name is null && party.LegalId is null && form is null) return;
        output.Raw("<cac:PartyLegalEntity>"u8);
        output.Element("<cbc:RegistrationName>"u8, party.Name, "</cbc:RegistrationName>"u8);
        Id(ref output, "<cbc:CompanyID"u8, party.LegalId, "</cbc:CompanyID>"u8);
        output.Element("<cbc:CompanyLegalForm>"u8, form, "</cbc:CompanyLegalForm>"u8);
        output.Raw("</cac:PartyLegalEntity>"u8);
    }

    private static void Address(ref Utf8Output output, ReadOnlySpan<byte> open, DocumentAddress address, ReadOnlySpan<byte> close)
    {
        output.Raw(open);
        output.Element("<cbc:StreetName>"u8, address.Line1, "</cbc:StreetName>"u8);
        output.Element("<cbc:AdditionalStreetName>"u8, address.Line2, "</cbc:AdditionalStreetName>"u8);
        output.Element("<cbc:CityName>"u8, address.City, "</cbc:CityName>"u8);
        output.Element("<cbc:PostalZone>"u8, address.PostCode, "</cbc:PostalZone>"u8);
        output.Element("<cbc:CountrySubentity>"u8, address.Subdivision, "</cbc:CountrySubentity>"u8);
        output.Element("<cac:AddressLine><cbc:Line>"u8, address.Line3, "</cbc:Line></cac:AddressLine>"u8);
        output.Element("<cac:Country><cbc:IdentificationCode>"u8, address.Country, "</cbc:IdentificationCode></cac:Country>"u8);
        output.Raw(close);
    }

    private static void Payee(ref Utf8Output output, DocumentParty payee)
    {
        output.Raw("<cac:PayeeParty>"u8);
        Identifications(ref output, payee);
        output.Element("<cac:PartyName><cbc:Name>"u8, payee.Name, "</cbc:Name></cac:PartyName>"u8);
        Id(ref output, "<cac:PartyLegalEntity><cbc:CompanyID"u8, payee.LegalId, "</cbc:CompanyID></cac:PartyLegalEntity>"u8);
        output.Raw("</cac:PayeeParty>"u8);
    }

    private static void Representative(ref Utf8Output output, DocumentParty representative)
    {
        output.Raw("<cac:TaxRepresentativeParty>"u8);
        output.Element("<cac:PartyName><cbc:Name>"u8, representative.Name, "</cbc:Name></cac:PartyName>"u8);
        if (representative.Address is { } address) Address(ref output, "<cac:PostalAddress>"u8, address, "</cac:PostalAddress>"u8);
        TaxSchemes(ref output, representative);
        output.Raw("</cac:TaxRepresentativeParty>"u8);
    }

    private static void Delivery(ref Utf8Output output, DocumentDelivery delivery)
    {
        output.Raw("<cac:Delivery>"u8);
        output.Date("<cbc:ActualDeliveryDate>"u8, delivery.Date, "</cbc:ActualDeliveryDate>"u8);
        if (delivery.LocationId is not null || delivery.Address is not null)
        {
            output.Raw("<cac:DeliveryLocation>"u8);
            Id(ref output, "<cbc:ID"u8, delivery.LocationId, "</cbc:ID>"u8);
            if (delivery.Address is { } address) Address(ref output, "<cac:Address>"u8, address, "</cac:Address>"u8);
            output.Raw("</cac:DeliveryLocation>"u8);
        }
        output.Element("<cac:DeliveryParty><cac:PartyName><cbc:Name>"u8, delivery.Name,
            "</cbc:Name></cac:PartyName></cac:DeliveryParty>"u8);
        output.Raw("</cac:Delivery>"u8);
    }
}
