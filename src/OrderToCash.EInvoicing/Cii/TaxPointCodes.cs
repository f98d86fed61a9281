namespace OrderToCash.EInvoicing;

/// <summary>
/// The tax point is coded by UNTDID 2005 in EN 16931 and UBL, by UNTDID 2475 in CII (CEN/TS 16931-3-3): invoice date 3 = 5,
/// delivery date 35 = 29, payment date 432 = 72.
/// </summary>
internal static class TaxPointCodes
{
    public static string FromCii(string code) => code.Trim() switch
    {
        "5" => "3",
        "29" => "35",
        "72" => "432",
        _ => code,
    };

    public static string ToCii(string code) => code.Trim() switch
    {
        "3" => "5",
        "35" => "29",
        "432" => "72",
        _ => code,
    };
}
