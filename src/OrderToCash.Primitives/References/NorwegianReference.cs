namespace OrderToCash.Primitives;

/// <summary>
/// Norwegian KID: 2 to 25 signs, the last a check by mod 10 (Luhn) or mod 11 (weights 2 to 7 from the right; 10 is written as a
/// hyphen).
/// The creditor agrees on one of the two with the bank. Rule: Nets, "OCR giro system specification".
/// </summary>
internal sealed class NorwegianReference(string code, bool mod11)
    : ReferenceScheme(code,
        mod11 ? "1 to 24 digits and a check digit or hyphen" : "1 to 24 digits and a check digit",
        "1 to 24 digits")
{
    private static ReadOnlySpan<byte> Weights => [2, 3, 4, 5, 6, 7];

    protected override ErrorCode? Examine(Span<char> buffer, ref int length)
    {
        if (length is < 2 or > 25) return PaymentReferenceErrors.WrongLength;
        var digits = buffer[..(length - 1)];
        if (digits.Contains('-')) return PaymentReferenceErrors.WrongStructure;
        return buffer[length - 1] == Check(digits) ? null : PaymentReferenceErrors.WrongCheckDigits;
    }

    protected override string? Complete(string body) => body.Length is 0 or > 24 ? null : body + Check(body);

    protected override string Print(string canonical) => canonical;

    protected override bool IsInReference(char c) => char.IsAsciiDigit(c) || mod11 && c == '-';

    private char Check(ReadOnlySpan<char> digits) => mod11
        ? (11 - CheckDigits.Weighted(digits, Weights) % 11) switch { 11 => '0', 10 => '-', var digit => (char)('0' + digit) }
        : CheckDigits.Luhn(digits);
}
