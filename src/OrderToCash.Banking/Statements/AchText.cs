namespace OrderToCash.Banking;

/// <summary>
/// The text American banks make of an ACH entry: <c>ORIG CO NAME:ACME CORP ORIG ID:1234 DESC DATE: CO ENTRY DESCR:PAYMENTS
/// SEC:CCD TRACE#:.. EED:.. IND ID:.. IND NAME:.. TRN: ..</c>.
/// </summary>
internal static class AchText
{
    private const string Name = "ORIG CO NAME:";

    private static readonly string[] Others =
        ["ORIG ID:", "DESC DATE:", "CO ENTRY DESCR:", "SEC:", "TRACE#:", "EED:", "IND ID:", "IND NAME:", "TRN:"];

    /// <summary>The company that sent the entry; empty when the text does not name it.</summary>
    public static string Originator(string text)
    {
        var start = text.IndexOf(Name, StringComparison.Ordinal);
        if (start < 0) return "";
        var rest = text[(start + Name.Length)..];
        var end = rest.Length;
        foreach (var label in Others)
            if (rest.IndexOf(label, StringComparison.Ordinal) is >= 0 and var at) end = Math.Min(end, at);
        return Tagged.Tidy(rest[..end]);
    }
}
