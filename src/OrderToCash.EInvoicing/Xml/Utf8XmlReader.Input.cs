using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace OrderToCash.EInvoicing;

internal sealed partial class Utf8XmlReader
{
    // What XML 1.0 forbids among the bytes below 0x20.
    private static readonly SearchValues<byte> Controls = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31]);

    private byte[] buffer = [];
    private int position, end, filled, tokenStart;
    private bool rented, inputEnded;
    private long totalRead;
    private Stream? input;
    private Stream? transcoder;
    private string? fault;
    private bool asciiOnly;

    /// <summary>
    /// The longest token that is brought in whole: an attachment with its line breaks, unless the caller wants less.
    /// </summary>
    public long TokenLimit { get; set; }

    private const string NoUtf8 = "the bytes are no UTF-8", NoAscii = "the bytes are no US-ASCII", BrokenOff = "",
        NoCharacter = "a character that XML 1.0 does not allow";

    private void Open(Stream? stream, ReadOnlyMemory<byte> file)
    {
        if (stream is null && MemoryMarshal.TryGetArray(file, out var array) && !IsTranscoded(file.Span))
        {
            (buffer, position, end, filled) = (array.Array!, array.Offset, array.Offset, array.Offset + array.Count);
            (inputEnded, totalRead, tokenStart) = (true, array.Count, position);
            lineStart = checkedTo = position;
            if (totalRead > limits.Bytes) throw TooLarge(limits.Bytes, "bytes");
            Validate();
        }
        else
        {
            input = stream ?? new MemoryStream(file.ToArray(), writable: false);
            (buffer, rented) = (ArrayPool<byte>.Shared.Rent(64 * 1024), true);
            Load();
            if (IsTranscoded(buffer.AsSpan(0, filled))) Transcode();
        }
        ReadProlog();
    }

    /// <summary>Brings in more bytes and keeps the token that is being read; false at the end of the file.</summary>
    private bool Fill()
    {
        if (fault is not null) throw Faulty();
        if (inputEnded) return filled > end ? throw Faulty() : false;
        if (tokenStart > 0) Shift();
        if (filled == buffer.Length) Grow();
        var before = end;
        Load();
        return end > before || (fault is null ? false : throw Faulty());
    }

    // Fills the buffer and looks at what came; what is wrong with it is said when it is reached.
    private void Load()
    {
        while (!inputEnded && filled < buffer.Length)
        {
            var count = ReadInput(buffer.AsSpan(filled));
            inputEnded = count == 0;
            filled += count;
            totalRead += count;
            if (totalRead > limits.Bytes) throw TooLarge(limits.Bytes, "bytes");
        }
        Validate();
    }

    private int ReadInput(Span<byte> target)
    {
        try
        {
            return input!.Read(target);
        }
        catch (DecoderFallbackException)
        {
            throw Refuse(EInvoiceErrors.WrongEncoding, ("reason", "the bytes are not what the encoding allows"));
        }
    }

    private void Shift()
    {
        CountLines(tokenStart);
        Buffer.BlockCopy(buffer, tokenStart, buffer, 0, filled - tokenStart);
        lineStart -= tokenStart;
        checkedTo -= tokenStart;
        position -= tokenStart;
        end -= tokenStart;
        filled -= tokenStart;
        (tokenStart, columnAt) = (0, -1);
    }

    private void Grow()
    {
        if (buffer.Length >= TokenLimit + 64 * 1024) throw TooLarge(limits.TextBytes, "bytes in one text");
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(buffer.Length * 2L, Array.MaxLength));
        Buffer.BlockCopy(buffer, 0, larger, 0, filled);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }

    // Moves the end of what may be read over all whole, allowed characters.
    private void Validate()
    {
        var usable = buffer.AsSpan(end, filled - end);
        if (!Utf8.IsValid(usable))
        {
            var whole = usable.Length - IncompleteTail(usable);
            if (!Utf8.IsValid(usable[..whole])) whole = ValidPrefix(usable);
            if (whole < usable.Length - IncompleteTail(usable)) fault = NoUtf8;
            else if (inputEnded) fault = BrokenOff;
            usable = usable[..whole];
        }
        var allowed = usable.Length;
        if (usable.IndexOfAny(Controls) is var control and >= 0) (allowed, fault) = (control, NoCharacter);
        if (NonCharacter(usable[..allowed]) is var at and >= 0) (allowed, fault) = (at, NoCharacter);
        if (asciiOnly && usable[..allowed].IndexOfAnyExceptInRange((byte)0, (byte)127) is var high and >= 0)
            (allowed, fault) = (high, NoAscii);
        end += allowed;
    }

    private static int NonCharacter(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (bytes[at..].IndexOf(NonCharacterLead) is var lead and >= 0)
        {
            at += lead;
            if (at + 2 >= bytes.Length) return -1;
            if (bytes[at + 2] >= 0xBE) return at;
            at += 2;
        }
        return -1;
    }

    // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
    private static ReadOnlySpan<byte> NonCharacterLead => [0xEF, 0xBF];

    private static int IncompleteTail(ReadOnlySpan<byte> bytes)
    {
        for (var length = Math.Min(3, bytes.Length); length > 0; length--)
            if (Rune.DecodeFromUtf8(bytes[^length..], out _, out _) == OperationStatus.NeedMoreData) return length;
        return 0;
    }

    private static int ValidPrefix(ReadOnlySpan<byte> bytes)
    {
        var valid = 0;
        while (valid < bytes.Length && Rune.DecodeFromUtf8(bytes[valid..], out _, out var used) == OperationStatus.Done)
            valid += used;
        return valid;
    }

    private RefusedFileException Faulty()
    {
        tokenStart = end;
        return fault switch
        {
            NoCharacter => NotWellFormed(NoCharacter),
            BrokenOff => Truncated(),
            _ => Refuse(EInvoiceErrors.WrongEncoding, ("reason", fault)),
        };
    }

    // True when at least so many bytes of the token are there.
    private bool Have(int count)
    {
        while (end - position < count)
            if (!Fill()) return false;
        return true;
    }

    // The place of the next such byte of the token, from an offset.
    private int FindInToken(byte wanted, int from)
    {
        while (true)
        {
            var start = position + from;
            if (start < end)
            {
                var found = buffer.AsSpan(start, end - start).IndexOf(wanted);
                if (found >= 0) return start + found;
                from = end - position;
            }
            if (!Fill()) throw Truncated();
        }
    }

    private int FindInToken(ReadOnlySpan<byte> wanted, int from)
    {
        while (true)
        {
            var start = position + from;
            if (start < end)
            {
                var found = buffer.AsSpan(start, end - start).IndexOf(wanted);
                if (found >= 0) return start + found;
                from = Math.Max(from, end - position - wanted.Length + 1);
            }
            if (!Fill()) throw Truncated();
        }
    }
}
