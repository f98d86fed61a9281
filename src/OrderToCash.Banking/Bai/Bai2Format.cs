namespace OrderToCash.Banking;

/// <summary>BAI2 (<see cref="Bai2Reader"/>): the first record is a file header of the form <c>01,</c>.</summary>
internal sealed class Bai2Format : IBankFileFormat
{
    public string Name => "BAI2";

    public bool Recognises(ReadOnlySpan<byte> beginning)
    {
        var start = beginning.IndexOfAnyExcept(" \t\r\n\uFEFF"u8);
        return start >= 0 && beginning[start..].StartsWith("01,"u8);
    }

    public IEnumerable<Result<BankStatement>> Read(Stream stream, BankFileLimits limits, CancellationToken cancel) =>
        Bai2Reader.Read(stream, limits, cancel);
}
