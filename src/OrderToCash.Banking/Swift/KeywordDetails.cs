using System.Globalization;

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
        "ACW", "BNF", "TXT", "PY", "PT", "AC", "BN", "CRNM", "RBRF", "BBAN", "CDTRREFTP", "CDTRREF", "BUSP", "NRTX", "PIND",
    ];

    public static Mt940Details? TryRead(string text, bool isOut)
    {
        if (!text.StartsWith('/')) return null;
        var values = Split(text);
        if (values.Count == 0 || !values.Exists(v => v.Key is "EREF" or "NAME" or "REMI" or "IBAN" or "CNTP" or "ORDP" or "BENM"
            or "PY" or "OCMT" or "PREF"))
            return null;
        string Value(string key) => values.Find(v => v.Key == key && v.Value.Length > 0).Value ?? "";
        var party = Value("CNTP").Split('/');
        // Where both are named, the account's holder is one of them.
        var (them, us) = isOut ? ("BENM", "ORDP") : ("ORDP", "BENM");
        var plain = PlainParty.Of(Value(them));
        var account = FirstOf(Value("IBAN"), party[0], Value("BBAN"), plain.Account);
        var name = FirstOf(
            NameOf(values, them), NameOf(values, ""), NameOf(values, us), party.Length > 2 ? party[2] : "", plain.Name);
        var (ordered, behind) = Amount(Value("OCMT"));
        var (remittance, claims) = Remittance(Value("REMI"), Value("CDTRREF"));
        var reason = Value("RTRN");
        // Where nothing else says what it is for, words behind our own name do.
        var ours = name.Length == 0 || plain.Name.Length > 0 ? Value(us) : "";
        var purpose = !claims.IsEmpty ? remittance : FirstOf(remittance, Value("PY").Trim('/', ' '), plain.Text, behind, ours);
        return new()
        {
            BusinessCode = Value("TRCD").Trim('/'),
            Text = purpose.Length > 0 || !claims.IsEmpty ? purpose : Value("TRTP"),
            BankText = FirstOf(Value("TRTP"), Value("BUSP")).Trim('/', ' '),
            InstructedAmount = ordered,
            Rate = SwiftText.RateOf(Value("EXCH").Trim('/', ' ')),
            Charges = Amount(Value("CHGS")).Money,
            EndToEndId = Value("EREF").TrimEnd('/'),
            CustomerReference = FirstOf(Value("PREF"), Value("KREF")).TrimEnd('/'),
            MandateId = (Value("MARF") is { Length: > 0 } mandate ? mandate : Value("MREF")).TrimEnd('/'),
            CounterpartyName = name.TrimEnd('/', ' '),
            UltimateDebtor = NameOf(values, "ULTD").TrimEnd('/', ' '),
            UltimateCreditor = NameOf(values, "ULTC").TrimEnd('/', ' '),
            CounterpartyAccount = account.TrimEnd('/').Replace(" ", "", StringComparison.Ordinal),
            CounterpartyBank = FirstOf(Value("BIC"), party.Length > 1 ? party[1] : "", plain.Bank).Trim('/', ' '),
            CounterpartyAddress = Value("ADDR").Trim('/', ' '),
            IsReturn = reason.Length > 0,
            ReturnReason = reason.Trim('/'),
            Transactions =
                int.TryParse(Value("NRTX").Trim('/'), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0,
            Claims = claims,
        };
    }

    /// <summary>True when a line ends in the middle of a keyword that the next one goes on with.</summary>
    public static bool IsCutKey(string line, string next)
    {
        var (slash, end) = (line.LastIndexOf('/'), next.IndexOf('/'));
        return slash >= 0 && end > 0 && Array.IndexOf(Keys, line[(slash + 1)..] + next[..end]) >= 0;
    }

    // A name is that of the party whose keyword stands before it, if any does.
    private static string NameOf(List<(string Key, string Value)> values, string party)
    {
        var role = "";
        foreach (var (key, value) in values)
        {
            if (key is "ORDP" or "BENM" or "ULTD" or "ULTC") role = key;
            else if (key == "CNTP") role = "";
            else if (key == "NAME" && role == party && value.Length > 0) return value;
        }
        return "";
    }

    // An amount, and what stands behind it: banks that know no other keyword write the text there.
    private static (Money? Money, string Behind) Amount(string stated)
    {
        var value = stated.TrimStart('/', ' ');
        var slash = value.IndexOf('/', StringComparison.Ordinal);
        var (amount, behind) = slash < 0 ? (value, "") : (value[..slash], value[(slash + 1)..].Trim('/', ' '));
        return (SwiftText.AmountWithCurrency(amount.Trim()), behind);
    }

    private static string FirstOf(params ReadOnlySpan<string> values)
    {
        foreach (var value in values)
            if (value.Length > 0) return value;
        return "";
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

    // "USTD//text", "STRD/CUR/reference", "ISSUER: CUR REF: reference", or the text itself; the reference may have a keyword of
    // its own.
    private static (string Text, EquatableArray<RemittanceClaim> Claims) Remittance(string text, string stated)
    {
        if (text.StartsWith("USTD//", StringComparison.Ordinal)) text = text[6..];
        if (Claim(stated.Trim('/')) is [_] own) return (text.Trim('/', ' '), own);
        if (text.StartsWith("STRD/", StringComparison.Ordinal))
        {
            var slash = text.IndexOf('/', 5);
            return ("", Claim(text[(slash < 0 ? 5 : slash + 1)..].Trim('/')));
        }
        var at = text.StartsWith("ISSUER:", StringComparison.OrdinalIgnoreCase)
            ? text.IndexOf("REF:", StringComparison.OrdinalIgnoreCase)
            : -1;
        return at > 0 && IsReference(text[(at + 4)..]) && Claim(text[(at + 4)..].Trim('/')) is [_] slip
            ? ("", slip) : (text.Trim('/', ' '), []);
    }

    // Digits, in groups as well; letters may stand in front. Words behind them are a text.
    private static bool IsReference(string text)
    {
        var words = text.Split([' ', '/'], StringSplitOptions.RemoveEmptyEntries);
        return words is [var first, ..] && first.AsSpan().IndexOfAnyInRange('0', '9') >= 0
            && words.Skip(1).All(w => w.All(char.IsAsciiDigit));
    }

    private static EquatableArray<RemittanceClaim> Claim(string text)
    {
        var reference = SwiftText.Reference(text).Replace(" ", "", StringComparison.Ordinal);
        return reference.Length == 0 ? [] : [new RemittanceClaim { StructuredReference = reference }];
    }

    /// <summary>
    /// A party without keywords of its own: <c>/ORDP/account/bank/name</c>, <c>/ORDP/account/name/text</c> or
    /// <c>/ORDP/name/text</c>.
    /// </summary>
    private readonly record struct PlainParty(string Account, string Bank, string Name, string Text)
    {
        private const int ShortestAccount = 6;

        public static PlainParty Of(string value)
        {
            var parts = value.Split('/', 3);
            var (first, second, third) = (parts[0].Trim(), parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2) ?? "");
            if (first.Count(char.IsAsciiDigit) < ShortestAccount || !first.All(char.IsAsciiLetterOrDigit))
                return new("", "", first, value[parts[0].Length..].Trim('/', ' '));
            if (IsBank(second)) return new(first, second, third.Split('/')[0].Trim(), "");
            return new(first, "", second.Trim(), third.Trim('/', ' '));
        }

        private static bool IsBank(string text) => text.Length is 8 or 11
            && text.AsSpan(0, 6).IndexOfAnyExceptInRange('A', 'Z') < 0 && text.All(char.IsAsciiLetterOrDigit);
    }
}
