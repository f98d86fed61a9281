namespace OrderToCash.Primitives;

/// <summary>
/// Swiss QR reference (QRR) and its predecessor on orange slips (ESR): 27 digits, the last by recursive mod 10, never all zero.
/// ESR readers and banks drop leading zeros; QRR keeps all 27. Rule: SIX, Implementation Guidelines QR-bill, annex B.
/// </summary>
internal sealed class SwissReference(string code, bool mayDropZeros)
    : ReferenceScheme(code,
        mayDropZeros ? "up to 27 digits, the last a check digit" : "27 digits, the last a check digit",
        "1 to 26 digits, not only zeros")
{
    private const int Length = 27;

    protected override ErrorCode? Examine(Span<char> buffer, ref int length)
    {
        if (length is 0 or > Length || length < Length && !mayDropZeros) return PaymentReferenceErrors.WrongLength;
        var digits = buffer[..length];
        if (!digits.ContainsAnyExcept('0')) return PaymentReferenceErrors.WrongStructure;
        if (digits[^1] != CheckDigits.Mod10Recursive(digits[..^1])) return PaymentReferenceErrors.WrongCheckDigits;
        digits.CopyTo(buffer[(Length - length)..]);
        buffer[..(Length - length)].Fill('0');
        length = Length;
        return null;
    }

    protected override string? Complete(string body)
    {
        if (body.Length >= Length || body.Trim('0').Length == 0) return null;
        var digits = body.PadLeft(Length - 1, '0');
        return digits + CheckDigits.Mod10Recursive(digits);
    }

    protected override string Print(string canonical) => PrintGroups.FromRight(canonical, 5);
}
