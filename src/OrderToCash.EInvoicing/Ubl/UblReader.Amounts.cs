namespace OrderToCash.EInvoicing;

internal sealed partial class UblReader
{
    private DocumentAmount? tax, taxInTaxCurrency;

    // Amounts have at most two decimals, except in prices.
    private void TakeAmount(ref DocumentAmount? term, bool isPrice = false, string? rule = null)
    {
        if (term is not null)
        {
            Again(rule);
            return;
        }
        var code = Attribute("currencyID"u8);
        var content = Content();
        if (!isPrice && content.IndexOf((byte)'.') is var point and >= 0 && content.Length - point - 1 > 2)
            Rule("UBL-DT-01", "an amount has more than two decimals");
        if (XmlValues.TryNumber(content, out var value)) term = new DocumentAmount { Value = value, Currency = code };
        else Bad(EInvoiceErrors.BadNumber, content);
    }

    private DocumentAllowanceCharge ReadAllowanceCharge()
    {
        bool? isCharge = null;
        string? reason = null, reasonCode = null, category = null, scheme = null;
        decimal? percent = null, rate = null;
        DocumentAmount? amount = null, baseAmount = null;
        var reasons = 0;
        while (NextChild())
        {
            switch (Name)
            {
                case UblName.ChargeIndicator: TakeIndicator(ref isCharge); break;
                case UblName.AllowanceChargeReasonCode: TakeCode(ref reasonCode); break;
                case UblName.AllowanceChargeReason when ++reasons > 0: Take(ref reason); break;
                case UblName.MultiplierFactorNumeric: TakeNumber(ref percent); break;
                case UblName.Amount: TakeAmount(ref amount); break;
                case UblName.BaseAmount: TakeAmount(ref baseAmount); break;
                case UblName.TaxCategory: ReadTaxCategory(ref category, ref rate, ref scheme); break;
                default: Unknown(); break;
            }
        }
        if (reasons > 1 && isCharge is not null)
            Rule(isCharge.Value ? "UBL-SR-31" : "UBL-SR-30", "the reason stands more than once");
        return new()
        {
            IsCharge = isCharge, Amount = amount, BaseAmount = baseAmount, Percent = percent, TaxCategory = category,
            TaxRate = rate, TaxScheme = scheme, Reason = reason, ReasonCode = reasonCode,
        };
    }

    // EN 16931 knows VAT only: the tax is kept where it is another, or none.
    private void ReadTaxCategory(ref string? category, ref decimal? rate, ref string? other)
    {
        string? id = null, scheme = null;
        decimal? percent = null;
        while (NextChild())
        {
            switch (Name)
            {
                case UblName.ID: TakeCode(ref id); break;
                case UblName.Percent: TakeNumber(ref percent); break;
                case UblName.TaxScheme: scheme = ReadTaxScheme() ?? scheme; break;
                default: Unknown(); break;
            }
        }
        TakeCategory(ref category, ref rate, ref other, id, percent, scheme);
    }

    // A category of VAT goes before one of another tax.
    private void TakeCategory(
        ref string? category, ref decimal? rate, ref string? other, string? id, decimal? percent, string? scheme)
    {
        if (!IsVat(scheme)) Notice(EInvoiceErrors.NotInModel, ("element", $"{Xml.QualifiedName} of tax '{scheme}'"));
        var isTaken = category is not null || rate is not null;
        if (isTaken && other is null && IsVat(scheme)) Find(EInvoiceErrors.Duplicate, ("element", "cac:TaxCategory"));
        else if (!isTaken || other is not null && IsVat(scheme))
            (category, rate, other) = (id, percent, IsVat(scheme) ? null : scheme ?? "");
    }

    private void ReadTaxTotal()
    {
        DocumentAmount? amount = null;
        var first = breakdown.Count;
        while (NextChild())
        {
            switch (Name)
            {
                case UblName.TaxAmount: TakeAmount(ref amount); break;
                case UblName.TaxSubtotal: breakdown.Add(ReadTaxSubtotal()); break;
                default: Unknown(); break;
            }
        }
        TakeTaxTotal(amount, first);
    }

    // The total in the tax currency has no breakdown; which is which is said by the currency.
    private void TakeTaxTotal(DocumentAmount? amount, int first)
    {
        if (amount is null) return;
        var inTaxCurrency = taxCurrency is not null && amount.Value.Currency == taxCurrency
            && (taxCurrency != currency || tax is not null);
        if (!inTaxCurrency && tax is null)
        {
            tax = amount;
        }
        else if (taxInTaxCurrency is null && (inTaxCurrency || amount.Value.Currency != tax?.Currency))
        {
            taxInTaxCurrency = amount;
            if (breakdown.Count > first)
            {
                Notice(EInvoiceErrors.NotInModel, ("element", "cac:TaxSubtotal in the tax currency"));
                breakdown.RemoveRange(first, breakdown.Count - first);
            }
        }
        else
        {
            Find(EInvoiceErrors.Duplicate, ("element", "cac:TaxTotal"));
        }
    }

    private DocumentTaxSubtotal ReadTaxSubtotal()
    {
        DocumentAmount? taxable = null, amount = null;
        string? category = null, scheme = null, reason = null, reasonCode = null;
        decimal? rate = null;
        while (NextChild())
        {
            switch (Name)
            {
                case UblName.TaxableAmount: TakeAmount(ref taxable); break;
                case UblName.TaxAmount: TakeAmount(ref amount); break;
                case UblName.TaxCategory:
                    ReadSubtotalCategory(ref category, ref rate, ref scheme, ref reason, ref reasonCode);
                    break;
                default: Unknown(); break;
            }
        }
        return new()
        {
            TaxableAmount = taxable, TaxAmount = amount, Category = category, Rate = rate, TaxScheme = scheme,
            ExemptionReason = reason, ExemptionReasonCode = reasonCode,
        };
    }

    private void ReadSubtotalCategory(
        ref string? category, ref decimal? rate, ref string? other, ref string? reason, ref string? reasonCode)
    {
        string? id = null, scheme = null;
        decimal? percent = null;
        while (NextChild())
        {
            switch (Name)
            {
                case UblName.ID: TakeCode(ref id); break;
                case UblName.Percent: TakeNumber(ref percent); break;
                case UblName.TaxExemptionReasonCode: TakeCode(ref reasonCode); break;
                case UblName.TaxExemptionReason: Take(ref reason, "UBL-SR-32"); break;
                case UblName.TaxScheme: scheme = ReadTaxScheme() ?? scheme; break;
                default: Unknown(); break;
            }
        }
        TakeCategory(ref category, ref rate, ref other, id, percent, scheme);
    }

    private DocumentTotals ReadTotals()
    {
        DocumentAmount? lineNet = null, net = null, gross = null, allowances = null, charges = null, prepaid = null,
            rounding = null,
            payable = null;
        while (NextChild())
        {
            switch (Name)
            {
                case UblName.LineExtensionAmount: TakeAmount(ref lineNet); break;
                case UblName.TaxExclusiveAmount: TakeAmount(ref net); break;
                case UblName.TaxInclusiveAmount: TakeAmount(ref gross); break;
                case UblName.AllowanceTotalAmount: TakeAmount(ref allowances); break;
                case UblName.ChargeTotalAmount: TakeAmount(ref charges); break;
                case UblName.PrepaidAmount: TakeAmount(ref prepaid); break;
                case UblName.PayableRoundingAmount: TakeAmount(ref rounding); break;
                case UblName.PayableAmount: TakeAmount(ref payable); break;
                default: Unknown(); break;
            }
        }
        return new()
        {
            LineNet = lineNet, Net = net, Gross = gross, Allowances = allowances, Charges = charges, Prepaid = prepaid,
            Rounding = rounding, Payable = payable,
        };
    }

    private DocumentTotals? Totals() =>
        tax is null && taxInTaxCurrency is null ? totals
            : (totals ?? new()) with { Tax = tax, TaxInTaxCurrency = taxInTaxCurrency };
}
