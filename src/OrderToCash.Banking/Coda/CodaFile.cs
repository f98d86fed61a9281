namespace OrderToCash.Banking;

/// <summary>Walks the records: 0 header, 1 old balance, 2 movement, 3 information, 8 new balance, 9 trailer.</summary>
internal sealed class CodaFile(BankLines lines, BankFileLimits limits) : FileWalk<BankStatement>
{
    private CodaStatement? open;
    private int number;

    protected override bool Step()
    {
        if (lines.TryRead(out var line))
        {
            if (line.Length > 0) Take(new(line.PadRight(128), lines.Number));
            return true;
        }
        if (open is not null) Refusal = BankFileErrors.Truncated.With(("line", lines.Number), ("position", 0));
        else if (number == 0)
            Refusal = (lines.Number == 0 ? BankFileErrors.Empty : BankFileErrors.NoStatement)
                .With(("line", Math.Max(1, lines.Number)), ("position", 1));
        End(Refusal);
        return false;
    }

    protected override void BreakOff(DomainError error) => End(error);

    private void Take(CodaRecord record)
    {
        if (open is not null && (record.Text[0] == '0' || record.Text[0] == '1' && open.HasAccount))
            End(BankFileErrors.Truncated.With(("line", record.Line), ("position", 1)));
        open ??= new CodaStatement($"Statement[{++number}]", record.Line, limits);
        open.Take(record);
        if (record.Text[0] == '9') End(null);
    }

    private void End(DomainError? brokenOff)
    {
        if (open is not null) Give(open.Finish(brokenOff));
        open = null;
    }
}

/// <summary>A record of 128 characters.</summary>
internal readonly record struct CodaRecord(string Text, int Line)
{
    /// <summary>A field without the blanks at its end, by its place from 0.</summary>
    public string At(int start, int end) => Text[start..end].TrimEnd();
}
