using System.Collections.Frozen;

namespace OrderToCash.Banking;

/// <summary>
/// Field 86 with numbered sub-fields: <c>166?00GUTSCHRIFT?20EREF+1?21SVWZ+Rechnung?30BIC?31IBAN?32Name</c> (German banking
/// industry, DFÜ-Abkommen annex 3). Polish banks use it with other separators and the account in 38.
/// </summary>
internal static class NumberedDetails
{
    private const int SubfieldLength = 27;
    private const string EndToEnd = "End-to-End-Ref.";
    private const string Mandate = "Mandatsref.";
    private const string Creditor = "Gläubiger-ID";

    // Codes of returns: 059 and 159 transfers, 108 and 109 collections; 181 and 184 give a collection back to the debtor; 193 is
    // a reversal the creditor sent in.
    private static readonly string[] Returns = ["059", "108", "109", "159", "181", "184", "193"];

    // Sub-field 34 of a return: the reason as the German banks number it (DFÜ-Abkommen annex 3). The numbers that banks use for
    // different reasons stay as they are.
    private static readonly FrozenDictionary<string, string> Reasons = new Dictionary<string, string>
    {
        ["901"] = "AC01", ["902"] = "AC04", ["903"] = "AC06", ["904"] = "AG01", ["906"] = "AM04", ["909"] = "MD01",
        ["910"] = "MD02", ["912"] = "MD06", ["913"] = "MD07", ["914"] = "MS03", ["915"] = "RC01",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] Keys =
    [
        "EREF", "KREF", "MREF", "CRED", "DEBT", "COAM", "OAMT", "SVWZ", "ABWA", "ABWE", "IBAN", "BIC", "MTLG", "PURP",
        EndToEnd, Mandate, "Kundenref.", Creditor,
    ];

    // What stands between the reference and the mandate: the scheme of the collection.
    private static readonly string[] Schemes = [" CORE /", " COR1 /", " B2B /"];

    public static Mt940Details? TryRead(string text, Currency currency)
    {
        var start = 0;
        while (start < 3 && start < text.Length && char.IsAsciiDigit(text[start])) start++;
        if (start == 0 && IsWord(text)) start = 3;
        if (text.Length < start + 3 || char.IsLetterOrDigit(text[start]) || text[start] is ' ' or '/'
            || !char.IsAsciiDigit(text[start + 1]) || !char.IsAsciiDigit(text[start + 2]))
            return null;
        if (start is 1 or 2) return null;
        var subfields = Split(text, start, text[start]);
        if (subfields.Count < 2 && subfields.All(s => s.Number is not (0 or 20))) return null;
        return Read(start == 0 ? "" : text[..3], subfields, currency);
    }

    // Bulgarian banks have a word for the digits: "TBB+00...". Only one in front of the first sub-field is one.
    private static bool IsWord(string text) => text.Length > 6 && text[3] is '+' or '?' or '~' && text[4] == '0' && text[5] == '0'
        && text.AsSpan(0, 3).IndexOfAnyExceptInRange('A', 'Z') < 0;

    private static List<(int Number, string Text)> Split(string text, int start, char separator)
    {
        var found = new List<(int, string)>();
        while (start < text.Length)
        {
            var end = start + 3;
            while (end < text.Length && !IsMark(text, end, separator)) end++;
            var part = text[Math.Min(start + 3, end)..end];
            // Polish banks fill what is empty with a sign of their code page.
            if (part.AsSpan().IndexOfAnyExcept(" \u00FF\u02D9\u00A0") >= 0 || part.Length == 0)
                found.Add(((text[start + 1] - '0') * 10 + text[start + 2] - '0', part));
            start = end;
        }
        return found;
    }

    private static bool IsMark(string text, int at, char separator) =>
        text[at] == separator && at + 2 < text.Length && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]);

    private static Mt940Details Read(string code, List<(int Number, string Text)> subfields, Currency currency)
    {
        string Field(int number) => subfields.Find(s => s.Number == number).Text?.Trim() ?? "";
        // Where the account is in 38, or 60 has the name again, the fields from 60 on are the other side's address.
        var iban = Field(38);
        var again = Field(60).Length > 0 && Field(60) == Field(32);
        var last = iban.Length > 0 || again ? 59 : 63;
        // A Dutch bank has the other side's bank and account in front of the purpose. Words and numbers of invoices look alike:
        // both have to be of one country, and the account as long as those of it are.
        var (bic, own) = (Field(20), Field(21));
        var first = bic.Length is 8 or 11 && SwiftText.IsIban(own) && bic.AsSpan(4, 2).SequenceEqual(own.AsSpan(0, 2)) ? 22 : 20;
        var purpose = Tagged.Of(
            Joined(subfields.Where(s => s.Number >= first && s.Number <= 29 || s.Number >= 60 && s.Number <= last)), Keys);
        var name = Tagged.Tidy(Joined(subfields.Where(s => s.Number is 32 or 33)));
        var account = iban.Length > 0 ? iban : first > 20 ? own : Field(31);
        var isReturn = Array.IndexOf(Returns, code) >= 0;
        var text = purpose.Value("SVWZ") is { Length: > 0 } plain ? plain : purpose.Rest;
        // A creditor's id has no blanks: what follows it is text again.
        if (purpose.Value(Creditor) is var id && id.IndexOf(' ') is > 0 and var behind)
            text = $"{text} {id[(behind + 1)..]}".TrimStart();
        if (purpose.Value("MTLG") is { Length: > 0 } note) text = $"{text} {note}".TrimStart();
        return new()
        {
            BusinessCode = code,
            Text = text.Length > 0 ? text : Field(0),
            BankText = Field(0),
            EndToEndId = WithoutScheme(First("EREF", EndToEnd)),
            MandateId = First("MREF", Mandate),
            CustomerReference = First("KREF", "Kundenref."),
            CounterpartyName = name,
            UltimateDebtor = purpose.Value("ABWA"),
            UltimateCreditor = purpose.Value("ABWE"),
            CounterpartyAccount = (account.Length > 0 ? account : purpose.Value("IBAN"))
                .Replace(" ", "", StringComparison.Ordinal),
            CounterpartyBank = Field(30) is { Length: > 0 } bank ? bank : first > 20 ? bic : purpose.Value("BIC"),
            CounterpartyAddress = last == 59
                ? Tagged.Tidy(Joined(subfields.Where(s => s.Number >= (again ? 61 : 60) && s.Number <= 63)))
                : "",
            IsReturn = isReturn,
            ReturnReason = isReturn ? ReasonOf(Field(34)) : "",
            InstructedAmount = purpose.Amount("OAMT", currency),
            Charges = purpose.Amount("COAM", currency),
        };

        string First(string key, string word) => purpose.Value(key) is { Length: > 0 } value ? value : purpose.Value(word);
    }

    private static string WithoutScheme(string reference) =>
        Schemes.FirstOrDefault(s => reference.EndsWith(s, StringComparison.Ordinal)) is { } scheme
            ? reference[..^scheme.Length] : reference;

    private static string ReasonOf(string number) =>
        number.Length >= 3 && Reasons.TryGetValue(number[..3], out var reason) ? reason : number;

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
