using System.Globalization;

namespace OrderToCash.Invoicing;

/// <summary>Questions that rules ask of single terms.</summary>
internal static class Terms
{
    internal static bool IsFilled(string? text) => !string.IsNullOrWhiteSpace(text);

    /// <summary>The category is one of VAT.</summary>
    internal static bool IsVat(string? scheme) => scheme is null || IsAnyCase(scheme, "VAT");

    /// <summary>The same text, blanks around it not looked at.</summary>
    internal static bool Is(string? text, string value) => text.AsSpan().Trim().SequenceEqual(value);

    /// <summary>The same text in any case, blanks around it not looked at.</summary>
    internal static bool IsAnyCase(string? text, string value) =>
        text.AsSpan().Trim().Equals(value, StringComparison.OrdinalIgnoreCase);

    internal static int LengthOf(string? text) => text.AsSpan().Trim().Length;

    internal static bool HasAtMostTwoDecimals(DocumentAmount? amount) => amount is not { } a || a.Value.Scale <= 2;

    internal static decimal Round2(decimal value) => decimal.Round(value, 2, MidpointRounding.AwayFromZero);

    /// <summary>The distance is less than one unit of currency: the window of the official tax rules.</summary>
    internal static bool IsWithinUnit(decimal found, decimal expected) => found - 1 < expected && found + 1 > expected;

    internal static bool IsDigits(ReadOnlySpan<char> text) => !text.IsEmpty && text.IndexOfAnyExceptInRange('0', '9') < 0;

    internal static string Show(DocumentAmount? amount) => amount is { } a ? Show(a.Value) : "nothing";

    internal static string Show(decimal? value) => value is { } v ? v.ToString(CultureInfo.InvariantCulture) : "nothing";

    internal static string Show(string? text) => text is null ? "nothing" : $"'{text}'";

    internal static string Expected(decimal expected, DocumentAmount? found) =>
        $"Expected {Show(expected)}, found {Show(found)}.";
}
