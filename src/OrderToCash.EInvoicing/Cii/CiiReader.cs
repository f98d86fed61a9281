namespace OrderToCash.EInvoicing;

/// <summary>UN/CEFACT Cross Industry Invoice D16B, by the mapping of CEN/TS 16931-3-3.</summary>
internal sealed partial class CiiReader(Utf8XmlReader xml, EInvoiceLimits limits) : SyntaxReader(xml, limits)
{
    private readonly List<DocumentNote> notes = [];
    private readonly List<DocumentLine> lines = [];
    private readonly List<SupportingDocument> attachments = [];
    private string? profile, specification, number, typeCode, buyerReference, project, contract, purchaseOrder, salesOrder,
        receivingAdvice, despatchAdvice, tender;
    private LocalDate? issueDate;
    private DocumentId? invoicedObject;
    private DocumentParty? seller, buyer, representative;
    private DocumentDelivery? delivery;

    private CiiName Name => CiiNames.Find(Xml.LocalName, Xml.Namespace);

    public override InvoiceDocument Read()
    {
        while (NextChild())
        {
            switch (Name)
            {
                case CiiName.ExchangedDocumentContext: ReadContext(); break;
                case CiiName.ExchangedDocument: ReadHeader(); break;
                case CiiName.SupplyChainTradeTransaction: ReadTransaction(); break;
                default: Unknown(); break;
            }
        }
        var payment = Instructions();
        return new()
        {
            IsCreditNote = CreditNoteTypes.Contains(typeCode), ProfileId = profile, SpecificationId = specification, Number = number,
            IssueDate = issueDate, TypeCode = typeCode, Currency = currency, TaxCurrency = taxCurrency,
            TaxPointDate = taxPointDate, TaxPointCode = taxPointCode, DueDate = dueDate, BuyerReference = buyerReference,
            ProjectReference = project, ContractReference = contract, PurchaseOrderReference = purchaseOrder,
            SalesOrderReference = salesOrder, ReceivingAdviceReference = receivingAdvice,
            DespatchAdviceReference = despatchAdvice, TenderOrLotReference = tender, InvoicedObject = invoicedObject,
            BuyerAccountingReference = buyerAccounting, PaymentTerms = terms, Notes = [.. notes],
            PrecedingInvoices = [.. precedingInvoices], Seller = seller, Buyer = buyer, Payee = payee,
            TaxRepresentative = representative, Delivery = delivery, Period = period,
            PaymentInstructions = payment, AllowancesCharges = [.. allowancesCharges], Totals = Totals(),
            TaxBreakdown = [.. breakdown], Attachments = [.. attachments], Lines = [.. lines],
        };
    }

    private void ReadContext()
    {
        while (NextChild())
        {
            switch (Name)
            {
                case CiiName.BusinessProcessSpecifiedDocumentContextParameter: ReadOne(CiiName.ID, ref profile, "CII-SR-003"); break;
                case CiiName.GuidelineSpecifiedDocumentContextParameter: ReadOne(CiiName.ID, ref specification, "CII-SR-009"); break;
                default: Unknown(); break;
            }
        }
    }

    private void ReadHeader()
    {
        while (NextChild())
        {
            switch (Name)
            {
                case CiiName.ID: Take(ref number); break;
                case CiiName.TypeCode: TakeCode(ref typeCode, "CII-SR-014"); break;
                case CiiName.IssueDateTime: ReadDate(ref issueDate); break;
                case CiiName.IncludedNote: notes.Add(ReadNote()); break;
                default: Unknown(); break;
            }
        }
    }

    private DocumentNote ReadNote()
    {
        string? text = null, subject = null;
        while (NextChild())
        {
            switch (Name)
            {
                case CiiName.Content: Take(ref text, "CII-SR-030"); break;
                case CiiName.SubjectCode: TakeCode(ref subject); break;
                default: Unknown(); break;
            }
        }
        return new() { Text = text, SubjectCode = subject };
    }

    private void ReadTransaction()
    {
        while (NextChild())
        {
            switch (Name)
            {
                case CiiName.IncludedSupplyChainTradeLineItem: lines.Add(ReadLine()); break;
                case CiiName.ApplicableHeaderTradeAgreement: ReadAgreement(); break;
                case CiiName.ApplicableHeaderTradeDelivery: ReadDelivery(); break;
                case CiiName.ApplicableHeaderTradeSettlement: ReadSettlement(); break;
                default: Unknown(); break;
            }
        }
    }

    private void ReadAgreement()
    {
        while (NextChild())
        {
            switch (Name)
            {
                case CiiName.BuyerReference: Take(ref buyerReference); break;
                case CiiName.SellerTradeParty when seller is null: seller = ReadParty(); break;
                case CiiName.BuyerTradeParty when buyer is null: buyer = ReadParty("CII-SR-450"); break;
                case CiiName.SellerTaxRepresentativeTradeParty when representative is null: representative = ReadParty(); break;
                case CiiName.SellerOrderReferencedDocument: ReadOne(CiiName.IssuerAssignedID, ref salesOrder); break;
                case CiiName.BuyerOrderReferencedDocument: ReadOne(CiiName.IssuerAssignedID, ref purchaseOrder); break;
                case CiiName.ContractReferencedDocument: ReadOne(CiiName.IssuerAssignedID, ref contract); break;
                case CiiName.AdditionalReferencedDocument: ReadAdditionalDocument(); break;
                case CiiName.SpecifiedProcuringProject: ReadProject(); break;
                case CiiName.SellerTradeParty or CiiName.BuyerTradeParty or CiiName.SellerTaxRepresentativeTradeParty:
                    Again(null);
                    break;
                default: Unknown(); break;
            }
        }
    }

    // The name is demanded by the schema and says nothing.
    private void ReadProject()
    {
        while (NextChild())
        {
            switch (Name)
            {
                case CiiName.ID: Take(ref project); break;
                case CiiName.Name: Content(); break;
                default: Unknown(); break;
            }
        }
    }

    private void ReadDelivery()
    {
        DocumentParty? party = null;
        LocalDate? date = null;
        while (NextChild())
        {
            switch (Name)
            {
                case CiiName.ShipToTradeParty when party is null: party = ReadParty("CII-SR-449"); break;
                case CiiName.ActualDeliverySupplyChainEvent:
                    while (NextChild())
                    {
                        if (Name == CiiName.OccurrenceDateTime) ReadDate(ref date);
                        else Unknown();
                    }
                    break;
                case CiiName.DespatchAdviceReferencedDocument: ReadOne(CiiName.IssuerAssignedID, ref despatchAdvice); break;
                case CiiName.ReceivingAdviceReferencedDocument: ReadOne(CiiName.IssuerAssignedID, ref receivingAdvice); break;
                case CiiName.ShipToTradeParty: Again(null); break;
                default: Unknown(); break;
            }
        }
        if (party is null && date is null) return;
        delivery = new()
        {
            Name = party?.Name, LocationId = party is { Ids.IsEmpty: false } ? party.Ids[0] : null, Date = date,
            Address = party?.Address,
        };
    }

    // One element for three terms: the invoiced object (130), the lot (50), and supporting documents (916).
    private void ReadAdditionalDocument()
    {
        string? id = null, type = null, location = null, description = null, scheme = null, mime = null, file = null;
        byte[]? content = null;
        while (NextChild())
        {
            switch (Name)
            {
                case CiiName.IssuerAssignedID: Take(ref id); break;
                case CiiName.URIID: Take(ref location); break;
                case CiiName.TypeCode: TakeCode(ref type); break;
                case CiiName.Name: Take(ref description); break;
                case CiiName.ReferenceTypeCode: TakeCode(ref scheme); break;
                case CiiName.AttachmentBinaryObject when content is null:
                    (mime, file) = (Attribute("mimeCode"u8), Attribute("filename"u8));
                    content = ReadBase64();
                    break;
                case CiiName.AttachmentBinaryObject: Again(null); break;
                default: Unknown(); break;
            }
        }
        if (type?.Trim() == "130" && invoicedObject is null)
            invoicedObject = new() { Value = id, Scheme = scheme };
        else if (type?.Trim() == "50" && tender is null)
            tender = id;
        else if (type?.Trim() is "130" or "50")
            Find(EInvoiceErrors.Duplicate, ("element", "ram:AdditionalReferencedDocument"));
        else
            attachments.Add(new()
            {
                Reference = id, Description = description, Location = location, MimeCode = mime, FileName = file,
                Content = content is null ? [] : EquatableArray.Create<byte>(content),
            });
    }

    private void ReadOne(CiiName child, ref string? term, string? rule = null)
    {
        while (NextChild())
        {
            if (Name == child) Take(ref term, rule);
            else Unknown();
        }
    }

    // Dates are written 20260131 with format 102; nothing else is a day.
    private void ReadDate(ref LocalDate? term)
    {
        while (NextChild())
        {
            if (Name is not (CiiName.DateTimeString or CiiName.DateString))
            {
                Unknown();
                continue;
            }
            if (term is not null)
            {
                Again(null);
                continue;
            }
            var format = Attribute("format"u8);
            var content = Content();
            if (format is null or "102" && XmlValues.TryCompactDate(content, out var date))
            {
                term = date;
                continue;
            }
            if (format == "102") Rule("CII-DT-097", "a date is not written as eight digits");
            Bad(EInvoiceErrors.BadDate, content);
        }
    }
}
