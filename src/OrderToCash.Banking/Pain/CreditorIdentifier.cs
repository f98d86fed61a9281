namespace OrderToCash.Banking;

/// <summary>
/// The SEPA creditor identifier (EPC262-08): country, two check digits, three characters of the business code, the national
/// part. The check digits leave the business code out.
/// </summary>
public static class CreditorIdentifier
{
    /// <summary>True when form and check digits hold; blanks are ignored.</summary>
    public static bool IsValid(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var id = Electronic(text);
        if (id.Length is < 8 or > 35 || !id.All(char.IsAsciiLetterOrDigit)) return false;
        if (!char.IsAsciiLetterUpper(id[0]) || !char.IsAsciiLetterUpper(id[1])) return false;
        if (!char.IsAsciiDigit(id[2]) || !char.IsAsciiDigit(id[3]) || id[2..4] is "00" or "01" or "99") return false;
        var remainder = 0;
        foreach (var c in string.Concat(id.AsSpan(7), id.AsSpan(0, 4)))
        {
            var value = char.IsAsciiDigit(c) ? c - '0' : char.ToUpperInvariant(c) - 'A' + 10;
            remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
        }
        return remainder == 1;
    }

    internal static string Electronic(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
