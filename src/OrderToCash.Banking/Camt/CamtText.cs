using NodaTime.Text;

namespace OrderToCash.Banking;

/// <summary>The small conventions of camt texts.</summary>
internal static class CamtText
{
    /// <summary>A reference, or nothing where banks write that there is none; nothing but zeros is none.</summary>
    public static string Reference(string text) =>
        text.AsSpan().IndexOfAnyExcept('0') < 0
        || text.ToUpperInvariant() is "NOTPROVIDED" or "NOT PROVIDED" or "NONREF" or "NOREF" or "NOTAVAILABLE" or "NOT AVAILABLE"
            or "N/A" or "-"
            ? ""
            : text;

    /// <summary>IBAN without blanks, else the other id; empty when there is none.</summary>
    public static string AccountOf(BankElement? account)
    {
        var text = account?.TextAt("Id", "IBAN") is { Length: > 0 } iban ? iban
            : account?.TextAt("Id", "Othr", "Id") is { Length: > 0 } other ? other
            : account?.TextAt("Id", "PrtryAcct", "Id") ?? "";
        return text.Replace(" ", "", StringComparison.Ordinal);
    }

    /// <summary>The date of an ISO date or date and time, as the bank wrote it: no zone moves it.</summary>
    public static bool TryDate(string text, out LocalDate date)
    {
        date = default;
        if (text.Length < 10 || text.Length > 10 && text[10] is not ('T' or 'Z' or '+' or '-')) return false;
        return LocalDatePattern.Iso.Parse(text[..10]).TryGetValue(default, out date);
    }
}
