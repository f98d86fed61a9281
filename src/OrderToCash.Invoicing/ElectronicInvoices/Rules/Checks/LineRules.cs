using static OrderToCash.Invoicing.Terms;

namespace OrderToCash.Invoicing;

/// <summary>The rules of EN 16931 about a line (BG-25).</summary>
internal static class LineRules
{
    internal static readonly Rule<DocumentLine>[] All =
    [
        new("BR-21", "BT-126", "id", (l, in _) => IsFilled(l.Id), "The line has no identifier."),
        new("BR-22", "BT-129", "quantity", (l, in _) => l.Quantity is not null, "The quantity is missing."),
        new("BR-23", "BT-130", "unit", (l, in _) => l.Unit is not null, "The unit of the quantity is missing."),
        new("BR-24", "BT-131", "net", (l, in _) => l.Net is not null, "The net amount is missing."),
        new("BR-25", "BT-153", "item.name", (l, in _) => IsFilled(l.Item?.Name), "The name of the item is missing."),
        new("BR-26", "BT-146", "price.net", (l, in _) => l.Price?.Net is not null, "The net price is missing."),
        new("BR-27", "BT-146", "price.net", (l, in _) => l.Price?.Net is { Value: >= 0 },
            (l, in _) => $"The net price must not be negative; found {Show(l.Price?.Net)}."),
        new("BR-28", "BT-148", "price.gross", (l, in _) => l.Price?.Gross is not { Value: < 0 },
            (l, in _) => $"The gross price must not be negative; found {Show(l.Price?.Gross)}."),
        new("BR-30", "BT-135", "period.end", (l, in _) => DocumentRules.IsInOrder(l.Period), "The period ends before it starts."),
        new("BR-54", "BG-32", "item.attributes", (l, in _) => HasWholeAttributes(l), "A property needs a name and a value."),
        new("BR-64", "BT-157-1", "item.standardId.scheme", (l, in _) => l.Item?.StandardId is not { Scheme: null },
            "The registered article number has no scheme."),
        new("BR-65", "BT-158-1", "item.classifications", (l, in _) => HasSchemes(l), "A class of the item has no scheme."),
        new("BR-CO-04", "BT-151", "taxCategory", (l, in _) => l.TaxCategory is not null && IsVat(l.TaxScheme),
            "The VAT category is missing."),
        new("BR-CO-20", "BG-26", "period", (l, in _) => l.Period is not { Start: null, End: null },
            "The period has neither a start nor an end."),
        TotalRules.Decimals<DocumentLine>("BR-DEC-23", "BT-131", "net", (l, in _) => HasAtMostTwoDecimals(l.Net)),
        new("BR-CL-07", "BT-128-1", "objectId.scheme", (l, in _) =>
            l.ObjectId?.Scheme is not { } s || CodeLists.ReferenceSchemes.Has(s),
            (l, in _) => CodeRules.Unlisted(l.ObjectId!.Scheme, "UNTDID 1153")),
        new("BR-CL-13", "BT-158-1", "item.classifications", (l, in _) => HasListedSchemes(l),
            "A class of the item has a scheme that is not in UNTDID 7143."),
        new("BR-CL-15", "BT-159", "item.originCountry", (l, in _) =>
            l.Item?.OriginCountry is not { } c || CodeLists.Countries.Has(c),
            (l, in _) => CodeRules.Unlisted(l.Item!.OriginCountry, "ISO 3166-1")),
        new("BR-CL-18", "BT-151", "taxCategory", (l, in _) => l.TaxCategory is not { } c || CodeLists.TaxCategories.Has(c),
            (l, in _) => CodeRules.Unlisted(l.TaxCategory, "UNTDID 5305")),
        new("BR-CL-21", "BT-157-1", "item.standardId.scheme", (l, in f) =>
                l.Item?.StandardId?.Scheme is not { } s || CodeLists.Icd.Has(s) || CodeRules.IsDiga(s, f),
            (l, in _) => CodeRules.Unlisted(l.Item!.StandardId!.Scheme, "ISO 6523 ICD")),
        new("BR-CL-23", "BT-130", "unit", (l, in _) => l.Unit is not { } u || CodeLists.Units.Has(u),
            (l, in _) => CodeRules.Unlisted(l.Unit, "UN/ECE Recommendation 20 and 21")),
        new("BR-CL-23", "BT-150", "price.baseQuantityUnit", (l, in _) =>
                l.Price?.BaseQuantityUnit is not { } u || CodeLists.Units.Has(u),
            (l, in _) => CodeRules.Unlisted(l.Price!.BaseQuantityUnit, "UN/ECE Recommendation 20 and 21")),
    ];

    private static bool HasWholeAttributes(DocumentLine line)
    {
        if (line.Item is not { } item) return true;
        foreach (var attribute in item.Attributes)
            if (attribute.Name is null || attribute.Value is null) return false;
        return true;
    }

    private static bool HasSchemes(DocumentLine line)
    {
        if (line.Item is not { } item) return true;
        foreach (var classification in item.Classifications)
            if (classification.Scheme is null) return false;
        return true;
    }

    private static bool HasListedSchemes(DocumentLine line)
    {
        if (line.Item is not { } item) return true;
        foreach (var classification in item.Classifications)
            if (classification.Scheme is { } scheme && !CodeLists.ItemSchemes.Has(scheme)) return false;
        return true;
    }
}
