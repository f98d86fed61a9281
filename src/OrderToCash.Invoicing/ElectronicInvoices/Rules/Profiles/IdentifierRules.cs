using static OrderToCash.Invoicing.Terms;

namespace OrderToCash.Invoicing;

/// <summary>
/// The rules of Peppol about identifiers of certain schemes (PEPPOL-COMMON-*): electronic addresses, identifiers and legal
/// registrations of parties.
/// </summary>
internal static class IdentifierRules
{
    internal static readonly Rule<DocumentId>[] All =
    [
        Shape("R040", "0088", "a GLN", RuleSeverity.Fatal, v => IsDigits(v) && IsGln(v)),
        Shape("R041", "0192", "a Norwegian organisation number", RuleSeverity.Fatal, IsNorwegian),
        Shape("R042", "0184", "a Danish CVR number", RuleSeverity.Fatal,
            v => v.Length == 8 && IsDigits(v) || v.Length == 10 && v.StartsWith("DK") && IsDigits(v[2..])),
        Shape("R043", "0208", "a Belgian enterprise number", RuleSeverity.Fatal, IsBelgian),
        Shape("R044", "0201", "an Italian IPA code", RuleSeverity.Warning, v => v.Length == 6 && IsAlphanumeric(v)),
        Shape("R045", "0210", "an Italian tax code", RuleSeverity.Warning, IsCodiceFiscale),
        Shape("R047", "0211", "an Italian VAT number", RuleSeverity.Warning, IsPartitaIva),
        Shape("R049", "0007", "a Swedish organisation number", RuleSeverity.Fatal, IsSwedish),
        Shape("R050", "0151", "an Australian business number", RuleSeverity.Fatal, IsAustralian),
        Shape("R052", "0096", "a Danish P number", RuleSeverity.Warning, v => v.Length == 10 && IsDigits(v)),
        Shape("R053", "0198", "a Danish SE number", RuleSeverity.Warning,
            v => v.Length == 10 && v.StartsWith("DK") && IsDigits(v[2..])),
        Shape("R054", "0106", "a Dutch KVK number", RuleSeverity.Warning, v => v.Length == 8 && IsDigits(v)),
        Shape("R055", "0190", "a Dutch OIN", RuleSeverity.Warning, v => v.Length == 20 && IsDigits(v)),
        Shape("R056-1", "9944", "a Dutch VAT number", RuleSeverity.Warning, IsDutchVat),
        Shape("R057", "0217", "a Dutch establishment number", RuleSeverity.Warning, v => v.Length == 20 && IsDigits(v)),
    ];

    internal static readonly Rule<DocumentId>[] Endpoint =
    [
        Shape("R046", "9907", "an Italian tax code", RuleSeverity.Warning, IsCodiceFiscale),
    ];

    internal static readonly Rule<DocumentParty>[] Party =
    [
        new("PEPPOL-COMMON-R056-2", "BT-31", "vatId", (p, in _) =>
                !p.VatId.AsSpan().Trim().StartsWith("NL") || IsDutchVat(p.VatId.AsSpan().Trim()),
            (p, in _) => $"{Show(p.VatId)} is not a Dutch VAT number.")
            { Severity = RuleSeverity.Warning, Sets = RuleSets.Peppol },
    ];

    private delegate bool Fits(ReadOnlySpan<char> value);

    private static Rule<DocumentId> Shape(string number, string scheme, string what, RuleSeverity severity, Fits fits) =>
        new($"PEPPOL-COMMON-{number}", "BT-29", "value", (i, in _) => i.Scheme != scheme || fits(i.Value.AsSpan().Trim()),
            (i, in _) => $"{Show(i.Value)} is not {what}.") { Severity = severity, Sets = RuleSets.Peppol, IsCheckDigit = true };

    internal static bool IsNorwegian(ReadOnlySpan<char> value)
    {
        if (value.Length != 9 || !IsDigits(value)) return false;
        ReadOnlySpan<int> weights = [3, 2, 7, 6, 5, 4, 3, 2];
        var rest = (11 - Weighted(value, weights) % 11) % 11;
        return rest == value[8] - '0' && value.IndexOfAnyExcept('0') >= 0;
    }

    internal static bool IsSwedish(ReadOnlySpan<char> value)
    {
        if (value.Length != 10 || !IsDigits(value)) return false;
        var sum = 0;
        for (var i = 0; i < 9; i++)
        {
            var digit = (value[i] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += digit / 10 + digit % 10;
        }
        return (10 - sum % 10) % 10 == value[9] - '0';
    }

    internal static bool IsGreek(ReadOnlySpan<char> value)
    {
        if (value.Length != 9 || !IsDigits(value)) return false;
        ReadOnlySpan<int> weights = [256, 128, 64, 32, 16, 8, 4, 2];
        return Weighted(value, weights) % 11 % 10 == value[8] - '0';
    }

    private static bool IsGln(ReadOnlySpan<char> value)
    {
        var sum = 0;
        for (var i = 0; i < value.Length - 1; i++) sum += (value[^(i + 2)] - '0') * (i % 2 == 0 ? 3 : 1);
        return (10 - sum % 10) % 10 == value[^1] - '0';
    }

    private static bool IsBelgian(ReadOnlySpan<char> value)
    {
        if (value.Length != 10 || !IsDigits(value)) return false;
        var number = 0;
        foreach (var c in value[..8]) number = number * 10 + (c - '0');
        return 97 - number % 97 == (value[8] - '0') * 10 + (value[9] - '0');
    }

    private static bool IsAustralian(ReadOnlySpan<char> value)
    {
        if (value.Length != 11 || !IsDigits(value)) return false;
        ReadOnlySpan<int> weights = [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19];
        return (Weighted(value, weights) - 10) % 89 == 0;
    }

    private static bool IsDutchVat(ReadOnlySpan<char> value) => value.Length == 14 && value.StartsWith("NL")
        && IsDigits(value[2..11]) && value[11] == 'B' && IsDigits(value[12..]);

    private static bool IsCodiceFiscale(ReadOnlySpan<char> value)
    {
        if (value.Length == 11) return IsDigits(value);
        return value.Length == 16 && IsLetters(value[..6]) && IsDigits(value[6..8]) && char.IsAsciiLetter(value[8])
            && IsDigits(value[9..11]) && char.IsAsciiDigit(value[14]) && char.IsAsciiLetter(value[15]);
    }

    private static bool IsPartitaIva(ReadOnlySpan<char> value)
    {
        if (!value.StartsWith("IT", StringComparison.OrdinalIgnoreCase)) return true;
        var digits = value[2..];
        if (digits.Length != 11 || !IsDigits(digits)) return false;
        var sum = 0;
        for (var i = 0; i < 11; i++) sum += i % 2 == 0 ? digits[i] - '0' : "0246813579"[digits[i] - '0'] - '0';
        return sum % 10 == 0;
    }

    private static bool IsAlphanumeric(ReadOnlySpan<char> value)
    {
        foreach (var c in value)
            if (!char.IsAsciiLetterOrDigit(c)) return false;
        return true;
    }

    private static bool IsLetters(ReadOnlySpan<char> value)
    {
        foreach (var c in value)
            if (!char.IsAsciiLetter(c)) return false;
        return true;
    }

    private static int Weighted(ReadOnlySpan<char> value, ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++) sum += (value[i] - '0') * weights[i];
        return sum;
    }
}
