namespace OrderToCash.Invoicing;

public sealed partial record DraftInvoice
{
    /// <summary>
    /// The draft when nothing stands against posting it, else everything that does: validated. What only posting knows - number,
    /// instalments, rates - is looked at there.
    /// </summary>
    public Result<DraftInvoice> Validate() => Result.Validated(this, Check());

    /// <summary>
    /// All that stands against posting, at once; codes of <see cref="InvoiceErrors"/>.
    /// </summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        CheckParty(Seller, "seller", findings);
        CheckParty(Buyer, "buyer", findings);
        CheckArithmetic(findings);
        for (var i = 0; i < Lines.Count; i++) CheckWording(Lines[i], i, findings);
        for (var i = 0; i < AllowancesCharges.Count; i++)
            if (AllowancesCharges[i].Tax?.Check() is { IsEmpty: false } wrong)
                AddTax(wrong, $"allowancesCharges[{i}]", findings);
        CheckCategories(findings);
        CheckKind(findings);
        CheckPeriod(Period, "period", findings);
        return findings.ToEquatableArray();
    }

    /// <summary>What must hold for the sums to mean anything; stored invoices are held to it as well.</summary>
    internal void CheckArithmetic(List<DomainError> findings)
    {
        if (Lines.IsEmpty) findings.Add(InvoiceErrors.NoLines.At("lines"));
        if (!Currency.HasMinorUnit) findings.Add(InvoiceErrors.CurrencyWithoutGrid.At("currency", ("currency", Currency)));
        Int128 magnitude = 0;
        var isSound = true;
        for (var i = 0; i < Lines.Count; i++)
        {
            isSound &= CheckAmounts(Lines[i], i, findings);
            magnitude += MagnitudeOf(Lines[i].Net, Lines[i].Tax.Rate);
            if (Lines[i].Prepayment is { } deducted) magnitude += Int128.Abs(deducted.Tax.MinorUnits);
            if (Lines[i].Gross is { } gross) magnitude += Int128.Abs(gross.MinorUnits);
        }
        for (var i = 0; i < AllowancesCharges.Count; i++)
        {
            isSound &= CheckItem(AllowancesCharges[i], $"allowancesCharges[{i}]", isDocument: true, findings);
            if (AllowancesCharges[i].Tax is { } tax) magnitude += MagnitudeOf(AllowancesCharges[i].Amount, tax.Rate);
            if (AllowancesCharges[i].Gross is { } gross) magnitude += Int128.Abs(gross.MinorUnits);
        }
        isSound &= CheckBesides(findings);
        if (magnitude > Money.MaxMinorUnits) findings.Add(InvoiceErrors.AmountTooLarge.At("lines"));
        else if (isSound) CheckTotals(findings);
    }

    private void CheckTotals(List<DomainError> findings)
    {
        var totals = Totals();
        if (totals.Gross.IsNegative) findings.Add(InvoiceErrors.TotalNegative.At("lines", ("gross", totals.Gross)));
        else if (totals.Payable.IsNegative) findings.Add(InvoiceErrors.TotalNegative.At("prepaid", ("gross", totals.Payable)));
        if (!PricesIncludeTax) return;
        var split = SplitTaxIncluded();
        for (var i = 0; i < Lines.Count; i++)
            if (split.Lines[i].Net != Lines[i].Net) Mismatch($"lines[{i}].net", Lines[i].Net, split.Lines[i].Net);
        for (var i = 0; i < AllowancesCharges.Count; i++)
            if (split.AllowancesCharges[i].Amount != AllowancesCharges[i].Amount)
                Mismatch($"allowancesCharges[{i}].amount", AllowancesCharges[i].Amount, split.AllowancesCharges[i].Amount);

        void Mismatch(string target, Money net, Money expected) =>
            findings.Add(InvoiceErrors.GrossMismatch.At(target, ("net", net), ("expected", expected)));
    }

    private bool CheckAmounts(InvoiceLine line, int index, List<DomainError> findings)
    {
        var known = findings.Count;
        CheckCurrency(line.Net.Currency, line.Net, index, "net", findings);
        if (line.Price is { } price) CheckCurrency(price.Currency, price, index, "price", findings);
        if (line.GrossPrice is { } before) CheckCurrency(before.Currency, before, index, "grossPrice", findings);
        if (line.Discount is { } discount) CheckCurrency(discount.Currency, discount, index, "discount", findings);
        if (line.Gross is { } gross) CheckCurrency(gross.Currency, gross, index, "gross", findings);
        if (line.Prepayment is { } deducted) CheckCurrency(deducted.Tax.Currency, deducted.Tax, index, "prepayment", findings);
        var itemsAreSound = true;
        for (var i = 0; i < line.AllowancesCharges.Count; i++)
            itemsAreSound &= CheckItem(
                line.AllowancesCharges[i], $"lines[{index}].allowancesCharges[{i}]", isDocument: false, findings);
        if (PricesIncludeTax && line is { Gross: null, Prepayment: null })
            findings.Add(InvoiceErrors.GrossMissing.At($"lines[{index}].gross"));
        if (findings.Count > known || !itemsAreSound) return false;
        if (line.Quantity.IsZero) findings.Add(InvoiceErrors.QuantityZero.At($"lines[{index}].quantity", ("line", index + 1)));
        if (line.Price is null) return true;
        if (!line.TryNet(out var expected))
            findings.Add(InvoiceErrors.AmountTooLarge.At($"lines[{index}]"));
        else if (expected != line.Net)
            findings.Add(InvoiceErrors.LineNetMismatch.At($"lines[{index}].net",
                ("line", index + 1), ("net", line.Net), ("expected", expected)));
        return true;
    }

    // BR-33, BR-38, BR-42, BR-44: why. PEPPOL-EN16931-R040 to R042: base and percentage together, and what they give.
    private bool CheckItem(AllowanceCharge item, string target, bool isDocument, List<DomainError> findings)
    {
        var known = findings.Count;
        foreach (var amount in new[] { item.Amount, item.Base ?? item.Amount, item.Gross ?? item.Amount })
            if (amount.Currency != Currency)
                findings.Add(InvoiceErrors.OtherCurrency.At(target, ("amount", amount), ("currency", Currency)));
        if (item.Tax is null == isDocument)
            findings.Add(InvoiceErrors.AllowanceTax.At($"{target}.tax", ("of", isDocument ? "document" : "line")));
        if (PricesIncludeTax && isDocument && item.Gross is null)
            findings.Add(InvoiceErrors.GrossMissing.At($"{target}.gross"));
        if (findings.Count > known) return false;
        if (item.Amount.IsNegative)
            findings.Add(InvoiceErrors.AllowanceNegative.At($"{target}.amount", ("amount", item.Amount)));
        if (item.Reason.Length == 0 && item.ReasonCode.IsNone) findings.Add(InvoiceErrors.AllowanceReasonMissing.At(target));
        if (item.Base is null != item.Percent is null
            || item is { Base: { } @base, Percent: { } percent } && !IsPercentOf(item.Amount, @base, percent))
            findings.Add(InvoiceErrors.AllowanceMismatch.At(target,
                ("amount", item.Amount), ("percent", item.Percent?.ToString() ?? "-"), ("base", item.Base?.ToString() ?? "-")));
        return true;
    }

    private static bool IsPercentOf(Money amount, Money @base, Percentage percent) =>
        Math.Abs(percent.Value) <= 1_000_000 && Int128.Abs(@base.MinorUnits) * (Int128)(Math.Abs(percent.Value) + 1) / 100
            <= Money.MaxMinorUnits && @base.Times(percent, Rounding.HalfAwayFromZero) == amount;

    private bool CheckBesides(List<DomainError> findings)
    {
        var known = findings.Count;
        CheckBeside(Prepaid, "prepaid", findings);
        CheckBeside(RoundingAmount, "roundingAmount", findings);
        CheckBeside(CashRounding?.Step, "cashRounding", findings);
        if (CashRounding is { Step.IsPositive: false })
            findings.Add(InvoiceErrors.CashStepInvalid.At("cashRounding", ("step", CashRounding.Step)));
        if (findings.Count > known) return false;
        if (Prepaid is { IsNegative: true } prepaid)
            findings.Add(InvoiceErrors.PrepaidNegative.At("prepaid", ("amount", prepaid)));
        if (RoundingAmount is { } rounding && Math.Abs(rounding.Amount) >= Math.Max(1, 100m / Currency.MinorUnitsPerUnit))
            findings.Add(InvoiceErrors.RoundingTooLarge.At("roundingAmount", ("amount", rounding)));
        return true;
    }

    private void CheckBeside(Money? amount, string target, List<DomainError> findings)
    {
        if (amount is { } money && money.Currency != Currency)
            findings.Add(InvoiceErrors.OtherCurrency.At(target, ("amount", money), ("currency", Currency)));
    }

    // Net and tax together, generously; rates nobody has (above a million percent) count as too large.
    private static Int128 MagnitudeOf(Money net, Percentage percentage)
    {
        var rate = Math.Abs(percentage.Value);
        return rate > 1_000_000 ? Money.MaxMinorUnits + Int128.One : Int128.Abs(net.MinorUnits) * (101 + (Int128)rate) / 100;
    }

    private void CheckCurrency(Currency currency, object amount, int index, string part, List<DomainError> findings)
    {
        if (currency != Currency)
            findings.Add(InvoiceErrors.OtherCurrency.At($"lines[{index}].{part}", ("amount", amount), ("currency", Currency)));
    }
}
