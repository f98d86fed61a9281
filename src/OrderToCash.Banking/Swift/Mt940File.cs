namespace OrderToCash.Banking;

/// <summary>Cuts a file into messages and their fields.</summary>
internal sealed class Mt940File(BankLines lines, BankFileLimits limits) : FileWalk<BankStatement>
{
    private const int LinesHeld = 100;

    private Mt940Statement? open;
    private Mt940Field? field;
    private Mt940Page? page;
    private readonly List<string> held = [];
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

    private void Take(string raw)
    {
        var line = raw.TrimEnd();
        if (line.Length == 0) return;
        foundText = true;
        if (line.StartsWith("{1:", StringComparison.Ordinal) || line.StartsWith("-}", StringComparison.Ordinal))
        {
            EndMessage();
            var text = line.IndexOf("{4:", StringComparison.Ordinal);
            if (text < 0 || text + 3 == line.Length) return;
            (line, raw) = (line[(text + 3)..], line[(text + 3)..]);
        }
        if (Mt940Field.TagOf(line) is { Length: > 0 } tag) StartField(tag, raw[(tag.Length + 2)..]);
        else if (held.Count > 0 || line == "-" && field?.Tag == "86" && open!.AwaitsClosing) Hold(raw);
        else if (IsEnd(line)) EndMessage();
        else field?.Continue(raw);
    }

    // A line of one dash ends a message - or it is what a text has in that line, when the closing balance still comes.
    private void Hold(string raw)
    {
        if (held.Count < LinesHeld) held.Add(raw);
    }

    private void TakeHeld()
    {
        foreach (var text in held) field?.Continue(text);
        held.Clear();
    }

    private bool IsEnd(string line) =>
        line == "-" || line[0] == '-' && field?.Tag is "62F" or "62M" or "64" or "65";

    private void StartField(string tag, string value)
    {
        foundField = true;
        if (tag == "20") held.Clear();
        else TakeHeld();
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
        held.Clear();
        EndField();
        if (open is null) return;
        Give(open.Finish(null));
        (page, open) = (open.Page, null);
    }
}
