namespace OrderToCash.Invoicing;

public sealed partial record DraftInvoice
{
    private static void CheckWording(InvoiceLine line, int index, List<DomainError> findings)
    {
        if (string.IsNullOrWhiteSpace(line.Description))
            findings.Add(InvoiceErrors.DescriptionMissing.At($"lines[{index}].description", ("line", index + 1)));
        if (line.Price is { Amount: < 0 } price)
            findings.Add(InvoiceErrors.PriceNegative.At($"lines[{index}].price", ("line", index + 1), ("price", price)));
        if (line.GrossPrice is { } gross
            && (line.Price is not { } net || gross.Per != net.Per || gross.Amount < net.Amount))
            findings.Add(InvoiceErrors.GrossPriceMismatch.At($"lines[{index}].grossPrice",
                ("line", index + 1), ("gross", gross), ("net", line.Price?.ToString() ?? "-")));
        if (line.Period is not null) CheckPeriod(line.Period, $"lines[{index}].period", findings);
        if (line.Tax.Check() is { IsEmpty: false } wrong) AddTax(wrong, $"lines[{index}]", findings);
    }

    private static void AddTax(EquatableArray<DomainError> wrong, string target, List<DomainError> findings)
    {
        foreach (var finding in wrong)
            findings.Add(InvoiceErrors.TaxMismatch.At($"{target}.tax.{finding.Target}",
                ("place", target), ("finding", finding.Message)));
    }

    // BR-CO-19, BR-CO-20, BR-29, BR-30.
    private static void CheckPeriod(DocumentPeriod? period, string target, List<DomainError> findings)
    {
        if (period is null) return;
        if (period.Start is null && period.End is null || period.End < period.Start)
            findings.Add(InvoiceErrors.PeriodInvalid.At(target,
                ("start", (object?)period.Start ?? "-"), ("end", (object?)period.End ?? "-")));
    }

    // What a type asks for. Credit notes are made by crediting, a pro forma is no document of the books.
    private void CheckKind(List<DomainError> findings)
    {
        if (!Type.IsKnown) findings.Add(InvoiceErrors.TypeUnknown.At("type", ("type", Type)));
        else if (!Type.IsPosted) findings.Add(InvoiceErrors.TypeNotPosted.At("type", ("type", Type), ("title", Type.Title)));
        CheckTaxPoint(findings);
        for (var i = 0; i < Notes.Count; i++)
            if (string.IsNullOrWhiteSpace(Notes[i].Text) || Notes[i].SubjectCode is { } code && !CodeLists.NoteSubjects.Has(code))
                findings.Add(InvoiceErrors.NoteInvalid.At($"notes[{i}]", ("code", Notes[i].SubjectCode ?? "-")));
        if (!Type.CitesOriginal || !Type.IsPosted) return;
        if (Preceding.IsEmpty) findings.Add(InvoiceErrors.PrecedingMissing.At("preceding", ("title", Type.Title)));
        if (Reason.IsNone && ReasonText.Length == 0)
            findings.Add(InvoiceErrors.ReasonMissing.At("reason", ("title", Type.Title)));
    }

    // BR-CL-06, BR-CO-03: a code instead of the day, and one that the day follows.
    private void CheckTaxPoint(List<DomainError> findings)
    {
        var fits = TaxPointCode switch
        {
            "" or "432" => true,
            "3" => TaxPoint == DocumentDate,
            "35" => TaxPoint == DeliveryDate,
            _ => false,
        };
        if (!fits) findings.Add(InvoiceErrors.TaxPointCodeMismatch.At("taxPointCode", ("code", TaxPointCode), ("day", TaxPoint)));
    }

    // BR-S-02, BR-AE-02, BR-IC-02, BR-G-02: who must show an id. BR-IC-11: the delivery date. BR-O-11: out of scope stands alone.
    private void CheckCategories(List<DomainError> findings)
    {
        var seen = new List<TaxCategory>();
        foreach (var line in Lines)
            if (!seen.Contains(line.Tax.Category)) seen.Add(line.Tax.Category);
        foreach (var item in AllowancesCharges)
            if (item.Tax is { } tax && !seen.Contains(tax.Category)) seen.Add(tax.Category);
        foreach (var category in seen)
        {
            if (category != TaxCategory.OutOfScope && Seller.TaxRegistrations.IsEmpty)
                findings.Add(InvoiceErrors.VatIdMissing.At("seller.taxRegistrations",
                    ("category", category), ("party", "seller")));
            if (TaxCategories.NeedsBuyerId(category) && Buyer.TaxRegistrations.IsEmpty)
                findings.Add(InvoiceErrors.VatIdMissing.At("buyer.taxRegistrations", ("category", category), ("party", "buyer")));
        }
        if (seen.Contains(TaxCategory.IntraCommunity) && DeliveryDate is null && Period is null)
            findings.Add(InvoiceErrors.DeliveryDateMissing.At("deliveryDate"));
        if (seen.Count > 1 && seen.Contains(TaxCategory.OutOfScope)) findings.Add(InvoiceErrors.OutOfScopeMixed.At("lines"));
        if (Type == DocumentType.FeeNote && seen.Exists(c => c != TaxCategory.OutOfScope && c != TaxCategory.Exempt))
            findings.Add(InvoiceErrors.FeeTaxed.At("lines"));
    }

    private static void CheckParty(Party party, string name, List<DomainError> findings)
    {
        if (string.IsNullOrWhiteSpace(party.Name)) Missing("name", "name");
        if (party.Address.Country.IsNone) Missing("address.country", "country");
        if (party.Address.City.Length == 0 && party.Address.Lines.IsEmpty) Missing("address", "address");

        void Missing(string field, string words) =>
            findings.Add(InvoiceErrors.PartyIncomplete.At($"{name}.{field}", ("party", name), ("field", words)));
    }
}
