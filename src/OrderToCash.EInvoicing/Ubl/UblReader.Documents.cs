namespace OrderToCash.EInvoicing;

internal sealed partial class UblReader
{
    // One element for three terms: the invoiced object (130), the project of a credit note (50), and supporting documents.
    private void ReadAdditionalDocument()
    {
        DocumentId? id = null;
        string? type = null, description = null;
        Attachment? attachment = null;
        while (NextChild())
        {
            switch (Name)
            {
                case UblName.ID: TakeId(ref id); break;
                case UblName.DocumentTypeCode: TakeCode(ref type); break;
                case UblName.DocumentDescription: Take(ref description, "UBL-SR-33"); break;
                case UblName.Attachment when attachment is null: attachment = ReadAttachment(); break;
                case UblName.Attachment: Again(null); break;
                default: Unknown(); break;
            }
        }
        var isObject = type?.Trim() == "130";
        var isProject = isCreditNote && type?.Trim() == "50";
        if (!isObject && !isProject && (id?.Scheme is not null || type is not null))
            Rule("UBL-SR-43", "only the invoiced object has a scheme and a type code");
        if (isObject) TakeObject(id, description, attachment);
        else if (isProject) TakeProject(id);
        else AddAttachment(id, description, attachment);
    }

    private void TakeObject(DocumentId? id, string? description, Attachment? attachment)
    {
        if (attachment is not null) Rule("UBL-CR-666", "the invoiced object has an attachment");
        if (description is not null) Rule("UBL-CR-673", "the invoiced object has a description");
        if (invoicedObject is not null && id is not null) Rule("UBL-SR-04", "there is more than one invoiced object");
        invoicedObject ??= id;
    }

    private void TakeProject(DocumentId? id)
    {
        if (project is not null) Find(EInvoiceErrors.Duplicate, ("element", "cac:AdditionalDocumentReference"));
        project ??= id?.Value;
    }

    private void AddAttachment(DocumentId? id, string? description, Attachment? attachment) =>
        attachments.Add(new()
        {
            Reference = id?.Value, Description = description, Location = attachment?.Location,
            Content = attachment?.Content is { } content ? EquatableArray.Create<byte>(content) : [],
            MimeCode = attachment?.MimeCode, FileName = attachment?.FileName,
        });

    private Attachment ReadAttachment()
    {
        var attachment = new Attachment();
        while (NextChild())
        {
            switch (Name)
            {
                case UblName.EmbeddedDocumentBinaryObject when attachment.Content is null:
                    attachment.MimeCode = Attribute("mimeCode"u8);
                    attachment.FileName = Attribute("filename"u8);
                    if (attachment.MimeCode is null) Rule("UBL-DT-06", "the attachment has no media type");
                    if (attachment.FileName is null) Rule("UBL-DT-07", "the attachment has no file name");
                    attachment.Content = ReadBase64();
                    break;
                case UblName.EmbeddedDocumentBinaryObject: Again(null); break;
                case UblName.ExternalReference:
                    while (NextChild())
                    {
                        if (Name == UblName.URI) Take(ref attachment.Location);
                        else Unknown();
                    }
                    break;
                default: Unknown(); break;
            }
        }
        return attachment;
    }

    private sealed class Attachment
    {
        public string? Location;
        public byte[]? Content;
        public string? MimeCode, FileName;
    }

    private void CheckDocument()
    {
        if (payee is null) return;
        var differs = payee.Name is not null && seller?.Name is { } name && payee.Name != name;
        if (differs) return;
        Rule("UBL-SR-19", "a payee is named, and differs from the seller");
        Rule("UBL-SR-20", "a payee is named, and differs from the seller");
        Rule("UBL-SR-21", "a payee is named, and differs from the seller");
    }

    // Attributes that official warnings ask to leave out.
    protected override void NoticeAttribute(int index)
    {
        if (Xml.AttributeNamespace(index) != XmlNamespace.None) return;
        var name = Xml.AttributeName(index);
        if (name.SequenceEqual("currencyID"u8) || name.SequenceEqual("unitCode"u8) || name.SequenceEqual("schemeID"u8)) return;
        if (UblAttributes.WarningOf(name, Name) is { } rule)
            Warning(rule, $"the attribute '{System.Text.Encoding.UTF8.GetString(name)}' should not be present");
    }
}
