namespace OrderToCash.Banking;

/// <summary>
/// Reads MT940 statements and MT942 interim reports of any bank, message by message: with or without SWIFT blocks, with the
/// structured German, Dutch and Polish forms of field 86 or with free text. Memory is bounded by <see cref="BankFileLimits"/>.
/// </summary>
public static class Mt940Reader
{
    /// <summary>
    /// The statements of a file, lazily: a success for each message (what is wrong inside is in its
    /// <see cref="BankStatement.Findings"/>, the good entries are kept), then a failure when the file itself is refused.
    /// A message without closing balance is said to be broken off.
    /// </summary>
    /// <param name="stream">The file; it is read once, forward, and stays open.</param>
    /// <param name="limits">How much to read; <see cref="BankFileLimits.Default"/> when null.</param>
    /// <param name="cancel">Stops the reading with an <see cref="OperationCanceledException"/>.</param>
    public static IEnumerable<Result<BankStatement>> Read(
        Stream stream, BankFileLimits? limits = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var bounds = limits ?? BankFileLimits.Default;
        return FileWalk<BankStatement>.Results(() => new Mt940File(new BankLines(stream, bounds, cancel), bounds));
    }
}
