namespace OrderToCash.Banking;

/// <summary>Field 61: the movement itself.</summary>
internal sealed record Mt940Line
{
    public required LocalDate ValueOn { get; init; }

    public required LocalDate BookedOn { get; init; }

    public required Money Amount { get; init; }

    public required bool IsReversal { get; init; }

    /// <summary>Announced, not booked (EC, ED of MT942).</summary>
    public required bool IsExpected { get; init; }

    /// <summary>NTRF, NCHG, FMSC ...</summary>
    public string Type { get; init; } = "";

    public string CustomerReference { get; init; } = "";

    public string BankReference { get; init; } = "";

    /// <summary>The second line, whatever the bank puts there.</summary>
    public string Supplement { get; init; } = "";

    /// <summary>YYMMDD [MMDD] [R|E](C|D)[funds] amount type reference [//bank reference], then the supplement.</summary>
    public static Result<Mt940Line> Read(Mt940Field field, Currency currency, string target)
    {
        var text = field.First.AsSpan();
        if (text.Length < 6 || !SwiftText.TryDate(text[..6], out var value))
            return Result.Failure<Mt940Line>(BankFileErrors.BadDate.At(target,
                ("date", text[..Math.Min(6, text.Length)].ToString()), ("line", field.Line), ("position", 1)));
        var at = SkipBlanks(text, 6);
        var booked = value;
        if (at + 4 <= text.Length && char.IsAsciiDigit(text[at]))
        {
            if (!SwiftText.TryDay(text.Slice(at, 4), value, out booked))
                return Result.Failure<Mt940Line>(BankFileErrors.BadDate.At(target,
                    ("date", text.Slice(at, 4).ToString()), ("line", field.Line), ("position", at + 1)));
            at = SkipBlanks(text, at + 4);
        }
        var marker = at;
        var (reversal, expected) = (At(text, at) == 'R', At(text, at) == 'E');
        if (reversal || expected) at++;
        if (At(text, at) is not ('C' or 'D'))
            return Result.Failure<Mt940Line>(BankFileErrors.NoDirection.At(target,
                ("direction", text[marker..Math.Min(text.Length, marker + 2)].ToString()), ("line", field.Line),
                ("position", marker + 1)));
        var isIn = (text[at] == 'C') != reversal;
        at++;
        if (char.IsAsciiLetter(At(text, at))) at++;
        // Some banks break the line in front of the amount, or in front of their own reference.
        var below = 1;
        if (at == text.Length && field.Lines.Count > 1)
        {
            text = string.Concat(field.First, field.Lines[1]);
            below = 2;
        }
        var amountAt = at;
        while (char.IsAsciiDigit(At(text, at)) || At(text, at) is ',' or '.') at++;
        if (!SwiftText.TryAmount(text[amountAt..at], currency, out var amount))
            return Result.Failure<Mt940Line>(BankFileErrors.BadAmount.At(target,
                ("amount", text[amountAt..at].ToString()), ("currency", currency),
                ("line", field.Line), ("position", amountAt + 1)));
        at = SkipBlanks(text, at);
        var hasType = char.IsAsciiLetter(At(text, at)) && at + 4 <= text.Length
            && !text[at..].TrimEnd().SequenceEqual("NONREF");
        var type = hasType ? text.Slice(at, 4).ToString() : "";
        var rest = text[(at + type.Length)..].ToString();
        if (below < field.Lines.Count && field.Lines[below].StartsWith("//", StringComparison.Ordinal)
            && !rest.Contains("//", StringComparison.Ordinal))
            rest += field.Lines[below++];
        var split = rest.IndexOf("//", StringComparison.Ordinal);
        return Result.Success(new Mt940Line
        {
            ValueOn = value,
            BookedOn = booked,
            Amount = isIn ? amount : -amount,
            IsReversal = reversal || type.EndsWith("RTI", StringComparison.Ordinal),
            IsExpected = expected,
            Type = type.TrimEnd(),
            CustomerReference = SwiftText.Reference(split < 0 ? rest : rest[..split]),
            BankReference = split < 0 ? "" : SwiftText.Reference(rest[(split + 2)..]),
            Supplement = string.Join(' ', field.Lines.Skip(below)).Trim(),
        });
    }

    /// <summary>The entry it makes together with field 86; its identity is still to be made.</summary>
    public BankEntry With(Mt940Details details, string account)
    {
        var (reference, supplement, name) = (CustomerReference, Supplement, details.CounterpartyName);
        var other = details.CounterpartyAccount;
        // Some Dutch banks: the account instead of a reference, the name in the second line. References may look alike, so it has
        // to be as long as the accounts of its country are.
        if (SwiftText.IsIban(reference))
        {
            if (name.Length == 0) name = supplement;
            if (other.Length == 0) other = reference;
            reference = "";
        }
        if (other.Length == 0 && SwiftText.LooksLikeIban(supplement)) (other, supplement) = (supplement, "");
        var isReversal = IsReversal || details.IsReturn;
        var final = Amount.IsNegative != isReversal ? details.UltimateCreditor : details.UltimateDebtor;
        var charges = details.Charges ?? SwiftText.AmountWithCurrency(Told("/CHGS/", details));
        var ordered = details.InstructedAmount ?? SwiftText.AmountWithCurrency(Told("/OCMT/", details));
        return new()
        {
            Account = account,
            Identity = "",
            BookedOn = BookedOn,
            ValueOn = ValueOn,
            Amount = Amount,
            IsReversal = isReversal,
            ReturnReason = details.ReturnReason,
            EndToEndId = SwiftText.Reference(details.EndToEndId),
            MandateId = SwiftText.Reference(details.MandateId),
            BankReference = BankReference,
            TransactionCode = Type + (details.BusinessCode.Length == 0 ? "" : "+" + details.BusinessCode),
            CounterpartyName = final.Length > 0 ? final : name,
            CounterpartyAccount = account == other || account.EndsWith("/" + other, StringComparison.Ordinal) ? "" : other,
            CounterpartyBank = details.CounterpartyBank,
            CounterpartyAddress = details.CounterpartyAddress,
            RemittanceText = details.Text.Length > 0 ? details.Text : string.Join(' ', reference, supplement).Trim(),
            CustomerReference = reference.Length > 0 ? reference : SwiftText.Reference(details.CustomerReference),
            Claims = details.Claims,
            InstructedAmount = ordered,
            Rate = BankRates.Of(details.Rate ?? SwiftText.RateOf(Told("/EXCH/", details)), ordered, Amount, BookedOn),
            Charges = charges is { } kept && kept.Currency == Amount.Currency ? kept : Money.Zero(Amount.Currency),
            BankText = details.BankText.Length > 0 ? details.BankText : supplement,
            BatchedTransactions = details.Transactions,
        };
    }

    // "/OCMT/EUR100,00/CHGS/EUR1,50/": what was ordered, and what the banks kept, in the second line or in the text.
    private string Told(string key, Mt940Details details)
    {
        foreach (var text in (string[])[Supplement, details.Text])
        {
            var start = text.IndexOf(key, StringComparison.Ordinal);
            if (start < 0) continue;
            var value = text[(start + key.Length)..];
            var end = value.IndexOf('/', StringComparison.Ordinal);
            return (end < 0 ? value : value[..end]).Trim();
        }
        return "";
    }

    private static char At(ReadOnlySpan<char> text, int index) => index < text.Length ? text[index] : '\0';

    private static int SkipBlanks(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        return at;
    }
}
