namespace OrderToCash.Primitives;

/// <summary>
/// Finnish viitenumero: 4 to 20 digits, weights 7, 3, 1 from the right, check digit last. Leading zeros mean nothing and are
/// dropped.
/// Rule: Finance Finland, "Structure of the reference number".
/// </summary>
internal sealed class FinnishReference()
    : ReferenceScheme("FI", "4 to 20 digits, the last a check digit", "3 to 19 digits, not only zeros")
{
    internal const int MaxBody = 19;

    private static ReadOnlySpan<byte> Weights => [7, 3, 1];

    internal static ErrorCode? ExamineDigits(ReadOnlySpan<char> digits)
    {
        if (digits.Length is < 4 or > 20) return PaymentReferenceErrors.WrongLength;
        return digits[^1] == Check(digits[..^1]) ? null : PaymentReferenceErrors.WrongCheckDigits;
    }

    internal static ReadOnlySpan<char> WithoutLeadingZeros(ReadOnlySpan<char> digits)
    {
        var zeros = 0;
        while (zeros < digits.Length && digits[zeros] == '0') zeros++;
        return digits[zeros..];
    }

    internal static string? CompleteDigits(string body) =>
        body.TrimStart('0') is { Length: >= 3 and <= MaxBody } digits ? digits + Check(digits) : null;

    // Numbers too short are filled up with ones and too long ones cut, as the Nordic accounting packages do.
    internal static string BodyOf(string documentNumber)
    {
        var digits = string.Concat(documentNumber.Where(char.IsAsciiDigit));
        return digits.Length == 0 ? "" : digits.PadLeft(3, '1')[..Math.Min(Math.Max(digits.Length, 3), MaxBody)];
    }

    protected override ErrorCode? Examine(Span<char> buffer, ref int length)
    {
        if (length > MaxBody + 1) return PaymentReferenceErrors.WrongLength;
        var digits = WithoutLeadingZeros(buffer[..length]);
        if (ExamineDigits(digits) is { } refusal) return refusal;
        digits.CopyTo(buffer);
        length = digits.Length;
        return null;
    }

    protected override string? Complete(string body) => CompleteDigits(body);

    protected override string Extract(string documentNumber) => BodyOf(documentNumber);

    protected override string Print(string canonical) => PrintGroups.FromRight(canonical, 5);

    private static char Check(ReadOnlySpan<char> digits) => (char)('0' + (10 - CheckDigits.Weighted(digits, Weights) % 10) % 10);
}
