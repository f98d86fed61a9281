namespace OrderToCash.Receivables;

/// <summary>A statement while it is being made: one pass over the items.</summary>
internal sealed class StatementWork(
    StatementKind kind, LocalDate from, LocalDate to, Instant? knownAt, IEnumerable<AgingParts>? parts)
{
    private readonly SortedDictionary<Currency, Account> accounts = [];
    private readonly ILookup<OpenItemId, AgingParts>? apart = parts?.ToLookup(part => part.Item);

    private sealed class Account
    {
        internal long Opening { get; set; }
        internal long Closing { get; set; }
        internal List<StatementItem> Items { get; } = [];
        internal List<Movement> Movements { get; } = [];
        internal Dictionary<(ItemApplicationId Id, bool IsReversal), int> Settlements { get; } = [];
    }

    private sealed record Movement(OpenItem Item, ItemApplicationId Application, ApplicationKind? Settled, bool IsReversal,
        LocalDate On, Instant? At, long Amount);

    internal void Add(OpenItem item)
    {
        if (item.OpenedOn > to || !IsKnown(item.RecordedAt)) return;
        if (!accounts.TryGetValue(item.Amount.Currency, out var account)) accounts[item.Amount.Currency] = account = new();
        account.Opening += item.OpenAt(from.PlusDays(-1), knownAt).MinorUnits;
        var open = item.OpenAt(to, knownAt);
        account.Closing += open.MinorUnits;
        if (kind == StatementKind.BalanceForward) Move(account, item);
        else if (!open.IsZero) account.Items.Add(Item(item, open));
    }

    internal EquatableArray<StatementSection> Sections(AgingReport ages)
    {
        var byCurrency = ages.Rows.ToDictionary(row => row.Unapplied.Currency);
        return accounts.Select(account => new StatementSection
        {
            Opening = Money.FromMinorUnits(account.Value.Opening, account.Key),
            Lines = Lines(account.Value, account.Key),
            Items = Items(account.Value),
            Closing = Money.FromMinorUnits(account.Value.Closing, account.Key),
            Aging = byCurrency.GetValueOrDefault(account.Key),
        }).ToEquatableArray();
    }

    private static EquatableArray<StatementItem> Items(Account account)
    {
        account.Items.Sort(static (left, right) =>
        {
            var order = left.DueDate.CompareTo(right.DueDate);
            if (order == 0) order = left.DocumentDate.CompareTo(right.DocumentDate);
            return order != 0 ? order : left.Item.CompareTo(right.Item);
        });
        return account.Items.ToEquatableArray();
    }

    private bool IsKnown(Instant? recordedAt) => knownAt is null || recordedAt is null || recordedAt <= knownAt;

    private StatementItem Item(OpenItem item, Money open)
    {
        var (disputed, promised) = item.IsDebit && apart is not null ? Apart(item, open) : (null, null);
        return new()
        {
            Item = item.Id,
            Kind = item.Kind,
            DocumentNumber = item.DocumentNumber,
            Instalment = item.Instalment,
            DocumentDate = item.DocumentDate,
            DueDate = item.DueDate,
            Amount = item.Amount,
            Open = open,
            DaysPastDue = item.IsDebit ? Period.DaysBetween(item.DueDate, to) : 0,
            Disputed = disputed,
            Promised = promised,
        };
    }

    private (Money? Disputed, Money? Promised) Apart(OpenItem item, Money open)
    {
        var none = Money.Zero(open.Currency);
        var (disputed, promised) = (none, none);
        foreach (var part in apart![item.Id])
            (disputed, promised) = (disputed + (part.Disputed ?? none), promised + (part.Promised ?? none));
        disputed = Money.Min(disputed, open);
        promised = Money.Min(promised, open - disputed);
        return (disputed.IsZero ? null : disputed, promised.IsZero ? null : promised);
    }

    private void Move(Account account, OpenItem item)
    {
        Take(account, new(item, default, null, false, item.OpenedOn, item.RecordedAt, item.Amount.MinorUnits));
        foreach (var application in item.Applications)
        {
            var made = new Movement(item, application.Id, application.Kind, false,
                application.On, application.RecordedAt, -application.Amount.MinorUnits);
            Take(account, made);
            if (application is { ReversedOn: { } on, ReversedRecordedAt: var at })
                Take(account, made with { IsReversal = true, On = on, At = at, Amount = -made.Amount });
        }
    }

    // Both sides of an assignment are one movement: usually of nothing. The item that is owed gives it its name.
    private void Take(Account account, Movement movement)
    {
        if (movement.On < from || movement.On > to || !IsKnown(movement.At)) return;
        if (movement.Settled != ApplicationKind.Settlement)
        {
            account.Movements.Add(movement);
            return;
        }
        var key = (movement.Application, movement.IsReversal);
        if (!account.Settlements.TryGetValue(key, out var index))
        {
            account.Settlements[key] = account.Movements.Count;
            account.Movements.Add(movement);
            return;
        }
        var other = account.Movements[index];
        account.Movements[index] = (other.Item.IsDebit ? other : movement) with { Amount = other.Amount + movement.Amount };
    }

    private static EquatableArray<StatementLine> Lines(Account account, Currency currency)
    {
        account.Movements.RemoveAll(static movement => movement.Amount == 0);
        account.Movements.Sort(Compare);
        var (lines, balance) = (new List<StatementLine>(account.Movements.Count), account.Opening);
        foreach (var movement in account.Movements)
        {
            balance += movement.Amount;
            lines.Add(new()
            {
                On = movement.On,
                Item = movement.Item.Id,
                Kind = movement.Item.Kind,
                DocumentNumber = movement.Item.DocumentNumber,
                Settled = movement.Settled,
                IsReversal = movement.IsReversal,
                Amount = Money.FromMinorUnits(movement.Amount, currency),
                Balance = Money.FromMinorUnits(balance, currency),
            });
        }
        return lines.ToEquatableArray();
    }

    private static int Compare(Movement left, Movement right)
    {
        var order = left.On.CompareTo(right.On);
        if (order == 0) order = Nullable.Compare(left.At, right.At);
        if (order == 0) order = (left.Settled is null ? 0 : 1).CompareTo(right.Settled is null ? 0 : 1);
        if (order == 0) order = left.Item.Id.CompareTo(right.Item.Id);
        if (order == 0) order = left.Application.CompareTo(right.Application);
        return order != 0 ? order : left.IsReversal.CompareTo(right.IsReversal);
    }
}
