namespace OrderToCash.Primitives;

/// <summary>
/// ISO 11649: RF, two check digits (mod 97-10), 1 to 21 letters and digits. Read in any case, written in upper case.
/// Check digits 00, 01 and 99 are refused: the standard makes 02 to 98.
/// </summary>
internal class CreditorReference(string code, string shape, string bodyShape) : ReferenceScheme(code, shape, bodyShape)
{
    internal CreditorReference()
        : this("RF", "RF, two check digits and 1 to 21 letters or digits", "1 to 21 letters or digits") { }

    protected override ErrorCode? Examine(Span<char> buffer, ref int length)
    {
        var text = buffer[..length];
        if (length is < 5 or > 25) return PaymentReferenceErrors.WrongLength;
        if (!text.StartsWith("RF")) return PaymentReferenceErrors.WrongStructure;
        if (!char.IsAsciiDigit(text[2]) || !char.IsAsciiDigit(text[3])) return PaymentReferenceErrors.WrongStructure;
        return CheckDigits.Iso7064Holds(text) ? null : PaymentReferenceErrors.WrongCheckDigits;
    }

    protected override string? Complete(string body) =>
        body.Length is 0 or > 21 ? null : $"RF{CheckDigits.Iso7064("RF", body)}{body}";

    protected override string Extract(string documentNumber) =>
        string.Concat(documentNumber
            .Where(char.IsAsciiLetterOrDigit)
            .Select(c => char.IsAsciiLetterLower(c) ? (char)(c - 32) : c));

    protected override string Print(string canonical) => PrintGroups.FromLeft(canonical, 4);

    protected override bool IsInBody(char c) => char.IsAsciiLetterOrDigit(c);

    protected override bool IsInReference(char c) => char.IsAsciiLetterOrDigit(c);
}
