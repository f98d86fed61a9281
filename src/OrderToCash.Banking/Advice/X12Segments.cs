using System.Text;

namespace OrderToCash.Banking;

/// <summary>
/// The segments of an X12 interchange. The ISA segment says by its own form what separates elements and ends segments: the
/// character after <c>ISA</c>, and the one after its sixteenth element of one character.
/// </summary>
internal sealed class X12Segments(Stream stream, BankFileLimits limits, CancellationToken cancel) : IDisposable
{
    private const int ElementsOfHeader = 16;

    private readonly StreamReader reader = new(stream, Encoding.Latin1, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
    private readonly StringBuilder text = new();
    private char separator, terminator;
    private long total;

    public int Line { get; private set; } = 1;

    /// <summary>The line the segment read last began on.</summary>
    public int SegmentLine { get; private set; }

    /// <summary>The next segment's elements, its name first; false at the end. A segment that breaks off is not given.</summary>
    /// <exception cref="BankFileRefusedException">Too large, or no interchange.</exception>
    public bool TryRead(out string[] elements)
    {
        cancel.ThrowIfCancellationRequested();
        elements = [];
        text.Clear();
        var c = SkipLineEnds();
        SegmentLine = Line;
        if (c < 0) return false;
        if (separator == 0)
        {
            if (!TryHeader(c)) throw new BankFileRefusedException(BankFileErrors.BadField.With(
                ("text", text.ToString()[..Math.Min(20, text.Length)]), ("field", "ISA"), ("line", Line), ("position", 1)));
        }
        else
        {
            for (; c != terminator; c = Next())
            {
                if (c < 0)
                {
                    IsBrokenOff = true;
                    return false;
                }
                if (c is not ('\r' or '\n') && text.Length < limits.CharactersOfField) text.Append((char)c);
            }
        }
        elements = text.ToString().Split(separator);
        for (var i = 0; i < elements.Length; i++) elements[i] = elements[i].Trim();
        return true;
    }

    public bool IsBrokenOff { get; private set; }

    public void Dispose() => reader.Dispose();

    private bool TryHeader(int c)
    {
        var seen = 0;
        for (; c >= 0; c = Next())
        {
            text.Append((char)c);
            if (text.Length == 4)
            {
                separator = (char)c;
                if (char.IsLetterOrDigit(separator)) return false;
            }
            if (text.Length >= 4 && c == separator) seen++;
            if (text.Length > 512) return false;
            if (seen < ElementsOfHeader) continue;
            if (Next() is >= 0 and var component) text.Append((char)component);
            var end = Next();
            if (end < 0) return false;
            terminator = (char)end;
            return true;
        }
        return false;
    }

    private int SkipLineEnds()
    {
        int c;
        do c = Next();
        while (c is '\r' or '\n' or ' ' or '\t');
        return c;
    }

    private int Next()
    {
        var c = reader.Read();
        if (c == '\n') Line++;
        if (++total > limits.Characters)
            throw new BankFileRefusedException(BankFileErrors.TooLarge.With(
                ("limit", limits.Characters), ("what", "characters"), ("line", Line), ("position", 0)));
        return c;
    }
}
