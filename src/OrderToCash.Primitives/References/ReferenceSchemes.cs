using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace OrderToCash.Primitives;

/// <summary>The built-in schemes of structured payment references.</summary>
public static class ReferenceSchemes
{
    /// <summary><c>RF</c>: ISO 11649 creditor reference (ISO 20022 SCOR). Read in any case.</summary>
    public static IReferenceScheme Creditor { get; } = new CreditorReference();

    /// <summary><c>QRR</c>: Swiss QR reference, exactly 27 digits.</summary>
    public static IReferenceScheme SwissQr { get; } = new SwissReference("QRR", mayDropZeros: false);

    /// <summary>
    /// <c>ESR</c>: Swiss reference of the orange slip; leading zeros may be missing, the canonical form has all 27 digits.
    /// </summary>
    public static IReferenceScheme SwissSlip { get; } = new SwissReference("ESR", mayDropZeros: true);

    /// <summary><c>OGM</c>: Belgian structured communication.</summary>
    public static IReferenceScheme Belgian { get; } = new BelgianReference();

    /// <summary>
    /// <c>FI</c>: Finnish viitenumero. <c>MakeFrom</c> fills short numbers with ones and keeps the first 19 digits of long ones.
    /// </summary>
    public static IReferenceScheme Finnish { get; } = new FinnishReference();

    /// <summary><c>FI-RF</c>: a Finnish reference inside an RF reference.</summary>
    public static IReferenceScheme FinnishCreditor { get; } = new FinnishCreditorReference();

    /// <summary><c>KID-MOD10</c>: Norwegian KID with a Luhn digit.</summary>
    public static IReferenceScheme NorwegianMod10 { get; } = new NorwegianReference("KID-MOD10", mod11: false);

    /// <summary><c>KID-MOD11</c>: Norwegian KID by mod 11; it may end in a hyphen.</summary>
    public static IReferenceScheme NorwegianMod11 { get; } = new NorwegianReference("KID-MOD11", mod11: true);

    /// <summary><c>SE-OCR</c>: Swedish OCR number with a Luhn digit.</summary>
    public static IReferenceScheme Swedish { get; } = new SwedishReference("SE-OCR", hasLengthDigit: false);

    /// <summary><c>SE-OCR-LENGTH</c>: Swedish OCR number with a length and a Luhn digit.</summary>
    public static IReferenceScheme SwedishWithLength { get; } = new SwedishReference("SE-OCR-LENGTH", hasLengthDigit: true);

    /// <summary><c>NL</c>: Dutch betalingskenmerk. A reference of 7 digits has no check digit.</summary>
    public static IReferenceScheme Dutch { get; } = new DutchReference();

    /// <summary><c>SI</c>: Slovenian reference; reads the models 00, 01, 05, 12 and 99, makes model 01.</summary>
    public static IReferenceScheme Slovenian { get; } = new SlovenianReference("SI", "");

    /// <summary><c>SI05</c>: Slovenian reference of model 05, a check digit in the first part.</summary>
    public static IReferenceScheme Slovenian05 { get; } = new SlovenianReference("SI05", "05");

    /// <summary><c>SI12</c>: Slovenian reference of model 12, one part with a check digit.</summary>
    public static IReferenceScheme Slovenian12 { get; } = new SlovenianReference("SI12", "12");

    /// <summary>All of them.</summary>
    public static EquatableArray<IReferenceScheme> All { get; } =
    [
        Creditor, SwissQr, SwissSlip, Belgian, Finnish, FinnishCreditor, NorwegianMod10, NorwegianMod11,
        Swedish, SwedishWithLength, Dutch, Slovenian, Slovenian05, Slovenian12,
    ];

    private static readonly FrozenDictionary<string, IReferenceScheme> Known =
        All.ToFrozenDictionary(s => s.Code, StringComparer.Ordinal);

    /// <summary>The scheme of this code.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static IReferenceScheme ByCode(string code) =>
        TryFind(code, out var scheme)
            ? scheme
            : throw new ArgumentException(
                $"'{code}' is no reference scheme; known: {string.Join(", ", All.Select(s => s.Code))}.",
                nameof(code));

    /// <summary>The scheme of this code, or false.</summary>
    public static bool TryFind(string? code, [NotNullWhen(true)] out IReferenceScheme? scheme) =>
        Known.TryGetValue(code ?? "", out scheme);
}
