namespace OrderToCash.Banking;

/// <summary>Gathers one statement of a text format: header, entries with their identities, findings, totals.</summary>
internal sealed class StatementBuilder(string path, int line, BankFileLimits limits)
{
    private readonly List<BankEntry> entries = [];
    private readonly StatementFindings findings = new(limits.Findings);
    private readonly AmountsTogether together = new(path);
    private int refused;

    public string Path => path;

    /// <summary>Shared by the parts of one statement, so that equal lines of two parts stay two.</summary>
    public EntryIdentities Identities { get; set; } = new();

    public BankStatementKind Kind { get; set; }

    public string Account { get; set; } = "";

    public Currency Currency { get; set; }

    public string Id { get; set; } = "";

    public string Sequence { get; set; } = "";

    public LocalDate? From { get; set; }

    public LocalDate? To { get; set; }

    public Money? Opening { get; set; }

    public Money? Closing { get; set; }

    public int NotBooked { get; set; }

    public int Count => entries.Count;

    public IReadOnlyList<BankEntry> Entries => entries;

    /// <summary>Adds a movement; one of zero moves nothing and is only counted.</summary>
    public void Add(BankEntry entry)
    {
        if (entry.Amount.IsZero)
        {
            NotBooked++;
            return;
        }
        together.Add(entry.Amount, line);
        entries.Add(entry with { Identity = Identities.Of(entry) });
        if (entries.Count > limits.Entries)
            throw new BankFileRefusedException(BankFileErrors.TooLarge.At(path,
                ("limit", limits.Entries), ("what", "entries in one statement"), ("line", line), ("position", 0)));
    }

    public void Find(DomainError finding) => findings.Add(finding);

    /// <summary>A finding about an entry that can't be read: the totals are not held against the statement then.</summary>
    public void Refuse(DomainError finding)
    {
        refused++;
        findings.Add(finding);
    }

    /// <param name="brokenOff">Why the statement is not whole; null when it is.</param>
    public BankStatement Finish(DomainError? brokenOff)
    {
        if (Account.Length == 0) Find(BankFileErrors.NoAccount.At(path, ("line", line), ("position", 0)));
        if (brokenOff is not null) Find(brokenOff);
        var statement = new BankStatement
        {
            Kind = Kind,
            Account = Account,
            Currency = Currency,
            Id = Id,
            Sequence = Sequence,
            From = From,
            To = To,
            Opening = Opening,
            Closing = Closing,
            Entries = [.. entries],
            EntriesNotBooked = NotBooked,
        };
        if (brokenOff is null && refused == 0 && Opening is { } opening && Closing is { } closing && !statement.Balances)
            Find(BankFileErrors.WrongTotals.At(path,
                ("opening", opening), ("entries", statement.Total), ("computed", opening + statement.Total),
                ("closing", closing), ("difference", closing - opening - statement.Total), ("line", line), ("position", 0)));
        return statement with { Findings = findings.ToArray() };
    }
}
