using System.Globalization;

namespace OrderToCash.Banking;

/// <summary>One account (03) with its details (16) and its trailer (49).</summary>
internal sealed class Bai2Account
{
    // Returned items, rejects and reversals in the uniform code list; everything below 400 is money in, from 400 to 699 money
    // out.
    private static readonly string[] Returns =
        ["252", "255", "257", "258", "261", "266", "552", "555", "557", "558", "561", "566"];

    private readonly StatementBuilder builder;
    private readonly Bai2Group group;
    private readonly Bai2Record header;
    private decimal control;
    private int records, details;

    public Bai2Account(string path, Bai2Record header, Bai2Group group, BankFileLimits limits)
    {
        (this.header, this.group) = (header, group);
        builder = new(path, header.Line, limits)
        {
            Kind = group.IsInterim ? BankStatementKind.Report : BankStatementKind.Statement,
            From = group.AsOf,
            To = group.AsOf,
        };
        records = header.Count;
        var fields = header.Fields();
        builder.Account = Bai2Group.At(fields, 0).Replace(" ", "", StringComparison.Ordinal);
        var code = Bai2Group.At(fields, 1) is { Length: > 0 } own ? own : group.Currency;
        if (Currency.TryOf(code, out var currency)) builder.Currency = currency;
        else builder.Find(BankFileErrors.UnknownCurrency.At(path, ("currency", code), ("line", header.Line), ("position", 1)));
        if (group.AsOf is null)
            builder.Find(BankFileErrors.BadDate.At(path, ("date", ""), ("line", header.Line), ("position", 1)));
        TakeSummaries(fields);
    }

    public void TakeDetail(Bai2Record record)
    {
        records += record.Count;
        details++;
        var target = $"{builder.Path}.16[{details}]";
        var (fields, more) = record.Detail(Needed);
        if (builder.Currency == default || group.AsOf is not { } day) return;
        var code = fields[0].Trim();
        if (DirectionOf(code) == 0 && (fields.Length < 2 || fields[1].Trim().TrimEnd('/').Length == 0))
        {
            builder.NotBooked++;
            return;
        }
        if (fields.Length < 2 || !Bai2Group.TryAmount(fields[1].Trim().TrimEnd('/'), builder.Currency, out var amount))
        {
            builder.Refuse(BankFileErrors.BadAmount.At(target, ("amount", fields.Length < 2 ? "" : fields[1]),
                ("currency", builder.Currency), ("line", record.Line), ("position", 4)));
            return;
        }
        control += amount.MinorUnits;
        if (DirectionOf(code) is not { } direction)
        {
            builder.Refuse(BankFileErrors.NoDirection.At(target, ("direction", code), ("line", record.Line), ("position", 4)));
            return;
        }
        if (amount.IsZero || direction == 0 || group.Status is "2" or "4")
        {
            builder.NotBooked++;
            return;
        }
        var at = 2;
        var value = SkipFunds(fields, ref at);
        var text = new Bai2Text(string.Join(',', fields.Skip(at + 2)).TrimEnd('/', ' '), more);
        builder.Add(new()
        {
            Account = builder.Account,
            Identity = "",
            BookedOn = day,
            ValueOn = value,
            Amount = direction < 0 ? -amount : amount,
            IsReversal = Array.IndexOf(Returns, code) >= 0,
            ReturnReason = Array.IndexOf(Returns, code) >= 0 ? text.ReturnReason : "",
            TransactionCode = code,
            BankReference = SwiftText.Reference(Field(fields, at)),
            CustomerReference = SwiftText.Reference(Field(fields, at + 1)),
            EndToEndId = SwiftText.Reference(text.Value("EREF")),
            CounterpartyName = text.Value(direction > 0 ? "DBNM" : "CRNM") is { Length: > 0 } name
                ? name
                : AchText.Originator(text.All),
            CounterpartyAccount = text.Value(direction > 0 ? "DACT" : "CACT").Replace(" ", "", StringComparison.Ordinal),
            RemittanceText = text.Value("REMI") is { Length: > 0 } remittance ? remittance : text.All,
            Charges = Money.Zero(builder.Currency),
        });
    }

    public void TakeUnknown(Bai2Record record)
    {
        records += record.Count;
        builder.Find(BankFileErrors.BadField.At(builder.Path,
            ("text", record.Code), ("field", "record code"), ("line", record.Line), ("position", 1)));
    }

    public void TakeTrailer(Bai2Record record)
    {
        records += record.Count;
        var fields = record.Fields();
        StatedTotal = Check(record, fields, 0, "control total", control) ?? control;
        Check(record, fields, 1, "record count", records);
    }

    /// <summary>What the trailer states as the sum of the account, else what it is.</summary>
    public decimal StatedTotal { get; private set; }

    /// <summary>The physical records from the account's header to its trailer.</summary>
    public int Records => records;

    /// <summary>Holds a number that a trailer states against what is there; the number when it states one.</summary>
    public decimal? Check(Bai2Record record, List<string> fields, int index, string what, decimal found)
    {
        if (!decimal.TryParse(Bai2Group.At(fields, index), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
            out var stated))
            return null;
        if (stated != found)
            builder.Find(BankFileErrors.ControlTotal.At(builder.Path, ("record", what), ("stated", $"{stated}"),
                ("found", $"{found}"), ("line", record.Line), ("position", 4)));
        return stated;
    }

    public BankStatement Finish(DomainError? brokenOff) => builder.Finish(brokenOff);

    // type, amount, item count, funds type ...: 010 and 015 are the ledger balances.
    private void TakeSummaries(List<string> fields)
    {
        var array = fields.ToArray();
        for (var at = 2; at < array.Length;)
        {
            var (code, text) = (array[at], Field(array, at + 1));
            at += 3;
            SkipFunds(array, ref at);
            if (text.Length == 0 || builder.Currency == default) continue;
            if (!Bai2Group.TryAmount(text, builder.Currency, out var amount))
            {
                builder.Find(BankFileErrors.BadAmount.At(builder.Path,
                    ("amount", text), ("currency", builder.Currency), ("line", header.Line), ("position", 4)));
                continue;
            }
            control += amount.MinorUnits;
            if (code == "010") builder.Opening = amount;
            if (code == "015") builder.Closing = amount;
        }
    }

    // Funds type: S has three amounts, V a value date and a time, D a number of (days, amount) pairs, the others nothing.
    private static LocalDate? SkipFunds(string[] fields, ref int at)
    {
        var type = Field(fields, at++);
        switch (type)
        {
            case "S":
                at += 3;
                return null;
            case "V":
                at += 2;
                return SwiftText.TryDate(Field(fields, at - 2), out var value) ? value : null;
            case "D":
                var pairs = int.TryParse(Field(fields, at++), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
                at += 2 * Math.Min(pairs, fields.Length);
                return null;
            default:
                return null;
        }
    }

    // Everything in front of the text: type, amount, funds type with what belongs to it, the bank's and the customer's reference.
    private static int Needed(string[] fields)
    {
        var at = 2;
        SkipFunds(fields, ref at);
        return at + 2;
    }

    private static string Field(string[] fields, int index) => index < fields.Length ? fields[index].Trim().TrimEnd('/') : "";

    private static int? DirectionOf(string code)
    {
        if (!int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        return number switch
        {
            >= 100 and < 400 or >= 920 and < 960 => 1,
            >= 400 and < 700 or >= 960 and < 1000 => -1,
            890 => 0,
            _ => null,
        };
    }
}

/// <summary>The text of a detail: free, or lines of the form <c>KEY: value</c>.</summary>
internal sealed class Bai2Text
{
    private readonly List<string> lines = [];

    public Bai2Text(string first, IEnumerable<string> more)
    {
        if (first.Trim() is { Length: > 0 } text) lines.Add(text);
        lines.AddRange(more.Select(m => m.Trim()).Where(m => m.Length > 0));
    }

    public string All => string.Join(' ', lines);

    /// <summary>R02 and the like (Nacha), where the text says so.</summary>
    public string ReturnReason
    {
        get
        {
            var at = All.IndexOf("Reason: \"", StringComparison.OrdinalIgnoreCase);
            if (at < 0) return "";
            var end = All.IndexOf('"', at + 9);
            return end < 0 ? "" : All[(at + 9)..end];
        }
    }

    public string Value(string key)
    {
        foreach (var line in lines)
            if (line.StartsWith(key, StringComparison.Ordinal) && line.Length > key.Length && line[key.Length] == ':')
                return line[(key.Length + 1)..].Trim();
        return "";
    }
}
