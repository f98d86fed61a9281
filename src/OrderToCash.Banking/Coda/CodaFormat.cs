namespace OrderToCash.Banking;

/// <summary>CODA (<see cref="CodaReader"/>): records of 128 characters, the first begins with five zeros and a date.</summary>
internal sealed class CodaFormat : IBankFileFormat
{
    public string Name => "CODA";

    public bool Recognises(ReadOnlySpan<byte> beginning)
    {
        var end = beginning.IndexOfAny((byte)'\n', (byte)'\r');
        var line = end < 0 ? beginning : beginning[..end];
        return line.Length is >= 120 and <= 130 && line.StartsWith("00000"u8)
            && line[5..14].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
    }

    public IEnumerable<Result<BankStatement>> Read(Stream stream, BankFileLimits limits, CancellationToken cancel) =>
        CodaReader.Read(stream, limits, cancel);
}
