namespace OrderToCash.EInvoicing;

/// <summary>The attributes that EN 16931 asks to leave out of UBL, with the official warning of each.</summary>
internal static class UblAttributes
{
    private static readonly (string Name, string Rule)[] Unwanted =
    [
        ("schemeName", "UBL-DT-08"), ("schemeAgencyName", "UBL-DT-09"), ("schemeDataURI", "UBL-DT-10"), ("schemeURI", "UBL-DT-11"),
        ("format", "UBL-DT-12"), ("unitCodeListIdentifier", "UBL-DT-13"), ("unitCodeListAgencyIdentifier", "UBL-DT-14"),
        ("unitCodeListAgencyName", "UBL-DT-15"), ("listAgencyName", "UBL-DT-16"), ("listName", "UBL-DT-17"),
        ("name", "UBL-DT-18"), ("languageID", "UBL-DT-19"), ("listURI", "UBL-DT-20"), ("listSchemeURI", "UBL-DT-21"),
        ("languageLocaleID", "UBL-DT-22"), ("uri", "UBL-DT-23"), ("currencyCodeListVersionID", "UBL-DT-24"),
        ("characterSetCode", "UBL-DT-25"), ("encodingCode", "UBL-DT-26"), ("schemeAgencyID", "UBL-DT-27"),
        ("listAgencyID", "UBL-DT-28"), ("unitCodeListID", "UBL-CR-663"),
    ];

    private static readonly NameTable Table = new([("", 0), .. Unwanted.Select(u => (u.Name, 0))]);

    public static string? WarningOf(ReadOnlySpan<byte> attribute, UblName element)
    {
        var found = Table.Find(attribute, 0);
        if (found == 0) return null;
        var rule = Unwanted[found - 1].Rule;
        return rule == "UBL-DT-18" && element == UblName.PaymentMeansCode ? null : rule;
    }
}
