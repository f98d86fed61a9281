namespace OrderToCash.EInvoicing;

/// <summary>UBL 2.1 Invoice and CreditNote, in the order of their schemas.</summary>
internal sealed partial class UblWriter(InvoiceDocument document) : SyntaxWriter
{
    private readonly bool isCreditNote = document.IsCreditNote;

    public override void Head(ref Utf8Output output)
    {
        output.Raw(isCreditNote ? CreditNoteStart : InvoiceStart);
        output.Element("<cbc:CustomizationID>"u8, document.SpecificationId, "</cbc:CustomizationID>"u8);
        output.Element("<cbc:ProfileID>"u8, document.ProfileId, "</cbc:ProfileID>"u8);
        output.Element("<cbc:ID>"u8, document.Number, "</cbc:ID>"u8);
        output.Date("<cbc:IssueDate>"u8, document.IssueDate, "</cbc:IssueDate>"u8);
        if (isCreditNote)
        {
            TaxPointDate(ref output);
            output.Element("<cbc:CreditNoteTypeCode>"u8, document.TypeCode, "</cbc:CreditNoteTypeCode>"u8);
        }
        else
        {
            output.Date("<cbc:DueDate>"u8, document.DueDate, "</cbc:DueDate>"u8);
            output.Element("<cbc:InvoiceTypeCode>"u8, document.TypeCode, "</cbc:InvoiceTypeCode>"u8);
        }
        foreach (var note in document.Notes) Note(ref output, note);
        if (!isCreditNote) TaxPointDate(ref output);
        output.Element("<cbc:DocumentCurrencyCode>"u8, document.Currency, "</cbc:DocumentCurrencyCode>"u8);
        output.Element("<cbc:TaxCurrencyCode>"u8, document.TaxCurrency, "</cbc:TaxCurrencyCode>"u8);
        output.Element("<cbc:AccountingCost>"u8, document.BuyerAccountingReference, "</cbc:AccountingCost>"u8);
        output.Element("<cbc:BuyerReference>"u8, document.BuyerReference, "</cbc:BuyerReference>"u8);
        Period(ref output, document.Period, document.TaxPointCode);
        References(ref output);
        Parties(ref output);
        if (document.Delivery is { } delivery) Delivery(ref output, delivery);
        Payment(ref output);
        foreach (var charge in document.AllowancesCharges) AllowanceCharge(ref output, charge, isDocument: true);
        TaxTotals(ref output);
        if (document.Totals is { } totals) Totals(ref output, totals);
    }

    public override void Tail(ref Utf8Output output) => output.Raw(isCreditNote ? "</CreditNote>"u8 : "</Invoice>"u8);

    private static ReadOnlySpan<byte> InvoiceStart =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\""u8
        + " xmlns:cac=\"urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2\""u8
        + " xmlns:cbc=\"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2\">"u8;

    private static ReadOnlySpan<byte> CreditNoteStart =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"u8
        + "<CreditNote xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2\""u8
        + " xmlns:cac=\"urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2\""u8
        + " xmlns:cbc=\"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2\">"u8;

    private void TaxPointDate(ref Utf8Output output) =>
        output.Date("<cbc:TaxPointDate>"u8, document.TaxPointDate, "</cbc:TaxPointDate>"u8);

    private static void Note(ref Utf8Output output, DocumentNote note)
    {
        output.Raw("<cbc:Note>"u8);
        if (note.SubjectCode is { } code && WriteChecks.IsSubjectCode(code))
        {
            output.Raw("#"u8);
            output.Text(code);
            output.Raw("#"u8);
        }
        output.Text(note.Text ?? "");
        output.Raw("</cbc:Note>"u8);
    }

    private static void Period(ref Utf8Output output, DocumentPeriod? period, string? code)
    {
        if (period is null && code is null) return;
        output.Raw("<cac:InvoicePeriod>"u8);
        output.Date("<cbc:StartDate>"u8, period?.Start, "</cbc:StartDate>"u8);
        output.Date("<cbc:EndDate>"u8, period?.End, "</cbc:EndDate>"u8);
        output.Element("<cbc:DescriptionCode>"u8, code, "</cbc:DescriptionCode>"u8);
        output.Raw("</cac:InvoicePeriod>"u8);
    }

    private void References(ref Utf8Output output)
    {
        if (document.PurchaseOrderReference is not null || document.SalesOrderReference is not null)
        {
            output.Raw("<cac:OrderReference>"u8);
            output.Element("<cbc:ID>"u8, document.PurchaseOrderReference ?? "NA", "</cbc:ID>"u8);
            output.Element("<cbc:SalesOrderID>"u8, document.SalesOrderReference, "</cbc:SalesOrderID>"u8);
            output.Raw("</cac:OrderReference>"u8);
        }
        foreach (var preceding in document.PrecedingInvoices)
        {
            output.Raw("<cac:BillingReference><cac:InvoiceDocumentReference>"u8);
            output.Element("<cbc:ID>"u8, preceding.Number, "</cbc:ID>"u8);
            output.Date("<cbc:IssueDate>"u8, preceding.IssueDate, "</cbc:IssueDate>"u8);
            output.Raw("</cac:InvoiceDocumentReference></cac:BillingReference>"u8);
        }
        output.Element("<cac:DespatchDocumentReference><cbc:ID>"u8, document.DespatchAdviceReference,
            "</cbc:ID></cac:DespatchDocumentReference>"u8);
        output.Element("<cac:ReceiptDocumentReference><cbc:ID>"u8, document.ReceivingAdviceReference,
            "</cbc:ID></cac:ReceiptDocumentReference>"u8);
        if (!isCreditNote) Originator(ref output);
        output.Element("<cac:ContractDocumentReference><cbc:ID>"u8, document.ContractReference,
            "</cbc:ID></cac:ContractDocumentReference>"u8);
        AdditionalDocuments(ref output);
        if (isCreditNote) Originator(ref output);
        else output.Element("<cac:ProjectReference><cbc:ID>"u8, document.ProjectReference, "</cbc:ID></cac:ProjectReference>"u8);
    }

    private void Originator(ref Utf8Output output) =>
        output.Element("<cac:OriginatorDocumentReference><cbc:ID>"u8, document.TenderOrLotReference,
            "</cbc:ID></cac:OriginatorDocumentReference>"u8);

    private void AdditionalDocuments(ref Utf8Output output)
    {
        if (document.InvoicedObject is { } invoiced)
        {
            output.Raw("<cac:AdditionalDocumentReference>"u8);
            Id(ref output, "<cbc:ID"u8, invoiced, "</cbc:ID>"u8);
            output.Raw("<cbc:DocumentTypeCode>130</cbc:DocumentTypeCode></cac:AdditionalDocumentReference>"u8);
        }
        if (isCreditNote)
            output.Element("<cac:AdditionalDocumentReference><cbc:ID>"u8, document.ProjectReference,
                "</cbc:ID><cbc:DocumentTypeCode>50</cbc:DocumentTypeCode></cac:AdditionalDocumentReference>"u8);
        foreach (var attachment in document.Attachments)
        {
            output.Raw("<cac:AdditionalDocumentReference>"u8);
            output.Element("<cbc:ID>"u8, attachment.Reference, "</cbc:ID>"u8);
            output.Element("<cbc:DocumentDescription>"u8, attachment.Description, "</cbc:DocumentDescription>"u8);
            Attachment(ref output, attachment);
            output.Raw("</cac:AdditionalDocumentReference>"u8);
        }
    }

    private static void Attachment(ref Utf8Output output, SupportingDocument attachment)
    {
        var isEmbedded = !attachment.Content.IsEmpty || attachment.MimeCode is not null;
        if (!isEmbedded && attachment.Location is null) return;
        output.Raw("<cac:Attachment>"u8);
        if (isEmbedded)
        {
            output.Raw("<cbc:EmbeddedDocumentBinaryObject"u8);
            Attribute(ref output, " mimeCode=\""u8, attachment.MimeCode);
            Attribute(ref output, " filename=\""u8, attachment.FileName);
            output.Raw(">"u8);
            output.Base64(attachment.Content.AsSpan());
            output.Raw("</cbc:EmbeddedDocumentBinaryObject>"u8);
        }
        output.Element("<cac:ExternalReference><cbc:URI>"u8, attachment.Location, "</cbc:URI></cac:ExternalReference>"u8);
        output.Raw("</cac:Attachment>"u8);
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

    private static void Attribute(ref Utf8Output output, ReadOnlySpan<byte> open, string? value)
    {
        if (value is null) return;
        output.Raw(open);
        output.Attribute(value);
        output.Raw("\""u8);
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

    // The opening literal ends within the attribute: <cbc:Amount currencyID=" .
    private void Amount(ref Utf8Output output, ReadOnlySpan<byte> open, in DocumentAmount? amount, ReadOnlySpan<byte> close)
    {
        if (!amount.HasValue) return;
        ref readonly var value = ref Nullable.GetValueRefOrDefaultRef(in amount);
        output.Raw(open);
        output.Attribute(value.Currency ?? document.Currency ?? "");
        output.Raw("\">"u8);
        output.Number(value.Value);
        output.Raw(close);
    }
}
