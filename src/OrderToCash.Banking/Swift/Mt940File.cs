namespace OrderToCash.Banking;

/// <summary>Cuts a file into messages and their fields.</summary>
internal sealed class Mt940File(BankLines lines, BankFileLimits limits) : FileWalk<BankStatement>
{
    private Mt940Statement? open;
    private Mt940Field? field;
    private Mt940Page? page;
    private bool foundText, foundField;
    private int number;

    protected override bool Step()
    {
        if (lines.TryRead(out var line))
        {
            Take(line);
            return true;
        }
        EndMessage();
        if (!foundText) Refusal = BankFileErrors.Empty.With(("line", 1), ("position", 1));
        else if (!foundField) Refusal = BankFileErrors.NotMt940.With(("line", 1), ("position", 1));
        return false;
    }

    protected override void BreakOff(DomainError error)
    {
        if (open is not null) Give(open.Finish(error));
        open = null;
    }

    private void Take(string line)
    {
        if (line.Length == 0) return;
        foundText = true;
        if (line.StartsWith("{1:", StringComparison.Ordinal) || line.StartsWith("-}", StringComparison.Ordinal))
        {
            EndMessage();
            var text = line.IndexOf("{4:", StringComparison.Ordinal);
            if (text < 0 || text + 3 == line.Length) return;
            line = line[(text + 3)..];
        }
        if (Mt940Field.TagOf(line) is { Length: > 0 } tag) StartField(tag, line[(tag.Length + 2)..]);
        else if (IsEnd(line)) EndMessage();
        else field?.Continue(line);
    }

    private bool IsEnd(string line) =>
        line == "-" || line[0] == '-' && field?.Tag is "62F" or "62M" or "64" or "65";

    private void StartField(string tag, string value)
    {
        foundField = true;
        EndField();
        if (tag == "20") EndMessage();
        open ??= new Mt940Statement($"Message[{++number}]", lines.Number, limits, page);
        field = new(tag, value, lines.Number, limits.CharactersOfField);
    }

    private void EndField()
    {
        if (field is not null) open!.Take(field);
        field = null;
    }

    private void EndMessage()
    {
        EndField();
        if (open is null) return;
        Give(open.Finish(null));
        (page, open) = (open.Page, null);
    }
}
