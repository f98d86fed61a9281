namespace OrderToCash.Invoicing;

/// <summary>Finds the first term that is there, but empty (Peppol R008): text without a character that is not blank.</summary>
internal static class EmptyTerms
{
    internal static string? FirstIn(InvoiceDocument document) =>
        InHead(document) ?? InParty(document.Seller, "seller") ?? InParty(document.Buyer, "buyer")
        ?? InParty(document.Payee, "payee") ?? InParty(document.TaxRepresentative, "taxRepresentative")
        ?? InDelivery(document.Delivery) ?? InPayments(document) ?? InLists(document) ?? InLines(document);

    private static bool IsEmpty(string? text) => text is not null && string.IsNullOrWhiteSpace(text);

    private static bool IsEmpty(DocumentId? id) => id is not null && string.IsNullOrWhiteSpace(id.Value);

    private static string? InHead(InvoiceDocument d) =>
        IsEmpty(d.ProfileId) ? "profileId"
        : IsEmpty(d.SpecificationId) ? "specificationId"
        : IsEmpty(d.Number) ? "number"
        : IsEmpty(d.TypeCode) ? "typeCode"
        : IsEmpty(d.Currency) ? "currency"
        : IsEmpty(d.TaxCurrency) ? "taxCurrency"
        : IsEmpty(d.TaxPointCode) ? "taxPointCode"
        : IsEmpty(d.BuyerReference) ? "buyerReference"
        : IsEmpty(d.ProjectReference) ? "projectReference"
        : IsEmpty(d.ContractReference) ? "contractReference"
        : IsEmpty(d.PurchaseOrderReference) ? "purchaseOrderReference"
        : IsEmpty(d.SalesOrderReference) ? "salesOrderReference"
        : IsEmpty(d.ReceivingAdviceReference) ? "receivingAdviceReference"
        : IsEmpty(d.DespatchAdviceReference) ? "despatchAdviceReference"
        : IsEmpty(d.TenderOrLotReference) ? "tenderOrLotReference"
        : IsEmpty(d.InvoicedObject) ? "invoicedObject"
        : IsEmpty(d.BuyerAccountingReference) ? "buyerAccountingReference"
        : IsEmpty(d.PaymentTerms) ? "paymentTerms"
        : null;

    private static string? InParty(DocumentParty? p, string role)
    {
        if (p is null) return null;
        foreach (var id in p.Ids)
            if (IsEmpty(id)) return $"{role}.ids";
        var field = IsEmpty(p.Name) ? "name"
            : IsEmpty(p.TradingName) ? "tradingName"
            : IsEmpty(p.LegalId) ? "legalId"
            : IsEmpty(p.VatId) ? "vatId"
            : IsEmpty(p.TaxRegistrationId) ? "taxRegistrationId"
            : IsEmpty(p.AdditionalLegalInformation) ? "additionalLegalInformation"
            : IsEmpty(p.Endpoint) ? "endpoint"
            : InContact(p.Contact) ?? InAddress(p.Address);
        return field is null ? null : $"{role}.{field}";
    }

    private static string? InContact(DocumentContact? c) => c is null ? null
        : IsEmpty(c.Name) ? "contact.name"
        : IsEmpty(c.Phone) ? "contact.phone"
        : IsEmpty(c.Email) ? "contact.email"
        : null;

    private static string? InAddress(DocumentAddress? a) => a is null ? null
        : IsEmpty(a.Line1) ? "address.line1"
        : IsEmpty(a.Line2) ? "address.line2"
        : IsEmpty(a.Line3) ? "address.line3"
        : IsEmpty(a.City) ? "address.city"
        : IsEmpty(a.PostCode) ? "address.postCode"
        : IsEmpty(a.Subdivision) ? "address.subdivision"
        : IsEmpty(a.Country) ? "address.country"
        : null;

    private static string? InDelivery(DocumentDelivery? d) => d is null ? null
        : IsEmpty(d.Name) ? "delivery.name"
        : IsEmpty(d.LocationId) ? "delivery.locationId"
        : InAddress(d.Address) is { } field ? $"delivery.{field}"
        : null;

    private static string? InPayments(InvoiceDocument document)
    {
        for (var i = 0; i < document.PaymentInstructions.Count; i++)
            if (InPayment(document.PaymentInstructions[i]) is { } field) return $"paymentInstructions[{i}].{field}";
        return null;
    }

    private static string? InPayment(PaymentInstruction p)
    {
        foreach (var t in p.Transfers)
            if (IsEmpty(t.AccountId) || IsEmpty(t.AccountName) || IsEmpty(t.ServiceProviderId)) return "transfers";
        return IsEmpty(p.MeansCode) ? "meansCode"
            : IsEmpty(p.MeansText) ? "meansText"
            : IsEmpty(p.RemittanceInformation) ? "remittanceInformation"
            : p.Card is { } c && (IsEmpty(c.AccountNumber) || IsEmpty(c.HolderName) || IsEmpty(c.NetworkId)) ? "card"
            : p.DirectDebit is { } b && (IsEmpty(b.MandateReference) || IsEmpty(b.CreditorId) || IsEmpty(b.DebitedAccountId))
                ? "directDebit"
            : null;
    }

    private static string? InLists(InvoiceDocument document)
    {
        foreach (var note in document.Notes)
            if (IsEmpty(note.Text) || IsEmpty(note.SubjectCode)) return "notes";
        foreach (var preceding in document.PrecedingInvoices)
            if (IsEmpty(preceding.Number)) return "precedingInvoices";
        foreach (var a in document.Attachments)
            if (IsEmpty(a.Reference) || IsEmpty(a.Description) || IsEmpty(a.Location)) return "attachments";
        foreach (var s in document.TaxBreakdown)
            if (IsEmpty(s.Category) || IsEmpty(s.ExemptionReason) || IsEmpty(s.ExemptionReasonCode)) return "taxBreakdown";
        return IsEmpty(document.AllowancesCharges) ? "allowancesCharges" : null;
    }

    private static bool IsEmpty(EquatableArray<DocumentAllowanceCharge> parts)
    {
        foreach (var part in parts)
            if (IsEmpty(part.Reason) || IsEmpty(part.ReasonCode) || IsEmpty(part.TaxCategory)) return true;
        return false;
    }

    private static string? InLines(InvoiceDocument document)
    {
        for (var i = 0; i < document.Lines.Count; i++)
            if (InLine(document.Lines[i]) is { } field) return $"lines[{i}].{field}";
        return null;
    }

    private static string? InLine(DocumentLine l) =>
        IsEmpty(l.Id) ? "id"
        : IsEmpty(l.Note) ? "note"
        : IsEmpty(l.ObjectId) ? "objectId"
        : IsEmpty(l.OrderLineReference) ? "orderLineReference"
        : IsEmpty(l.BuyerAccountingReference) ? "buyerAccountingReference"
        : IsEmpty(l.TaxCategory) ? "taxCategory"
        : IsEmpty(l.AllowancesCharges) ? "allowancesCharges"
        : InItem(l.Item);

    private static string? InItem(DocumentItem? item)
    {
        if (item is null) return null;
        foreach (var c in item.Classifications)
            if (IsEmpty(c.Code)) return "item.classifications";
        foreach (var a in item.Attributes)
            if (IsEmpty(a.Name) || IsEmpty(a.Value)) return "item.attributes";
        return IsEmpty(item.Name) ? "item.name"
            : IsEmpty(item.Description) ? "item.description"
            : IsEmpty(item.SellerId) ? "item.sellerId"
            : IsEmpty(item.BuyerId) ? "item.buyerId"
            : IsEmpty(item.StandardId) ? "item.standardId"
            : IsEmpty(item.OriginCountry) ? "item.originCountry"
            : null;
    }
}
