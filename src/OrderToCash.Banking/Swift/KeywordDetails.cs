namespace OrderToCash.Banking;

/// <summary>
/// Field 86 with keywords between slashes: <c>/EREF/17/ORDP//NAME/JOHN DOE/REMI/USTD//INVOICE 4711</c> (SWIFT usage guidelines,
/// as Dutch, Nordic and Swiss banks write it).
/// </summary>
internal static class KeywordDetails
{
    private static readonly string[] Keys =
    [
        "EREF", "KREF", "PREF", "MARF", "MREF", "CSID", "CNTP", "ORDP", "BENM", "NAME", "IBAN", "BIC", "REMI", "RTRN", "TRTP",
        "ISDT", "ADDR", "ID", "PURP", "ULTC", "ULTD", "TRCD", "SVCL", "OCMT", "CHGS", "EXCH", "RFB", "ROC", "ORD", "INS",
        "ACW", "BNF", "TXT", "PY", "PT", "AC", "BN", "CRNM", "RBRF",
    ];

    public static Mt940Details? TryRead(string text)
    {
        if (!text.StartsWith('/')) return null;
        var values = Split(text);
        if (values.Count == 0 || !values.Exists(v => v.Key is "EREF" or "NAME" or "REMI" or "IBAN" or "CNTP" or "ORDP" or "BENM"
            or "PY" or "OCMT"))
            return null;
        string Value(string key) => values.Find(v => v.Key == key).Value ?? "";
        var party = Value("CNTP").Split('/');
        var account = Value("IBAN") is { Length: > 0 } iban ? iban : party[0];
        var name = Value("NAME") is { Length: > 0 } stated ? stated : party.Length > 2 ? party[2] : "";
        var (remittance, claims) = Remittance(Value("REMI"));
        var reason = Value("RTRN");
        var purpose = remittance.Length > 0 || !claims.IsEmpty ? remittance : Value("PY").Trim('/', ' ');
        return new()
        {
            BusinessCode = Value("TRCD").Trim('/'),
            Text = purpose.Length > 0 || !claims.IsEmpty ? purpose : Value("TRTP"),
            BankText = Value("TRTP").Trim('/', ' '),
            InstructedAmount = SwiftText.AmountWithCurrency(Value("OCMT").Trim('/', ' ')),
            Rate = SwiftText.RateOf(Value("EXCH").Trim('/', ' ')),
            Charges = SwiftText.AmountWithCurrency(Value("CHGS").Trim('/', ' ')),
            EndToEndId = Value("EREF").TrimEnd('/'),
            MandateId = (Value("MARF") is { Length: > 0 } mandate ? mandate : Value("MREF")).TrimEnd('/'),
            CounterpartyName = name.TrimEnd('/', ' '),
            CounterpartyAccount = account.TrimEnd('/').Replace(" ", "", StringComparison.Ordinal),
            CounterpartyBank = (Value("BIC") is { Length: > 0 } bic ? bic : party.Length > 1 ? party[1] : "").Trim('/', ' '),
            CounterpartyAddress = Value("ADDR").Trim('/', ' '),
            IsReturn = reason.Length > 0,
            ReturnReason = reason.Trim('/'),
            Claims = claims,
        };
    }

    /// <summary>True when a line ends in the middle of a keyword that the next one goes on with.</summary>
    public static bool IsCutKey(string line, string next)
    {
        var (slash, end) = (line.LastIndexOf('/'), next.IndexOf('/'));
        return slash >= 0 && end > 0 && Array.IndexOf(Keys, line[(slash + 1)..] + next[..end]) >= 0;
    }

    private static List<(string Key, string Value)> Split(string text)
    {
        var marks = new List<(int At, int End, string Key)>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '/' || KeyAt(text, i + 1) is not { } key) continue;
            marks.Add((i, i + key.Length + 2, key));
            i += key.Length;
        }
        var values = new List<(string, string)>(marks.Count);
        for (var i = 0; i < marks.Count; i++)
        {
            var end = i + 1 < marks.Count ? marks[i + 1].At : text.Length;
            values.Add((marks[i].Key, marks[i].End >= end ? "" : text[marks[i].End..end].Trim()));
        }
        return values;
    }

    private static string? KeyAt(string text, int at)
    {
        foreach (var key in Keys)
            if (at + key.Length < text.Length && text[at + key.Length] == '/'
                && string.CompareOrdinal(text, at, key, 0, key.Length) == 0)
                return key;
        return null;
    }

    // "USTD//text", "STRD/CUR/reference", or the text itself.
    private static (string Text, EquatableArray<RemittanceClaim> Claims) Remittance(string text)
    {
        if (text.StartsWith("USTD//", StringComparison.Ordinal)) return (text[6..].Trim('/', ' '), []);
        if (!text.StartsWith("STRD/", StringComparison.Ordinal)) return (text.Trim('/', ' '), []);
        var slash = text.IndexOf('/', 5);
        var reference = SwiftText.Reference(text[(slash < 0 ? 5 : slash + 1)..].Trim('/'))
            .Replace(" ", "", StringComparison.Ordinal);
        return ("", reference.Length == 0 ? [] : [new RemittanceClaim { StructuredReference = reference }]);
    }
}
