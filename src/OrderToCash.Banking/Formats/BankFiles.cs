namespace OrderToCash.Banking;

/// <summary>The formats of bank files that are known, asked in their order; the first that recognises a file reads it.</summary>
public sealed class BankFiles
{
    /// <summary>How much of a file's beginning a format may look at, in bytes.</summary>
    public const int BytesLookedAt = 4096;

    private readonly IBankFileFormat[] formats;

    /// <summary>The formats given, in their order.</summary>
    public BankFiles(params IEnumerable<IBankFileFormat> formats)
    {
        ArgumentNullException.ThrowIfNull(formats);
        this.formats = [.. formats];
    }

    /// <summary>The formats of this package: OFX, camt.052, .053 and .054, CODA, BAI2, MT940 and MT942.</summary>
    public static BankFiles BuiltIn { get; } = new(
        new OfxFormat(), new CamtFormat(), new CodaFormat(), new Bai2Format(), new Mt940Format());

    /// <summary>The formats, in the order they are asked.</summary>
    public IReadOnlyList<IBankFileFormat> Formats => formats;

    /// <summary>The same with a format of one's own that is asked first.</summary>
    public BankFiles With(IBankFileFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        return new([format, .. formats]);
    }

    /// <summary>
    /// The statements of a file of any known format, as <see cref="IBankFileFormat.Read"/> gives them;
    /// <see cref="BankFileErrors.Empty"/> or <see cref="BankFileErrors.UnknownFormat"/> when there is nothing to read.
    /// </summary>
    /// <param name="stream">The file; read once, forward, left open.</param>
    /// <param name="limits">How much to read; <see cref="BankFileLimits.Default"/> when null.</param>
    /// <param name="cancel">Stops the reading with an <see cref="OperationCanceledException"/>.</param>
    public IEnumerable<Result<BankStatement>> Read(
        Stream stream, BankFileLimits? limits = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Walk(stream, limits ?? BankFileLimits.Default, cancel);
    }

    private IEnumerable<Result<BankStatement>> Walk(Stream stream, BankFileLimits limits, CancellationToken cancel)
    {
        var beginning = new byte[BytesLookedAt];
        var length = stream.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false);
        if (beginning.AsSpan(0, length).IndexOfAnyExcept(" \t\r\n"u8) < 0 && length < beginning.Length)
        {
            yield return Result.Failure<BankStatement>(BankFileErrors.Empty.With(("line", 1), ("position", 1)));
            yield break;
        }
        if (FormatOf(beginning.AsMemory(0, length)) is not { } format)
        {
            yield return Result.Failure<BankStatement>(BankFileErrors.UnknownFormat.With(
                ("formats", string.Join(", ", formats.Select(f => f.Name))), ("line", 1), ("position", 1)));
            yield break;
        }
        using var whole = new PrefixedStream(beginning.AsMemory(0, length), stream);
        foreach (var read in format.Read(whole, limits, cancel)) yield return read;
    }

    // Some programs save text as UTF-16; the readers take it, so its beginning is shown to the formats as what it says.
    private IBankFileFormat? FormatOf(ReadOnlyMemory<byte> beginning)
    {
        if (Array.Find(formats, f => f.Recognises(beginning.Span)) is { } format) return format;
        var encoding = beginning.Span switch
        {
            [0xFF, 0xFE, ..] => System.Text.Encoding.Unicode,
            [0xFE, 0xFF, ..] => System.Text.Encoding.BigEndianUnicode,
            _ => null,
        };
        if (encoding is null) return null;
        var text = System.Text.Encoding.UTF8.GetBytes(encoding.GetString(beginning.Span[2..]));
        return Array.Find(formats, f => f.Recognises(text));
    }
}
