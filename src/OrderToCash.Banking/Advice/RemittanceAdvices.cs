namespace OrderToCash.Banking;

/// <summary>
/// Reads remittance advice: X12 820 and REMADV in XML (ERPEL), known by their beginning, and lists of a payer by a mapping.
/// </summary>
public static class RemittanceAdvices
{
    /// <summary>
    /// The advices of a file, lazily: a success for each (what is wrong inside is in its
    /// <see cref="RemittanceAdvice.Findings"/>), then a failure when the file itself is refused or breaks off.
    /// </summary>
    /// <param name="stream">The file; it is read once, forward, and stays open.</param>
    /// <param name="limits">How much to read; <see cref="BankFileLimits.Default"/> when null.</param>
    /// <param name="cancel">Stops the reading with an <see cref="OperationCanceledException"/>.</param>
    public static IEnumerable<Result<RemittanceAdvice>> Read(
        Stream stream, BankFileLimits? limits = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Walk(stream, limits ?? BankFileLimits.Default, cancel);
    }

    /// <summary>
    /// The advices of a payer's CSV, lazily, as <see cref="Read(Stream, BankFileLimits?, CancellationToken)"/> gives them. A bad
    /// row becomes a finding of its advice and stops no other.
    /// </summary>
    /// <param name="stream">The file; it is read once, forward, and stays open.</param>
    /// <param name="mapping">What its columns mean.</param>
    /// <param name="limits">How much to read; <see cref="BankFileLimits.Default"/> when null.</param>
    /// <param name="cancel">Stops the reading with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">The mapping can't be used; <see cref="RemittanceCsvMapping.Check"/> says why.
    /// </exception>
    public static IEnumerable<Result<RemittanceAdvice>> Read(
        Stream stream, RemittanceCsvMapping mapping, BankFileLimits? limits = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(mapping);
        var findings = mapping.Check();
        if (!findings.IsEmpty) throw new ArgumentException(string.Join(" ", findings.Select(f => f.Message)), nameof(mapping));
        var bounds = limits ?? BankFileLimits.Default;
        return FileWalk<RemittanceAdvice>.Results(() =>
            new RemittanceCsv(new CsvRows(new BankLines(stream, bounds, cancel), mapping.Delimiter), mapping, bounds));
    }

    private static IEnumerable<Result<RemittanceAdvice>> Walk(Stream stream, BankFileLimits limits, CancellationToken cancel)
    {
        var beginning = new byte[BankFiles.BytesLookedAt];
        var length = stream.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false);
        var text = beginning.AsSpan(0, length);
        if (text is [0xEF, 0xBB, 0xBF, ..]) text = text[3..];
        var start = text.IndexOfAnyExcept(" \t\r\n"u8);
        if (start < 0) return [Result.Failure<RemittanceAdvice>(BankFileErrors.Empty.With(("line", 1), ("position", 1)))];
        var whole = new PrefixedStream(beginning.AsMemory(0, length), stream);
        if (XmlBeginning.IsXml(beginning.AsSpan(0, length))) return RemadvXml.Read(whole, limits, cancel);
        if (text[start..].StartsWith("ISA"u8)) return X12Remittance.Read(whole, limits, cancel);
        return [Result.Failure<RemittanceAdvice>(BankFileErrors.UnknownFormat.With(
            ("formats", "X12 820, REMADV"), ("line", 1), ("position", 1)))];
    }
}
