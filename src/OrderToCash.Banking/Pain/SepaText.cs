using System.Text;

namespace OrderToCash.Banking;

/// <summary>
/// The character set every SEPA bank takes (EPC217-08): Latin letters without accents, digits, blanks and
/// <c>/ - ? : ( ) . , ' +</c>. Names and texts are brought into it, references are not: they must come back as they went.
/// </summary>
internal static class SepaText
{
    private const string Signs = "/-?:().,'+ ";

    // What stands on the left is written as what stands at the same place on the right.
    private const string Accented =
        "ÀÁÂÃÄÅĀĂĄàáâãäåāăąÇĆĈĊČçćĉċčĎĐďđÈÉÊËĒĔĖĘĚèéêëēĕėęěĜĞĠĢĝğġģĤĦĥħÌÍÎÏĨĪĬĮİìíîïĩīĭįıĴĵĶķĹĻĽĿŁĺ"
        + "ļľŀłÑŃŅŇñńņňÒÓÔÕÖØŌŎŐòóôõöøōŏőŔŖŘŕŗřŚŜŞŠȘśŝşšșŢŤŦȚţťŧțÙÚÛÜŨŪŬŮŰŲùúûüũūŭůűųŴŵÝŶŸýŷÿŹŻŽźżž";

    private const string Plain =
        "AAAAAAAAAaaaaaaaaaCCCCCcccccDDddEEEEEEEEEeeeeeeeeeGGGGggggHHhhIIIIIIIIIiiiiiiiiiJjKkLLLLLl"
        + "llllNNNNnnnnOOOOOOOOOoooooooooRRRrrrSSSSSsssssTTTTttttUUUUUUUUUUuuuuuuuuuuWwYYYyyyZZZzzz";

    private static readonly Dictionary<char, string> Replacements = new()
    {
        ['ß'] = "ss", ['Æ'] = "AE", ['æ'] = "ae", ['Œ'] = "OE", ['œ'] = "oe", ['Þ'] = "TH", ['þ'] = "th",
        ['&'] = "+", ['_'] = "-", ['–'] = "-", ['’'] = "'", ['€'] = "E",
    };

    /// <summary>The text in the character set, at most so long; what has no counterpart becomes a point.</summary>
    public static string Of(string text, int length)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (IsAllowed(c)) result.Append(c);
            else if (Accented.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at) result.Append(Plain[at]);
            else if (Replacements.TryGetValue(c, out var replacement)) result.Append(replacement);
            else result.Append(char.IsWhiteSpace(c) ? ' ' : '.');
        }
        var tidy = result.ToString().Trim();
        return tidy.Length > length ? tidy[..length].TrimEnd() : tidy;
    }

    /// <summary>True for a reference that banks carry unchanged: its characters, no slash at an end, no two in a row.</summary>
    public static bool IsReference(string text, int length) => text.Length > 0 && text.Length <= length && text.All(IsAllowed)
        && text[0] is not ('/' or ' ') && text[^1] is not ('/' or ' ') && !text.Contains("//", StringComparison.Ordinal);

    private static bool IsAllowed(char c) => char.IsAsciiLetterOrDigit(c) || Signs.Contains(c, StringComparison.Ordinal);
}
