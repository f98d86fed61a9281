using NodaTime.Text;

namespace OrderToCash.Banking;

/// <summary>Rows of a payer's list into advices, one in memory at a time.</summary>
internal sealed class RemittanceCsv(CsvRows rows, RemittanceCsvMapping mapping, BankFileLimits limits)
    : CsvWalk<RemittanceAdvice>(rows, mapping.Columns, mapping.LinesToSkip, mapping.HasNoHeadings)
{
    private readonly LocalDatePattern pattern = CsvText.PatternOf(mapping.DatePattern);
    private readonly List<RemittanceAdviceLine> lines = [];
    private StatementFindings findings = new(limits.Findings);
    private AmountsTogether together = new("");
    private RemittanceAdvice? open;
    private int number;

    protected override void EndFile()
    {
        if (number == 0) Refusal = BankFileErrors.NoAdvice.With(("line", Rows.LinesRead), ("position", 1));
        End();
    }

    protected override void BreakOff(DomainError error)
    {
        findings.Add(error);
        End();
    }

    protected override void TakeRow()
    {
        var target = $"Row[{Rows.Line}]";
        var code = Field(mapping.CurrencyColumn) is { Length: > 0 } stated ? stated : mapping.Currency;
        var isKnown = Currency.TryOf(code, out var currency);
        var head = HeadOf(isKnown ? currency : open?.Currency ?? default);
        if (open is null || !IsSame(open, head)) Begin(head);
        if (open!.Date is null) open = open with { Date = DateOf(mapping.Date, target) };
        if (!Rows.IsWhole)
            findings.Add(BankFileErrors.Truncated.At(target, ("line", Rows.Line), ("position", 0)));
        else if (!isKnown)
            findings.Add(BankFileErrors.UnknownCurrency.At(target, ("currency", code), ("line", Rows.Line), ("position", 0)));
        else if (LineOf(currency, target) is { } line)
        {
            together.Add(line.Paid, Rows.Line);
            lines.Add(line);
            if (lines.Count > limits.Entries)
                throw new BankFileRefusedException(BankFileErrors.TooLarge.At(target,
                    ("limit", limits.Entries), ("what", "lines in one advice"), ("line", Rows.Line), ("position", 0)));
        }
    }

    private RemittanceAdvice HeadOf(Currency currency) => new()
    {
        Currency = currency,
        Number = Field(mapping.Number),
        PaymentReference = Field(mapping.PaymentReference),
        PayerName = Field(mapping.PayerName),
        PayerId = Field(mapping.PayerId),
        PayerAccount = Field(mapping.PayerAccount).Replace(" ", "", StringComparison.Ordinal),
    };

    private static bool IsSame(RemittanceAdvice a, RemittanceAdvice b) =>
        (a.Number, a.PaymentReference, a.PayerId, a.PayerName, a.PayerAccount, a.Currency)
        == (b.Number, b.PaymentReference, b.PayerId, b.PayerName, b.PayerAccount, b.Currency);

    private void Begin(RemittanceAdvice head)
    {
        End();
        (open, findings, together) = (head, new(limits.Findings), new($"Advice[{++number}]"));
    }

    private void End()
    {
        if (open is { } ending) Give(ending with { Lines = [.. lines], Findings = findings.ToArray() });
        open = null;
        lines.Clear();
    }

    private RemittanceAdviceLine? LineOf(Currency currency, string target)
    {
        var document = Field(mapping.DocumentNumber);
        if (document.Length == 0)
        {
            findings.Add(BankFileErrors.BadField.At(target,
                ("text", ""), ("field", mapping.DocumentNumber), ("line", Rows.Line), ("position", 0)));
            return null;
        }
        var isGood = TryAmount(mapping.Paid, currency, target, out var paid);
        if (isGood && paid is null) isGood = Bad(mapping.Paid, currency, target);
        isGood &= TryAmount(mapping.Gross, currency, target, out var gross);
        isGood &= TryAmount(mapping.Discount, currency, target, out var discount);
        isGood &= TryAmount(mapping.Deduction, currency, target, out var deduction);
        if (!isGood || paid is not { } money) return null;
        var isCredit = money.IsNegative || money.IsZero && gross is { IsNegative: true };
        var taken = discount is { } d ? isCredit ? -d.Abs() : d.Abs() : Money.Zero(currency);
        var other = deduction ?? Money.Zero(currency);
        if (gross is { } full && full - taken - other != money)
            findings.Add(BankFileErrors.ControlTotal.At(target, ("record", $"row of {document}"), ("stated", money),
                ("found", full - taken - other), ("line", Rows.Line), ("position", 0)));
        return new()
        {
            DocumentNumber = document,
            DocumentDate = DateOf(mapping.DocumentDate, target),
            PayerReference = Field(mapping.PayerReference),
            Paid = money,
            Gross = gross,
            Discount = taken,
            Deductions = other.IsZero ? [] : [new() { Reason = Field(mapping.DeductionReason), Amount = other }],
        };
    }

    // A date that can't be read is told; the row stays, for the money does not hang on it.
    private LocalDate? DateOf(string column, string target)
    {
        var text = Field(column);
        if (text.Length == 0) return null;
        if (pattern.Parse(text).TryGetValue(default, out var date)) return date;
        findings.Add(BankFileErrors.BadDate.At($"{target}.{column}", ("date", text), ("line", Rows.Line), ("position", 0)));
        return null;
    }

    private bool TryAmount(string column, Currency currency, string target, out Money? amount)
    {
        amount = null;
        var text = Field(column);
        if (text.Length == 0) return true;
        if (!CsvText.TryMoney(text, mapping.DecimalSeparator, currency, out var money)) return Bad(column, currency, target);
        amount = money;
        return true;
    }

    private bool Bad(string column, Currency currency, string target)
    {
        findings.Add(BankFileErrors.BadAmount.At($"{target}.{column}",
            ("amount", Field(column)), ("currency", currency), ("line", Rows.Line), ("position", 0)));
        return false;
    }
}
