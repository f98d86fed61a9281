namespace OrderToCash.Receivables;

/// <summary>
/// One command while it is being decided: the items it meets, what it adds to them, the lines it posts, what it refuses.
/// </summary>
internal sealed partial class LedgerWork
{
    private readonly LedgerPolicy policy;
    private readonly JournalEntryId entry;
    private readonly LocalDate date;
    private readonly Actor by;
    private readonly Instant at;
    private readonly Dictionary<OpenItemId, Touched> items = [];
    private readonly List<Touched> order = [];
    private readonly EntryLines lines = new();
    private readonly List<DomainError> findings = [];
    private JournalEntryId reverses;

    internal LedgerWork(
        IEnumerable<OpenItem> given, JournalEntryId entry, LocalDate date, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(policy);
        (this.policy, this.entry, this.date, this.by, this.at) = (policy, entry, date, by, at);
        foreach (var item in given) items[item.Id] = new(item, date);
        if (policy.Lock(date, by, at) is { } locked) Refuse(locked);
    }

    /// <summary>An item of the command: its state, what is open on it at this point, and what happened to it so far.</summary>
    private sealed class Touched(OpenItem item, LocalDate date)
    {
        private HashSet<ItemApplicationId>? applicationIds;

        internal OpenItem Before { get; } = item;
        internal OpenItem Item { get; private set; } = item;
        internal Money Open { get; private set; } = item.Open;
        internal Money OpenFunctional { get; private set; } = item.OpenFunctional;
        internal Money OpenAdjustment { get; private set; } = item.OpenAdjustment;
        internal Money Least { get; private set; } = item.LeastOpenFrom(date);
        internal List<Application> Added { get; } = [];
        internal List<OpenItemEvent> Events { get; } = [];
        internal bool IsListed { get; set; }
        internal bool IsSound { get; set; }

        /// <summary>The applications that hold, with those of this command.</summary>
        internal IEnumerable<Application> Live => Item.Applications.Where(a => a.IsLive).Concat(Added);

        internal bool Knows(ItemApplicationId id) =>
            (applicationIds ??= [.. Item.Applications.Select(a => a.Id), .. Added.Select(a => a.Id)]).Contains(id);

        internal void Settle(Application application)
        {
            Added.Add(application);
            applicationIds?.Add(application.Id);
            Open -= application.Amount;
            Least -= application.Amount;
            OpenFunctional -= application.FunctionalAmount;
            if (application.Revalued is { } revalued) OpenAdjustment -= revalued;
        }

        internal void Happened(OpenItemEvent e, LocalDate on)
        {
            Item = Item.Apply(e);
            Events.Add(e);
            (Open, OpenFunctional, OpenAdjustment, Least) =
                (Item.Open, Item.OpenFunctional, Item.OpenAdjustment, Item.LeastOpenFrom(on));
        }
    }

    /// <summary>
    /// What a part of an item carries: at booking rates, and what revaluations add in the item's own direction.
    /// </summary>
    private readonly record struct Carried(Money Functional, Money Adjustment)
    {
        internal Money Value => Functional + Adjustment;
    }

    internal Currency FunctionalCurrency => policy.FunctionalCurrency;

    internal bool IsRefused => findings.Count > 0;

    internal void Refuse(DomainError error) => findings.Add(error);

    internal void Post(AccountRole account, Money document, Money functional) => lines.Add(account, document, functional);

    /// <summary>Takes a new item into the ledger; its own line is posted, its counterpart is the caller's.</summary>
    internal void Open(OpenItem item, string target)
    {
        if (items.ContainsKey(item.Id))
        {
            Refuse(LedgerErrors.ItemExists.At(target, ("item", item.Id)));
            return;
        }
        var touched = new Touched(item, date) { IsSound = true };
        items[item.Id] = touched;
        touched.Events.Add(new OpenItemOpened { Item = item.Id, Entry = entry, By = by, At = at, Opened = item });
        List(touched);
        lines.Add(item.Account, item.Amount, item.FunctionalAmount, item.Id);
    }

    /// <summary>An amount in the functional currency; a finding and zero when the rate for it is missing.</summary>
    internal Money Functional(Money amount, ExchangeRate? rate, string target)
    {
        if (amount.Currency == policy.FunctionalCurrency) return amount;
        if (rate is not null && rate.Connects(amount.Currency, policy.FunctionalCurrency))
            return amount.Convert(rate, Rounding.HalfAwayFromZero);
        Refuse(LedgerErrors.RateMissing.At(target, ("amount", amount), ("functional", policy.FunctionalCurrency)));
        return Money.Zero(policy.FunctionalCurrency);
    }

    /// <summary>What a document froze in the functional currency, or its amount converted.</summary>
    internal Money Functional(Money amount, Money? frozen, ExchangeRate? rate, string target)
    {
        if (frozen is not { } given) return Functional(amount, rate, "rate");
        if (given.Currency != policy.FunctionalCurrency)
            Refuse(LedgerErrors.OtherCurrency.At(target, ("amount", given), ("expected", policy.FunctionalCurrency)));
        else if (amount.Currency == policy.FunctionalCurrency && given != amount)
            Refuse(LedgerErrors.TotalsDiffer.At(target, ("instalments", amount), ("postings", given)));
        else return given;
        return Money.Zero(policy.FunctionalCurrency);
    }

    /// <summary>The answer: everything that was decided, or everything that was found.</summary>
    internal Result<LedgerDecision> Finish(
        LegalEntityId legalEntity, string label, string sourceDocument, JournalEntry? another = null,
        CustomerId customer = default)
    {
        if (IsRefused) return Result.Failure<LedgerDecision>(findings);
        var decisions = new List<Decision<OpenItem, OpenItemEvent>>(order.Count);
        foreach (var touched in order)
        {
            Flush(touched);
            decisions.Add(new() { State = touched.Item, Events = touched.Events.ToEquatableArray() });
        }
        var posted = Entry(entry, legalEntity, customer.IsNone ? Customer() : customer, label, sourceDocument, lines.ToLines());
        return Result.Success(new LedgerDecision
        {
            Items = decisions.ToEquatableArray(),
            Entries = another is null ? [posted] : [posted, another],
        });
    }

    internal JournalEntry Entry(JournalEntryId id, LegalEntityId legalEntity, CustomerId customer, string label,
        string sourceDocument, EquatableArray<JournalLine> posted) =>
        JournalEntry.Restore(new()
        {
            Id = id,
            LegalEntity = legalEntity,
            Customer = customer,
            FunctionalCurrency = policy.FunctionalCurrency,
            Date = date,
            RecordedAt = at,
            Event = label,
            By = by,
            SourceDocument = sourceDocument,
            Reverses = reverses,
            Lines = posted,
        }).Value;

    /// <summary>The customer of the items touched; none when there are none, or several.</summary>
    internal CustomerId Customer()
    {
        if (order.Count == 0) return default;
        var customer = order[0].Item.Customer;
        foreach (var touched in order)
            if (touched.Item.Customer != customer) return default;
        return customer;
    }

    /// <summary>The items of the command must be of one customer in one legal entity's books.</summary>
    internal void CheckOneAccount()
    {
        foreach (var touched in order)
        {
            var (first, other) = (order[0].Item, touched.Item);
            if (first.Customer != other.Customer)
                Refuse(LedgerErrors.OtherCustomer.At("items",
                    ("credit", first.Id), ("creditCustomer", first.Customer),
                    ("debit", other.Id), ("debitCustomer", other.Customer)));
            if (first.LegalEntity != other.LegalEntity)
                Refuse(LedgerErrors.OtherLegalEntity.At("items",
                    ("credit", first.Id), ("creditEntity", first.LegalEntity),
                    ("debit", other.Id), ("debitEntity", other.LegalEntity)));
        }
    }

    /// <summary>The item of the command; a finding and null when it was not given, or is not in order.</summary>
    private Touched? Find(OpenItemId id, string target)
    {
        if (!items.TryGetValue(id, out var touched))
        {
            Refuse(LedgerErrors.ItemUnknown.At(target, ("item", id)));
            return null;
        }
        if (touched.IsSound) return touched;
        var broken = touched.Item.Check();
        foreach (var finding in broken)
            Refuse(LedgerErrors.ItemQuarantined.At(target, ("item", id), ("finding", finding.Message), ("code", finding.Code)));
        touched.IsSound = broken.IsEmpty;
        return touched.IsSound ? touched : null;
    }

    private void Flush(Touched touched)
    {
        if (touched.Added.Count == 0) return;
        var e = new OpenItemApplied
        {
            Item = touched.Item.Id, Entry = entry, By = by, At = at, Applications = touched.Added.ToEquatableArray(),
        };
        touched.Added.Clear();
        touched.Happened(e, date);
    }

    private void List(Touched touched)
    {
        if (touched.IsListed) return;
        touched.IsListed = true;
        order.Add(touched);
    }
}
