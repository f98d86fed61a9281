namespace OrderToCash.Banking;

/// <summary>
/// Reads OFX 1 (SGML, elements without ends) and OFX 2 (XML): bank, credit card and the cash side of investment statements.
/// OFX has no opening balance, so totals can't be checked. Memory is bounded by <see cref="BankFileLimits"/>.
/// </summary>
public static class OfxReader
{
    /// <summary>
    /// The statements of a file, lazily: a success for each (what is wrong inside is in its
    /// <see cref="BankStatement.Findings"/>, the good entries are kept), then a failure when the file itself is refused, breaks
    /// off or is the bank's error answer.
    /// </summary>
    /// <param name="stream">The file; it is read once, forward, and stays open.</param>
    /// <param name="limits">How much to read; <see cref="BankFileLimits.Default"/> when null.</param>
    /// <param name="cancel">Stops the reading with an <see cref="OperationCanceledException"/>.</param>
    public static IEnumerable<Result<BankStatement>> Read(
        Stream stream, BankFileLimits? limits = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Walk(stream, limits ?? BankFileLimits.Default, cancel);
    }

    private static IEnumerable<Result<BankStatement>> Walk(Stream stream, BankFileLimits limits, CancellationToken cancel)
    {
        using var tokens = new OfxTokens(stream, limits, cancel);
        var file = new OfxFile(tokens, limits);
        while (file.Next() is { } statement) yield return Result.Success(statement);
        if (file.Refusal is { } error) yield return Result.Failure<BankStatement>(error);
    }
}
