namespace OrderToCash.Banking;

/// <summary>Whether a file begins like XML, in any of the encodings XML readers take.</summary>
internal static class XmlBeginning
{
    public static bool IsXml(ReadOnlySpan<byte> beginning)
    {
        if (beginning is [0xEF, 0xBB, 0xBF, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            beginning = beginning[(beginning[0] == 0xEF ? 3 : 2)..];
        var start = beginning.IndexOfAnyExcept(" \t\r\n\0"u8);
        return start >= 0 && beginning[start] == '<';
    }
}
