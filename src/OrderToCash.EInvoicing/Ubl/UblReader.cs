namespace OrderToCash.EInvoicing;

/// <summary>UBL 2.1 Invoice and CreditNote, by the mapping of CEN/TS 16931-3-2.</summary>
internal sealed partial class UblReader(Utf8XmlReader xml, EInvoiceLimits limits) : SyntaxReader(xml, limits)
{
    private readonly List<string> unreadable = [];
    private readonly List<DocumentNote> notes = [];
    private readonly List<PrecedingInvoice> precedingInvoices = [];
    private readonly List<PaymentInstruction> instructions = [];
    private readonly List<DocumentAllowanceCharge> allowancesCharges = [];
    private readonly List<DocumentTaxSubtotal> breakdown = [];
    private readonly List<SupportingDocument> attachments = [];
    private readonly List<DocumentLine> lines = [];
    private bool isCreditNote;
    private string? profile, specification, number, typeCode, currency, taxCurrency, taxPointCode, buyerReference, project,
        contract,
        purchaseOrder, salesOrder, receivingAdvice, despatchAdvice, tender, buyerAccounting, terms;
    private LocalDate? issueDate, taxPointDate, dueDate, meansDueDate;
    private DocumentId? invoicedObject;
    private DocumentParty? seller, buyer, payee, representative;
    private DocumentDelivery? delivery;
    private DocumentPeriod? period;
    private DocumentTotals? totals;
    private bool hasPeriod;

    private UblName Name => (UblName)UblNames.Table.Find(Xml.LocalName, Xml.Namespace);

    public override InvoiceDocument Read()
    {
        isCreditNote = Xml.Namespace == XmlNamespace.UblCreditNote;
        for (var i = 0; i < Xml.AttributeCount; i++) NoticeAttribute(i);
        while (NextChild()) ReadChild(Name);
        CheckDocument();
        var payment = WithCreditor();
        return new()
        {
            IsCreditNote = isCreditNote, ProfileId = profile, SpecificationId = specification, Number = number,
            IssueDate = issueDate, TypeCode = typeCode, Currency = currency, TaxCurrency = taxCurrency,
            TaxPointDate = taxPointDate, TaxPointCode = taxPointCode, DueDate = dueDate ?? meansDueDate,
            BuyerReference = buyerReference, ProjectReference = project, ContractReference = contract,
            PurchaseOrderReference = purchaseOrder, SalesOrderReference = salesOrder, ReceivingAdviceReference = receivingAdvice,
            DespatchAdviceReference = despatchAdvice, TenderOrLotReference = tender, InvoicedObject = invoicedObject,
            BuyerAccountingReference = buyerAccounting, PaymentTerms = terms, Notes = [.. notes],
            PrecedingInvoices = [.. precedingInvoices], Seller = seller, Buyer = buyer, Payee = payee,
            TaxRepresentative = representative, Delivery = delivery, Period = period,
            PaymentInstructions = payment, AllowancesCharges = [.. allowancesCharges], Totals = Totals(),
            TaxBreakdown = [.. breakdown], Attachments = [.. attachments], Lines = [.. lines], Unreadable = [.. unreadable],
        };
    }

    private void TakeIssueDate()
    {
        if (TakeDate(ref issueDate)) unreadable.Add("issueDate");
    }

    private void ReadChild(UblName name)
    {
        switch (name)
        {
            case UblName.CustomizationID: Take(ref specification); break;
            case UblName.ProfileID: Take(ref profile); break;
            case UblName.ID: Take(ref number); break;
            case UblName.IssueDate: TakeIssueDate(); break;
            case UblName.DueDate when !isCreditNote: TakeDate(ref dueDate); break;
            case UblName.InvoiceTypeCode when !isCreditNote: TakeCode(ref typeCode); break;
            case UblName.CreditNoteTypeCode when isCreditNote: TakeCode(ref typeCode); break;
            case UblName.Note: notes.Add(ReadNote()); break;
            case UblName.TaxPointDate: TakeDate(ref taxPointDate); break;
            case UblName.DocumentCurrencyCode: TakeCode(ref currency); break;
            case UblName.TaxCurrencyCode: TakeCode(ref taxCurrency); break;
            case UblName.AccountingCost: Take(ref buyerAccounting); break;
            case UblName.BuyerReference: Take(ref buyerReference); break;
            case UblName.UBLVersionID: ReadVersion(); break;
            case UblName.InvoicePeriod: ReadPeriod(); break;
            case UblName.DespatchDocumentReference: ReadReference(ref despatchAdvice, "UBL-SR-03"); break;
            case UblName.ReceiptDocumentReference: ReadReference(ref receivingAdvice, "UBL-SR-02"); break;
            case UblName.OriginatorDocumentReference: ReadReference(ref tender, null); break;
            case UblName.ContractDocumentReference: ReadReference(ref contract, "UBL-SR-01"); break;
            case UblName.ProjectReference when !isCreditNote: ReadReference(ref project, "UBL-SR-39"); break;
            case UblName.OrderReference: ReadOrderReference(); break;
            case UblName.BillingReference: ReadBillingReference(); break;
            case UblName.AdditionalDocumentReference: ReadAdditionalDocument(); break;
            case UblName.AllowanceCharge: allowancesCharges.Add(ReadAllowanceCharge()); break;
            case UblName.TaxTotal: ReadTaxTotal(); break;
            case UblName.LegalMonetaryTotal when totals is null: totals = ReadTotals(); break;
            case UblName.InvoiceLine when !isCreditNote: lines.Add(ReadLine()); break;
            case UblName.CreditNoteLine when isCreditNote: lines.Add(ReadLine()); break;
            default: ReadPartyChild(name); break;
        }
    }

    private void ReadPartyChild(UblName name)
    {
        switch (name)
        {
            case UblName.AccountingSupplierParty when seller is null: seller = ReadSeller(); break;
            case UblName.AccountingCustomerParty when buyer is null: buyer = ReadBuyer(); break;
            case UblName.PayeeParty when payee is null: payee = ReadPayee(); break;
            case UblName.TaxRepresentativeParty when representative is null: representative = ReadRepresentative(); break;
            case UblName.Delivery when delivery is null: delivery = ReadDelivery(); break;
            case UblName.Delivery: Again("UBL-SR-24"); break;
            case UblName.PaymentMeans: ReadPaymentMeans(); break;
            case UblName.PaymentTerms: ReadPaymentTerms(); break;
            case UblName.AccountingSupplierParty or UblName.AccountingCustomerParty or UblName.PayeeParty
                or UblName.TaxRepresentativeParty or UblName.LegalMonetaryTotal:
                Again(null);
                break;
            default: Unknown(); break;
        }
    }

    // The subject code stands before the text: #AAI#The text.
    private DocumentNote ReadNote()
    {
        var text = Text();
        return text.Length >= 5 && text[0] == '#' && text[4] == '#' && text.AsSpan(1, 3).IndexOfAnyExceptInRange('A', 'Z') < 0
            ? new() { SubjectCode = text.Substring(1, 3), Text = text[5..] }
            : new() { Text = text };
    }

    private void ReadVersion()
    {
        if (Text().Trim() != "2.1") Warning("UBL-CR-002", "the version should be 2.1 or absent");
    }

    private void ReadPeriod()
    {
        if (hasPeriod) Rule("UBL-SR-08", "there is more than one invoicing period");
        var (start, stop) = ((LocalDate?)null, (LocalDate?)null);
        var hasCode = false;
        while (NextChild())
        {
            switch (Name)
            {
                case UblName.StartDate: TakeDate(ref start); break;
                case UblName.EndDate: TakeDate(ref stop); break;
                case UblName.DescriptionCode:
                    hasCode = true;
                    TakeCode(ref taxPointCode, "UBL-SR-49");
                    break;
                default: Unknown(); break;
            }
        }
        if (!hasPeriod && (start is not null || stop is not null || !hasCode)) period = new() { Start = start, End = stop };
        hasPeriod = true;
    }

    private void ReadReference(ref string? term, string? rule)
    {
        while (NextChild())
        {
            if (Name == UblName.ID) Take(ref term, rule);
            else Unknown();
        }
    }

    // The element demands an id: NA stands there when only the seller's order is known.
    private void ReadOrderReference()
    {
        while (NextChild())
        {
            switch (Name)
            {
                case UblName.ID: Take(ref purchaseOrder); break;
                case UblName.SalesOrderID: Take(ref salesOrder); break;
                default: Unknown(); break;
            }
        }
        if (purchaseOrder == "NA" && salesOrder is not null) purchaseOrder = null;
    }

    private void ReadBillingReference()
    {
        var (count, hasNumber) = (0, false);
        while (NextChild())
        {
            if (Name != UblName.InvoiceDocumentReference)
            {
                Unknown();
                continue;
            }
            if (++count == 2) Rule("UBL-SR-06", "one billing reference has more than one preceding invoice");
            string? id = null;
            LocalDate? date = null;
            while (NextChild())
            {
                switch (Name)
                {
                    case UblName.ID: Take(ref id); break;
                    case UblName.IssueDate: TakeDate(ref date); break;
                    default: Unknown(); break;
                }
            }
            hasNumber |= id is not null;
            precedingInvoices.Add(new() { Number = id, IssueDate = date });
        }
        if (!hasNumber) Rule("UBL-SR-07", "the preceding invoice has no number");
        if (count == 0) precedingInvoices.Add(new());
    }

    private void ReadPaymentTerms()
    {
        while (NextChild())
        {
            if (Name == UblName.Note) Take(ref terms, "UBL-SR-05");
            else Unknown();
        }
    }
}
