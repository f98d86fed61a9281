using System.Collections.Concurrent;
using System.Numerics;
using OrderToCash.Receivables;

namespace OrderToCash.Matching;

public sealed partial class OpenItemBook
{
    // Half as many changes as items: then the book is built again, which is a few hundred nanoseconds a change.
    private const int RebuildDivisor = 2;
    private const int FewChanges = 256;

    // By scope, where a newer book was read in between; made when that happens.
    private ConcurrentDictionary<int, int[]>? olderMembers;

    /// <summary>
    /// The book after items changed: the same decisions as a book that is created of all its items, in time that depends on the
    /// changes; whoever reads a customer that was changed first puts his items in order. This book stays what it is, and both
    /// may be read by anybody. Meant for one line of books, each made of the newest; of an older one a new line is built.
    /// Now and then, after many changes, the book is built again. Cheapest are items that stay the same document of the same
    /// customer and change what is open of them, and hundreds at a time.
    /// </summary>
    /// <param name="changed">Items that are new, or take the place of the one with their id: with another amount open, or
    /// settled - then only their number is kept, as in <see cref="Create"/>.</param>
    /// <param name="removed">Items that leave the book without a trace; those that are not in it do not matter.</param>
    /// <exception cref="ArgumentException">An id is named twice.</exception>
    public OpenItemBook With(IEnumerable<OpenItem> changed, IEnumerable<OpenItemId>? removed = null)
    {
        ArgumentNullException.ThrowIfNull(changed);
        var items = changed as OpenItem[] ?? (changed is IReadOnlyList<OpenItem> { Count: 1 } one ? [one[0]] : [.. changed]);
        var gone = removed is null ? [] : removed as OpenItemId[] ?? [.. removed];
        var count = items.Length + gone.Length;
        if (count == 0) return this;
        Span<ulong> keys = count <= FewChanges ? stackalloc ulong[count] : new ulong[count];
        for (var i = 0; i < count; i++) keys[i] = BookBuilder.IdKey(i < items.Length ? items[i].Id : gone[i - items.Length]);
        CheckOnce(items, gone, keys);
        lock (tables)
        {
            var changes = tables.Changes ??= new(tables, this);
            var later = version.Length - tables.Built + version.Stamp + count;
            if (changes.Newest != this || later > FewChanges + tables.Built / RebuildDivisor) return Rebuilt(items, gone);
            var edit = changes.Edit;
            edit.Begin(version);
            Span<int> before = count <= FewChanges ? stackalloc int[items.Length] : new int[items.Length];
            edit.Find(items, keys, before);
            changes.Newest = null;
            for (var i = 0; i < gone.Length; i++) edit.Remove(edit.Find(gone[i], keys[items.Length + i]));
            for (var i = 0; i < items.Length; i++) edit.Change(items[i], before[i]);
            return changes.Newest = edit.Close();
        }
    }

    /// <summary>True for an item of the book as it is: neither another one took its place nor did it leave.</summary>
    internal bool IsHere(int item)
    {
        if (version.Changes is null) return true;
        if (item >= version.Length) return false;
        var gone = Volatile.Read(ref version.Marks[item].Gone);
        return gone == 0 || gone > version.Stamp;
    }

    /// <summary>False for an item that left the book, or whose place another one took; settled ones are there.</summary>
    internal bool IsLive(int item) => IsHere(item) || (item < version.Length && IsSettledHere(version.Marks[item].Next));

    /// <summary>Where an item is in this book, or what took its place; below zero when nothing of it is open.</summary>
    internal int Current(int item)
    {
        while (!IsHere(item))
        {
            var next = item < version.Length ? version.Marks[item].Next : ItemMark.Left;
            if (next <= ItemMark.Left || IsSettledHere(next)) return -1;
            item = next;
        }
        return item;
    }

    private bool IsOpen(int item) => IsHere(item) && Items[item].Open != 0;

    // What came after this book took its place only there.
    private bool IsSettledHere(int next) => next == ItemMark.Settled || next >= version.Length;

    private bool IsSettledSince(ulong key, int digits)
    {
        if (key == 0 || (tables.Filter.KindsOf(key) & DigitKeys.Number) == 0) return false;
        var hash = KeyTable.Hash(key);
        if (!tables.Numbers.IsLarge(hash))
            for (var item = tables.Numbers.First(hash); item >= 0; item = tables.Numbers.After(hash, item))
                if (WasSettled(item, key, digits)) return true;
        for (var walk = version.Changes!.Keys.Find(ItemIndex.Salt(ItemKey.Number, key)); walk.MoveNext();)
            if (WasSettled(walk.Current, key, digits)) return true;
        return false;
    }

    private bool WasSettled(int item, ulong key, int digits)
    {
        if (item >= version.Length || Items[item].NumberKey != key || Items[item].NumberDigits != digits) return false;
        while (!IsHere(item))
        {
            var next = version.Marks[item].Next;
            if (IsSettledHere(next)) return true;
            if (next == ItemMark.Left) return false;
            item = next;
        }
        return false;
    }

    // The items of a scope that was changed: what somebody read before, without what went since, and what came.
    private int[] Members(ScopeChanges scopes, int scope, int last)
    {
        var known = scopes.Known(scope);
        if (known?.Last == last) return known.Positions;
        if (known?.Last > last) return OlderMembers(scopes, scope, last);
        var positions = Merged(scopes, scope, last, known);
        scopes.Keep(scope, new(last, positions));
        return positions;
    }

    private int[] OlderMembers(ScopeChanges scopes, int scope, int last) =>
        LazyInitializer.EnsureInitialized(ref olderMembers).GetOrAdd(scope, s => Merged(scopes, s, last, null));

    private int[] Merged(ScopeChanges scopes, int scope, int last, ScopeMembers? known)
    {
        var came = new List<int>();
        scopes.Read(known?.Last ?? 0, last, came);
        came.RemoveAll(item => !IsHere(item));
        came.Sort(Order);
        var start = known is null && scope < tables.Scopes.Built ? tables.ScopeStarts[scope] : 0;
        var length = known?.Positions.Length ?? (scope < tables.Scopes.Built ? tables.ScopeStarts[scope + 1] - start : 0);
        var merged = new List<int>(length + came.Count);
        var next = 0;
        for (var i = 0; i < length; i++)
        {
            var item = known is null ? start + i : known.Positions[i];
            if (!IsHere(item)) continue;
            while (next < came.Count && Order(came[next], item) < 0) merged.Add(came[next++]);
            merged.Add(item);
        }
        for (; next < came.Count; next++) merged.Add(came[next]);
        return [.. merged];
    }

    private static void CheckOnce(OpenItem[] changed, OpenItemId[] removed, ReadOnlySpan<ulong> keys)
    {
        if (keys.Length < 2) return;
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)keys.Length * 2);
        Span<int> slots = size <= FewChanges * 2 ? stackalloc int[size] : new int[size];
        for (var i = 0; i < keys.Length; i++)
        {
            var at = (int)KeyTable.Hash(keys[i]) & size - 1;
            for (; slots[at] is > 0 and var other; at = at + 1 & size - 1)
                if (keys[other - 1] == keys[i] && IdOf(other - 1) == IdOf(i))
                    throw i < changed.Length
                        ? new ArgumentException($"Open item {IdOf(i)} is changed twice.", nameof(changed))
                        : new ArgumentException($"Open item {IdOf(i)} is changed and removed, or removed twice.",
                            nameof(removed));
            slots[at] = i + 1;
        }
        OpenItemId IdOf(int i) => i < changed.Length ? changed[i].Id : removed[i - changed.Length];
    }

    private OpenItemBook Rebuilt(OpenItem[] changed, OpenItemId[] removed)
    {
        var ids = new HashSet<OpenItemId>(removed);
        foreach (var item in changed) ids.Add(item.Id);
        var all = new List<OpenItem>(Length + changed.Length);
        all.AddRange(changed);
        for (var i = 0; i < Length; i++)
            if (IsOpen(i) && !ids.Contains(Ids[i])) all.Add(Sources[i]);
        // Of what was settled where it was the book has only what it was before.
        var open = all.Count;
        for (var i = 0; i < Length; i++)
            if (!IsOpen(i) && IsLive(i) && !ids.Contains(Ids[i])) all.Add(Sources[i]);
        return BookBuilder.Build([.. all], open);
    }
}
