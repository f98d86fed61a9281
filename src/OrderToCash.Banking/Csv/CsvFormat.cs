namespace OrderToCash.Banking;

/// <summary>A bank's CSV, read by a mapping. It recognises files by their headings, or any text when there are none.</summary>
public sealed class CsvFormat : IBankFileFormat
{
    private readonly CsvMapping mapping;

    /// <summary>A format of this name, by this mapping.</summary>
    /// <exception cref="ArgumentException">The mapping can't be used; <see cref="CsvMapping.Check"/> says why.</exception>
    public CsvFormat(string name, CsvMapping mapping)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(mapping);
        var findings = mapping.Check();
        if (!findings.IsEmpty) throw new ArgumentException(string.Join(" ", findings.Select(f => f.Message)), nameof(mapping));
        (Name, this.mapping) = (name, mapping);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> beginning)
    {
        if (XmlBeginning.IsXml(beginning)) return false;
        if (mapping.HasNoHeadings) return beginning.Contains((byte)mapping.Delimiter);
        using var stream = new MemoryStream(beginning.ToArray());
        var rows = new CsvRows(new BankLines(stream, BankFileLimits.Default, default), mapping.Delimiter);
        for (var i = 0; i <= mapping.LinesToSkip; i++)
            if (!rows.TryRead()) return false;
        return CsvColumns.AllFound(mapping.Columns, rows.Fields);
    }

    /// <inheritdoc/>
    public IEnumerable<Result<BankStatement>> Read(Stream stream, BankFileLimits limits, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(limits);
        return FileWalk<BankStatement>.Results(() =>
            new CsvFile(new CsvRows(new BankLines(stream, limits, cancel), mapping.Delimiter), mapping, limits));
    }
}
