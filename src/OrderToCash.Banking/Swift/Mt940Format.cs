namespace OrderToCash.Banking;

/// <summary>MT940 and MT942 (<see cref="Mt940Reader"/>).</summary>
internal sealed class Mt940Format : IBankFileFormat
{
    public string Name => "MT940";

    public bool Recognises(ReadOnlySpan<byte> beginning)
    {
        if (XmlBeginning.IsXml(beginning)) return false;
        Span<char> start = stackalloc char[8];
        while (!beginning.IsEmpty)
        {
            var end = beginning.IndexOfAny((byte)'\n', (byte)'\r');
            var line = end < 0 ? beginning : beginning[..end];
            var length = Math.Min(line.Length, start.Length);
            for (var i = 0; i < length; i++) start[i] = (char)line[i];
            if (Mt940Field.TagOf(start[..length]) is { Length: > 0 } || line.StartsWith("{1:"u8)) return true;
            beginning = end < 0 ? default : beginning[(end + 1)..];
        }
        return false;
    }

    public IEnumerable<Result<BankStatement>> Read(Stream stream, BankFileLimits limits, CancellationToken cancel) =>
        Mt940Reader.Read(stream, limits, cancel);
}
