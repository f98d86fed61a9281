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
    private const int SpareDivisor = 16;

    private readonly OpenItem[] given;
    private readonly ItemDraft[] drafts;
    private readonly ulong[] ids;
    private readonly ScopeTable scopes = new();
    private readonly Dictionary<ulong, int> groupOf = [];
    private readonly List<Series> groups = [];
    private bool hasOthers;
    private int open;
    private int settled;

    private BookBuilder(OpenItem[] given)
    {
        this.given = given;
        drafts = new ItemDraft[given.Length];
        ids = new ulong[given.Length];
    }

    /// <summary>A book of these items.</summary>
    /// <exception cref="ArgumentException">Two items have the same id.</exception>
    public static OpenItemBook Build(OpenItem[] given)
    {
        var builder = new BookBuilder(given);
        builder.ReadItems();
        var byId = new KeyTable(builder.ids);
        builder.CheckIds(byId);
        return builder.Arrange(byId);
    }

    /// <summary>The key of an id; equal ids have equal keys.</summary>
    public static ulong IdKey(OpenItemId id) => (uint)id.Value.GetHashCode(StringComparison.Ordinal) | 1UL << 32;

    private void ReadItems()
    {
        var (series, group) = (0UL, -1);
        for (var i = 0; i < given.Length; i++)
        {
            var item = given[i];
            ref var draft = ref drafts[i];
            draft = ItemDraft.Read(item);
            ids[i] = IdKey(item.Id);
            settled += draft.Kind == DraftKind.Settled ? 1 : 0;
            if (draft.Kind != DraftKind.Open) continue;
            open++;
            draft.Scope = scopes.FindOrAdd(item.Customer, draft.Currency);
            hasOthers |= !item.References.IsEmpty;
            if (draft.SeriesKey is not (not 0 and var key)) continue;
            if (key != series) (series, group) = (key, Group(key, draft));
            Count(group, draft.Form.All);
        }
    }

    private int Group(ulong key, in ItemDraft draft)
    {
        ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groupOf, key, out var isKnown);
        if (isKnown) return group;
        group = groups.Count;
        groups.Add(new() { Letters = draft.Letters, Digits = draft.Form.Digits, Low = draft.Form.All, High = draft.Form.All });
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
        for (var bucket = 0; bucket < byId.Buckets; bucket++)
        {
            var entries = byId.Bucket(bucket, out var tags);
            for (var i = 1; i < entries.Length; i++)
                for (var j = tags[..i].IndexOf(tags[i]); j >= 0 && j < i; j++)
                    if (tags[j] == tags[i] && ids[entries[j]] == ids[entries[i]] && given[entries[j]].Id == given[entries[i]].Id)
                        throw new ArgumentException($"Open item {given[entries[i]].Id} is in the list twice.");
        }
    }

    private OpenItemBook Arrange(KeyTable byId)
    {
        var places = scopes.Arrange();
        if (places.Length > BookItem.MostScopes)
            throw new ArgumentException($"A book has {BookItem.MostScopes} customers and currencies at most.");
        foreach (ref var draft in drafts.AsSpan())
            if (draft.Kind == DraftKind.Open) draft.Scope = places[draft.Scope];
        var starts = Starts();
        var order = Sorted(starts);
        byId.Renumber(PlacesOf(order));

        var (series, length) = (NumberSeries.Of(groups, out var allSeries), order.Length);
        var capacity = length + length / SpareDivisor;
        var items = new BookItem[capacity];
        var sources = new OpenItem[capacity];
        var references = new ulong[capacity];
        var digitReferences = 0;
        for (var i = 0; i < length; i++)
        {
            ref readonly var draft = ref drafts[order[i]];
            items[i] = draft.Row(series.LettersOf(draft.Letters));
            (sources[i], references[i]) = (given[order[i]], draft.Reference);
            if (draft.Reference != 0 && DocumentNumbers.IsKeyOfDigits(draft.Reference, sources[i].PaymentReference))
                digitReferences++;
        }
        var tables = new BookTables(items.AsSpan(0, length), references.AsSpan(0, length), drafts, order)
        {
            Series = allSeries, Ids = byId, Scopes = scopes, ScopeStarts = starts, Built = length,
            Others = OtherTable.Of(sources.AsSpan(0, length), hasOthers ? open : 0),
        };
        return new(tables, new()
        {
            Items = items, Sources = sources, ReferenceKeys = references, Length = length, Count = open, Scopes = places.Length,
            DigitReferences = digitReferences, Series = series,
        });
    }

    private int[] Starts()
    {
        var starts = new int[scopes.Count + 1];
        foreach (ref readonly var draft in drafts.AsSpan())
            if (draft.Kind == DraftKind.Open) starts[draft.Scope + 1]++;
        for (var i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
        return starts;
    }

    // Which draft stands where: by scope, open amount, due date, id; the settled ones behind.
    private int[] Sorted(int[] starts)
    {
        var order = new int[open + settled];
        var amounts = new long[open];
        var (at, last) = (starts.AsSpan().ToArray(), open);
        for (var i = 0; i < drafts.Length; i++)
        {
            ref readonly var draft = ref drafts[i];
            if (draft.Kind == DraftKind.Settled) order[last++] = i;
            if (draft.Kind != DraftKind.Open) continue;
            var place = at[draft.Scope]++;
            (order[place], amounts[place]) = (i, draft.Open);
        }
        for (var scope = 0; scope < starts.Length - 1; scope++) SortScope(order, amounts, starts[scope], starts[scope + 1]);
        return order;
    }

    private void SortScope(int[] order, long[] amounts, int start, int end)
    {
        if (end - start == 1) return;
        var keys = amounts.AsSpan(start..end);
        var values = order.AsSpan(start..end);
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
        var order = drafts[left].Due.CompareTo(drafts[right].Due);
        return order != 0 ? order : given[left].Id.CompareTo(given[right].Id);
    }

    private int[] PlacesOf(int[] order)
    {
        var places = new int[given.Length];
        if (order.Length < given.Length) Array.Fill(places, -1);
        for (var i = 0; i < order.Length; i++) places[order[i]] = i;
        return places;
    }
}
