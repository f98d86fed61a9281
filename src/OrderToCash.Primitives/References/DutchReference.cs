namespace OrderToCash.Primitives;

/// <summary>
/// Dutch betalingskenmerk: 7 digits without a check; a check digit, a length digit and 7 to 12 digits; or a check digit and 15
/// digits.
/// The check digit covers what follows it: weights 2, 4, 8, 5, 10, 9, 7, 3, 6, 1 from the right, 11 less the rest mod 11, 11 is 0
/// and
/// 10 is 1 (so that a digit changed for another is not always found). Rule: Betaalvereniging Nederland, "Specificaties
/// betalingskenmerk".
/// </summary>
internal sealed class DutchReference()
    : ReferenceScheme("NL", "7 digits, or 9 to 14 or 16 beginning with a check digit", "1 to 15 digits")
{
    private static ReadOnlySpan<byte> Weights => [2, 4, 8, 5, 10, 9, 7, 3, 6, 1];

    protected override ErrorCode? Examine(Span<char> buffer, ref int length)
    {
        if (length == 7) return null;
        if (length is not ((>= 9 and <= 14) or 16)) return PaymentReferenceErrors.WrongLength;
        if (length < 16 && buffer[1] - '0' != (length - 2) % 10) return PaymentReferenceErrors.WrongLengthDigit;
        return buffer[0] == Check(buffer[1..length]) ? null : PaymentReferenceErrors.WrongCheckDigits;
    }

    protected override string? Complete(string body)
    {
        if (body.Length is 0 or > 15) return null;
        var digits = body.Length > 12 ? body.PadLeft(15, '0') : WithLength(body.PadLeft(7, '0'));
        return Check(digits) + digits;
    }

    protected override string Print(string canonical) => PrintGroups.FromRight(canonical, 4);

    protected override bool IsPrintSign(char c) => base.IsPrintSign(c) || c == '.';

    private static string WithLength(string body) => (char)('0' + body.Length % 10) + body;

    private static char Check(ReadOnlySpan<char> digits) =>
        (11 - CheckDigits.Weighted(digits, Weights) % 11) switch { 11 => '0', 10 => '1', var digit => (char)('0' + digit) };
}
