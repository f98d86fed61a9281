using System.Text;

namespace OrderToCash.Banking;

/// <summary>
/// The lines of a text file, read forward within limits. Each line is decoded by itself (<see cref="BankEncodings"/>): banks mix
/// encodings. A line that shows where the bank is at home speaks for those that could be from anywhere. UTF-16 and UTF-32 are
/// known by their byte order mark.
/// </summary>
internal sealed class BankLines
{
    private readonly Stream source;
    private readonly BankFileLimits limits;
    private readonly CancellationToken cancel;
    private readonly byte[] buffer = new byte[16 * 1024];
    private byte[] line = new byte[256];
    private int at, end, length;
    private long total;
    private bool afterReturn;
    private Encoding? central;

    public BankLines(Stream stream, BankFileLimits limits, CancellationToken cancel)
    {
        (this.limits, this.cancel) = (limits, cancel);
        var head = new byte[4];
        var read = stream.ReadAtLeast(head, 4, throwOnEndOfStream: false);
        var (encoding, mark) = head.AsSpan(0, read) switch
        {
            [0xFF, 0xFE, 0, 0] => (Encoding.UTF32, 4),
            [0, 0, 0xFE, 0xFF] => (new UTF32Encoding(bigEndian: true, byteOrderMark: false), 4),
            [0xEF, 0xBB, 0xBF, ..] => (null, 3),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            _ => ((Encoding?)null, 0),
        };
        var whole = new PrefixedStream(head.AsMemory(mark, read - mark), stream);
        source = encoding is null
            ? whole
            : Encoding.CreateTranscodingStream(whole, encoding, Encoding.UTF8, leaveOpen: true);
    }

    /// <summary>The number of the line read last, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>True when the line read last was longer than a field may be and was cut.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The next line without its end and without control characters; false at the end of the file.</summary>
    /// <exception cref="BankFileRefusedException">The file is longer than the limits allow.</exception>
    public bool TryRead(out string text)
    {
        cancel.ThrowIfCancellationRequested();
        (length, IsCut) = (0, false);
        var any = false;
        while (Next() is >= 0 and var b)
        {
            if (b == '\n' && afterReturn && length == 0 && !any)
            {
                afterReturn = false;
                continue;
            }
            any = true;
            if (b is '\n' or '\r')
            {
                afterReturn = b == '\r';
                break;
            }
            afterReturn = false;
            Take((byte)b);
        }
        text = any ? Decode() : "";
        if (any) Number++;
        return any;
    }

    private int Next()
    {
        if (at == end)
        {
            var isFirst = total == 0;
            (at, end) = (0, isFirst ? source.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) : source.Read(buffer));
            if (end == 0) return -1;
            if (isFirst) central = BankEncodings.CentralOf(buffer.AsSpan(0, end));
            total += end;
            if (total > limits.Characters)
                throw new BankFileRefusedException(BankFileErrors.TooLarge.With(
                    ("limit", limits.Characters), ("what", "characters"), ("line", Number + 1), ("position", length + 1)));
        }
        return buffer[at++];
    }

    private void Take(byte b)
    {
        if (length >= limits.CharactersOfField)
        {
            IsCut = true;
            return;
        }
        if (length == line.Length) Array.Resize(ref line, length * 2);
        line[length++] = b;
    }

    private string Decode()
    {
        var bytes = line.AsSpan(0, length);
        if (central is null && !System.Text.Ascii.IsValid(bytes)) central = BankEncodings.CentralOf(bytes);
        var text = BankEncodings.Decode(bytes, central: central);
        return text.AsSpan().IndexOfAnyInRange('\0', '\u001f') < 0 && text.AsSpan().IndexOfAnyInRange('\u007f', '\u009f') < 0
            ? text
            : new string([.. text.Select(c => c == '\t' ? ' ' : c).Where(c => !char.IsControl(c))]);
    }
}
