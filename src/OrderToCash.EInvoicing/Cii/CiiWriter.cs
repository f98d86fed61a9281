namespace OrderToCash.EInvoicing;

/// <summary>UN/CEFACT Cross Industry Invoice D16B, in the order of its schema.</summary>
internal sealed partial class CiiWriter(InvoiceDocument document) : SyntaxWriter
{
    public override void Head(ref Utf8Output output)
    {
        output.Raw(Start);
        output.Element(
            "<ram:BusinessProcessSpecifiedDocumentContextParameter><ram:ID>"u8, document.ProfileId,
            "</ram:ID></ram:BusinessProcessSpecifiedDocumentContextParameter>"u8);
        output.Element(
            "<ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>"u8, document.SpecificationId,
            "</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter>"u8);
        output.Raw("</rsm:ExchangedDocumentContext><rsm:ExchangedDocument>"u8);
        output.Element("<ram:ID>"u8, document.Number, "</ram:ID>"u8);
        output.Element("<ram:TypeCode>"u8, document.TypeCode, "</ram:TypeCode>"u8);
        Date(ref output, "<ram:IssueDateTime><udt:DateTimeString format=\"102\">"u8, document.IssueDate,
            "</udt:DateTimeString></ram:IssueDateTime>"u8);
        foreach (var note in document.Notes)
        {
            output.Raw("<ram:IncludedNote>"u8);
            output.Element("<ram:Content>"u8, note.Text, "</ram:Content>"u8);
            output.Element("<ram:SubjectCode>"u8, note.SubjectCode, "</ram:SubjectCode>"u8);
            output.Raw("</ram:IncludedNote>"u8);
        }
        output.Raw("</rsm:ExchangedDocument><rsm:SupplyChainTradeTransaction>"u8);
    }

    public override void Tail(ref Utf8Output output)
    {
        Agreement(ref output);
        Delivery(ref output);
        Settlement(ref output);
        output.Raw("</rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>"u8);
    }

    private static ReadOnlySpan<byte> Start =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"u8
        + "<rsm:CrossIndustryInvoice xmlns:rsm=\"urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100\""u8
        + " xmlns:qdt=\"urn:un:unece:uncefact:data:standard:QualifiedDataType:100\""u8
        + " xmlns:ram=\"urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100\""u8
        + " xmlns:udt=\"urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100\"><rsm:ExchangedDocumentContext>"u8;

    private void Agreement(ref Utf8Output output)
    {
        output.Raw("<ram:ApplicableHeaderTradeAgreement>"u8);
        output.Element("<ram:BuyerReference>"u8, document.BuyerReference, "</ram:BuyerReference>"u8);
        output.Raw("<ram:SellerTradeParty>"u8);
        Party(ref output, document.Seller ?? new(), isSeller: true);
        output.Raw("</ram:SellerTradeParty><ram:BuyerTradeParty>"u8);
        Party(ref output, document.Buyer ?? new(), isSeller: false);
        output.Raw("</ram:BuyerTradeParty>"u8);
        if (document.TaxRepresentative is { } representative)
        {
            output.Raw("<ram:SellerTaxRepresentativeTradeParty>"u8);
            output.Element("<ram:Name>"u8, representative.Name, "</ram:Name>"u8);
            if (representative.Address is { } address) Address(ref output, address);
            TaxRegistrations(ref output, representative);
            output.Raw("</ram:SellerTaxRepresentativeTradeParty>"u8);
        }
        Reference(ref output, "<ram:SellerOrderReferencedDocument>"u8, document.SalesOrderReference,
            "</ram:SellerOrderReferencedDocument>"u8);
        Reference(ref output, "<ram:BuyerOrderReferencedDocument>"u8, document.PurchaseOrderReference,
            "</ram:BuyerOrderReferencedDocument>"u8);
        Reference(ref output, "<ram:ContractReferencedDocument>"u8, document.ContractReference,
            "</ram:ContractReferencedDocument>"u8);
        AdditionalDocuments(ref output);
        output.Element("<ram:SpecifiedProcuringProject><ram:ID>"u8, document.ProjectReference,
            "</ram:ID><ram:Name>Project reference</ram:Name></ram:SpecifiedProcuringProject>"u8);
        output.Raw("</ram:ApplicableHeaderTradeAgreement>"u8);
    }

    private void AdditionalDocuments(ref Utf8Output output)
    {
        foreach (var attachment in document.Attachments)
        {
            output.Raw("<ram:AdditionalReferencedDocument>"u8);
            output.Element("<ram:IssuerAssignedID>"u8, attachment.Reference, "</ram:IssuerAssignedID>"u8);
            output.Element("<ram:URIID>"u8, attachment.Location, "</ram:URIID>"u8);
            output.Raw("<ram:TypeCode>916</ram:TypeCode>"u8);
            output.Element("<ram:Name>"u8, attachment.Description, "</ram:Name>"u8);
            if (!attachment.Content.IsEmpty || attachment.MimeCode is not null)
            {
                output.Raw("<ram:AttachmentBinaryObject"u8);
                Attribute(ref output, " mimeCode=\""u8, attachment.MimeCode);
                Attribute(ref output, " filename=\""u8, attachment.FileName);
                output.Raw(">"u8);
                output.Base64(attachment.Content.AsSpan());
                output.Raw("</ram:AttachmentBinaryObject>"u8);
            }
            output.Raw("</ram:AdditionalReferencedDocument>"u8);
        }
        output.Element("<ram:AdditionalReferencedDocument><ram:IssuerAssignedID>"u8, document.TenderOrLotReference,
            "</ram:IssuerAssignedID><ram:TypeCode>50</ram:TypeCode></ram:AdditionalReferencedDocument>"u8);
        if (document.InvoicedObject is { } invoiced) InvoicedObject(ref output, invoiced);
    }

    private static void InvoicedObject(ref Utf8Output output, DocumentId invoiced)
    {
        output.Raw("<ram:AdditionalReferencedDocument>"u8);
        output.Element("<ram:IssuerAssignedID>"u8, invoiced.Value ?? "", "</ram:IssuerAssignedID>"u8);
        output.Raw("<ram:TypeCode>130</ram:TypeCode>"u8);
        output.Element("<ram:ReferenceTypeCode>"u8, invoiced.Scheme, "</ram:ReferenceTypeCode>"u8);
        output.Raw("</ram:AdditionalReferencedDocument>"u8);
    }

    private void Delivery(ref Utf8Output output)
    {
        output.Raw("<ram:ApplicableHeaderTradeDelivery>"u8);
        if (document.Delivery is { } delivery)
        {
            if (delivery.Name is not null || delivery.LocationId is not null || delivery.Address is not null)
            {
                output.Raw("<ram:ShipToTradeParty>"u8);
                if (delivery.LocationId is { } location) PartyId(ref output, location);
                output.Element("<ram:Name>"u8, delivery.Name, "</ram:Name>"u8);
                if (delivery.Address is { } address) Address(ref output, address);
                output.Raw("</ram:ShipToTradeParty>"u8);
            }
            Date(ref output,
                "<ram:ActualDeliverySupplyChainEvent><ram:OccurrenceDateTime><udt:DateTimeString format=\"102\">"u8,
                    delivery.Date,
                "</udt:DateTimeString></ram:OccurrenceDateTime></ram:ActualDeliverySupplyChainEvent>"u8);
        }
        Reference(ref output, "<ram:DespatchAdviceReferencedDocument>"u8, document.DespatchAdviceReference,
            "</ram:DespatchAdviceReferencedDocument>"u8);
        Reference(ref output, "<ram:ReceivingAdviceReferencedDocument>"u8, document.ReceivingAdviceReference,
            "</ram:ReceivingAdviceReferencedDocument>"u8);
        output.Raw("</ram:ApplicableHeaderTradeDelivery>"u8);
    }

    private static void Reference(ref Utf8Output output, ReadOnlySpan<byte> open, string? id, ReadOnlySpan<byte> close)
    {
        if (id is null) return;
        output.Raw(open);
        output.Element("<ram:IssuerAssignedID>"u8, id, "</ram:IssuerAssignedID>"u8);
        output.Raw(close);
    }

    private static void Date(ref Utf8Output output, ReadOnlySpan<byte> open, LocalDate? date, ReadOnlySpan<byte> close) =>
        output.Date(open, date, close, isCompact: true);

    private static void Attribute(ref Utf8Output output, ReadOnlySpan<byte> open, string? value)
    {
        if (value is null) return;
        output.Raw(open);
        output.Attribute(value);
        output.Raw("\""u8);
    }

    private static void Id(ref Utf8Output output, ReadOnlySpan<byte> open, DocumentId? id, ReadOnlySpan<byte> close)
    {
        if (id is null) return;
        output.Raw(open);
        Attribute(ref output, " schemeID=\""u8, id.Scheme);
        output.Raw(">"u8);
        output.Text(id.Value ?? "");
        output.Raw(close);
    }

    private static void Quantity(
        ref Utf8Output output, ReadOnlySpan<byte> open, decimal? quantity, string? unit, ReadOnlySpan<byte> close)
    {
        if (quantity is not { } value) return;
        output.Raw(open);
        Attribute(ref output, " unitCode=\""u8, unit);
        output.Raw(">"u8);
        output.Number(value);
        output.Raw(close);
    }

    // The currency stands on tax totals, and where it is not the document's. The opening literal has no '>'.
    private void Amount(
        ref Utf8Output output, ReadOnlySpan<byte> open, in DocumentAmount? amount, ReadOnlySpan<byte> close,
        string? shown = null)
    {
        if (!amount.HasValue) return;
        ref readonly var value = ref Nullable.GetValueRefOrDefaultRef(in amount);
        output.Raw(open);
        var code = value.Currency is not null && value.Currency != document.Currency ? value.Currency : shown;
        Attribute(ref output, " currencyID=\""u8, code);
        output.Raw(">"u8);
        output.Number(value.Value);
        output.Raw(close);
    }
}
