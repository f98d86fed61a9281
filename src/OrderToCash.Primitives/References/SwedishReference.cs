namespace OrderToCash.Primitives;

/// <summary>
/// Swedish OCR number: 2 to 25 digits, the last by Luhn; where the creditor has agreed on it, the digit before it is the total
/// length mod 10.
/// Rule: Bankgirot, "OCR-referenskontroll", section 5.2.
/// </summary>
internal sealed class SwedishReference(string code, bool hasLengthDigit) : ReferenceScheme(code,
    hasLengthDigit ? "3 to 25 digits, the last two a length and a check digit" : "2 to 25 digits, the last a check digit",
    hasLengthDigit ? "1 to 23 digits" : "1 to 24 digits")
{
    protected override ErrorCode? Examine(Span<char> buffer, ref int length)
    {
        if (length < (hasLengthDigit ? 3 : 2) || length > 25) return PaymentReferenceErrors.WrongLength;
        if (buffer[length - 1] != CheckDigits.Luhn(buffer[..(length - 1)])) return PaymentReferenceErrors.WrongCheckDigits;
        return hasLengthDigit && buffer[length - 2] - '0' != length % 10 ? PaymentReferenceErrors.WrongLengthDigit : null;
    }

    protected override string? Complete(string body)
    {
        var total = body.Length + (hasLengthDigit ? 2 : 1);
        if (body.Length == 0 || total > 25) return null;
        var digits = hasLengthDigit ? body + (char)('0' + total % 10) : body;
        return digits + CheckDigits.Luhn(digits);
    }

    protected override string Print(string canonical) => canonical;
}
