namespace OrderToCash.EInvoicing;

internal sealed partial class WriteChecks
{
    // What the chosen syntax cannot say. The same list is in the readme.
    private void Places()
    {
        if (isUbl) UblPlaces();
        else CiiPlaces();
        if (document.Buyer?.AdditionalLegalInformation is not null)
            NoPlace("Buyer.AdditionalLegalInformation", "only the seller has legal information");
        PayeePlaces(document.Payee);
        RepresentativePlaces(document.TaxRepresentative);
        for (var i = 0; i < document.Lines.Count; i++)
            foreach (var charge in document.Lines[i].AllowancesCharges)
                if (charge.TaxCategory is not null || charge.TaxRate is not null)
                    NoPlace($"Lines[{i}].AllowancesCharges.TaxCategory", "the category of the line applies");
        for (var i = 0; i < document.Lines.Count; i++)
        {
            if (document.Lines[i] is { Unit: not null, Quantity: null })
                NoPlace($"Lines[{i}].Unit", "it stands with the quantity");
            if (document.Lines[i].Price is { BaseQuantityUnit: not null, BaseQuantity: null })
                NoPlace($"Lines[{i}].Price.BaseQuantityUnit", "it stands with the base quantity");
        }
        var (creditor, mandate) = (CreditorOf(document), MandateOf(document));
        for (var i = 0; i < document.PaymentInstructions.Count; i++)
        {
            if (document.PaymentInstructions[i].DirectDebit is not { } debit) continue;
            if (debit.CreditorId is { } id && id != creditor)
                NoPlace($"PaymentInstructions[{i}].DirectDebit.CreditorId", "the creditor stands once");
            if (!isUbl && debit.MandateReference is { } reference && reference != mandate)
                NoPlace($"PaymentInstructions[{i}].DirectDebit.MandateReference", "the mandate stands once");
        }
    }

    private void UblPlaces()
    {
        if (document is { IsCreditNote: true, DueDate: not null, PaymentInstructions.IsEmpty: true })
            NoPlace("DueDate", "in a credit note it stands in the payment instructions");
        for (var i = 0; i < document.Notes.Count; i++)
            if (document.Notes[i].SubjectCode is { } code && !IsSubjectCode(code))
                NoPlace($"Notes[{i}].SubjectCode", "codes have three letters");
    }

    private void CiiPlaces()
    {
        if (document.IsCreditNote != CreditNoteTypes.Contains(document.TypeCode))
            NoPlace("IsCreditNote", "the type code says what it is");
        if (document.TaxBreakdown.IsEmpty && document.TaxPointDate is not null)
            NoPlace("TaxPointDate", "it stands in the tax breakdown");
        if (document.TaxBreakdown.IsEmpty && document.TaxPointCode is not null)
            NoPlace("TaxPointCode", "it stands in the tax breakdown");
        OtherTaxes();
        var remittance = RemittanceOf(document);
        for (var i = 0; i < document.PaymentInstructions.Count; i++)
        {
            var instruction = document.PaymentInstructions[i];
            if (instruction.RemittanceInformation is { } text && text != remittance)
                NoPlace($"PaymentInstructions[{i}].RemittanceInformation", "the payment reference stands once");
            if (instruction.Card?.NetworkId is not null)
                NoPlace($"PaymentInstructions[{i}].Card.NetworkId", "networks are not named");
        }
    }

    // EN 16931 knows VAT only, and so does CII: what is not VAT is written as VAT.
    private void OtherTaxes()
    {
        for (var i = 0; i < document.Lines.Count; i++) OtherTax(document.Lines[i].TaxScheme, "Lines", i);
        for (var i = 0; i < document.AllowancesCharges.Count; i++)
            OtherTax(document.AllowancesCharges[i].TaxScheme, "AllowancesCharges", i);
        for (var i = 0; i < document.TaxBreakdown.Count; i++)
            OtherTax(document.TaxBreakdown[i].TaxScheme, "TaxBreakdown", i);
    }

    private void OtherTax(string? scheme, string list, int index)
    {
        if (scheme is not null) NoPlace($"{list}[{index}].TaxScheme", "every tax is VAT");
    }

    private void PayeePlaces(DocumentParty? payee)
    {
        if (payee is null) return;
        var named = new DocumentParty { Name = payee.Name, Ids = payee.Ids, LegalId = payee.LegalId };
        if (payee != named) NoPlace("Payee", "it has a name, identifiers and a registration only");
    }

    private void RepresentativePlaces(DocumentParty? representative)
    {
        if (representative is null) return;
        var named = new DocumentParty
        {
            Name = representative.Name, VatId = representative.VatId, TaxRegistrationId = representative.TaxRegistrationId,
            Address = representative.Address,
        };
        if (representative != named) NoPlace("TaxRepresentative", "it has a name, an address and tax registrations only");
    }

    private void NoPlace(string target, string reason) =>
        (notices ??= []).Add(EInvoiceErrors.NoPlace.At(target, ("syntax", Syntax), ("target", target), ("reason", reason)));
}
