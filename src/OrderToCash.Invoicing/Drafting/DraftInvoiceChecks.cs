namespace OrderToCash.Invoicing;

public sealed partial record DraftInvoice
{
    /// <summary>
    /// All that stands against posting, at once: <see cref="InvoiceErrors.NoLines"/>,
    /// <see cref="InvoiceErrors.PartyIncomplete"/>, <see cref="InvoiceErrors.VatIdMissing"/>,
    /// <see cref="InvoiceErrors.DeliveryDateMissing"/>, <see cref="InvoiceErrors.CurrencyWithoutGrid"/>,
    /// <see cref="InvoiceErrors.OtherCurrency"/>, <see cref="InvoiceErrors.DescriptionMissing"/>,
    /// <see cref="InvoiceErrors.QuantityZero"/>, <see cref="InvoiceErrors.PriceNegative"/>,
    /// <see cref="InvoiceErrors.LineNetMismatch"/>, <see cref="InvoiceErrors.TaxMismatch"/>,
    /// <see cref="InvoiceErrors.OutOfScopeMixed"/>, <see cref="InvoiceErrors.TotalNegative"/>,
    /// <see cref="InvoiceErrors.AmountTooLarge"/>.
    /// </summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        CheckParty(Seller, "seller", findings);
        CheckParty(Buyer, "buyer", findings);
        CheckArithmetic(findings);
        for (var i = 0; i < Lines.Count; i++) CheckWording(Lines[i], i, findings);
        CheckCategories(findings);
        return findings.ToEquatableArray();
    }

    /// <summary>What must hold for the sums to mean anything; stored invoices are held to it as well.</summary>
    internal void CheckArithmetic(List<DomainError> findings)
    {
        if (Lines.IsEmpty) findings.Add(InvoiceErrors.NoLines.At("lines"));
        if (!Currency.HasMinorUnit) findings.Add(InvoiceErrors.CurrencyWithoutGrid.At("currency", ("currency", Currency)));
        Int128 magnitude = 0;
        var oneCurrency = true;
        for (var i = 0; i < Lines.Count; i++)
        {
            oneCurrency &= CheckAmounts(Lines[i], i, findings);
            magnitude += MagnitudeOf(Lines[i]);
        }
        if (magnitude > Money.MaxMinorUnits) findings.Add(InvoiceErrors.AmountTooLarge.At("lines"));
        else if (oneCurrency && Totals() is { Gross.IsNegative: true } totals)
            findings.Add(InvoiceErrors.TotalNegative.At("lines", ("gross", totals.Gross)));
    }

    private bool CheckAmounts(InvoiceLine line, int index, List<DomainError> findings)
    {
        var known = findings.Count;
        CheckCurrency(line.Net.Currency, line.Net, $"lines[{index}].net", findings);
        if (line.Price is { } price) CheckCurrency(price.Currency, price, $"lines[{index}].price", findings);
        if (line.Discount is { } discount) CheckCurrency(discount.Currency, discount, $"lines[{index}].discount", findings);
        if (findings.Count > known) return false;
        if (line.Quantity.IsZero) findings.Add(InvoiceErrors.QuantityZero.At($"lines[{index}].quantity", ("line", index + 1)));
        if (line.Price is not { } unit) return true;
        if (!InvoiceLine.TryNetOf(line.Quantity, unit, line.Discount, out var expected))
            findings.Add(InvoiceErrors.AmountTooLarge.At($"lines[{index}]"));
        else if (expected != line.Net)
            findings.Add(InvoiceErrors.LineNetMismatch.At($"lines[{index}].net",
                ("line", index + 1), ("net", line.Net), ("expected", expected)));
        return true;
    }

    // Net and tax together, generously; rates nobody has (above a million percent) count as too large.
    private static Int128 MagnitudeOf(InvoiceLine line)
    {
        var rate = Math.Abs(line.Tax.Rate.Value);
        return rate > 1_000_000 ? Money.MaxMinorUnits + Int128.One : Int128.Abs(line.Net.MinorUnits) * (101 + (Int128)rate) / 100;
    }

    private void CheckCurrency(Currency currency, object amount, string target, List<DomainError> findings)
    {
        if (currency != Currency)
            findings.Add(InvoiceErrors.OtherCurrency.At(target, ("amount", amount), ("currency", Currency)));
    }

    private static void CheckWording(InvoiceLine line, int index, List<DomainError> findings)
    {
        if (string.IsNullOrWhiteSpace(line.Description))
            findings.Add(InvoiceErrors.DescriptionMissing.At($"lines[{index}].description", ("line", index + 1)));
        if (line.Price is { Amount: < 0 } price)
            findings.Add(InvoiceErrors.PriceNegative.At($"lines[{index}].price", ("line", index + 1), ("price", price)));
        foreach (var finding in line.Tax.Check())
            findings.Add(InvoiceErrors.TaxMismatch.At($"lines[{index}].tax.{finding.Target}",
                ("line", index + 1), ("finding", finding.Message)));
    }

    // BR-S-02, BR-AE-02, BR-IC-02, BR-G-02: who must show an id. BR-IC-11: the delivery date. BR-O-11: out of scope stands alone.
    private void CheckCategories(List<DomainError> findings)
    {
        var seen = new List<TaxCategory>();
        foreach (var line in Lines)
            if (!seen.Contains(line.Tax.Category)) seen.Add(line.Tax.Category);
        foreach (var category in seen)
        {
            if (category != TaxCategory.OutOfScope && Seller.TaxRegistrations.IsEmpty)
                findings.Add(InvoiceErrors.VatIdMissing.At("seller.taxRegistrations",
                    ("category", category), ("party", "seller")));
            if (TaxCategories.NeedsBuyerId(category) && Buyer.TaxRegistrations.IsEmpty)
                findings.Add(InvoiceErrors.VatIdMissing.At("buyer.taxRegistrations", ("category", category), ("party", "buyer")));
        }
        if (seen.Contains(TaxCategory.IntraCommunity) && DeliveryDate is null)
            findings.Add(InvoiceErrors.DeliveryDateMissing.At("deliveryDate"));
        if (seen.Count > 1 && seen.Contains(TaxCategory.OutOfScope)) findings.Add(InvoiceErrors.OutOfScopeMixed.At("lines"));
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
