namespace OrderToCash.EInvoicing;

/// <summary>The namespaces that are known; others get numbers from <see cref="FirstUnknown"/> in the order they are met.</summary>
internal static class XmlNamespace
{
    public const int None = 0, Xml = 1, Xmlns = 2, UblInvoice = 3, UblCreditNote = 4, Cac = 5, Cbc = 6, Rsm = 7, Ram = 8,
        Udt = 9, Qdt = 10, FirstUnknown = 16;

    public const string UblInvoiceUri = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2";
    public const string UblCreditNoteUri = "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2";

    public static int Known(ReadOnlySpan<byte> uri)
    {
        if (uri.SequenceEqual("urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"u8)) return Cac;
        if (uri.SequenceEqual("urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"u8)) return Cbc;
        if (uri.SequenceEqual("urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"u8)) return UblInvoice;
        if (uri.SequenceEqual("urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"u8)) return UblCreditNote;
        if (uri.SequenceEqual("urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"u8)) return Rsm;
        if (uri.SequenceEqual("urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"u8)) return Ram;
        if (uri.SequenceEqual("urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100"u8)) return Udt;
        if (uri.SequenceEqual("urn:un:unece:uncefact:data:standard:QualifiedDataType:100"u8)) return Qdt;
        if (uri.SequenceEqual("http://www.w3.org/XML/1998/namespace"u8)) return Xml;
        return uri.SequenceEqual("http://www.w3.org/2000/xmlns/"u8) ? Xmlns : -1;
    }
}
