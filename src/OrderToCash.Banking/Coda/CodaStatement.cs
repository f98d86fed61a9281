using System.Globalization;

namespace OrderToCash.Banking;

/// <summary>One statement while it is read, record by record.</summary>
internal sealed class CodaStatement(string path, int line, BankFileLimits limits)
{
    private readonly StatementBuilder builder = new(path, line, limits) { Kind = BankStatementKind.Statement };
    private readonly List<CodaMovement> group = [];
    private CodaMovement? current;
    private Money debit, credit;
    private int records, movements;
    private bool skipping;

    /// <summary>True after the record of the old balance: another one begins another statement.</summary>
    public bool HasAccount => builder.Account.Length > 0;

    public void Take(CodaRecord record)
    {
        var kind = record.Text[0];
        if (kind is '1' or '2' or '3' or '8') records++;
        switch (kind)
        {
            case '0': builder.Id = record.At(24, 34).Trim(); break;
            case '1': TakeOpening(record); break;
            case '2' when record.Text[1] == '1': TakeMovement(record); break;
            case '2' or '3': TakeMore(record, kind); break;
            case '4': break;
            case '8':
                EndGroup();
                builder.Closing = AmountOf(record, 41, "8");
                builder.To = DateOf(record, 57, "8");
                break;
            case '9': TakeTrailer(record); break;
            default: Bad(record, "record code", record.Text[..1]); break;
        }
    }

    public BankStatement Finish(DomainError? brokenOff)
    {
        EndGroup();
        return builder.Finish(brokenOff);
    }

    // Structure 0: Belgian number and currency; 1: foreign number; 2: Belgian IBAN; 3: foreign IBAN.
    private void TakeOpening(CodaRecord record)
    {
        var belgian = record.Text[1] is '0' or ' ';
        builder.Account = (belgian ? record.At(5, 17) : record.At(5, 39)).Replace(" ", "", StringComparison.Ordinal);
        builder.Sequence = record.At(2, 5);
        var code = belgian ? record.At(18, 21) : record.At(39, 42);
        if (Currency.TryOf(code, out var currency)) builder.Currency = currency;
        else builder.Find(BankFileErrors.UnknownCurrency.At($"{path}.1",
            ("currency", code), ("line", record.Line), ("position", belgian ? 19 : 40)));
        if (builder.Currency == default) return;
        (debit, credit) = (Money.Zero(builder.Currency), Money.Zero(builder.Currency));
        builder.Opening = AmountOf(record, 42, "1");
    }

    private void TakeMovement(CodaRecord record)
    {
        var sequence = record.At(2, 6);
        if (group.Count > 0 && group[0].Sequence != sequence) EndGroup();
        (current, skipping) = (null, true);
        movements++;
        var target = $"{path}.2[{movements}]";
        if (builder.Currency == default)
        {
            builder.Refuse(BankFileErrors.UnknownCurrency.At(target, ("currency", ""), ("line", record.Line), ("position", 1)));
            return;
        }
        var amount = AmountOf(record, 31, target, refuse: true);
        var booked = DateOf(record, 115, target);
        if (amount is not { } money || booked is not { } day)
        {
            if (booked is null) builder.Refuse(Date(record, 115, target));
            return;
        }
        skipping = false;
        current = new()
        {
            Line = record.Line,
            Sequence = sequence,
            Detail = record.At(6, 10),
            Amount = money,
            BookedOn = day,
            ValueOn = DateOf(record, 47, target),
            Code = record.At(53, 61),
            IsStructured = record.Text[61] == '1',
            BankReference = SwiftText.Reference(record.At(10, 31)),
            Communication = record.Text[62..115].TrimEnd(),
        };
        // The blanks inside a structured communication count; those between the parts of a free one do too.
        current.Communication = current.Communication.PadRight(53);
        // A group is held until its movement is whole: it counts before it is added.
        if (builder.Count + group.Count >= limits.Entries)
            throw new BankFileRefusedException(BankFileErrors.TooLarge.At(path,
                ("limit", limits.Entries), ("what", "entries in one statement"), ("line", record.Line), ("position", 0)));
        group.Add(current);
        if (current.IsDetail) return;
        if (money.IsNegative) debit -= money;
        else credit += money;
    }

    private void TakeMore(CodaRecord record, char kind)
    {
        if (current is null)
        {
            if (!skipping) Bad(record, "movement", record.Text[..2]);
            return;
        }
        switch ((kind, record.Text[1]))
        {
            case ('2', '2'):
                if (IsRoom(current.Communication)) current.Communication += record.Text[10..63];
                current.CustomerReference = record.At(63, 98).Trim();
                current.Bank = record.At(98, 109).Trim();
                (current.ReturnKind, current.ReturnReason) = (record.Text[112], record.At(113, 117).Trim());
                break;
            case ('2', '3'):
                // An old Belgian number has 12 digits, a blank and its currency; else 34 characters and the currency.
                var old = record.Text[22] == ' ' && record.Text[10..22].All(char.IsAsciiDigit);
                current.Account = record.At(10, old ? 22 : 44).Replace(" ", "", StringComparison.Ordinal);
                current.Name = record.At(47, 82).Trim();
                if (IsRoom(current.Communication)) current.Communication += record.Text[82..125];
                break;
            case ('3', '1') when record.Text[39] == '1' && record.At(40, 43) is "001":
                current.Going = CodaInformation.Party;
                // Record 2.3 has room for the first 35 letters of the name.
                var name = record.At(43, 113).Trim();
                if (name.StartsWith(current.Name, StringComparison.Ordinal)) current.Name = name;
                break;
            case ('3', '1'):
                current.Going = record.Text[39] == '1' ? CodaInformation.Other : CodaInformation.Text;
                Inform(record.At(40, 113));
                break;
            case ('3', '2') when current.Going == CodaInformation.Party:
                current.Address = string.Join(", ", new[] { Tagged.Tidy(record.At(10, 45)), Tagged.Tidy(record.At(45, 80)) }
                    .Where(t => t.Length > 0));
                break;
            case ('3', '2') or ('3', '3'):
                if (current.Going == CodaInformation.Text) Inform(record.At(10, record.Text[1] == '2' ? 115 : 100));
                break;
            default:
                Bad(record, "record", record.Text[..2]);
                break;
        }
    }

    private bool IsRoom(string text) => text.Length < limits.CharactersOfField;

    private void Inform(string text)
    {
        if (IsRoom(current!.Information)) current.Information = Joined(current.Information, text);
    }

    private static string Joined(string before, string text) =>
        string.Join(' ', new[] { before, text.Trim() }.Where(t => t.Length > 0));

    // Details of a collective movement are movements of their own when they add up to it; else they only explain it.
    private void EndGroup()
    {
        if (group.Count > 0 && builder.Account.Length > 0)
        {
            var main = group[0];
            var details = group.Skip(1).ToList();
            var collective = main.Code is ['1' or '2', ..] && details.Count > 0;
            if (collective && Money.Sum(details.Select(d => d.Amount), builder.Currency) == main.Amount)
                foreach (var detail in details) builder.Add(detail.Entry(builder.Account));
            else
            {
                if (collective)
                    builder.Find(BankFileErrors.DetailsDiffer.At(path,
                        ("count", details.Count), ("amount", main.Amount.Abs()), ("line", main.Line), ("position", 1)));
                main.Gross = GrossOf(main, details);
                var texts = details.Select(d => d.Entry(builder.Account).RemittanceText).Where(t => t.Length > 0);
                main.Information = Joined(main.Information, string.Join(' ', texts));
                if (main.Amount.IsZero) builder.NotBooked++;
                else builder.Add(main.Entry(builder.Account));
            }
        }
        group.Clear();
        current = null;
    }

    // A movement with detailed data (type 3) tells its gross amount (category 100) beside the charges that make the difference.
    private static Money? GrossOf(CodaMovement main, List<CodaMovement> details) =>
        main.Code is ['3', ..] && details.Find(d => d.Code.Length >= 8 && d.Code[5..8] == "100") is { } gross
            ? gross.Amount.Abs()
            : null;

    private void TakeTrailer(CodaRecord record)
    {
        if (int.TryParse(record.Text[16..22], NumberStyles.None, CultureInfo.InvariantCulture, out var stated)
            && stated != records)
            Differs("record count", $"{stated}", $"{records}");
        if (builder.Currency == default) return;
        if (TryAmount(record.Text[22..37], out var out1) && out1 != debit) Differs("debit turnover", $"{out1}", $"{debit}");
        if (TryAmount(record.Text[37..52], out var in1) && in1 != credit) Differs("credit turnover", $"{in1}", $"{credit}");

        void Differs(string what, string said, string found) => builder.Find(BankFileErrors.ControlTotal.At(path,
            ("record", what), ("stated", said), ("found", found), ("line", record.Line), ("position", 17)));
    }

    // A sign (0 money in, 1 money out) and 15 digits, of which three are decimals.
    private Money? AmountOf(CodaRecord record, int at, string target, bool refuse = false)
    {
        if (builder.Currency == default) return null;
        if (record.Text[at] is '0' or '1' && TryAmount(record.Text.Substring(at + 1, 15), out var money))
            return record.Text[at] == '1' ? -money : money;
        var finding = BankFileErrors.BadAmount.At(target, ("amount", record.Text.Substring(at, 16)),
            ("currency", builder.Currency), ("line", record.Line), ("position", at + 1));
        if (refuse) builder.Refuse(finding);
        else builder.Find(finding);
        return null;
    }

    private bool TryAmount(string digits, out Money money)
    {
        money = default;
        return digits.All(char.IsAsciiDigit)
            && Money.TryOf(decimal.Parse(digits, CultureInfo.InvariantCulture) / 1000, builder.Currency, out money);
    }

    private LocalDate? DateOf(CodaRecord record, int at, string target)
    {
        var text = record.Text.Substring(at, 6);
        if (SwiftText.TryDate(text[4..6] + text[2..4] + text[..2], out var date)) return date;
        if (target is "8" && text != "000000") builder.Find(Date(record, at, $"{path}.8"));
        return null;
    }

    private static DomainError Date(CodaRecord record, int at, string target) => BankFileErrors.BadDate.At(target,
        ("date", record.Text.Substring(at, 6)), ("line", record.Line), ("position", at + 1));

    private void Bad(CodaRecord record, string field, string text) => builder.Find(BankFileErrors.BadField.At(path,
        ("text", text), ("field", field), ("line", record.Line), ("position", 1)));
}
