namespace OrderToCash.Banking;

/// <summary>
/// Reads CODA, the Belgian banks' coded statement (Febelfin standard 2.x): movements with their communications, structured ones
/// as claims, details of collective movements, control totals. Memory is bounded by <see cref="BankFileLimits"/>.
/// </summary>
public static class CodaReader
{
    /// <summary>
    /// The statements of a file, lazily: a success for each (what is wrong inside is in its
    /// <see cref="BankStatement.Findings"/>, the good entries are kept), then a failure when the file itself is refused or
    /// breaks off.
    /// </summary>
    /// <param name="stream">The file; it is read once, forward, and stays open.</param>
    /// <param name="limits">How much to read; <see cref="BankFileLimits.Default"/> when null.</param>
    /// <param name="cancel">Stops the reading with an <see cref="OperationCanceledException"/>.</param>
    public static IEnumerable<Result<BankStatement>> Read(
        Stream stream, BankFileLimits? limits = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var bounds = limits ?? BankFileLimits.Default;
        return FileWalk<BankStatement>.Results(() => new CodaFile(new BankLines(stream, bounds, cancel), bounds));
    }
}
