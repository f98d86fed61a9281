using System.Text;

namespace OrderToCash.Banking;

/// <summary>
/// The encodings of bank files. Files seldom say theirs, and what they say is often wrong: bytes that are valid UTF-8 are UTF-8;
/// else they are of the code page of DOS, of Windows-1250 or of ISO-8859-2 where only that one makes letters of them, and of
/// Windows-1252 in all other cases. Polish gives itself away; Czech and Hungarian write letters that are letters in the west too,
/// so a host who knows better transcodes the stream (<see cref="Encoding.CreateTranscodingStream"/>).
/// </summary>
internal static class BankEncodings
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private static readonly Encoding Dos = CodePagesEncodingProvider.Instance.GetEncoding(850)!;
    private static readonly Encoding Central = CodePagesEncodingProvider.Instance.GetEncoding(1250)!;
    private static readonly Encoding Iso = CodePagesEncodingProvider.Instance.GetEncoding(28592)!;

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
    /// The encoding of lines that only a Polish bank can have written, Windows-1250 or ISO-8859-2: there they have letters where
    /// Windows-1252 has signs that do not stand inside of words. Null where nothing shows it.
    /// </summary>
    public static Encoding? CentralOf(ReadOnlySpan<byte> lines)
    {
        var (windows, iso, either) = (0, 0, 0);
        foreach (var range in lines.SplitAny((byte)'\n', (byte)'\r'))
        {
            var line = lines[range];
            if (System.Text.Ascii.IsValid(line) || System.Text.Unicode.Utf8.IsValid(line)) continue;
            for (var i = 1; i + 1 < line.Length; i++)
            {
                if (!Signs.Contains(line[i])) continue;
                var from = i;
                while (i + 1 < line.Length && Signs.Contains(line[i + 1])) i++;
                if (i + 1 == line.Length || !IsLetter(line[from - 1]) || !IsLetter(line[i + 1])) continue;
                var isSmall = char.IsAsciiLetterLower((char)line[from - 1]) || char.IsAsciiLetterLower((char)line[i + 1]);
                foreach (var sign in line[from..(i + 1)])
                {
                    windows += isSmall && sign == 0xB9 ? 1 : 0;
                    iso += isSmall && sign is 0xB1 or 0xB6 or 0xBC ? 1 : 0;
                    // DOS has a small letter where these have a great one: it stands among small ones.
                    either += isSmall ? sign is 0xB3 or 0xBF ? 1 : 0 : sign is 0xA3 or 0xAF ? 1 : 0;
                }
            }
        }
        return iso > windows ? Iso : windows + either > 0 ? Central : null;
    }

    // What Windows-1252 has signs for, and these encodings have Polish letters.
    private static ReadOnlySpan<byte> Signs => [0xA3, 0xAF, 0xB1, 0xB3, 0xB6, 0xB9, 0xBC, 0xBF];

    // A letter in all of the encodings; what stands below is one in some.
    private static bool IsLetter(byte b) => char.IsAsciiLetter((char)b) || b is >= 0xC0 and not 0xD7 and not 0xF7;

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
