using OrderToCash.Banking;

namespace OrderToCash.Quickstart;

/// <summary>Reads the bank statement: what is on our accounts is kept, everything else is listed.</summary>
public static class StatementFile
{
    /// <summary>The statements of our accounts, in the file's order; rejections go to the log.</summary>
    /// <param name="source">A camt.053.</param>
    /// <param name="ownAccounts">IBANs without blanks.</param>
    /// <param name="log">Where findings go.</param>
    public static IReadOnlyList<BankStatement> Read(InputSource source, IReadOnlySet<string> ownAccounts, RejectionLog log)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(ownAccounts);
        ArgumentNullException.ThrowIfNull(log);
        using var stream = source.Open(log);
        if (stream is null) return [];
        var (kept, findings) = (new List<BankStatement>(), new List<DomainError>());
        foreach (var read in Camt053Reader.Read(stream))
        {
            findings.AddRange(read.IsSuccess ? read.Value.Findings : read.Errors);
            if (!read.IsSuccess) continue;
            var statement = read.Value;
            if (ownAccounts.Contains(statement.Account)) kept.Add(statement);
            else if (statement.Account.Length > 0)
                log.Add(source.Name, 0, "account", InputErrors.OtherAccount, ("account", statement.Account), ("count", statement.Entries.Count));
        }
        // A statement that breaks off says so itself, and the file says it again.
        foreach (var finding in findings.DistinctBy(f => (f.Code, f.Fact("line"), f.Fact("position")))) log.Add(source.Name, finding, Remedy(finding.Code));
        return kept;
    }

    private static string Remedy(string code) => typeof(BankFileErrors).GetFields()
        .Select(f => f.GetValue(null)).OfType<ErrorCode>().FirstOrDefault(e => e.Code == code)?.Remedy ?? "";
}
