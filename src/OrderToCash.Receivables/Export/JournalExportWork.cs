namespace OrderToCash.Receivables;

/// <summary>An export while it is being made.</summary>
internal sealed class JournalExportWork(LegalEntityId legalEntity, ExportPosition after, AccountMapping mapping,
    Func<JournalEntry, JournalLine, ExportAttributes>? attributes)
{
    private static readonly ExportAttributes None = new();
    private readonly Dictionary<AccountQuestion, string?> accounts = [];
    private readonly Dictionary<AccountQuestion, (int Lines, JournalEntryId First)> missing = [];
    private readonly SortedDictionary<Currency, Total> totals = [];
    private readonly List<ExportedLine> lines = [];

    private sealed class Total(Currency functional)
    {
        internal Currency Functional { get; } = functional;
        internal int Lines { get; set; }
        internal long Debit { get; set; }
        internal long Credit { get; set; }
        internal long FunctionalDebit { get; set; }
        internal long FunctionalCredit { get; set; }
    }

    internal Result<JournalExport> Export(IEnumerator<JournalEntry> entries, int? limit)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        if (limit is { } most) ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most, nameof(limit));
        var findings = mapping.Check().ToList();
        var position = after;
        while ((limit is null || position.Count - after.Count < limit) && entries.MoveNext())
        {
            position = position.After(entries.Current);
            foreach (var line in entries.Current.Lines) Add(entries.Current, line, position.Count);
        }
        foreach (var (question, (count, first)) in missing)
            findings.Add(JournalExportErrors.MappingMissing.At("mapping", ("role", question.Role), ("legalEntity", legalEntity),
                ("currency", question.Currency), ("taxCode", question.TaxCode), ("customerGroup", question.CustomerGroup),
                ("lines", count), ("entry", first)));
        return Result.Validated(new JournalExport
        {
            LegalEntity = legalEntity,
            MappingVersion = mapping.Version,
            From = after,
            To = position,
            Lines = lines.ToEquatableArray(),
            Totals = totals.Select(total => Read(total.Key, total.Value)).ToEquatableArray(),
        }, findings);
    }

    private void Add(JournalEntry entry, JournalLine line, long position)
    {
        var known = attributes?.Invoke(entry, line) ?? None;
        var question = new AccountQuestion
        {
            Role = line.Account, LegalEntity = legalEntity, Currency = line.Document.Currency,
            CustomerGroup = known.CustomerGroup, TaxCode = known.TaxCode,
        };
        if (!accounts.TryGetValue(question, out var account)) accounts[question] = account = mapping.AccountOf(question);
        if (account is null)
        {
            missing[question] = missing.TryGetValue(question, out var before) ? (before.Lines + 1, before.First) : (1, entry.Id);
            return;
        }
        lines.Add(new()
        {
            Position = position,
            Entry = entry.Id,
            Date = entry.Date,
            Event = entry.Event,
            SourceDocument = entry.SourceDocument,
            Reverses = entry.Reverses,
            Customer = entry.Customer,
            Account = account,
            Role = line.Account,
            TaxCode = known.TaxCode,
            Side = line.Side,
            Document = line.Document,
            Functional = line.Functional,
            Item = line.Item,
        });
        Count(line);
    }

    private void Count(JournalLine line)
    {
        if (!totals.TryGetValue(line.Document.Currency, out var total))
            totals[line.Document.Currency] = total = new(line.Functional.Currency);
        total.Lines++;
        if (line.Side == EntrySide.Debit)
        {
            total.Debit = checked(total.Debit + line.Document.MinorUnits);
            total.FunctionalDebit = checked(total.FunctionalDebit + line.Functional.MinorUnits);
            return;
        }
        total.Credit = checked(total.Credit + line.Document.MinorUnits);
        total.FunctionalCredit = checked(total.FunctionalCredit + line.Functional.MinorUnits);
    }

    private static ExportTotal Read(Currency currency, Total total) => new()
    {
        Lines = total.Lines,
        Debit = Money.FromMinorUnits(total.Debit, currency),
        Credit = Money.FromMinorUnits(total.Credit, currency),
        FunctionalDebit = Money.FromMinorUnits(total.FunctionalDebit, total.Functional),
        FunctionalCredit = Money.FromMinorUnits(total.FunctionalCredit, total.Functional),
    };
}
