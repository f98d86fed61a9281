namespace OrderToCash.EInvoicing;

internal sealed partial class CiiReader
{
    private readonly List<PaymentInstruction> instructions = [];
    private readonly List<DocumentAllowanceCharge> allowancesCharges = [];
    private readonly List<DocumentTaxSubtotal> breakdown = [];
    private readonly List<PrecedingInvoice> precedingInvoices = [];
    private string? currency, taxCurrency, taxPointCode, buyerAccounting, terms, creditorId, remittance, mandate;
    private LocalDate? taxPointDate, dueDate;
    private DocumentParty? payee;
    private DocumentPeriod? period;
    private DocumentTotals? totals;
    private DocumentAmount? tax, taxInTaxCurrency;

    private void ReadSettlement()
    {
        while (NextChild())
        {
            switch (Name)
            {
                case CiiName.CreditorReferenceID: Take(ref creditorId); break;
                case CiiName.PaymentReference: Take(ref remittance); break;
                case CiiName.TaxCurrencyCode: TakeCode(ref taxCurrency); break;
                case CiiName.InvoiceCurrencyCode: TakeCode(ref currency); break;
                case CiiName.PayeeTradeParty when payee is null: payee = ReadParty("CII-SR-451"); break;
                case CiiName.SpecifiedTradeSettlementPaymentMeans: ReadPaymentMeans(); break;
                case CiiName.ApplicableTradeTax: breakdown.Add(ReadSubtotal()); break;
                case CiiName.BillingSpecifiedPeriod when period is null: period = ReadPeriod(); break;
                case CiiName.SpecifiedTradeAllowanceCharge: allowancesCharges.Add(ReadAllowanceCharge()); break;
                case CiiName.SpecifiedTradePaymentTerms: ReadPaymentTerms(); break;
                case CiiName.SpecifiedTradeSettlementHeaderMonetarySummation when totals is null: totals = ReadTotals(); break;
                case CiiName.InvoiceReferencedDocument: precedingInvoices.Add(ReadPreceding()); break;
                case CiiName.ReceivableSpecifiedTradeAccountingAccount: ReadOne(CiiName.ID, ref buyerAccounting); break;
                case CiiName.PayeeTradeParty or CiiName.BillingSpecifiedPeriod
                    or CiiName.SpecifiedTradeSettlementHeaderMonetarySummation:
                    Again(null);
                    break;
                default: Unknown(); break;
            }
        }
    }

    // The currency stands on the tax totals only.
    private void TakeAmount(ref DocumentAmount? term, string? rule = null, bool hasCurrency = false)
    {
        if (term is not null)
        {
            Again(rule);
            return;
        }
        var code = Attribute("currencyID"u8);
        if (code is not null && !hasCurrency) Warning("CII-DT-031", "the currency should not be present");
        var content = Content();
        if (XmlValues.TryNumber(content, out var value)) term = new DocumentAmount { Value = value, Currency = code };
        else Bad(EInvoiceErrors.BadNumber, content);
    }

    private void ReadIndicator(ref bool? isCharge)
    {
        while (NextChild())
        {
            if (Name == CiiName.Indicator) TakeIndicator(ref isCharge);
            else Unknown();
        }
    }

    private DocumentPeriod ReadPeriod()
    {
        var (start, stop) = ((LocalDate?)null, (LocalDate?)null);
        while (NextChild())
        {
            switch (Name)
            {
                case CiiName.StartDateTime: ReadDate(ref start); break;
                case CiiName.EndDateTime: ReadDate(ref stop); break;
                default: Unknown(); break;
            }
        }
        return new() { Start = start, End = stop };
    }

    private DocumentAllowanceCharge ReadAllowanceCharge()
    {
        bool? isCharge = null;
        string? reason = null, reasonCode = null, category = null;
        decimal? percent = null, rate = null;
        DocumentAmount? amount = null, baseAmount = null;
        while (NextChild())
        {
            switch (Name)
            {
                case CiiName.ChargeIndicator: ReadIndicator(ref isCharge); break;
                case CiiName.CalculationPercent: TakeNumber(ref percent); break;
                case CiiName.BasisAmount: TakeAmount(ref baseAmount); break;
                case CiiName.ActualAmount: TakeAmount(ref amount); break;
                case CiiName.ReasonCode: TakeCode(ref reasonCode); break;
                case CiiName.Reason: Take(ref reason); break;
                case CiiName.CategoryTradeTax: ReadCategory(ref category, ref rate); break;
                default: Unknown(); break;
            }
        }
        return new()
        {
            IsCharge = isCharge, Amount = amount, BaseAmount = baseAmount, Percent = percent, TaxCategory = category,
            TaxRate = rate, Reason = reason, ReasonCode = reasonCode,
        };
    }

    private void ReadCategory(ref string? category, ref decimal? rate)
    {
        string? type = null, code = null;
        decimal? percent = null;
        while (NextChild())
        {
            switch (Name)
            {
                case CiiName.TypeCode: TakeCode(ref type); break;
                case CiiName.CategoryCode: TakeCode(ref code); break;
                case CiiName.RateApplicablePercent: TakeNumber(ref percent); break;
                default: Unknown(); break;
            }
        }
        if (IsOtherTax(type)) return;
        if (category is not null || rate is not null) Find(EInvoiceErrors.Duplicate, ("element", Xml.QualifiedName));
        else (category, rate) = (code, percent);
    }

    // EN 16931 knows VAT only.
    private bool IsOtherTax(string? type)
    {
        if (type is null || type.AsSpan().Trim().Equals("VAT", StringComparison.OrdinalIgnoreCase)) return false;
        Warning("CII-DT-037", $"'{type}' is not VAT");
        return true;
    }

    private DocumentTaxSubtotal ReadSubtotal()
    {
        DocumentAmount? taxable = null, amount = null;
        string? type = null, category = null, reason = null, reasonCode = null;
        decimal? rate = null;
        while (NextChild())
        {
            switch (Name)
            {
                case CiiName.CalculatedAmount: TakeAmount(ref amount); break;
                case CiiName.TypeCode: TakeCode(ref type); break;
                case CiiName.ExemptionReason: Take(ref reason); break;
                case CiiName.BasisAmount: TakeAmount(ref taxable); break;
                case CiiName.CategoryCode: TakeCode(ref category); break;
                case CiiName.ExemptionReasonCode: TakeCode(ref reasonCode); break;
                case CiiName.TaxPointDate: ReadTaxPointDate(); break;
                case CiiName.DueDateTypeCode: ReadTaxPointCode(); break;
                case CiiName.RateApplicablePercent: TakeNumber(ref rate); break;
                default: Unknown(); break;
            }
        }
        var isOther = IsOtherTax(type);
        return new()
        {
            TaxableAmount = taxable, TaxAmount = amount, Category = isOther ? null : category, Rate = isOther ? null : rate,
            ExemptionReason = reason, ExemptionReasonCode = reasonCode,
        };
    }

    // Both stand in every breakdown; the same again is no duplicate.
    private void ReadTaxPointDate()
    {
        LocalDate? date = null;
        ReadDate(ref date);
        if (taxPointDate is not null && date is not null && date != taxPointDate)
            Find(EInvoiceErrors.Duplicate, ("element", "ram:TaxPointDate"));
        taxPointDate ??= date;
    }

    private void ReadTaxPointCode()
    {
        var code = TaxPointCodes.FromCii(Code());
        if (taxPointCode is not null && code != taxPointCode) Find(EInvoiceErrors.Duplicate, ("element", "ram:DueDateTypeCode"));
        taxPointCode ??= code;
    }

    private void ReadPaymentTerms()
    {
        while (NextChild())
        {
            switch (Name)
            {
                case CiiName.Description: Take(ref terms); break;
                case CiiName.DueDateDateTime: ReadDate(ref dueDate); break;
                case CiiName.DirectDebitMandateID: Take(ref mandate); break;
                default: Unknown(); break;
            }
        }
    }

    private PrecedingInvoice ReadPreceding()
    {
        string? id = null;
        LocalDate? date = null;
        while (NextChild())
        {
            switch (Name)
            {
                case CiiName.IssuerAssignedID: Take(ref id); break;
                case CiiName.FormattedIssueDateTime: ReadDate(ref date); break;
                default: Unknown(); break;
            }
        }
        return new() { Number = id, IssueDate = date };
    }

    private DocumentTotals ReadTotals()
    {
        DocumentAmount? lineNet = null, net = null, gross = null, allowances = null, charges = null, prepaid = null, rounding = null,
            payable = null;
        while (NextChild())
        {
            switch (Name)
            {
                case CiiName.LineTotalAmount: TakeAmount(ref lineNet); break;
                case CiiName.ChargeTotalAmount: TakeAmount(ref charges); break;
                case CiiName.AllowanceTotalAmount: TakeAmount(ref allowances); break;
                case CiiName.TaxBasisTotalAmount: TakeAmount(ref net); break;
                case CiiName.TaxTotalAmount: ReadTaxTotal(); break;
                case CiiName.RoundingAmount: TakeAmount(ref rounding); break;
                case CiiName.GrandTotalAmount: TakeAmount(ref gross); break;
                case CiiName.TotalPrepaidAmount: TakeAmount(ref prepaid); break;
                case CiiName.DuePayableAmount: TakeAmount(ref payable); break;
                default: Unknown(); break;
            }
        }
        return new()
        {
            LineNet = lineNet, Net = net, Gross = gross, Allowances = allowances, Charges = charges, Prepaid = prepaid,
            Rounding = rounding, Payable = payable,
        };
    }

    private void ReadTaxTotal()
    {
        DocumentAmount? amount = null;
        TakeAmount(ref amount, hasCurrency: true);
        if (amount is null) return;
        var inTaxCurrency = taxCurrency is not null && amount.Value.Currency == taxCurrency
            && (taxCurrency != currency || tax is not null);
        if (!inTaxCurrency && tax is null) tax = amount;
        else if (taxInTaxCurrency is null && (inTaxCurrency || amount.Value.Currency != tax?.Currency)) taxInTaxCurrency = amount;
        else Find(EInvoiceErrors.Duplicate, ("element", "ram:TaxTotalAmount"));
    }

    private DocumentTotals? Totals() =>
        tax is null && taxInTaxCurrency is null ? totals
            : (totals ?? new()) with { Tax = tax, TaxInTaxCurrency = taxInTaxCurrency };
}
