using System.Runtime.InteropServices;

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
    // What a command needs only while it is decided; the next one on the thread takes it over.
    [ThreadStatic]
    private static Scratch? idle;

    private readonly Scratch scratch;
    private readonly TouchedItems items;
    private readonly List<Touched> order;
    private readonly EntryLines lines;
    private List<DomainError>? findings;
    private JournalEntryId reverses;
    private bool spansCustomers;

    internal LedgerWork(
        EquatableArray<OpenItem> given, JournalEntryId entry, LocalDate date, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(policy);
        (this.policy, this.entry, this.date, this.by, this.at) = (policy, entry, date, by, at);
        (scratch, idle) = (idle ?? new(), null);
        (items, order, lines) = (scratch.Items, scratch.Order, scratch.Lines);
        foreach (var item in given)
            if (!items.TryAdd(scratch.Take(item, date)) && items[item.Id].Item != item)
                Refuse(LedgerErrors.ItemQuarantined.At("items",
                    ("item", item.Id), ("finding", "it was given in two states"), ("code", LedgerErrors.ItemDiffers.Code)));
        if (policy.Lock(date, by, at) is { } locked) Refuse(locked);
    }

    private sealed class Scratch
    {
        private const int Kept = 64;
        private readonly Stack<Touched> spare = new();

        internal TouchedItems Items { get; } = new();
        internal List<Touched> Order { get; } = [];
        internal EntryLines Lines { get; } = new();

        /// <summary>The lines beside one application; empty between two.</summary>
        internal EntryLines Beside { get; } = new();

        internal Touched Take(OpenItem item, LocalDate date) =>
            spare.TryPop(out var touched) ? touched.Begin(item, date) : new(item, date);

        /// <summary>Leaves nothing behind for the next command; what a large one needed is not kept.</summary>
        internal void Release()
        {
            if (Items.Count > Kept || Lines.Count > Kept) return;
            foreach (var touched in Items.Values)
            {
                touched.Forget();
                spare.Push(touched);
            }
            Items.Clear();
            Order.Clear();
            Lines.Clear();
            idle = this;
        }
    }

    /// <summary>The items of one command by id: a few are looked through, many have an index.</summary>
    private sealed class TouchedItems
    {
        private const int Few = 8;
        private readonly List<Touched> all = [];
        private Dictionary<OpenItemId, Touched>? index;

        internal IEnumerable<Touched> Values => all;

        internal int Count => all.Count;

        internal void Clear()
        {
            all.Clear();
            index = null;
        }

        internal Touched this[OpenItemId id] => Find(id) ?? throw new KeyNotFoundException($"Item {id} was not given.");

        internal Touched? Find(OpenItemId id)
        {
            if (index is not null) return index.GetValueOrDefault(id);
            foreach (var touched in all)
                if (touched.Item.Id == id) return touched;
            return null;
        }

        /// <summary>Takes an item in; false when one of its id is there.</summary>
        internal bool TryAdd(Touched touched)
        {
            if (Find(touched.Item.Id) is not null) return false;
            all.Add(touched);
            if (index is not null) index.Add(touched.Item.Id, touched);
            else if (all.Count > Few) index = all.ToDictionary(t => t.Item.Id);
            return true;
        }
    }

    /// <summary>An item of the command: its state, what is open on it at this point, and what happened to it so far.</summary>
    private sealed class Touched
    {
        private const int Few = 8;
        private LocalDate date;
        private HashSet<ItemApplicationId>? applicationIds;
        private Application? first;
        private List<Application>? more;

        internal Touched(OpenItem item, LocalDate on) => (Before, Item, date) = (item, item, on);

        internal OpenItem Before { get; private set; }
        internal OpenItem Item { get; private set; }
        internal Money Open { get; private set; }
        internal Money OpenFunctional { get; private set; }
        internal Money OpenAdjustment { get; private set; }
        internal Money Least { get; private set; }
        internal EquatableArray<OpenItemEvent> Events { get; private set; }
        internal bool IsListed { get; set; }
        internal bool IsSound { get; private set; }

        /// <summary>The same object for an item of another command.</summary>
        internal Touched Begin(OpenItem item, LocalDate on)
        {
            (Before, Item, date) = (item, item, on);
            return this;
        }

        /// <summary>Keeps nothing of the command.</summary>
        internal void Forget()
        {
            (Before, Item, Events, applicationIds, first, more) = (null!, null!, default, null, null, null);
            (Open, OpenFunctional, OpenAdjustment, Least) = (default, default, default, default);
            (IsListed, IsSound) = (false, false);
        }

        /// <summary>The applications that hold, with those of this command.</summary>
        internal IEnumerable<Application> Live => Item.Applications.Where(a => a.IsLive).Concat(Added);

        private IEnumerable<Application> Added => first is null ? [] : more is null ? [first] : more.Prepend(first);

        /// <summary>What may be applied of a credit at this point, above zero.</summary>
        internal Money Spendable => Item.IsTaxedDeposit ? Item.SpendableOf(Least, Live) : -Least;

        internal bool Knows(ItemApplicationId id)
        {
            if (applicationIds is not null) return applicationIds.Contains(id);
            if (Item.Applications.Count + (more?.Count ?? 0) > Few)
                return (applicationIds = [.. Item.Applications.Select(a => a.Id), .. Added.Select(a => a.Id)]).Contains(id);
            foreach (var application in Item.Applications)
                if (application.Id == id) return true;
            if (first?.Id == id) return true;
            foreach (var application in CollectionsMarshal.AsSpan(more))
                if (application.Id == id) return true;
            return false;
        }

        internal void Settle(Application application)
        {
            if (first is null) first = application;
            else (more ??= []).Add(application);
            applicationIds?.Add(application.Id);
            Open -= application.Amount;
            Least -= application.Amount;
            OpenFunctional -= application.FunctionalAmount;
            if (application.Revalued is { } revalued) OpenAdjustment -= revalued;
        }

        /// <summary>The applications made since the last event; empty when none were.</summary>
        internal EquatableArray<Application> TakeAdded()
        {
            if (first is null) return [];
            EquatableArray<Application> taken = more is null ? [first] : [first, .. more];
            (first, more) = (null, null);
            return taken;
        }

        internal void Opened(OpenItemOpened e) => Events = [e];

        internal void Happened(OpenItemEvent e, LocalDate on)
        {
            Item = Item.Apply(e);
            Events = Events.Add(e);
            Balance(on);
        }

        /// <summary>Counts what is open once the item keeps its rules: a broken one may have sums that can't be made.</summary>
        internal Touched Sound()
        {
            IsSound = true;
            Balance(date);
            return this;
        }

        private void Balance(LocalDate on) => (Open, OpenFunctional, OpenAdjustment, Least) =
            (Item.Open, Item.OpenFunctional, Item.OpenAdjustment, Item.LeastOpenFrom(on));
    }

    /// <summary>
    /// What a part of an item carries: at booking rates, and what revaluations add in the item's own direction.
    /// </summary>
    private readonly record struct Carried(Money Functional, Money Adjustment)
    {
        internal Money Value => Functional + Adjustment;
    }

    internal Currency FunctionalCurrency => policy.FunctionalCurrency;

    internal bool IsRefused => findings is not null;

    private int FindingCount => findings?.Count ?? 0;

    internal void Refuse(DomainError error) => (findings ??= []).Add(error);

    internal void Post(AccountRole account, Money document, Money functional) => lines.Add(account, document, functional);

    /// <summary>Takes a new item into the ledger; its own line is posted, its counterpart is the caller's.</summary>
    internal void Open(OpenItem item, string target)
    {
        var touched = scratch.Take(item, date).Sound();
        if (!items.TryAdd(touched))
        {
            Refuse(LedgerErrors.ItemExists.At(target, ("item", item.Id)));
            return;
        }
        touched.Opened(new() { Item = item.Id, Entry = entry, By = by, At = at, Opened = item });
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
        if (!IsRefused) CheckAccounts(legalEntity);
        if (findings is not null)
        {
            scratch.Release();
            return Result.Failure<LedgerDecision>(findings);
        }
        var decisions = EquatableArray.Create<Decision<OpenItem, OpenItemEvent>, LedgerWork>(order.Count, this, Decide);
        var posted = Entry(entry, legalEntity, customer.IsNone ? Customer() : customer, label, sourceDocument, lines.ToLines());
        scratch.Release();
        return Result.Success(new LedgerDecision
        {
            Items = decisions,
            Entries = another is null ? [posted] : [posted, another],
        });
    }

    private static void Decide(Span<Decision<OpenItem, OpenItemEvent>> decisions, LedgerWork work)
    {
        for (var i = 0; i < decisions.Length; i++)
        {
            var touched = work.order[i];
            work.Flush(touched);
            decisions[i] = new() { State = touched.Item, Events = touched.Events };
        }
    }

    internal JournalEntry Entry(JournalEntryId id, LegalEntityId legalEntity, CustomerId customer, string label,
        string sourceDocument, EquatableArray<JournalLine> posted) =>
        JournalEntry.Posted(new()
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
        });

    /// <summary>The customer of the items touched; none when there are none, or several.</summary>
    internal CustomerId Customer()
    {
        if (order.Count == 0) return default;
        var customer = order[0].Item.Customer;
        foreach (var touched in order)
            if (touched.Item.Customer != customer) return default;
        return customer;
    }

    /// <summary>The command is about items of several customers: a closing, an opening, or what takes one back.</summary>
    internal void SpanCustomers() => spansCustomers = true;

    // An entry moves items of its own legal entity only, and but for closings those of one customer.
    private void CheckAccounts(LegalEntityId legalEntity)
    {
        foreach (var touched in order)
        {
            CheckPledge(touched);
            var (first, other) = (order[0].Item, touched.Item);
            if (first.Customer != other.Customer && !spansCustomers)
                Refuse(LedgerErrors.OtherCustomer.At("items",
                    ("credit", first.Id), ("creditCustomer", first.Customer),
                    ("debit", other.Id), ("debitCustomer", other.Customer)));
            if (other.LegalEntity != legalEntity)
                Refuse(LedgerErrors.OtherLegalEntity.At("items",
                    ("credit", first.Id), ("creditEntity", legalEntity),
                    ("debit", other.Id), ("debitEntity", other.LegalEntity)));
        }
    }

    /// <summary>The item of the command; a finding and null when it was not given, or is not in order.</summary>
    private Touched? Find(OpenItemId id, string target, string part = "")
    {
        if (items.Find(id) is not { } touched)
        {
            Refuse(LedgerErrors.ItemUnknown.At(target + part, ("item", id)));
            return null;
        }
        if (touched.IsSound) return touched;
        var broken = touched.Item.Check();
        foreach (var finding in broken)
            Refuse(LedgerErrors.ItemQuarantined.At(target + part,
                ("item", id), ("finding", finding.Message), ("code", finding.Code)));
        return broken.IsEmpty ? touched.Sound() : null;
    }

    private void Flush(Touched touched)
    {
        var added = touched.TakeAdded();
        if (added.IsEmpty) return;
        touched.Happened(new OpenItemApplied
        {
            Item = touched.Item.Id, Entry = entry, By = by, At = at, Applications = added,
        }, date);
    }

    private void List(Touched touched)
    {
        if (touched.IsListed) return;
        touched.IsListed = true;
        order.Add(touched);
    }
}
