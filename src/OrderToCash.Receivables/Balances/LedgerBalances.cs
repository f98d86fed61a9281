namespace OrderToCash.Receivables;

/// <summary>
/// What the journal says: the balance of every account role and of every open item. It is a fold of the entries, in any order of
/// them, and holds nothing the entries do not say; balances of zero are left out.
/// </summary>
public sealed record LedgerBalances
{
    /// <summary>Balances by legal entity, role and document currency, in that order.</summary>
    public required EquatableArray<AccountBalance> Accounts { get; init; }

    /// <summary>Balances of open items, ordered by id.</summary>
    public required EquatableArray<ItemBalance> Items { get; init; }

    /// <summary>Folds entries.</summary>
    public static LedgerBalances Of(IEnumerable<JournalEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var accounts = new Dictionary<(LegalEntityId, AccountRole, Currency), (Money Document, Money Functional)>();
        var items = new Dictionary<OpenItemId, (Money Document, Money Functional)>();
        foreach (var entry in entries)
            foreach (var line in entry.Lines)
            {
                Add(accounts, (entry.LegalEntity, line.Account, line.Document.Currency), line);
                if (line.Item is { } item) Add(items, item, line);
            }
        return new()
        {
            Accounts = accounts.Where(a => !a.Value.Document.IsZero || !a.Value.Functional.IsZero)
                .OrderBy(a => a.Key.Item1).ThenBy(a => a.Key.Item2).ThenBy(a => a.Key.Item3)
                .Select(a => new AccountBalance
                {
                    LegalEntity = a.Key.Item1,
                    Account = a.Key.Item2,
                    Document = a.Value.Document,
                    Functional = a.Value.Functional,
                }).ToEquatableArray(),
            Items = Sorted(items.Select(i => new ItemBalance
            {
                Item = i.Key, Open = i.Value.Document, OpenFunctional = i.Value.Functional,
            })),
        };
    }

    /// <summary>
    /// The same projection from the stored items: byte for byte what the journal gives, or something is broken.
    /// </summary>
    public static EquatableArray<ItemBalance> ItemsOf(IEnumerable<OpenItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return Sorted(items.Select(item => new ItemBalance
        {
            Item = item.Id, Open = item.Open, OpenFunctional = item.OpenFunctional,
        }));
    }

    /// <summary>
    /// Folds the entries up to the end of a business date, by what was recorded up to a moment (inclusive); null for all that is
    /// known.
    /// </summary>
    public static LedgerBalances AsOf(IEnumerable<JournalEntry> entries, LocalDate date, Instant? knownAt = null)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return Of(entries.Where(entry => entry.Date <= date && (knownAt is null || entry.RecordedAt <= knownAt)));
    }

    /// <summary>
    /// The same projection from the stored items: byte for byte what the journal gives for that day and moment.
    /// </summary>
    public static EquatableArray<ItemBalance> ItemsAsOf(IEnumerable<OpenItem> items, LocalDate date, Instant? knownAt = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        return Sorted(items.Select(item => new ItemBalance
        {
            Item = item.Id, Open = item.OpenAt(date, knownAt), OpenFunctional = item.FunctionalAt(date, knownAt),
        }));
    }

    /// <summary>Debit less credit of a role in all currencies, in the functional currency.</summary>
    public Money Balance(LegalEntityId legalEntity, AccountRole account, Currency functional)
    {
        var sum = Money.Zero(functional);
        foreach (var balance in Accounts)
            if (balance.LegalEntity == legalEntity && balance.Account == account) sum += balance.Functional;
        return sum;
    }

    /// <summary>
    /// Every stored item that is not what the journal says (ledger.item-differs) or breaks a rule of its own
    /// (ledger.item-quarantined):
    /// nothing may be posted on top of them. Empty when journal and items agree.
    /// </summary>
    public EquatableArray<DomainError> Check(IEnumerable<OpenItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var stored = items.ToList();
        var findings = new List<DomainError>();
        var (said, seen) = (Items.ToDictionary(i => i.Item), new HashSet<OpenItemId>());
        foreach (var item in stored)
        {
            seen.Add(item.Id);
            foreach (var broken in item.Check())
                findings.Add(LedgerErrors.ItemQuarantined.At(item.Id.Value,
                    ("item", item.Id), ("finding", broken.Message), ("code", broken.Code)));
            var none = Money.Zero(item.Amount.Currency);
            var (open, functional) = said.TryGetValue(item.Id, out var balance)
                ? (balance.Open, balance.OpenFunctional) : (none, Money.Zero(item.FunctionalAmount.Currency));
            if (open != item.Open || functional != item.OpenFunctional)
                findings.Add(LedgerErrors.ItemDiffers.At(item.Id.Value,
                    ("item", item.Id), ("open", item.Open), ("journal", open), ("functional", item.OpenFunctional),
                    ("journalFunctional", functional)));
        }
        foreach (var balance in Items)
            if (!seen.Contains(balance.Item))
                findings.Add(LedgerErrors.ItemDiffers.At(balance.Item.Value,
                    ("item", balance.Item), ("open", Money.Zero(balance.Open.Currency)), ("journal", balance.Open),
                    ("functional", Money.Zero(balance.OpenFunctional.Currency)), ("journalFunctional", balance.OpenFunctional)));
        return findings.ToEquatableArray();
    }

    private static EquatableArray<ItemBalance> Sorted(IEnumerable<ItemBalance> balances) => balances
        .Where(balance => !balance.Open.IsZero || !balance.OpenFunctional.IsZero)
        .OrderBy(balance => balance.Item).ToEquatableArray();

    private static void Add<TKey>(Dictionary<TKey, (Money Document, Money Functional)> sums, TKey key, JournalLine line)
        where TKey : notnull =>
        sums[key] = sums.TryGetValue(key, out var sum)
            ? (sum.Document + line.SignedDocument, sum.Functional + line.SignedFunctional)
            : (line.SignedDocument, line.SignedFunctional);
}
