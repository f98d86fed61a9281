namespace OrderToCash.Banking;

/// <summary>
/// Field 86 with numbered sub-fields: <c>166?00GUTSCHRIFT?20EREF+1?21SVWZ+Rechnung?30BIC?31IBAN?32Name</c> (German banking
/// industry, DFÜ-Abkommen annex 3). Polish banks use it with other separators and the account in 38.
/// </summary>
internal static class NumberedDetails
{
    private const int SubfieldLength = 27;

    // Codes of returns: 059 and 159 transfers, 108 and 109 collections; 181 and 184 give a collection back to the debtor.
    private static readonly string[] Returns = ["059", "108", "109", "159", "181", "184"];

    private static readonly string[] Keys =
    [
        "EREF", "KREF", "MREF", "CRED", "DEBT", "COAM", "OAMT", "SVWZ", "ABWA", "ABWE", "IBAN", "BIC",
    ];

    public static Mt940Details? TryRead(string text)
    {
        var start = 0;
        while (start < 3 && start < text.Length && char.IsAsciiDigit(text[start])) start++;
        if (text.Length < start + 3 || char.IsLetterOrDigit(text[start]) || text[start] is ' ' or '/'
            || !char.IsAsciiDigit(text[start + 1]) || !char.IsAsciiDigit(text[start + 2]))
            return null;
        if (start is 1 or 2) return null;
        var subfields = Split(text, start, text[start]);
        if (subfields.Count < 2 && subfields.All(s => s.Number is not (0 or 20))) return null;
        return Read(start == 0 ? "" : text[..3], subfields);
    }

    private static List<(int Number, string Text)> Split(string text, int start, char separator)
    {
        var found = new List<(int, string)>();
        while (start < text.Length)
        {
            var end = start + 3;
            while (end < text.Length && !IsMark(text, end, separator)) end++;
            found.Add(((text[start + 1] - '0') * 10 + text[start + 2] - '0', text[Math.Min(start + 3, end)..end]));
            start = end;
        }
        return found;
    }

    private static bool IsMark(string text, int at, char separator) =>
        text[at] == separator && at + 2 < text.Length && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]);

    private static Mt940Details Read(string code, List<(int Number, string Text)> subfields)
    {
        var purpose = Tagged.Of(Joined(subfields.Where(s => s.Number is >= 20 and <= 29 or >= 60 and <= 63)), Keys);
        string Field(int number) => subfields.Find(s => s.Number == number).Text?.Trim() ?? "";
        var name = Joined(subfields.Where(s => s.Number is 32 or 33)).Trim();
        var account = Field(38) is { Length: > 0 } polish ? polish : Field(31);
        var reason = Field(34);
        var isReturn = Array.IndexOf(Returns, code) >= 0;
        var text = purpose.Value("SVWZ") is { Length: > 0 } plain ? plain : purpose.Rest;
        return new()
        {
            BusinessCode = code,
            Text = text.Length > 0 ? text : Field(0),
            EndToEndId = purpose.Value("EREF"),
            MandateId = purpose.Value("MREF"),
            CounterpartyName = name.Length > 0 ? name : purpose.Value("ABWA"),
            CounterpartyAccount = (account.Length > 0 ? account : purpose.Value("IBAN"))
                .Replace(" ", "", StringComparison.Ordinal),
            IsReturn = isReturn,
            ReturnReason = isReturn ? reason : "",
            InstructedAmount = purpose.Amount("OAMT"),
            Charges = purpose.Amount("COAM"),
        };
    }

    // A full sub-field goes on in the next one; a shorter one had blanks at its end that the bank cut off.
    private static string Joined(IEnumerable<(int Number, string Text)> subfields)
    {
        var text = new System.Text.StringBuilder();
        foreach (var (_, part) in subfields)
        {
            text.Append(part);
            if (part.Length < SubfieldLength) text.Append(' ');
        }
        return text.ToString();
    }
}
