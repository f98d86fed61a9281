namespace OrderToCash.Banking;

/// <summary>camt.052, camt.053 and camt.054 (<see cref="Camt053Reader"/>).</summary>
internal sealed class CamtFormat : IBankFileFormat
{
    public string Name => "camt";

    public bool Recognises(ReadOnlySpan<byte> beginning) => XmlBeginning.IsXml(beginning);

    public IEnumerable<Result<BankStatement>> Read(Stream stream, BankFileLimits limits, CancellationToken cancel) =>
        Camt053Reader.Read(stream, limits, cancel);
}
