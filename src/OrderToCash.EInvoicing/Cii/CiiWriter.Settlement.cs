namespace OrderToCash.EInvoicing;

internal sealed partial class CiiWriter
{
    private void Settlement(ref Utf8Output output)
    {
        output.Raw("<ram:ApplicableHeaderTradeSettlement>"u8);
        output.Element("<ram:CreditorReferenceID>"u8, WriteChecks.CreditorOf(document) ?? WriteChecks.SepaOf(document.Seller),
            "</ram:CreditorReferenceID>"u8);
        output.Element("<ram:PaymentReference>"u8, WriteChecks.RemittanceOf(document), "</ram:PaymentReference>"u8);
        output.Element("<ram:TaxCurrencyCode>"u8, document.TaxCurrency, "</ram:TaxCurrencyCode>"u8);
        output.Element("<ram:InvoiceCurrencyCode>"u8, document.Currency, "</ram:InvoiceCurrencyCode>"u8);
        if (document.Payee is { } payee) Payee(ref output, payee);
        foreach (var instruction in document.PaymentInstructions)
            for (var i = 0; i < Math.Max(1, instruction.Transfers.Count); i++)
                Means(ref output, instruction, i);
        Taxes(ref output);
        if (document.Period is { } period) Period(ref output, period);
        foreach (var charge in document.AllowancesCharges) AllowanceCharge(ref output, charge, isDocument: true);
        Terms(ref output);
        if (document.Totals is { } totals) Totals(ref output, totals);
        foreach (var preceding in document.PrecedingInvoices) Preceding(ref output, preceding);
        output.Element("<ram:ReceivableSpecifiedTradeAccountingAccount><ram:ID>"u8, document.BuyerAccountingReference,
            "</ram:ID></ram:ReceivableSpecifiedTradeAccountingAccount>"u8);
        output.Raw("</ram:ApplicableHeaderTradeSettlement>"u8);
    }

    private static void Payee(ref Utf8Output output, DocumentParty payee)
    {
        output.Raw("<ram:PayeeTradeParty>"u8);
        foreach (var id in payee.Ids)
            if (id.Scheme is null) PartyId(ref output, id);
        foreach (var id in payee.Ids)
            if (id.Scheme is not null) PartyId(ref output, id);
        output.Element("<ram:Name>"u8, payee.Name, "</ram:Name>"u8);
        Id(ref output, "<ram:SpecifiedLegalOrganization><ram:ID"u8, payee.LegalId, "</ram:ID></ram:SpecifiedLegalOrganization>"u8);
        output.Raw("</ram:PayeeTradeParty>"u8);
    }

    // The first account carries what stands once.
    private static void Means(ref Utf8Output output, PaymentInstruction instruction, int account)
    {
        output.Raw("<ram:SpecifiedTradeSettlementPaymentMeans>"u8);
        output.Element("<ram:TypeCode>"u8, instruction.MeansCode, "</ram:TypeCode>"u8);
        if (account == 0)
        {
            output.Element("<ram:Information>"u8, instruction.MeansText, "</ram:Information>"u8);
            if (instruction.Card is { } card)
            {
                output.Raw("<ram:ApplicableTradeSettlementFinancialCard>"u8);
                output.Element("<ram:ID>"u8, card.AccountNumber, "</ram:ID>"u8);
                output.Element("<ram:CardholderName>"u8, card.HolderName, "</ram:CardholderName>"u8);
                output.Raw("</ram:ApplicableTradeSettlementFinancialCard>"u8);
            }
            output.Element("<ram:PayerPartyDebtorFinancialAccount><ram:IBANID>"u8, instruction.DirectDebit?.DebitedAccountId,
                "</ram:IBANID></ram:PayerPartyDebtorFinancialAccount>"u8);
        }
        if (account < instruction.Transfers.Count) Account(ref output, instruction.Transfers[account]);
        output.Raw("</ram:SpecifiedTradeSettlementPaymentMeans>"u8);
    }

    private static void Account(ref Utf8Output output, CreditTransfer transfer)
    {
        var isIban = IsIban(transfer.AccountId);
        output.Raw("<ram:PayeePartyCreditorFinancialAccount>"u8);
        if (isIban) output.Element("<ram:IBANID>"u8, transfer.AccountId, "</ram:IBANID>"u8);
        output.Element("<ram:AccountName>"u8, transfer.AccountName, "</ram:AccountName>"u8);
        if (!isIban) output.Element("<ram:ProprietaryID>"u8, transfer.AccountId, "</ram:ProprietaryID>"u8);
        output.Raw("</ram:PayeePartyCreditorFinancialAccount>"u8);
        output.Element("<ram:PayeeSpecifiedCreditorFinancialInstitution><ram:BICID>"u8, transfer.ServiceProviderId,
            "</ram:BICID></ram:PayeeSpecifiedCreditorFinancialInstitution>"u8);
    }

    private static bool IsIban(string? account) =>
        account is { Length: >= 15 } && char.IsAsciiLetterUpper(account[0]) && char.IsAsciiLetterUpper(account[1])
        && char.IsAsciiDigit(account[2]) && char.IsAsciiDigit(account[3]);

    // The tax point stands in the first breakdown: official rules allow it once.
    private void Taxes(ref Utf8Output output)
    {
        var isFirst = true;
        foreach (var subtotal in document.TaxBreakdown)
        {
            output.Raw("<ram:ApplicableTradeTax>"u8);
            Amount(ref output, "<ram:CalculatedAmount"u8, subtotal.TaxAmount, "</ram:CalculatedAmount>"u8);
            output.Raw("<ram:TypeCode>VAT</ram:TypeCode>"u8);
            output.Element("<ram:ExemptionReason>"u8, subtotal.ExemptionReason, "</ram:ExemptionReason>"u8);
            Amount(ref output, "<ram:BasisAmount"u8, subtotal.TaxableAmount, "</ram:BasisAmount>"u8);
            output.Element("<ram:CategoryCode>"u8, subtotal.Category, "</ram:CategoryCode>"u8);
            output.Element("<ram:ExemptionReasonCode>"u8, subtotal.ExemptionReasonCode, "</ram:ExemptionReasonCode>"u8);
            if (isFirst)
            {
                Date(ref output, "<ram:TaxPointDate><udt:DateString format=\"102\">"u8, document.TaxPointDate,
                    "</udt:DateString></ram:TaxPointDate>"u8);
                output.Element("<ram:DueDateTypeCode>"u8,
                    document.TaxPointCode is { } code ? TaxPointCodes.ToCii(code) : null, "</ram:DueDateTypeCode>"u8);
            }
            output.Number("<ram:RateApplicablePercent>"u8, subtotal.Rate, "</ram:RateApplicablePercent>"u8);
            output.Raw("</ram:ApplicableTradeTax>"u8);
            isFirst = false;
        }
    }

    private void Terms(ref Utf8Output output)
    {
        var mandate = WriteChecks.MandateOf(document);
        if (document.PaymentTerms is null && document.DueDate is null && mandate is null) return;
        output.Raw("<ram:SpecifiedTradePaymentTerms>"u8);
        output.Element("<ram:Description>"u8, document.PaymentTerms, "</ram:Description>"u8);
        Date(ref output, "<ram:DueDateDateTime><udt:DateTimeString format=\"102\">"u8, document.DueDate,
            "</udt:DateTimeString></ram:DueDateDateTime>"u8);
        output.Element("<ram:DirectDebitMandateID>"u8, mandate, "</ram:DirectDebitMandateID>"u8);
        output.Raw("</ram:SpecifiedTradePaymentTerms>"u8);
    }

    private void Totals(ref Utf8Output output, DocumentTotals totals)
    {
        output.Raw("<ram:SpecifiedTradeSettlementHeaderMonetarySummation>"u8);
        Amount(ref output, "<ram:LineTotalAmount"u8, totals.LineNet, "</ram:LineTotalAmount>"u8);
        Amount(ref output, "<ram:ChargeTotalAmount"u8, totals.Charges, "</ram:ChargeTotalAmount>"u8);
        Amount(ref output, "<ram:AllowanceTotalAmount"u8, totals.Allowances, "</ram:AllowanceTotalAmount>"u8);
        Amount(ref output, "<ram:TaxBasisTotalAmount"u8, totals.Net, "</ram:TaxBasisTotalAmount>"u8);
        Amount(ref output, "<ram:TaxTotalAmount"u8, totals.Tax, "</ram:TaxTotalAmount>"u8, document.Currency);
        Amount(ref output, "<ram:TaxTotalAmount"u8, totals.TaxInTaxCurrency, "</ram:TaxTotalAmount>"u8, document.TaxCurrency);
        Amount(ref output, "<ram:RoundingAmount"u8, totals.Rounding, "</ram:RoundingAmount>"u8);
        Amount(ref output, "<ram:GrandTotalAmount"u8, totals.Gross, "</ram:GrandTotalAmount>"u8);
        Amount(ref output, "<ram:TotalPrepaidAmount"u8, totals.Prepaid, "</ram:TotalPrepaidAmount>"u8);
        Amount(ref output, "<ram:DuePayableAmount"u8, totals.Payable, "</ram:DuePayableAmount>"u8);
        output.Raw("</ram:SpecifiedTradeSettlementHeaderMonetarySummation>"u8);
    }

    private static void Preceding(ref Utf8Output output, PrecedingInvoice preceding)
    {
        output.Raw("<ram:InvoiceReferencedDocument>"u8);
        output.Element("<ram:IssuerAssignedID>"u8, preceding.Number, "</ram:IssuerAssignedID>"u8);
        Date(ref output, "<ram:FormattedIssueDateTime><qdt:DateTimeString format=\"102\">"u8, preceding.IssueDate,
            "</qdt:DateTimeString></ram:FormattedIssueDateTime>"u8);
        output.Raw("</ram:InvoiceReferencedDocument>"u8);
    }
}
