namespace OrderToCash.Primitives;

/// <summary>
/// A standard for structured payment references: how one is made from a number, printed, read back and checked. A creditor
/// account is
/// configured for one scheme; schemes are never guessed. Built-in ones are in <see cref="ReferenceSchemes"/>; hosts may bring
/// their own.
/// </summary>
public interface IReferenceScheme
{
    /// <summary>The code to configure it by: <c>RF</c>, <c>QRR</c>, <c>OGM</c>, <c>KID-MOD10</c> ...</summary>
    string Code { get; }

    /// <summary>What a reference of this scheme looks like, in words, for messages.</summary>
    string Shape { get; }

    /// <summary>
    /// The canonical reference (no blanks, no print signs) for a body: what stands between prefix and check digits.
    /// Blanks in the body are ignored; schemes of a fixed length pad with leading zeros.
    /// Refuses with <see cref="PaymentReferenceErrors.BadCharacters"/>, <see cref="PaymentReferenceErrors.WrongBody"/>.
    /// </summary>
    Result<string> Make(string body);

    /// <summary>
    /// The canonical reference for a document number of any form: <c>INV-2010-0042</c> gives its digits (RF: letters too) to
    /// <see cref="Make"/>. Two numbers that differ only in other signs give the same reference.
    /// Refuses with <see cref="PaymentReferenceErrors.WrongBody"/> when nothing is left or too much.
    /// </summary>
    Result<string> MakeFrom(string documentNumber);

    /// <summary>
    /// The canonical form of a reference as people and banks write it (blanks, print signs). Refuses with the first of
    /// <see cref="PaymentReferenceErrors.BadCharacters"/>, <see cref="PaymentReferenceErrors.WrongLength"/>,
    /// <see cref="PaymentReferenceErrors.WrongStructure"/>, <see cref="PaymentReferenceErrors.WrongLengthDigit"/>,
    /// <see cref="PaymentReferenceErrors.WrongCheckDigits"/>.
    /// </summary>
    Result<string> Parse(string text);

    /// <summary>True when <see cref="Parse"/> would accept the text; without allocation.</summary>
    bool IsValid(ReadOnlySpan<char> text);

    /// <summary>
    /// The form for print, of a reference in any form: <c>RF18 5390 0754 7034</c>, <c>+++010/8068/17183+++</c>.
    /// </summary>
    /// <exception cref="ArgumentException">The reference is not valid.</exception>
    string Format(string reference);
}
