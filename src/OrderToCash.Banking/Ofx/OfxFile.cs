using System.Globalization;
using NodaTime.Text;

namespace OrderToCash.Banking;

/// <summary>Gathers statements from the tags. Aggregates are known by name; whatever else is there is passed over.</summary>
internal sealed class OfxFile(OfxTokens tokens, BankFileLimits limits)
{
    // Beyond it no money is: the rate of such an amount is none.
    private const decimal MostOrdered = 1_000_000_000_000m;

    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("yyyyMMdd");

    private readonly Dictionary<string, (string Text, int Line)> fields = new(StringComparer.Ordinal);
    private StatementBuilder? open;
    private string aggregate = "";
    private (string Code, string Message) answer;
    private bool done, foundEnd, inEntry;
    private int number, seen;

    public DomainError? Refusal { get; private set; }

    public BankStatement? Next()
    {
        if (done) return null;
        try
        {
            while (tokens.TryRead(out var tag, out var text))
                if (Take(tag, text) is { } statement) return statement;
            done = true;
            if (!foundEnd || open is not null) Refusal = BankFileErrors.Truncated.With(("line", tokens.Line), ("position", 0));
            else if (number == 0 && answer.Code is { Length: > 0 } code)
                Refusal = BankFileErrors.BankAnswered.With(
                    ("code", code), ("message", answer.Message), ("line", tokens.Line), ("position", 0));
            else if (number == 0) Refusal = BankFileErrors.NoStatement.With(("line", tokens.Line), ("position", 0));
        }
        catch (BankFileRefusedException e)
        {
            (done, Refusal) = (true, e.Error);
        }
        return End(Refusal);
    }

    private BankStatement? Take(string tag, string text)
    {
        switch (tag)
        {
            case "STMTRS" or "CCSTMTRS" or "INVSTMTRS":
                var cut = End(open is null ? null : BankFileErrors.Truncated.With(("line", tokens.Line), ("position", 0)));
                open = new StatementBuilder($"{tag}[{++number}]", tokens.Line, limits) { Kind = BankStatementKind.Statement };
                return cut;
            case "/STMTRS" or "/CCSTMTRS" or "/INVSTMTRS": return End(null);
            case "STMTTRN": inEntry = true; fields.Clear(); return null;
            case "/STMTTRN":
                if (inEntry) TakeEntry();
                (inEntry, aggregate) = (false, "");
                return null;
            // Announced, not booked (OFX 2.2).
            case "STMTTRNP" when open is not null: open.NotBooked++; return null;
            case "/OFX": foundEnd = true; return null;
            // An aggregate in the standard; some banks write the name itself.
            case "PAYEE" when inEntry && text.Length > 0: break;
            case "STATUS" or "LEDGERBAL" or "AVAILBAL" or "BANKACCTTO" or "CCACCTTO" or "PAYEE" or "ORIGCURRENCY" or "CURRENCY":
                aggregate = tag;
                return null;
        }
        if (tag.StartsWith('/'))
        {
            if (tag.AsSpan(1).SequenceEqual(aggregate)) aggregate = "";
            return null;
        }
        if (inEntry) fields.TryAdd(aggregate.Length > 0 ? aggregate + "." + tag : tag, (text, tokens.Line));
        else TakeHeader(tag, text);
        return null;
    }

    private void TakeHeader(string tag, string text)
    {
        if (aggregate == "STATUS" && tag == "CODE" && text.Length > 0 && text != "0") answer = (text, answer.Message ?? "");
        if (aggregate == "STATUS" && tag == "MESSAGE" && answer.Code is { Length: > 0 }) answer = (answer.Code, text);
        if (open is null || text.Length == 0) return;
        switch (tag)
        {
            case "CURDEF": SetCurrency(text); break;
            case "ACCTID" when open.Account.Length == 0: open.Account = text.Replace(" ", "", StringComparison.Ordinal); break;
            case "DTSTART": open.From ??= DayOf(text); break;
            case "DTEND": open.To ??= DayOf(text); break;
            case "BALAMT" when aggregate == "LEDGERBAL":
                if (TryAmount(text, out var balance)) open.Closing = balance;
                else open.Find(BankFileErrors.BadAmount.At($"{open.Path}.LEDGERBAL",
                    ("amount", text), ("currency", open.Currency), ("line", tokens.Line), ("position", 0)));
                break;
        }
    }

    private void SetCurrency(string code)
    {
        if (Currency.TryOf(code.ToUpperInvariant(), out var currency)) open!.Currency = currency;
        else open!.Find(BankFileErrors.UnknownCurrency.At($"{open.Path}.CURDEF",
            ("currency", code), ("line", tokens.Line), ("position", 0)));
    }

    private void TakeEntry()
    {
        if (open is null) return;
        seen++;
        var target = $"{open.Path}.STMTTRN[{seen}]";
        if (open.Currency == default && Field("CURRENCY.CURSYM") is { Length: > 0 } symbol) SetCurrency(symbol);
        if (open.Currency == default)
        {
            open.Refuse(BankFileErrors.UnknownCurrency.At(target, ("currency", ""), ("line", tokens.Line), ("position", 0)));
            return;
        }
        if (Field("CORRECTFITID") is { Length: > 0 } corrected)
            Refuse(BankFileErrors.Correction.At(target, ("reference", corrected), ("action", Field("CORRECTACTION")),
                ("line", LineOf("CORRECTFITID")), ("position", 0)));
        else if (Currency.TryOf(Field("CURRENCY.CURSYM").ToUpperInvariant(), out var own) && own != open.Currency)
            Refuse(BankFileErrors.OtherCurrency.At(target,
                ("currency", own), ("account", open.Currency), ("line", LineOf("TRNAMT")), ("position", 0)));
        else if (IsBalance()) open.NotBooked++;
        else if (DayOf(Field("DTPOSTED")) is not { } day)
            Refuse(BankFileErrors.BadDate.At(target, ("date", Field("DTPOSTED")), ("line", LineOf("DTPOSTED")), ("position", 0)));
        else if (!TryAmount(Field("TRNAMT"), out var amount))
            Refuse(BankFileErrors.BadAmount.At(target, ("amount", Field("TRNAMT")), ("currency", open.Currency),
                ("line", LineOf("TRNAMT")), ("position", 0)));
        else if (amount.IsZero) open.NotBooked++;
        else if (open.Account.Length > 0) open.Add(EntryOf(day, amount));

        void Refuse(DomainError finding) => open.Refuse(finding);
    }

    // Banks of Brazil list balances among the entries ("Saldo Anterior", "Saldo do dia"), without an id.
    private bool IsBalance() => SwiftText.Reference(Field("FITID")).Length == 0
        && (Field("MEMO") is { Length: > 0 } memo ? memo : Field("NAME")).Replace(" ", "", StringComparison.Ordinal)
            .StartsWith("SALDO", StringComparison.OrdinalIgnoreCase);

    private static readonly string[] AddressFields = ["ADDR1", "ADDR2", "ADDR3", "POSTALCODE", "CITY", "STATE", "COUNTRY"];

    private BankEntry EntryOf(LocalDate day, Money amount)
    {
        var name = Field("NAME") is { Length: > 0 } stated ? stated
            : Field("PAYEE.NAME") is { Length: > 0 } payee ? payee : Field("PAYEE");
        var memo = Field("MEMO");
        var check = Field("CHECKNUM");
        var other = Field("BANKACCTTO.ACCTID") is { Length: > 0 } bank ? bank : Field("CCACCTTO.ACCTID");
        return new()
        {
            Account = open!.Account,
            Identity = "",
            BookedOn = day,
            ValueOn = DayOf(Field("DTAVAIL")),
            Amount = amount,
            TransactionCode = Field("TRNTYPE").ToUpperInvariant(),
            BankReference = SwiftText.Reference(Field("FITID")),
            CustomerReference = SwiftText.Reference(Field("REFNUM") is { Length: > 0 } reference ? reference : check),
            CounterpartyName = AchText.Originator($"{name} {memo}") is { Length: > 0 } company ? company : name,
            CounterpartyAccount = other.Replace(" ", "", StringComparison.Ordinal),
            CounterpartyBank = Field("BANKACCTTO.BANKID"),
            CounterpartyAddress = string.Join(", ", AddressFields.Select(f => Field($"PAYEE.{f}")).Where(f => f.Length > 0)),
            RemittanceText = memo.Length > 0 ? memo : name,
            InstructedAmount = RateOf(amount, day) is { } rate ? amount.Convert(rate, Rounding.HalfAwayFromZero) : null,
            Rate = RateOf(amount, day),
            Charges = Money.Zero(open.Currency),
        };
    }

    // ORIGCURRENCY: the amount is in the account's currency, what was ordered was in CURSYM at CURRATE.
    private ExchangeRate? RateOf(Money amount, LocalDate day) =>
        Currency.TryOf(Field("ORIGCURRENCY.CURSYM"), out var currency) && currency != amount.Currency
        && TryNumber(Field("ORIGCURRENCY.CURRATE"), out var rate)
        && rate is > 0.000001m and < 1_000_000m && Math.Abs(amount.Amount) / rate < MostOrdered
            ? new(currency, amount.Currency, rate, day, "OFX")
            : null;

    private string Field(string name) => fields.TryGetValue(name, out var field) ? field.Text : "";

    private int LineOf(string name) => fields.TryGetValue(name, out var field) ? field.Line : tokens.Line;

    private bool TryAmount(string text, out Money money)
    {
        money = default;
        if (open!.Currency == default) return false;
        var (point, comma) = (text.LastIndexOf('.'), text.LastIndexOf(','));
        if (point >= 0 && comma >= 0) return CsvText.TryMoney(text, point > comma ? '.' : ',', open.Currency, out money);
        if (TryNumber(text, out var number)) return Money.TryOf(number, open.Currency, out money);
        return CsvText.TryMoney(text, comma >= 0 ? ',' : '.', open.Currency, out money);
    }

    // The decimal separator is a point or, where there is none, a comma. Where both stand, the last one is.
    private static bool TryNumber(string text, out decimal number) => decimal.TryParse(
        text.Contains('.', StringComparison.Ordinal) ? text : text.Replace(',', '.'),
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    // 20130831165153.000[-8:PST]: the day is the one the bank wrote; no zone moves it.
    private static LocalDate? DayOf(string text) =>
        text.Length >= 8 && Day.Parse(text[..8]).TryGetValue(default, out var day) ? day : null;

    private BankStatement? End(DomainError? brokenOff)
    {
        if (open is not { } ending) return null;
        if (inEntry && brokenOff is null) TakeEntry();
        (open, inEntry, seen) = (null, false, 0);
        return ending.Finish(brokenOff);
    }
}
