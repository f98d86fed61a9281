namespace OrderToCash.EInvoicing;

internal sealed partial class WriteChecks
{
    private void Texts()
    {
        Text(document.ProfileId, "ProfileId");
        Text(document.SpecificationId, "SpecificationId");
        Text(document.Number, "Number");
        Text(document.TypeCode, "TypeCode");
        Text(document.Currency, "Currency");
        Text(document.TaxCurrency, "TaxCurrency");
        Text(document.TaxPointCode, "TaxPointCode");
        Text(document.BuyerReference, "BuyerReference");
        Text(document.ProjectReference, "ProjectReference");
        Text(document.ContractReference, "ContractReference");
        Text(document.PurchaseOrderReference, "PurchaseOrderReference");
        Text(document.SalesOrderReference, "SalesOrderReference");
        Text(document.ReceivingAdviceReference, "ReceivingAdviceReference");
        Text(document.DespatchAdviceReference, "DespatchAdviceReference");
        Text(document.TenderOrLotReference, "TenderOrLotReference");
        Id(document.InvoicedObject, "InvoicedObject");
        Text(document.BuyerAccountingReference, "BuyerAccountingReference");
        Text(document.PaymentTerms, "PaymentTerms");
        Party(document.Seller, "Seller");
        Party(document.Buyer, "Buyer");
        Party(document.Payee, "Payee");
        Party(document.TaxRepresentative, "TaxRepresentative");
        Text(document.Delivery?.Name, "Delivery.Name");
        Id(document.Delivery?.LocationId, "Delivery.LocationId");
        Address(document.Delivery?.Address, "Delivery.Address");
        Lists();
        if (document.Totals is { } totals) Totals(totals);
    }

    private void Lists()
    {
        for (var i = 0; i < document.Notes.Count; i++)
        {
            Text(document.Notes[i].SubjectCode, "Notes", i);
            Text(document.Notes[i].Text, "Notes", i);
        }
        for (var i = 0; i < document.PrecedingInvoices.Count; i++)
            Text(document.PrecedingInvoices[i].Number, "PrecedingInvoices", i);
        for (var i = 0; i < document.PaymentInstructions.Count; i++) Instruction(document.PaymentInstructions[i], i);
        for (var i = 0; i < document.TaxBreakdown.Count; i++)
        {
            var subtotal = document.TaxBreakdown[i];
            Amount(subtotal.TaxableAmount, "TaxBreakdown", i);
            Amount(subtotal.TaxAmount, "TaxBreakdown", i);
            Text(subtotal.Category, "TaxBreakdown", i);
            Text(subtotal.TaxScheme, "TaxBreakdown", i);
            Text(subtotal.ExemptionReason, "TaxBreakdown", i);
            Text(subtotal.ExemptionReasonCode, "TaxBreakdown", i);
        }
        for (var i = 0; i < document.Attachments.Count; i++)
        {
            var attachment = document.Attachments[i];
            Text(attachment.Reference, "Attachments", i);
            Text(attachment.Description, "Attachments", i);
            Text(attachment.Location, "Attachments", i);
            Text(attachment.MimeCode, "Attachments", i);
            Text(attachment.FileName, "Attachments", i);
        }
    }

    private void Instruction(PaymentInstruction instruction, int index)
    {
        const string Target = "PaymentInstructions";
        Text(instruction.MeansCode, Target, index);
        Text(instruction.MeansText, Target, index);
        Text(instruction.RemittanceInformation, Target, index);
        Text(instruction.Card?.AccountNumber, Target, index);
        Text(instruction.Card?.HolderName, Target, index);
        Text(instruction.Card?.NetworkId, Target, index);
        Text(instruction.DirectDebit?.MandateReference, Target, index);
        Text(instruction.DirectDebit?.CreditorId, Target, index);
        Text(instruction.DirectDebit?.DebitedAccountId, Target, index);
        foreach (var transfer in instruction.Transfers)
        {
            Text(transfer.AccountId, Target, index);
            Text(transfer.AccountName, Target, index);
            Text(transfer.ServiceProviderId, Target, index);
        }
    }

    private void Totals(DocumentTotals totals)
    {
        Amount(totals.LineNet, "Totals.LineNet");
        Amount(totals.Allowances, "Totals.Allowances");
        Amount(totals.Charges, "Totals.Charges");
        Amount(totals.Net, "Totals.Net");
        Amount(totals.Tax, "Totals.Tax");
        Amount(totals.TaxInTaxCurrency, "Totals.TaxInTaxCurrency");
        Amount(totals.Gross, "Totals.Gross");
        Amount(totals.Prepaid, "Totals.Prepaid");
        Amount(totals.Rounding, "Totals.Rounding");
        Amount(totals.Payable, "Totals.Payable");
    }

    private void Party(DocumentParty? party, string target)
    {
        if (party is null) return;
        Text(party.Name, target);
        Text(party.TradingName, target);
        foreach (var id in party.Ids) Id(id, target);
        Id(party.LegalId, target);
        Text(party.VatId, target);
        Text(party.TaxRegistrationId, target);
        Text(party.AdditionalLegalInformation, target);
        Id(party.Endpoint, target);
        Address(party.Address, target);
        Text(party.Contact?.Name, target);
        Text(party.Contact?.Phone, target);
        Text(party.Contact?.Email, target);
    }

    private void Address(DocumentAddress? address, string target)
    {
        if (address is null) return;
        Text(address.Line1, target);
        Text(address.Line2, target);
        Text(address.Line3, target);
        Text(address.City, target);
        Text(address.PostCode, target);
        Text(address.Subdivision, target);
        Text(address.Country, target);
    }

    private void LineTexts(DocumentLine line, int index)
    {
        const string Target = "Lines";
        Text(line.Id, Target, index);
        Text(line.Note, Target, index);
        Id(line.ObjectId, Target, index);
        Text(line.Unit, Target, index);
        Amount(line.Net, Target, index);
        Text(line.OrderLineReference, Target, index);
        Text(line.BuyerAccountingReference, Target, index);
        Text(line.TaxCategory, Target, index);
        Text(line.TaxScheme, Target, index);
        Amount(line.Price?.Net, Target, index);
        Amount(line.Price?.Discount, Target, index);
        Amount(line.Price?.Gross, Target, index);
        Text(line.Price?.BaseQuantityUnit, Target, index);
        if (line.Item is not { } item) return;
        Text(item.Name, Target, index);
        Text(item.Description, Target, index);
        Text(item.SellerId, Target, index);
        Text(item.BuyerId, Target, index);
        Id(item.StandardId, Target, index);
        Text(item.OriginCountry, Target, index);
        foreach (var classification in item.Classifications.AsSpan())
        {
            Text(classification.Code, Target, index);
            Text(classification.Scheme, Target, index);
            Text(classification.Version, Target, index);
        }
        foreach (var attribute in item.Attributes.AsSpan())
        {
            Text(attribute.Name, Target, index);
            Text(attribute.Value, Target, index);
        }
    }
}
