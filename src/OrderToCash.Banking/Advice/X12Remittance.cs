using System.Globalization;
using NodaTime.Text;

namespace OrderToCash.Banking;

/// <summary>
/// X12 820, payment order and remittance advice: BPR the payment, TRN its trace, N1 who pays, RMR a document with paid, gross
/// and discount amounts, ADX an adjustment with its reason. Other transaction sets in the interchange are passed over.
/// </summary>
internal static class X12Remittance
{
    public static IEnumerable<Result<RemittanceAdvice>> Read(Stream stream, BankFileLimits limits, CancellationToken cancel)
    {
        using var segments = new X12Segments(stream, limits, cancel);
        var found = 0;
        X12Advice? open = null;
        DomainError? refusal = null;
        while (Next(segments, out refusal) is { } segment)
        {
            if (segment[0] == "ST")
            {
                if (open is not null)
                    yield return Result.Success(open.Finish(
                        BankFileErrors.Truncated.With(("line", segments.SegmentLine), ("position", 0))));
                open = At(segment, 1) == "820" ? new($"820[{++found}]", segments.SegmentLine, limits) : null;
            }
            refusal = open?.TryTake(segment, segments.SegmentLine);
            if (refusal is not null) break;
            if (segment[0] != "SE" || open is null) continue;
            yield return Result.Success(open.Finish(null));
            open = null;
        }
        if (refusal is null && (segments.IsBrokenOff || open is not null))
            refusal = BankFileErrors.Truncated.With(("line", segments.Line), ("position", 0));
        if (open is not null) yield return Result.Success(open.Finish(refusal));
        if (refusal is null && found == 0) refusal = BankFileErrors.NoAdvice.With(("line", segments.Line), ("position", 0));
        if (refusal is not null) yield return Result.Failure<RemittanceAdvice>(refusal);
    }

    internal static string At(string[] segment, int index) => index < segment.Length ? segment[index] : "";

    private static string[]? Next(X12Segments segments, out DomainError? refusal)
    {
        refusal = null;
        try
        {
            return segments.TryRead(out var elements) ? elements : null;
        }
        catch (BankFileRefusedException e)
        {
            refusal = e.Error;
            return null;
        }
    }
}

/// <summary>One transaction set 820 while it is read.</summary>
internal sealed class X12Advice(string path, int line, BankFileLimits limits)
{
    private const int MostDeductions = 1_000;

    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("yyyyMMdd");

    private readonly List<RemittanceAdviceLine> lines = [];
    private readonly StatementFindings findings = new(limits.Findings);
    private readonly AmountsTogether together = new(path);
    private RemittanceAdvice advice = new() { Currency = Currency.Usd };
    private RemittanceAdviceLine? current;
    private bool hasTotal;
    private int segments, seen;

    /// <summary>Takes a segment; why the file is refused when it is more than is read.</summary>
    public DomainError? TryTake(string[] segment, int at)
    {
        try
        {
            Take(segment, at);
            return null;
        }
        catch (BankFileRefusedException e)
        {
            return e.Error;
        }
    }

    private void Take(string[] segment, int at)
    {
        segments++;
        switch (segment[0])
        {
            case "CUR" when Currency.TryOf(X12Remittance.At(segment, 2), out var currency): TakeCurrency(currency, at); break;
            case "BPR": TakePayment(segment, at); break;
            case "TRN": advice = advice with { PaymentReference = X12Remittance.At(segment, 2) }; break;
            case "N1" when X12Remittance.At(segment, 1) is "PR" or "RM":
                advice = advice with { PayerName = X12Remittance.At(segment, 2), PayerId = X12Remittance.At(segment, 4) };
                break;
            case "N1" when X12Remittance.At(segment, 1) is "PE":
                advice = advice with { PayeeId = X12Remittance.At(segment, 4) };
                break;
            case "RMR": TakeDocument(segment, at); break;
            case "REF" when current is not null && X12Remittance.At(segment, 1) is "PO" or "OI":
                current = current! with { PayerReference = X12Remittance.At(segment, 2) };
                break;
            case "DTM" when current is not null && X12Remittance.At(segment, 1) is "003":
                current = current with { DocumentDate = DayOf(X12Remittance.At(segment, 2)) };
                break;
            case "ADX": TakeAdjustment(segment, at); break;
            case "ENT" or "SE":
                EndDocument();
                if (segment[0] == "SE") CheckCount(segment, at);
                break;
        }
    }

    public RemittanceAdvice Finish(DomainError? brokenOff)
    {
        EndDocument();
        if (brokenOff is not null) findings.Add(brokenOff);
        advice = advice with { Lines = [.. lines] };
        var paid = advice.PaidByLines - Money.Sum(advice.Deductions.Select(d => d.Amount), advice.Currency);
        if (brokenOff is null && hasTotal && advice.Total is { } total && paid != total)
            findings.Add(BankFileErrors.ControlTotal.At(path, ("record", "BPR"), ("stated", total),
                ("found", paid), ("line", line), ("position", 0)));
        return advice with { Findings = findings.ToArray() };
    }

    // One currency holds for the whole advice, and stands before its amounts.
    private void TakeCurrency(Currency currency, int at)
    {
        if (currency != advice.Currency && (seen > 0 || !advice.Deductions.IsEmpty))
            findings.Add(BankFileErrors.OtherCurrency.At($"{path}.CUR",
                ("currency", currency), ("account", advice.Currency), ("line", at), ("position", 0)));
        else advice = advice with { Currency = currency, Total = Restated(advice.Total, currency) };
    }

    // BPR02 amount, BPR03 credit or debit, BPR09 payer's account, BPR16 the day the money moves.
    private void TakePayment(string[] segment, int at)
    {
        advice = advice with { PayerAccount = X12Remittance.At(segment, 9), Date = DayOf(X12Remittance.At(segment, 16)) };
        if (AmountOf(segment, 2, at, $"{path}.BPR") is not { } total) return;
        (advice, hasTotal) = (advice with { Total = total }, true);
    }

    // RMR01 kind of number, RMR02 the number, RMR04 paid, RMR05 gross, RMR06 discount. A payer that leaves out what it paid
    // paid what the other two make.
    private void TakeDocument(string[] segment, int at)
    {
        EndDocument();
        seen++;
        var target = $"{path}.RMR[{seen}]";
        var gross = X12Remittance.At(segment, 5).Length > 0 ? AmountOf(segment, 5, at, target) : null;
        var discount = (X12Remittance.At(segment, 6).Length > 0 ? AmountOf(segment, 6, at, target) : null)
            ?? Money.Zero(advice.Currency);
        var paid = X12Remittance.At(segment, 4).Length == 0 && gross is { } whole
            ? whole - discount
            : AmountOf(segment, 4, at, target);
        if (paid is not { } money) return;
        if (X12Remittance.At(segment, 2).Length == 0)
        {
            findings.Add(BankFileErrors.BadField.At(target,
                ("text", ""), ("field", "RMR02"), ("line", at), ("position", 0)));
            return;
        }
        Begin(new()
        {
            DocumentNumber = X12Remittance.At(segment, 2),
            Paid = money,
            Gross = gross,
            Discount = discount,
        }, at);
    }

    // ADX01 is negative for what the payer takes off. In front of the documents it changes the whole payment.
    private void TakeAdjustment(string[] segment, int at)
    {
        if (AmountOf(segment, 1, at, $"{path}.ADX") is not { } amount) return;
        together.Add(amount, at);
        var deduction = new AdviceDeduction { Reason = X12Remittance.At(segment, 2), Amount = -amount };
        if ((current?.Deductions ?? advice.Deductions).Count >= MostDeductions)
            throw new BankFileRefusedException(BankFileErrors.TooLarge.At(path,
                ("limit", MostDeductions), ("what", "deductions of one document"), ("line", at), ("position", 0)));
        if (current is null) advice = advice with { Deductions = advice.Deductions.Add(deduction) };
        else current = current with { Deductions = current.Deductions.Add(deduction) };
    }

    private void EndDocument()
    {
        if (current is null) return;
        lines.Add(current);
        current = null;
    }

    // A line counts when it begins, so that ending it can't be refused.
    private void Begin(RemittanceAdviceLine document, int at)
    {
        if (lines.Count >= limits.Entries)
            throw new BankFileRefusedException(BankFileErrors.TooLarge.At(path,
                ("limit", limits.Entries), ("what", "lines in one advice"), ("line", at), ("position", 0)));
        together.Add(document.Paid, at);
        current = document;
    }

    private void CheckCount(string[] segment, int at)
    {
        if (int.TryParse(X12Remittance.At(segment, 1), NumberStyles.None, CultureInfo.InvariantCulture, out var stated)
            && stated != segments)
            findings.Add(BankFileErrors.ControlTotal.At(path, ("record", "SE"), ("stated", $"{stated} segments"),
                ("found", segments), ("line", at), ("position", 0)));
    }

    private Money? AmountOf(string[] segment, int index, int at, string target)
    {
        var text = X12Remittance.At(segment, index);
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out var number) && Money.TryOf(number, advice.Currency, out var money))
            return money;
        findings.Add(BankFileErrors.BadAmount.At($"{target}{index:00}", ("amount", text), ("currency", advice.Currency),
            ("line", at), ("position", 0)));
        return null;
    }

    private static Money? Restated(Money? amount, Currency currency) =>
        amount is { } money && Money.TryOf(money.Amount, currency, out var restated) ? restated : null;

    private static LocalDate? DayOf(string text) =>
        text.Length == 8 && Day.Parse(text).TryGetValue(default, out var day) ? day
        : text.Length == 6 && SwiftText.TryDate(text, out day) ? day : null;
}
