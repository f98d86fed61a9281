using System.Runtime.InteropServices;
using OrderToCash.Receivables;

namespace OrderToCash.Matching;

/// <summary>
/// Builds a book: each item is read once, into a draft; drafts are counted into their scopes and sorted there by the open amount.
/// What has nothing open and a number comes behind them.
/// </summary>
internal sealed class BookBuilder
{
    // Room for what comes later: the first changes of a book copy nothing.
    private const int SpareDivisor = 8;

    // So many items are looked at in each of several ways before the next ones.
    private const int Block = 512;
    private const int Ahead = 16;

    // What stands for a scope where there is none.
    private const int ScopeOfSettled = -1;
    private const int ScopeOfNone = -2;

    private readonly OpenItem[] given;
    private readonly int openCount;
    private readonly Rented<ItemDraft> drafts;
    private readonly Rented<ulong> ids;
    private readonly Rented<int> scopeOf;
    private readonly Rented<long> amountOf;
    private readonly ScopeTable scopes = new();
    private readonly Dictionary<ulong, int> groupOf = [];
    private readonly List<Series> groups = [];
    private ulong lastSeries;
    private int lastGroup = -1;
    private bool hasOthers;
    private int open;
    private int settled;
    private int digitReferences;

    private BookBuilder(OpenItem[] given, int openCount)
    {
        (this.given, this.openCount) = (given, openCount);
        (drafts, ids) = (new(given.Length), new(given.Length));
        (scopeOf, amountOf) = (new(given.Length), new(given.Length));
    }

    /// <summary>A book of these items.</summary>
    /// <param name="given">The items.</param>
    /// <param name="openCount">From here on only the numbers of items count: they were settled since.</param>
    /// <exception cref="ArgumentException">Two items have the same id.</exception>
    public static OpenItemBook Build(OpenItem[] given, int openCount)
    {
        var builder = new BookBuilder(given, openCount);
        builder.ReadItems();
        var byId = new KeyTable(builder.ids.Span);
        builder.CheckIds(byId);
        var book = builder.Arrange(byId);
        builder.Return();
        return book;
    }

    /// <summary>The key of an id; equal ids have equal keys.</summary>
    public static ulong IdKey(OpenItemId id) => (uint)id.Value.GetHashCode(StringComparison.Ordinal) | 1UL << 32;

    // Block by block, so that the scopes of many items are on their way from memory at once.
    private void ReadItems()
    {
        using var customers = new Rented<ulong>(Block);
        for (var start = 0; start < given.Length; start += Block)
        {
            var end = Math.Min(start + Block, given.Length);
            for (var i = start; i < end; i++) Read(i, out customers.Span[i - start]);
            for (var i = start; i < end; i++) scopeOf.Span[i] = FindScope(i, customers.Span[i - start]);
        }
    }

    private void Read(int at, out ulong customer)
    {
        var item = given[at];
        ref var draft = ref drafts.Span[at];
        if (at < openCount) ItemDraft.Read(item, out draft);
        else ItemDraft.ReadNumber(item, out draft);
        (ids.Span[at], customer) = (IdKey(item.Id), ScopeTable.KeyOf(item.Customer));
        amountOf.Span[at] = draft.Row.Open;
        settled += draft.IsSettled ? 1 : 0;
        if (!draft.IsOpen) return;
        open++;
        hasOthers |= !item.References.IsEmpty;
        if (draft.Reference != 0 && DocumentNumbers.IsKeyOfDigits(draft.Reference, item.PaymentReference)) digitReferences++;
        if (draft.SeriesKey is not (not 0 and var key)) return;
        if (key != lastSeries) (lastSeries, lastGroup) = (key, Group(key, draft));
        Count(lastGroup, draft.All);
    }

    private int FindScope(int at, ulong customer)
    {
        ref readonly var draft = ref drafts.Span[at];
        return draft.IsOpen ? scopes.FindOrAdd(customer, given[at].Customer, draft.Row.Currency)
            : draft.IsSettled ? ScopeOfSettled : ScopeOfNone;
    }

    private int Group(ulong key, in ItemDraft draft)
    {
        ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groupOf, key, out var isKnown);
        if (isKnown) return group;
        group = groups.Count;
        groups.Add(new() { Letters = draft.Letters, Digits = draft.Row.NumberDigits, Low = draft.All, High = draft.All });
        return group;
    }

    private void Count(int group, ulong number)
    {
        ref var series = ref CollectionsMarshal.AsSpan(groups)[group];
        if (number < series.Low) series.Low = number;
        if (number > series.High) series.High = number;
        series.Count++;
    }

    // Equal ids have equal keys, so they stand in one bucket.
    private void CheckIds(KeyTable byId)
    {
        var keys = ids.Span;
        for (var bucket = 0; bucket < byId.Buckets; bucket++)
        {
            var words = byId.Bucket(bucket);
            for (var i = 1; i < words.Length; i++)
                for (var j = 0; j < i; j++)
                    if (byId.MayBe(words[j], words[i]) && byId.EntryOf(words[j]) is var one && byId.EntryOf(words[i]) is var other
                        && keys[one] == keys[other] && given[one].Id == given[other].Id)
                        throw new ArgumentException($"Open item {given[other].Id} is in the list twice.");
        }
    }

    private OpenItemBook Arrange(KeyTable byId)
    {
        var places = scopes.Arrange();
        if (places.Length > BookItem.MostScopes)
            throw new ArgumentException($"A book has {BookItem.MostScopes} customers and currencies at most.");
        var starts = Starts(places);
        using var sorted = Sorted(starts, places);
        var order = sorted.Span;
        Renumber(byId, order);

        var (series, length) = (NumberSeries.Of(groups, out var allSeries), order.Length);
        var capacity = length + length / SpareDivisor;
        var items = new BookItem[capacity];
        var (sources, names) = (new OpenItem[capacity], new OpenItemId[capacity]);
        var references = new ulong[capacity];
        using var keys = new BookKeys(open);
        using var block = new Rented<ItemDraft>(Block);
        var scope = 0;
        for (var i = 0; i < length; i++)
        {
            if (i + Ahead < length) Prefetch.OfObject(given[order[i + Ahead]]);
            (sources[i], names[i]) = (given[order[i]], given[order[i]].Id);
        }
        for (var start = 0; start < length; start += Block)
        {
            var arranged = Gather(order[start..Math.Min(start + Block, length)], block.Span);
            for (var i = 0; i < arranged.Length; i++)
            {
                ref readonly var draft = ref arranged[i];
                ref var row = ref items[start + i];
                (row, references[start + i]) = (draft.Row, draft.Reference);
                if (!draft.IsOpen) continue;
                while (start + i == starts[scope + 1]) scope++;
                (row.Scope, row.Letters) = (scope, series.LettersOf(draft.Letters));
                keys.Set(start + i, row, draft);
            }
        }
        var tables = new BookTables(keys, references.AsSpan(0, open), items.AsSpan(0, length))
        {
            Series = allSeries, Ids = byId, Scopes = scopes, ScopeStarts = starts, Built = length,
            Others = OtherTable.Of(sources.AsSpan(0, length), hasOthers ? open : 0),
        };
        return new(tables, new()
        {
            Items = items, Sources = sources, Ids = names, ReferenceKeys = references, Length = length, Count = open,
            Scopes = places.Length, DigitReferences = digitReferences, Series = series,
        });
    }

    private ReadOnlySpan<ItemDraft> Gather(ReadOnlySpan<int> order, Span<ItemDraft> block)
    {
        var all = drafts.Span;
        for (var i = 0; i < order.Length; i++) block[i] = all[order[i]];
        return block[..order.Length];
    }

    private int[] Starts(int[] places)
    {
        var starts = new int[places.Length + 1];
        foreach (var scope in scopeOf.Span)
            if (scope >= 0) starts[places[scope] + 1]++;
        for (var i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
        return starts;
    }

    // Which draft stands where: by scope, open amount, due date, id; the settled ones behind.
    private Rented<int> Sorted(int[] starts, int[] places)
    {
        var sorted = new Rented<int>(open + settled);
        using var rented = new Rented<long>(open);
        var order = sorted.Span;
        var amounts = rented.Span;
        var all = amountOf.Span;
        var scopesOfAll = scopeOf.Span;
        var (at, last) = (starts.AsSpan().ToArray(), open);
        for (var i = 0; i < all.Length; i++)
        {
            if (scopesOfAll[i] == ScopeOfSettled) order[last++] = i;
            if (scopesOfAll[i] < 0) continue;
            var place = at[places[scopesOfAll[i]]]++;
            (order[place], amounts[place]) = (i, all[i]);
        }
        for (var scope = 0; scope < starts.Length - 1; scope++)
            SortScope(amounts[starts[scope]..starts[scope + 1]], order[starts[scope]..starts[scope + 1]]);
        return sorted;
    }

    private void SortScope(Span<long> keys, Span<int> values)
    {
        if (keys.Length == 1) return;
        keys.Sort(values);
        for (var i = 1; i < keys.Length; i++)
        {
            if (keys[i] != keys[i - 1]) continue;
            var first = i - 1;
            while (i < keys.Length && keys[i] == keys[first]) i++;
            values[first..i].Sort(ByDueDate);
        }
    }

    private int ByDueDate(int left, int right)
    {
        var order = drafts.Span[left].Row.Due.CompareTo(drafts.Span[right].Row.Due);
        return order != 0 ? order : given[left].Id.CompareTo(given[right].Id);
    }

    private void Renumber(KeyTable byId, ReadOnlySpan<int> order)
    {
        using var places = new Rented<int>(given.Length);
        if (order.Length < given.Length) places.Span.Fill(-1);
        for (var i = 0; i < order.Length; i++) places.Span[order[i]] = i;
        byId.Renumber(places.Span);
    }

    private void Return()
    {
        drafts.Dispose();
        ids.Dispose();
        scopeOf.Dispose();
        amountOf.Dispose();
    }
}
