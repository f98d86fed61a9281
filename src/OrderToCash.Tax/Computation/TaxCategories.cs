namespace OrderToCash.Tax;

/// <summary>What is known of the tax categories of EN 16931: which rate goes with which, and which need a reason.</summary>
public static class TaxCategories
{
    private enum RateRule
    {
        AboveZero,
        Zero,
        NotNegative,
    }

    // BR-S-05, BR-Z-05, BR-E-05, BR-AE-05, BR-IC-05, BR-G-05, BR-O-05, BR-AF-05, BR-AG-05; reasons: BR-x-10.
    private static readonly (TaxCategory Category, RateRule Rate, bool NeedsReason, bool NeedsBuyerId)[] Table =
    [
        (TaxCategory.Standard, RateRule.AboveZero, false, false),
        (TaxCategory.ZeroRated, RateRule.Zero, false, false),
        (TaxCategory.Exempt, RateRule.Zero, true, false),
        (TaxCategory.ReverseCharge, RateRule.Zero, true, true),
        (TaxCategory.IntraCommunity, RateRule.Zero, true, true),
        (TaxCategory.Export, RateRule.Zero, true, false),
        (TaxCategory.OutOfScope, RateRule.Zero, true, false),
        (new("L"), RateRule.NotNegative, false, false),
        (new("M"), RateRule.NotNegative, false, false),
        (new("B"), RateRule.AboveZero, false, false),
    ];

    /// <summary>True for a category of EN 16931.</summary>
    public static bool IsKnown(TaxCategory category) => IndexOf(category) >= 0;

    /// <summary>True when a document must say why no tax is charged.</summary>
    public static bool NeedsReason(TaxCategory category) => IndexOf(category) is >= 0 and var i && Table[i].NeedsReason;

    /// <summary>True when a document must carry the buyer's VAT id: reverse charge and intra-community supply.</summary>
    public static bool NeedsBuyerId(TaxCategory category) => IndexOf(category) is >= 0 and var i && Table[i].NeedsBuyerId;

    /// <summary>True when the rate may stand with the category; false for unknown categories.</summary>
    public static bool Allows(
        TaxCategory category, Percentage rate) => IndexOf(category) is >= 0 and var i && Table[i].Rate switch
    {
        RateRule.AboveZero => rate.Value > 0,
        RateRule.Zero => rate.Value == 0,
        _ => rate.Value >= 0,
    };

    internal static EquatableArray<DomainError> Check(TaxTreatment treatment)
    {
        var (category, rate) = (treatment.Category, treatment.Rate);
        if (!IsKnown(category)) return [TaxErrors.CategoryUnknown.At("category", ("category", category))];
        var findings = new List<DomainError>();
        if (!Allows(category, rate)) findings.Add(TaxErrors.RateMismatch.At("rate", ("rate", rate), ("category", category)));
        if (NeedsReason(category) && treatment.ReasonCode.IsNone && treatment.ReasonText.Length == 0)
            findings.Add(TaxErrors.ReasonMissing.At("reasonCode", ("category", category)));
        return [.. findings];
    }

    private static int IndexOf(TaxCategory category)
    {
        for (var i = 0; i < Table.Length; i++)
            if (Table[i].Category == category) return i;
        return -1;
    }
}
