using static OrderToCash.Invoicing.Terms;

namespace OrderToCash.Invoicing;

/// <summary>
/// The rules of EN 16931 about allowances and charges of the document (BG-20, BG-21) and of a line (BG-27, BG-28).
/// </summary>
internal static class AllowanceChargeRules
{
    internal static readonly Rule<DocumentAllowanceCharge>[] Allowance =
    [
        AmountMissing("BR-31", "BT-92"),
        CategoryMissing("BR-32", "BT-95"),
        ReasonMissing("BR-33", "BT-97"),
        ReasonMissing("BR-CO-21", "BT-97"),
        Amount("BR-DEC-01", "BT-92"),
        BaseAmount("BR-DEC-02", "BT-93"),
        AllowanceReason("BT-98"),
        Category("BT-95"),
    ];

    internal static readonly Rule<DocumentAllowanceCharge>[] Charge =
    [
        AmountMissing("BR-36", "BT-99"),
        CategoryMissing("BR-37", "BT-102"),
        ReasonMissing("BR-38", "BT-104"),
        ReasonMissing("BR-CO-22", "BT-104"),
        Amount("BR-DEC-05", "BT-99"),
        BaseAmount("BR-DEC-06", "BT-100"),
        ChargeReason("BT-105"),
        Category("BT-102"),
    ];

    internal static readonly Rule<DocumentAllowanceCharge>[] LineAllowance =
    [
        AmountMissing("BR-41", "BT-136"),
        ReasonMissing("BR-42", "BT-139"),
        ReasonMissing("BR-CO-23", "BT-139"),
        Amount("BR-DEC-24", "BT-136"),
        BaseAmount("BR-DEC-25", "BT-137"),
        AllowanceReason("BT-140"),
    ];

    internal static readonly Rule<DocumentAllowanceCharge>[] LineCharge =
    [
        AmountMissing("BR-43", "BT-141"),
        ReasonMissing("BR-44", "BT-144"),
        ReasonMissing("BR-CO-24", "BT-144"),
        Amount("BR-DEC-27", "BT-141"),
        BaseAmount("BR-DEC-28", "BT-142"),
        ChargeReason("BT-145"),
    ];

    private static Rule<DocumentAllowanceCharge> AmountMissing(string id, string term) =>
        new(id, term, "amount", (p, in _) => p.Amount is not null, "The amount is missing.");

    private static Rule<DocumentAllowanceCharge> CategoryMissing(string id, string term) =>
        new(id, term, "taxCategory", (p, in _) => p.TaxCategory is not null && IsVat(p.TaxScheme),
            "The VAT category is missing.");

    private static Rule<DocumentAllowanceCharge> ReasonMissing(string id, string term) =>
        new(id, term, "reason", (p, in _) => p.Reason is not null || p.ReasonCode is not null,
            "There is neither a reason nor a reason code.");

    private static Rule<DocumentAllowanceCharge> Amount(string id, string term) =>
        TotalRules.Decimals<DocumentAllowanceCharge>(id, term, "amount", (p, in _) => HasAtMostTwoDecimals(p.Amount));

    private static Rule<DocumentAllowanceCharge> BaseAmount(string id, string term) =>
        TotalRules.Decimals<DocumentAllowanceCharge>(id, term, "baseAmount", (p, in _) => HasAtMostTwoDecimals(p.BaseAmount));

    private static Rule<DocumentAllowanceCharge> AllowanceReason(string term) => new("BR-CL-19", term, "reasonCode",
        (p, in _) => p.ReasonCode is not { } c || CodeLists.AllowanceReasons.Has(c),
        (p, in _) => CodeRules.Unlisted(p.ReasonCode, "UNTDID 5189"));

    private static Rule<DocumentAllowanceCharge> ChargeReason(string term) => new("BR-CL-20", term, "reasonCode",
        (p, in _) => p.ReasonCode is not { } c || CodeLists.ChargeReasons.Has(c),
        (p, in _) => CodeRules.Unlisted(p.ReasonCode, "UNTDID 7161"));

    private static Rule<DocumentAllowanceCharge> Category(string term) => new("BR-CL-17", term, "taxCategory",
        (p, in _) => p.TaxCategory is not { } c || CodeLists.TaxCategories.Has(c),
        (p, in _) => CodeRules.Unlisted(p.TaxCategory, "UNTDID 5305"));
}
