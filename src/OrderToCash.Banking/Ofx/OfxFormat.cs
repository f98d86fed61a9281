namespace OrderToCash.Banking;

/// <summary>OFX 1 (SGML) and 2 (XML) (<see cref="OfxReader"/>).</summary>
internal sealed class OfxFormat : IBankFileFormat
{
    public string Name => "OFX";

    public bool Recognises(ReadOnlySpan<byte> beginning) =>
        beginning.IndexOf("<OFX>"u8) >= 0 || beginning.IndexOf("OFXHEADER"u8) >= 0;

    public IEnumerable<Result<BankStatement>> Read(Stream stream, BankFileLimits limits, CancellationToken cancel) =>
        OfxReader.Read(stream, limits, cancel);
}
