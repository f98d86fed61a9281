using System.Globalization;

namespace OrderToCash.Banking;

/// <summary>One message while it is read, field by field.</summary>
internal sealed class Mt940Statement(string path, int line, BankFileLimits limits, Mt940Page? before)
{
    private readonly StatementBuilder builder = new(path, line, limits);
    private readonly List<(string Direction, int Count, Money Sum, int Line)> sums = [];
    private Mt940Line? pending;
    private Mt940Field? details, ownDetails;
    private bool hasBalance, isInterim;
    private int seen;

    /// <summary>What the next message may go on with: this one closes with an intermediate balance (62M).</summary>
    public Mt940Page? Page { get; private set; }

    /// <summary>True when it opened with a balance and has not closed with one yet.</summary>
    public bool AwaitsClosing => builder.Opening is not null && builder.Closing is null;

    public void Take(Mt940Field field)
    {
        if (field.Tag == "86")
        {
            if (pending is null) return;
            if (details is null) details = field;
            else details.Continue(field);
            return;
        }
        if (field.Tag == "NS" && pending is not null)
        {
            ownDetails ??= field;
            return;
        }
        EndEntry();
        switch (field.Tag)
        {
            case "20": builder.Id = field.First.Trim(); break;
            case "25" or "25P": TakeAccount(field); break;
            case "28" or "28C": builder.Sequence = field.First.Trim(); break;
            case "60F" or "60M":
                builder.Opening = BalanceOf(field, out _);
                if (field.Tag == "60M" && before?.Account == builder.Account) builder.Identities = before.Identities;
                break;
            case "62F" or "62M":
                builder.Closing = BalanceOf(field, out var day);
                builder.To = day;
                Page = field.Tag == "62M" ? new(builder.Account, builder.Identities) : null;
                break;
            case "34F": TakeFloor(field); break;
            case "90C" or "90D": TakeSum(field); break;
            case "61": TakeLine(field); break;
        }
    }

    public BankStatement Finish(DomainError? brokenOff)
    {
        if (brokenOff is null) EndEntry();
        builder.Kind = isInterim && !hasBalance ? BankStatementKind.Report : BankStatementKind.Statement;
        foreach (var (direction, count, sum, at) in sums) CheckSum(direction, count, sum, at);
        if (brokenOff is null && builder.Kind == BankStatementKind.Statement && builder.Closing is null)
            brokenOff = BankFileErrors.Truncated.At(path, ("line", line), ("position", 0));
        return builder.Finish(brokenOff);
    }

    // ":25:" is an IBAN, a bare number, bank/number, bank/IBAN; some banks append the currency.
    private void TakeAccount(Mt940Field field)
    {
        var text = field.First.Replace(" ", "", StringComparison.Ordinal).Trim('/');
        var (account, currency) = AccountOf(text);
        if (builder.Account.Length > 0 && builder.Account != account)
        {
            builder.Find(BankFileErrors.BadField.At($"{path}.25",
                ("text", Shown(text)), ("field", "25"), ("line", field.Line), ("position", 1)));
            return;
        }
        if (builder.Currency == default && currency is { } stated) builder.Currency = stated;
        builder.Account = account;
    }

    private static (string Account, Currency? Currency) AccountOf(string text)
    {
        Currency? currency = null;
        if (text.Length > 4 && (char.IsAsciiDigit(text[^4]) || text[^4] == '/') && Currency.TryOf(text[^3..], out var stated)
            && !Iban.TryParse(text, out _))
            (currency, text) = (stated, text[..^3].TrimEnd('/'));
        var parts = text.Split('/');
        return (parts.Length > 1 && Array.Find(parts, SwiftText.LooksLikeIban) is { } iban ? iban : text, currency);
    }

    private static string Shown(string text) => text.Length > 40 ? text[..40] + "..." : text;

    // C110522EUR3236,28
    private Money? BalanceOf(Mt940Field field, out LocalDate? day)
    {
        (hasBalance, day) = (true, null);
        var text = field.First.Replace(" ", "", StringComparison.Ordinal);
        if (text.Length < 11 || text[0] is not ('C' or 'D') || !SwiftText.TryDate(text.AsSpan(1, 6), out var date))
        {
            builder.Find(BankFileErrors.BadField.At($"{path}.{field.Tag}",
                ("text", Shown(text)), ("field", field.Tag), ("line", field.Line), ("position", 1)));
            return null;
        }
        day = date;
        if (!TakeCurrency(text.Substring(7, 3), field)) return null;
        if (SwiftText.TryAmount(text.AsSpan(10), builder.Currency, out var money)) return text[0] == 'D' ? -money : money;
        builder.Find(BankFileErrors.BadAmount.At($"{path}.{field.Tag}",
            ("amount", Shown(text[10..])), ("currency", builder.Currency), ("line", field.Line), ("position", 11)));
        return null;
    }

    private bool TakeCurrency(string code, Mt940Field field)
    {
        if (!Currency.TryOf(code, out var currency))
        {
            builder.Find(BankFileErrors.UnknownCurrency.At($"{path}.{field.Tag}",
                ("currency", code), ("line", field.Line), ("position", 8)));
            return false;
        }
        if (builder.Currency == default || builder.Count == 0 && builder.Opening is null) builder.Currency = currency;
        if (builder.Currency == currency) return true;
        builder.Find(BankFileErrors.OtherCurrency.At($"{path}.{field.Tag}",
            ("currency", currency), ("account", builder.Currency), ("line", field.Line), ("position", 8)));
        return false;
    }

    // MT942: the least amount reported. It is what tells the currency there.
    private void TakeFloor(Mt940Field field)
    {
        isInterim = true;
        if (field.First.Length >= 3) TakeCurrency(field.First[..3], field);
    }

    // 12EUR2,30: how many entries and their sum, in one direction.
    private void TakeSum(Mt940Field field)
    {
        isInterim = true;
        var text = field.First.AsSpan().Trim();
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        if (digits is > 0 and < 8 && text.Length > digits + 3 && TakeCurrency(text.Slice(digits, 3).ToString(), field)
            && SwiftText.TryAmount(text[(digits + 3)..], builder.Currency, out var sum))
            sums.Add((field.Tag, int.Parse(text[..digits], CultureInfo.InvariantCulture), sum, field.Line));
        else
            builder.Find(BankFileErrors.BadField.At($"{path}.{field.Tag}",
                ("text", Shown(field.First)), ("field", field.Tag), ("line", field.Line), ("position", 1)));
    }

    private void CheckSum(string direction, int count, Money sum, int at)
    {
        var ours = builder.Entries.Where(e => e.Amount.IsNegative == (direction == "90D")).ToList();
        var total = Money.Sum(ours.Select(e => e.Amount.Abs()), sum.Currency);
        if (ours.Count != count || total != sum)
            builder.Find(BankFileErrors.ControlTotal.At($"{path}.{direction}", ("record", direction),
                ("stated", $"{count} entries of {sum}"), ("found", $"{ours.Count} of {total}"), ("line", at), ("position", 1)));
    }

    private void TakeLine(Mt940Field field)
    {
        seen++;
        if (builder.Currency == default)
        {
            builder.Refuse(BankFileErrors.UnknownCurrency.At($"{path}.61[{seen}]",
                ("currency", ""), ("line", field.Line), ("position", 1)));
            return;
        }
        var read = Mt940Line.Read(field, builder.Currency, $"{path}.61[{seen}]");
        if (read.TryGet(out var entry, out var errors)) pending = entry;
        else foreach (var error in errors) builder.Refuse(error);
    }

    private void EndEntry()
    {
        if (pending is { } entry)
        {
            if (entry.Amount.IsZero || entry.IsExpected) builder.NotBooked++;
            else if (builder.Account.Length > 0)
                builder.Add(entry.With(Details(entry), builder.Account));
        }
        (pending, details, ownDetails) = (null, null, null);
    }

    private Mt940Details Details(Mt940Line entry) =>
        details is null && ownDetails is not null && NonSwiftDetails.TryRead(ownDetails.Lines) is { } own
            ? own
            : Mt940Details.Of(details, builder.Currency, entry.Amount.IsNegative != entry.IsReversal);
}

/// <summary>A statement that goes on in the next message: equal lines on both of its pages are two.</summary>
internal sealed record Mt940Page(string Account, EntryIdentities Identities);
