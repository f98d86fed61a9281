namespace OrderToCash.EInvoicing;

internal sealed partial class UblWriter
{
    // VAT unless the document says another tax; "" is a category that names none.
    private static void Scheme(ref Utf8Output output, string? scheme)
    {
        if (scheme is null) output.Raw("<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>"u8);
        else if (scheme.Length > 0) output.Element("<cac:TaxScheme><cbc:ID>"u8, scheme, "</cbc:ID></cac:TaxScheme>"u8);
    }

    private void Payment(ref Utf8Output output)
    {
        var dueDate = isCreditNote ? document.DueDate : null;
        foreach (var instruction in document.PaymentInstructions)
        {
            for (var i = 0; i < Math.Max(1, instruction.Transfers.Count); i++)
            {
                Means(ref output, instruction, i, dueDate);
                dueDate = null;
            }
        }
        output.Element("<cac:PaymentTerms><cbc:Note>"u8, document.PaymentTerms, "</cbc:Note></cac:PaymentTerms>"u8);
    }

    // The first account carries what stands once; the others repeat the code and the reference.
    private static void Means(ref Utf8Output output, PaymentInstruction instruction, int account, LocalDate? dueDate)
    {
        var isFirst = account == 0;
        output.Raw("<cac:PaymentMeans><cbc:PaymentMeansCode"u8);
        if (isFirst) Attribute(ref output, " name=\""u8, instruction.MeansText);
        output.Raw(">"u8);
        output.Text(instruction.MeansCode ?? "");
        output.Raw("</cbc:PaymentMeansCode>"u8);
        output.Date("<cbc:PaymentDueDate>"u8, dueDate, "</cbc:PaymentDueDate>"u8);
        output.Element("<cbc:PaymentID>"u8, instruction.RemittanceInformation, "</cbc:PaymentID>"u8);
        if (isFirst && instruction.Card is { } card)
        {
            output.Raw("<cac:CardAccount>"u8);
            output.Element("<cbc:PrimaryAccountNumberID>"u8, card.AccountNumber, "</cbc:PrimaryAccountNumberID>"u8);
            output.Element("<cbc:NetworkID>"u8, card.NetworkId ?? UblReader.NoNetwork, "</cbc:NetworkID>"u8);
            output.Element("<cbc:HolderName>"u8, card.HolderName, "</cbc:HolderName>"u8);
            output.Raw("</cac:CardAccount>"u8);
        }
        if (account < instruction.Transfers.Count) Account(ref output, instruction.Transfers[account]);
        if (isFirst && instruction.DirectDebit is { } debit && (debit.CreditorId is null || WriteChecks.HasMandate(debit)))
        {
            output.Raw("<cac:PaymentMandate>"u8);
            output.Element("<cbc:ID>"u8, debit.MandateReference, "</cbc:ID>"u8);
            output.Element("<cac:PayerFinancialAccount><cbc:ID>"u8, debit.DebitedAccountId,
                "</cbc:ID></cac:PayerFinancialAccount>"u8);
            output.Raw("</cac:PaymentMandate>"u8);
        }
        output.Raw("</cac:PaymentMeans>"u8);
    }

    private static void Account(ref Utf8Output output, CreditTransfer transfer)
    {
        output.Raw("<cac:PayeeFinancialAccount>"u8);
        output.Element("<cbc:ID>"u8, transfer.AccountId, "</cbc:ID>"u8);
        output.Element("<cbc:Name>"u8, transfer.AccountName, "</cbc:Name>"u8);
        output.Element("<cac:FinancialInstitutionBranch><cbc:ID>"u8, transfer.ServiceProviderId,
            "</cbc:ID></cac:FinancialInstitutionBranch>"u8);
        output.Raw("</cac:PayeeFinancialAccount>"u8);
    }

    private void AllowanceCharge(ref Utf8Output output, DocumentAllowanceCharge charge, bool isDocument)
    {
        output.Raw(charge.IsCharge == true
            ? "<cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator>"u8
            : "<cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator>"u8);
        output.Element("<cbc:AllowanceChargeReasonCode>"u8, charge.ReasonCode, "</cbc:AllowanceChargeReasonCode>"u8);
        output.Element("<cbc:AllowanceChargeReason>"u8, charge.Reason, "</cbc:AllowanceChargeReason>"u8);
        output.Number("<cbc:MultiplierFactorNumeric>"u8, charge.Percent, "</cbc:MultiplierFactorNumeric>"u8);
        Amount(ref output, "<cbc:Amount currencyID=\""u8, charge.Amount, "</cbc:Amount>"u8);
        Amount(ref output, "<cbc:BaseAmount currencyID=\""u8, charge.BaseAmount, "</cbc:BaseAmount>"u8);
        if (isDocument && (charge.TaxCategory is not null || charge.TaxRate is not null))
        {
            output.Raw("<cac:TaxCategory>"u8);
            output.Element("<cbc:ID>"u8, charge.TaxCategory, "</cbc:ID>"u8);
            output.Number("<cbc:Percent>"u8, charge.TaxRate, "</cbc:Percent>"u8);
            Scheme(ref output, charge.TaxScheme);
            output.Raw("</cac:TaxCategory>"u8);
        }
        output.Raw("</cac:AllowanceCharge>"u8);
    }

    private void TaxTotals(ref Utf8Output output)
    {
        if (document.Totals?.Tax is not null || !document.TaxBreakdown.IsEmpty)
        {
            output.Raw("<cac:TaxTotal>"u8);
            Amount(ref output, "<cbc:TaxAmount currencyID=\""u8, document.Totals?.Tax ?? SumOfTaxes(), "</cbc:TaxAmount>"u8);
            foreach (var subtotal in document.TaxBreakdown) Subtotal(ref output, subtotal);
            output.Raw("</cac:TaxTotal>"u8);
        }
        if (document.Totals?.TaxInTaxCurrency is not { } amount) return;
        output.Raw("<cac:TaxTotal>"u8);
        var inCurrency = amount with { Currency = amount.Currency ?? document.TaxCurrency };
        Amount(ref output, "<cbc:TaxAmount currencyID=\""u8, inCurrency, "</cbc:TaxAmount>"u8);
        output.Raw("</cac:TaxTotal>"u8);
    }

    // The schema demands a total beside a breakdown, EN 16931 does not where no tax is charged.
    private DocumentAmount SumOfTaxes()
    {
        var sum = 0m;
        foreach (var subtotal in document.TaxBreakdown) sum += subtotal.TaxAmount?.Value ?? 0;
        return new() { Value = sum };
    }

    private void Subtotal(ref Utf8Output output, DocumentTaxSubtotal subtotal)
    {
        output.Raw("<cac:TaxSubtotal>"u8);
        Amount(ref output, "<cbc:TaxableAmount currencyID=\""u8, subtotal.TaxableAmount, "</cbc:TaxableAmount>"u8);
        Amount(ref output, "<cbc:TaxAmount currencyID=\""u8, subtotal.TaxAmount, "</cbc:TaxAmount>"u8);
        output.Raw("<cac:TaxCategory>"u8);
        output.Element("<cbc:ID>"u8, subtotal.Category, "</cbc:ID>"u8);
        output.Number("<cbc:Percent>"u8, subtotal.Rate, "</cbc:Percent>"u8);
        output.Element("<cbc:TaxExemptionReasonCode>"u8, subtotal.ExemptionReasonCode, "</cbc:TaxExemptionReasonCode>"u8);
        output.Element("<cbc:TaxExemptionReason>"u8, subtotal.ExemptionReason, "</cbc:TaxExemptionReason>"u8);
        Scheme(ref output, subtotal.TaxScheme);
        output.Raw("</cac:TaxCategory></cac:TaxSubtotal>"u8);
    }

    private void Totals(ref Utf8Output output, DocumentTotals totals)
    {
        output.Raw("<cac:LegalMonetaryTotal>"u8);
        Amount(ref output, "<cbc:LineExtensionAmount currencyID=\""u8, totals.LineNet, "</cbc:LineExtensionAmount>"u8);
        Amount(ref output, "<cbc:TaxExclusiveAmount currencyID=\""u8, totals.Net, "</cbc:TaxExclusiveAmount>"u8);
        Amount(ref output, "<cbc:TaxInclusiveAmount currencyID=\""u8, totals.Gross, "</cbc:TaxInclusiveAmount>"u8);
        Amount(ref output, "<cbc:AllowanceTotalAmount currencyID=\""u8, totals.Allowances, "</cbc:AllowanceTotalAmount>"u8);
        Amount(ref output, "<cbc:ChargeTotalAmount currencyID=\""u8, totals.Charges, "</cbc:ChargeTotalAmount>"u8);
        Amount(ref output, "<cbc:PrepaidAmount currencyID=\""u8, totals.Prepaid, "</cbc:PrepaidAmount>"u8);
        Amount(ref output, "<cbc:PayableRoundingAmount currencyID=\""u8, totals.Rounding, "</cbc:PayableRoundingAmount>"u8);
        Amount(ref output, "<cbc:PayableAmount currencyID=\""u8, totals.Payable, "</cbc:PayableAmount>"u8);
        output.Raw("</cac:LegalMonetaryTotal>"u8);
    }
}
