namespace OrderToCash.Primitives;

/// <summary>What the built-in schemes share: taking signs away, asking for the checks, naming the refusal.</summary>
internal abstract class ReferenceScheme(string code, string shape, string bodyShape) : IReferenceScheme
{
    // Longest canonical form: 27 digits; the rest is room for those who paste too much.
    private const int Capacity = 64;

    public string Code => code;

    public string Shape => shape;

    public bool IsValid(ReadOnlySpan<char> text)
    {
        Span<char> buffer = stackalloc char[Capacity];
        return Canonical(text, buffer, out _) is null;
    }

    public Result<string> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<char> buffer = stackalloc char[Capacity];
        var refusal = Canonical(text, buffer, out var length);
        return refusal is null ? Result.Success(new string(buffer[..length])) : Refuse(refusal, text, shape);
    }

    public Result<string> Make(string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        Span<char> buffer = stackalloc char[Capacity];
        if (!TryCompact(body, buffer, out var length)) return Refuse(PaymentReferenceErrors.WrongBody, body, bodyShape);
        foreach (var c in buffer[..length])
            if (!IsInBody(c)) return Refuse(PaymentReferenceErrors.BadCharacters, body, bodyShape);
        return Complete(new string(buffer[..length])) is { } made
            ? Result.Success(made)
            : Refuse(PaymentReferenceErrors.WrongBody, body, bodyShape);
    }

    public Result<string> MakeFrom(string documentNumber)
    {
        ArgumentNullException.ThrowIfNull(documentNumber);
        var body = Extract(documentNumber);
        return body.Length == 0 || Complete(body) is not { } made
            ? Refuse(PaymentReferenceErrors.WrongBody, documentNumber, bodyShape)
            : Result.Success(made);
    }

    public string Format(string reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        Span<char> buffer = stackalloc char[Capacity];
        return Canonical(reference, buffer, out var length) is null
            ? Print(new string(buffer[..length]))
            : throw new ArgumentException($"'{reference}' is no {code} reference.", nameof(reference));
    }

    /// <summary>Checks a reference without blanks and print signs; null when it holds. May pad it within the buffer.</summary>
    protected abstract ErrorCode? Examine(Span<char> buffer, ref int length);

    /// <summary>The canonical reference for a body without blanks, all signs known; null when it does not fit.</summary>
    protected abstract string? Complete(string body);

    /// <summary>The print form of a canonical reference.</summary>
    protected abstract string Print(string canonical);

    /// <summary>The signs of a document number that a body is made of.</summary>
    protected virtual string Extract(string documentNumber) => string.Concat(documentNumber.Where(char.IsAsciiDigit));

    /// <summary>Signs that may stand anywhere and mean nothing.</summary>
    protected virtual bool IsPrintSign(char c) => c is ' ' or '\u00A0' or '\u202F';

    protected virtual bool IsInBody(char c) => char.IsAsciiDigit(c);

    protected virtual bool IsInReference(char c) => char.IsAsciiDigit(c);

    /// <summary>Whether the print signs stand where they may.</summary>
    protected virtual bool IsPrintedRight(ReadOnlySpan<char> text) => true;

    private ErrorCode? Canonical(ReadOnlySpan<char> text, Span<char> buffer, out int length)
    {
        var fits = TryCompact(text, buffer, out length);
        if (!IsPrintedRight(text)) return PaymentReferenceErrors.BadCharacters;
        foreach (var c in buffer[..length])
            if (!IsInReference(c)) return PaymentReferenceErrors.BadCharacters;
        return fits ? Examine(buffer, ref length) : PaymentReferenceErrors.WrongLength;
    }

    private bool TryCompact(ReadOnlySpan<char> text, Span<char> buffer, out int length)
    {
        length = 0;
        foreach (var c in text)
        {
            if (IsPrintSign(c)) continue;
            if (length == buffer.Length) return false;
            buffer[length++] = char.IsAsciiLetterLower(c) ? (char)(c - 32) : c;
        }
        return true;
    }

    private Result<string> Refuse(ErrorCode error, string reference, string expected) =>
        Result.Failure<string>(error.With(("reference", reference), ("scheme", code), ("shape", expected)));
}
