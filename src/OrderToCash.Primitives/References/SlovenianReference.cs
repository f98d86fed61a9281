namespace OrderToCash.Primitives;

/// <summary>
/// Slovenian reference: SI, a model, and up to three parts joined by hyphens. The model says which parts end in a check digit
/// (weights
/// 2 to 13 from the right, 11 less the rest mod 11, 10 and 11 are 0): 01 over all parts, 05 in the first, 12 in the only part; 00
/// has
/// none and 99 no content. Other models are refused.
/// </summary>
internal sealed class SlovenianReference(string code, string model)
    : ReferenceScheme(code,
        "SI, a model and up to three parts of digits joined by hyphens",
        "digits, in up to three parts joined by hyphens")
{
    private const int MaxContent = 22;

    private static ReadOnlySpan<byte> Weights => [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13];

    protected override ErrorCode? Examine(Span<char> buffer, ref int length)
    {
        var text = buffer[..length];
        if (length is < 4 or > 4 + MaxContent) return PaymentReferenceErrors.WrongLength;
        if (!text.StartsWith("SI")) return PaymentReferenceErrors.WrongStructure;
        if (model.Length > 0 && !text[2..4].SequenceEqual(model)) return PaymentReferenceErrors.WrongStructure;
        var content = text[4..];
        if (text[2..4] is "99") return content.IsEmpty ? null : PaymentReferenceErrors.WrongStructure;
        if (!IsParts(content)) return PaymentReferenceErrors.WrongStructure;
        var first = content.IndexOf('-');
        return text[2..4] switch
        {
            "00" => null,
            "01" => ExamineChecked(content),
            "05" => ExamineChecked(first < 0 ? content : content[..first]),
            "12" => first < 0 ? ExamineChecked(content) : PaymentReferenceErrors.WrongStructure,
            _ => PaymentReferenceErrors.WrongStructure,
        };
    }

    protected override string? Complete(string body)
    {
        if (!IsParts(body) || body.Length >= MaxContent) return null;
        var first = body.IndexOf('-');
        return model switch
        {
            "05" when first >= 0 => $"SI05{body[..first]}{Check(body.AsSpan(0, first))}{body[first..]}",
            "05" or "12" => first < 0 ? $"SI{model}{body}{Check(body)}" : null,
            _ => $"SI01{body}{Check(body)}",
        };
    }

    protected override string Print(string canonical) => canonical.Length == 4 ? canonical : $"{canonical[..4]} {canonical[4..]}";

    protected override bool IsInBody(char c) => char.IsAsciiDigit(c) || c == '-';

    protected override bool IsInReference(char c) => char.IsAsciiDigit(c) || c is '-' or 'S' or 'I';

    private static bool IsParts(ReadOnlySpan<char> content)
    {
        if (content.IsEmpty || content[0] == '-' || content[^1] == '-') return false;
        if (content.Count('-') > 2 || content.IndexOf("--") >= 0) return false;
        foreach (var c in content)
            if (c != '-' && !char.IsAsciiDigit(c)) return false;
        return true;
    }

    private static ErrorCode? ExamineChecked(ReadOnlySpan<char> part) =>
        part.Length < 2 || part[^2] == '-' ? PaymentReferenceErrors.WrongStructure
        : part[^1] == Check(part[..^1]) ? null : PaymentReferenceErrors.WrongCheckDigits;

    private static char Check(ReadOnlySpan<char> digitsAndHyphens)
    {
        var (sum, position) = (0, 0);
        for (var i = digitsAndHyphens.Length - 1; i >= 0; i--)
            if (digitsAndHyphens[i] != '-') sum += (digitsAndHyphens[i] - '0') * Weights[position++ % Weights.Length];
        return (11 - sum % 11) is var check and < 10 ? (char)('0' + check) : '0';
    }
}
