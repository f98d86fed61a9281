namespace OrderToCash.Banking;

/// <summary>A format of bank files: how it is known by its beginning, and how it is read. Open for others: pass yours to
/// <see cref="BankFiles"/>.</summary>
public interface IBankFileFormat
{
    /// <summary>The format's name, as people call it: <c>camt</c>, <c>MT940</c>.</summary>
    string Name { get; }

    /// <summary>True when the file begins like one of this format.</summary>
    /// <param name="beginning">The first bytes, at most <see cref="BankFiles.BytesLookedAt"/> and all of a shorter file.</param>
    bool Recognises(ReadOnlySpan<byte> beginning);

    /// <summary>
    /// The statements, lazily: a success for each, its flaws in <see cref="BankStatement.Findings"/>; then a failure when the
    /// file itself is refused or breaks off. Nothing is thrown for what stands in the file.
    /// </summary>
    /// <param name="stream">The file; read once, forward, left open.</param>
    /// <param name="limits">How much to read.</param>
    /// <param name="cancel">Stops the reading with an <see cref="OperationCanceledException"/>.</param>
    IEnumerable<Result<BankStatement>> Read(Stream stream, BankFileLimits limits, CancellationToken cancel);
}
