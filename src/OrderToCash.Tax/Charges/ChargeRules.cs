namespace OrderToCash.Tax;

/// <summary>What a charge table must keep.</summary>
internal static class ChargeRules
{
    private const decimal MaxRate = 10_000m;

    internal static EquatableArray<DomainError> Check(ChargeDocument document)
    {
        var findings = new List<DomainError>();
        if (document.Items.IsEmpty) findings.Add(TaxComputationErrors.DocumentEmpty.At("items"));
        if (document.Items.Count > TaxDocument.MaxLines)
            findings.Add(TaxComputationErrors.TooManyLines.At("items",
                ("lines", document.Items.Count), ("limit", TaxDocument.MaxLines)));
        for (var i = 0; i < Math.Min(document.Items.Count, 1_000); i++) CheckItem(document, i, findings);
        for (var i = 0; i < document.Charges.Count; i++) CheckCharge(document, i, findings);
        CheckCurrency(document.Discount, document, "discount", findings);
        if (document.PayableStep is { } step && (step.Currency != document.Currency || !step.IsPositive))
            findings.Add(TaxComputationErrors.StepInvalid.At("payableStep", ("step", step), ("currency", document.Currency)));
        if (document.CompanyRate is { } rate && rate.Base != document.Currency && rate.Quote != document.Currency)
            findings.Add(TaxComputationErrors.CompanyRateUnrelated.At("companyRate",
                ("rate", rate), ("document", document.Currency)));
        return findings.ToEquatableArray();
    }

    private static void CheckItem(ChargeDocument document, int index, List<DomainError> findings)
    {
        var item = document.Items[index];
        if (item.Price.Currency != document.Currency)
            findings.Add(TaxComputationErrors.CurrencyMixed.At($"items[{index}].price",
                ("currency", item.Price.Currency), ("document", document.Currency)));
        if (item.Discount.Value is < 0 or > 100)
            findings.Add(TaxComputationErrors.DiscountOutOfRange.At($"items[{index}].discount", ("discount", item.Discount)));
    }

    private static void CheckCharge(ChargeDocument document, int index, List<DomainError> findings)
    {
        var charge = document.Charges[index];
        var at = $"charges[{index}]";
        if (!Enum.IsDefined(charge.Basis))
            findings.Add(TaxComputationErrors.KindUnknown.At(at, ("tax", index + 1), ("kind", (int)charge.Basis)));
        if (charge.Rate.Value is < -100 or > MaxRate || charge.ItemRates.Any(static r => r.Rate.Value is < -100 or > MaxRate))
            findings.Add(TaxComputationErrors.AmountOutOfRange.At(at,
                ("tax", index + 1), ("amount", charge.Rate), ("limits", "-100 % to 10000 %")));
        CheckCurrency(charge.Amount, document, at + ".amount", findings);
        var builds = charge.Basis is ChargeBasis.RowAmount or ChargeBasis.RunningTotal;
        var known = charge.Row >= 1 && charge.Row <= index;
        if (builds && !known) findings.Add(TaxComputationErrors.ChargeRowUnknown.At(at, ("row", index + 1), ("on", charge.Row)));
        if (!charge.Included) return;
        if (charge.Basis == ChargeBasis.FixedAmount || builds && known && !RestsOnIncluded(document, charge))
            findings.Add(TaxComputationErrors.ChargeNotIncludable.At(at, ("row", index + 1)));
    }

    private static bool RestsOnIncluded(ChargeDocument document, Charge charge) => charge.Basis == ChargeBasis.RowAmount
        ? document.Charges[charge.Row - 1].Included
        : document.Charges.Take(charge.Row).All(static c => c.Included);

    private static void CheckCurrency(Money? amount, ChargeDocument document, string at, List<DomainError> findings)
    {
        if (amount is { } given && given.Currency != document.Currency)
            findings.Add(TaxComputationErrors.CurrencyMixed.At(at,
                ("currency", given.Currency), ("document", document.Currency)));
    }
}
