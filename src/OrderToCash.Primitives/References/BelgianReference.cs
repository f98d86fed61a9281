using System.Globalization;

namespace OrderToCash.Primitives;

/// <summary>
/// Belgian structured communication (OGM-VCS): ten digits and their rest mod 97, 97 for a rest of 0. Printed between +++ or ***.
/// Rule: Febelfin, "Gestructureerde mededeling".
/// </summary>
internal sealed class BelgianReference() : ReferenceScheme("OGM", "12 digits, the last two check digits", "1 to 10 digits")
{
    protected override ErrorCode? Examine(Span<char> buffer, ref int length)
    {
        if (length != 12) return PaymentReferenceErrors.WrongLength;
        var check = (buffer[10] - '0') * 10 + (buffer[11] - '0');
        return check == Check(buffer[..10]) ? null : PaymentReferenceErrors.WrongCheckDigits;
    }

    protected override string? Complete(string body)
    {
        if (body.Length is 0 or > 10) return null;
        var digits = body.PadLeft(10, '0');
        return digits + Check(digits).ToString("00", CultureInfo.InvariantCulture);
    }

    protected override string Print(string canonical) => $"+++{canonical[..3]}/{canonical[3..7]}/{canonical[7..]}+++";

    protected override bool IsPrintSign(char c) => base.IsPrintSign(c) || c is '+' or '*' or '/';

    // 3/4/5 between +++ or ***: another grouping is another number that was cut.
    protected override bool IsPrintedRight(ReadOnlySpan<char> text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c)) digits++;
            else if (c == '/' && digits is not (3 or 7) || c is '+' or '*' && digits is not (0 or 12)) return false;
        }
        return true;
    }

    private static int Check(ReadOnlySpan<char> digits) => CheckDigits.Mod97(digits) is var rest and not 0 ? rest : 97;
}
