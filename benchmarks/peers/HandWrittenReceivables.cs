namespace OrderToCash.Benchmarks.Peers;

/// <summary>A movement of the hand-written ledger.</summary>
public sealed class HandWrittenMovement
{
    public required string Customer { get; init; }
    public required string Currency { get; init; }
    public required DateOnly Date { get; init; }
    public required DateTime RecordedAt { get; init; }
    public required DateOnly DueDate { get; init; }
    public required decimal Amount { get; init; }
}

/// <summary>A row of its aging.</summary>
public sealed record HandWrittenAgingRow(string Customer, string Currency, decimal[] Buckets);

/// <summary>An open item of the hand-written ledger: an amount and what was allocated to it.</summary>
public sealed class HandWrittenItem
{
    public required string Id { get; init; }
    public required string Customer { get; init; }
    public required string Currency { get; init; }
    public required DateOnly DocumentDate { get; init; }
    public required DateOnly DueDate { get; init; }
    public required decimal Amount { get; init; }
    public List<HandWrittenAllocation> Allocations { get; } = [];
    public decimal Open => Amount - Allocations.Sum(a => a.Amount);
}

/// <summary>So much of one item by another.</summary>
public sealed record HandWrittenAllocation(string Other, DateOnly Date, decimal Amount);

/// <summary>An entry of its journal.</summary>
public sealed record HandWrittenEntry(DateOnly Date, List<HandWrittenEntryLine> Lines);

/// <summary>A line of an entry, debit above zero.</summary>
public sealed record HandWrittenEntryLine(string Account, decimal Amount, string? Item);

/// <summary>A line of its statement.</summary>
public sealed record HandWrittenStatementLine(string Document, DateOnly Date, DateOnly Due, decimal Amount, decimal Open, int DaysPastDue);

/// <summary>Its statement.</summary>
public sealed record HandWrittenStatement(decimal Opening, List<HandWrittenStatementLine> Lines, decimal Closing, Dictionary<int, decimal> Ages);

/// <summary>
/// Receivables as a competent developer writes them: lists, dictionaries, LINQ and decimals. Entries are balanced and checked, allocations
/// dated; no events, no functional currency, no discount, no taking back.
/// </summary>
public sealed class HandWrittenReceivables
{
    private readonly Dictionary<string, HandWrittenItem> items = [];

    public List<HandWrittenEntry> Journal { get; } = [];

    public void Add(HandWrittenItem item) => items[item.Id] = item;

    public HandWrittenItem Item(string id) => items[id];

    public void Receive(string payment, string customer, DateOnly date, string currency, decimal cash, string invoice)
    {
        if (cash <= 0) throw new ArgumentException("no money", nameof(cash));
        if (!items.TryGetValue(invoice, out var item)) throw new InvalidOperationException("no such invoice");
        if (item.Customer != customer || item.Currency != currency) throw new InvalidOperationException("not that customer's, or another currency");
        if (items.ContainsKey(payment)) throw new InvalidOperationException("booked before");
        if (date < item.DocumentDate) throw new InvalidOperationException("before the invoice");
        if (cash > item.Open) throw new InvalidOperationException("more than is open");
        var credit = new HandWrittenItem
        {
            Id = payment, Customer = customer, Currency = currency, DocumentDate = date, DueDate = date, Amount = -cash,
        };
        item.Allocations.Add(new(payment, date, cash));
        credit.Allocations.Add(new(invoice, date, -cash));
        items[payment] = credit;
        var lines = new List<HandWrittenEntryLine> { new("cash.bank", cash, null), new("receivable.trade", -cash, invoice) };
        if (lines.Sum(l => l.Amount) != 0) throw new InvalidOperationException("not balanced");
        Journal.Add(new(date, lines));
    }

    public static List<HandWrittenAgingRow> Age(IEnumerable<HandWrittenMovement> movements, DateOnly asOf, DateTime knownAt) => movements
        .Where(m => m.Date <= asOf && m.RecordedAt <= knownAt)
        .GroupBy(m => (m.Customer, m.Currency, Bucket: Bucket(asOf.DayNumber - m.DueDate.DayNumber)))
        .Select(g => (g.Key.Customer, g.Key.Currency, g.Key.Bucket, Sum: g.Sum(m => m.Amount)))
        .GroupBy(g => (g.Customer, g.Currency))
        .Select(g =>
        {
            var buckets = new decimal[5];
            foreach (var part in g) buckets[part.Bucket] = part.Sum;
            return new HandWrittenAgingRow(g.Key.Customer, g.Key.Currency, buckets);
        })
        .OrderBy(r => r.Customer, StringComparer.Ordinal).ThenBy(r => r.Currency, StringComparer.Ordinal)
        .ToList();

    public static HandWrittenStatement State(IReadOnlyList<HandWrittenItem> items, DateOnly from, DateOnly to)
    {
        decimal OpenOn(HandWrittenItem item, DateOnly day) =>
            item.DocumentDate > day ? 0 : item.Amount - item.Allocations.Where(a => a.Date <= day).Sum(a => a.Amount);

        var lines = items.Select(i => (Item: i, Open: OpenOn(i, to))).Where(i => i.Open != 0)
            .OrderBy(i => i.Item.DueDate).ThenBy(i => i.Item.DocumentDate).ThenBy(i => i.Item.Id, StringComparer.Ordinal)
            .Select(i => new HandWrittenStatementLine(i.Item.Id, i.Item.DocumentDate, i.Item.DueDate, i.Item.Amount, i.Open,
                to.DayNumber - i.Item.DueDate.DayNumber))
            .ToList();
        return new(items.Sum(i => OpenOn(i, from.AddDays(-1))), lines, lines.Sum(l => l.Open),
            lines.GroupBy(l => Bucket(l.DaysPastDue)).ToDictionary(g => g.Key, g => g.Sum(l => l.Open)));
    }

    private static int Bucket(int days) => days switch { <= 0 => 0, <= 30 => 1, <= 60 => 2, <= 90 => 3, _ => 4 };
}
