using System.Globalization;

namespace OrderToCash.Banking;

/// <summary>Walks the records of a file: group headers, accounts, details, trailers.</summary>
internal sealed class Bai2File(BankLines lines, BankFileLimits limits) : FileWalk<BankStatement>
{
    private Bai2Record? record;
    private Bai2Account? open;
    private Bai2Group group = Bai2Group.None;
    private readonly Bai2Totals fileTotals = new();
    private Bai2Totals groupTotals = new();
    private bool foundAccount, ended, isClosed;
    private int number;

    protected override bool Step()
    {
        if (lines.TryRead(out var line))
        {
            Take(line);
            return true;
        }
        EndRecord();
        var brokenOff = ended ? null : BankFileErrors.Truncated.With(("line", lines.Number), ("position", 0));
        EndAccount(brokenOff);
        if (!foundAccount)
            Refusal = lines.Number == 0
                ? BankFileErrors.Empty.With(("line", 1), ("position", 1))
                : BankFileErrors.NoStatement.With(("line", lines.Number), ("position", 1));
        else Refusal = brokenOff;
        return false;
    }

    protected override void BreakOff(DomainError error) => EndAccount(error);

    private void Take(string line)
    {
        line = line.Trim();
        if (line.Length == 0) return;
        var code = line.Length >= 2 ? line[..2] : line;
        var rest = line.Length > 3 ? line[3..] : "";
        if (code == "88" && record is not null)
        {
            record.Add(rest, limits.CharactersOfField);
            return;
        }
        EndRecord();
        record = new(code, lines.Number);
        record.Add(rest, limits.CharactersOfField);
    }

    private void EndRecord()
    {
        if (record is not { } ending) return;
        record = null;
        fileTotals.Records += ending.Count;
        groupTotals.Records += ending.Count;
        switch (ending.Code)
        {
            case "02":
                group = Bai2Group.Of(ending.Fields());
                groupTotals = new() { Records = ending.Count };
                break;
            case "03":
                EndAccount(null);
                foundAccount = true;
                groupTotals.Parts++;
                open = new Bai2Account($"Account[{++number}]", ending, group, limits);
                break;
            case "16": open?.TakeDetail(ending); break;
            case "49":
                open?.TakeTrailer(ending);
                groupTotals.Sum += open?.StatedTotal ?? 0;
                isClosed = true;
                break;
            case "98":
                fileTotals.Sum += EndTotals(ending, "group", groupTotals);
                fileTotals.Parts++;
                break;
            case "99":
                ended = true;
                EndTotals(ending, "file", fileTotals);
                break;
            case "01": break;
            default: open?.TakeUnknown(ending); break;
        }
    }

    // Sum, number of accounts or groups, number of records. An account waits for them, so that one that is missing is said in the
    // last that is there.
    private decimal EndTotals(Bai2Record trailer, string what, Bai2Totals ours)
    {
        if (open is null || !isClosed) return ours.Sum;
        var fields = trailer.Fields();
        var sum = open.Check(trailer, fields, 0, $"{what} control total", ours.Sum);
        open.Check(trailer, fields, 1, what == "file" ? "number of groups" : "number of accounts", ours.Parts);
        open.Check(trailer, fields, 2, $"{what} record count", ours.Records);
        return sum ?? ours.Sum;
    }

    private void EndAccount(DomainError? brokenOff)
    {
        if (open is not null) Give(open.Finish(isClosed ? null : brokenOff));
        (open, isClosed) = (null, false);
    }
}

/// <summary>What the trailers of groups and files count.</summary>
internal sealed class Bai2Totals
{
    public decimal Sum { get; set; }

    public int Parts { get; set; }

    public int Records { get; set; }
}

/// <summary>What a group header says of the accounts below it.</summary>
internal sealed record Bai2Group
{
    public static readonly Bai2Group None = new();

    public LocalDate? AsOf { get; private init; }

    public string Currency { get; private init; } = "USD";

    /// <summary>1 update, 2 deletion, 3 correction, 4 test.</summary>
    public string Status { get; private init; } = "1";

    /// <summary>Same-day data that may still change.</summary>
    public bool IsInterim { get; private init; }

    // receiver, originator, status, as-of date, as-of time, currency, modifier
    public static Bai2Group Of(List<string> fields) => new()
    {
        Status = At(fields, 2),
        AsOf = SwiftText.TryDate(At(fields, 3), out var day) ? day : null,
        Currency = At(fields, 5) is { Length: > 0 } currency ? currency : "USD",
        IsInterim = At(fields, 6) is "1" or "3",
    };

    public static string At(List<string> fields, int index) => index < fields.Count ? fields[index] : "";

    public static bool TryAmount(string text, Currency currency, out Money money)
    {
        money = default;
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var minor)
            || Math.Abs((decimal)minor) > Money.MaxMinorUnits)
            return false;
        money = Money.FromMinorUnits(minor, currency);
        return true;
    }
}
