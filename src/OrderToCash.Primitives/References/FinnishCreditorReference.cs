namespace OrderToCash.Primitives;

/// <summary>
/// The international form of a Finnish reference: RF, two check digits, and the national reference with its own check digit.
/// </summary>
internal sealed class FinnishCreditorReference()
    : CreditorReference("FI-RF",
        "RF, two check digits and a Finnish reference of 4 to 20 digits",
        "3 to 19 digits, not only zeros")
{
    protected override ErrorCode? Examine(Span<char> buffer, ref int length)
    {
        if (base.Examine(buffer, ref length) is { } refusal) return refusal;
        var national = buffer[4..length];
        foreach (var c in national)
            if (!char.IsAsciiDigit(c)) return PaymentReferenceErrors.WrongStructure;
        return FinnishReference.ExamineDigits(FinnishReference.WithoutLeadingZeros(national));
    }

    protected override string? Complete(string body) =>
        FinnishReference.CompleteDigits(body) is { } national ? base.Complete(national) : null;

    protected override string Extract(string documentNumber) => FinnishReference.BodyOf(documentNumber);

    protected override bool IsInBody(char c) => char.IsAsciiDigit(c);
}
