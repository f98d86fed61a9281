using System.Text;

namespace OrderToCash.Banking;

/// <summary>
/// The encodings of bank files. Files seldom say theirs, and what they say is often wrong: bytes that are valid UTF-8 are UTF-8;
/// else they are of the code page in which their words are of some language (<see cref="CodePageWords"/>), or of DOS where only
/// that one makes letters of them, and of Windows-1252 in all other cases. Words that could be of both sides show nothing, so a
/// host who knows better transcodes the stream (<see cref="Encoding.CreateTranscodingStream"/>).
/// </summary>
internal static class BankEncodings
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private static readonly Encoding Dos = CodePagesEncodingProvider.Instance.GetEncoding(850)!;

    /// <summary>Windows-1252, of which ISO-8859-1 is a part.</summary>
    public static Encoding Western { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The text of bytes whose encoding nobody says, or says wrongly.</summary>
    /// <param name="bytes">One line or one field: files are mixed.</param>
    /// <param name="declared">The encoding where they are no UTF-8, when the file names one.</param>
    /// <param name="central">What other lines of the file showed (<see cref="CentralOf"/>).</param>
    public static string Decode(ReadOnlySpan<byte> bytes, Encoding? declared = null, Encoding? central = null)
    {
        if (System.Text.Ascii.IsValid(bytes)) return Encoding.ASCII.GetString(bytes);
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            // No bank writes the sign for "some currency" of ISO-8859-1; in ISO-8859-15 the euro stands in its place.
            return declared?.GetString(bytes)
                ?? (central ?? CentralOf(bytes) ?? (IsDos(bytes) ? Dos : Western)).GetString(bytes).Replace('\u00A4', '\u20AC');
        }
    }

    /// <summary>An encoding by the name a file gives it, code pages of Windows and DOS too; null when there is none.</summary>
    public static Encoding? Named(string name)
    {
        try
        {
            var isNumber = int.TryParse(name, System.Globalization.NumberStyles.None,
                System.Globalization.CultureInfo.InvariantCulture, out var page);
            return isNumber
                ? CodePagesEncodingProvider.Instance.GetEncoding(page)
                : CodePagesEncodingProvider.Instance.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>True when a name is stated, and not that of UTF-8.</summary>
    public static bool IsOther(string name) => name.Length > 0 && !name.Equals("UTF-8", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The code page of lines with words that no western language has: of Windows-1250, of ISO-8859-2 or of DOS, whichever makes
    /// more of them Polish, Czech, Slovak, Hungarian or Croatian. Null where nothing shows it.
    /// </summary>
    public static Encoding? CentralOf(ReadOnlySpan<byte> lines)
    {
        Span<int> found = stackalloc int[CodePageWords.Places];
        foreach (var range in lines.SplitAny((byte)'\n', (byte)'\r'))
        {
            var line = lines[range];
            if (!System.Text.Ascii.IsValid(line) && !System.Text.Unicode.Utf8.IsValid(line)) CodePageWords.Count(line, found);
        }
        var best = 0;
        for (var i = 1; i < CodePageWords.Central.Length; i++)
            if (found[i] > found[best]) best = i;
        return found[best] > 0 ? CodePageWords.Central[best].Encoding : null;
    }

    // In DOS the letters with accents are below 0xA8, in Windows-1252 quotation marks and dashes are: those do not stand between
    // letters, and the letters of Windows-1252 are above 0xBF.
    private static bool IsDos(ReadOnlySpan<byte> bytes)
    {
        var found = false;
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            if (b is >= 0xC0 and not 0xE1) return false;
            if (b == 0x81) found = true;
            if (i == 0 || i + 1 == bytes.Length || !char.IsAsciiLetter((char)bytes[i - 1])) continue;
            var (before, after) = ((char)bytes[i - 1], (char)bytes[i + 1]);
            found |= char.IsAsciiLetter(after) && b is 0x82 or 0x84 or 0x94 or 0x99 or 0xA0 or 0xA1 or 0xA2 or 0xA3 or 0xA4;
            found |= char.IsAsciiLetterUpper(before) && char.IsAsciiLetterUpper(after) && b is 0x8E or 0x9A;
        }
        return found;
    }
}
