using OrderToCash.Receivables;

namespace OrderToCash.Matching;

public sealed partial class OpenItemBook
{
    // Half as many changes as items: then the book is built again, which is a few hundred nanoseconds a change.
    private const int RebuildDivisor = 2;
    private const int FewChanges = 256;

    /// <summary>
    /// The book after items changed: the same decisions as a book that is created of all its items, in time that depends on the
    /// changes (and a few bytes for each other item of the customers that are changed). This book stays what it is, and both
    /// may be read by anybody. Meant for one line of books, each made of the newest; of an older one a new line is built.
    /// Now and then, after many changes, the book is built again.
    /// </summary>
    /// <param name="changed">Items that are new, or take the place of the one with their id: with another amount open, or
    /// settled - then only their number is kept, as in <see cref="Create"/>.</param>
    /// <param name="removed">Items that leave the book without a trace; those that are not in it do not matter.</param>
    /// <exception cref="ArgumentException">An id is named twice.</exception>
    public OpenItemBook With(IEnumerable<OpenItem> changed, IEnumerable<OpenItemId>? removed = null)
    {
        ArgumentNullException.ThrowIfNull(changed);
        var items = changed as OpenItem[] ?? [.. changed];
        var gone = removed as OpenItemId[] ?? [.. removed ?? []];
        CheckOnce(items, gone);
        if (items.Length + gone.Length == 0) return this;
        var drafts = new ItemDraft[items.Length];
        for (var i = 0; i < items.Length; i++) ItemDraft.Read(items[i], out drafts[i]);
        lock (tables)
        {
            var changes = tables.Changes ??= new(tables, this);
            var later = version.Length - tables.Built + version.Stamp + items.Length + gone.Length;
            if (changes.Newest != this || later > FewChanges + tables.Built / RebuildDivisor) return Rebuilt(items, gone);
            changes.Newest = null;
            var edit = new BookEdit(tables, changes, version);
            // All are looked up before one is moved: what waits for memory waits together.
            var before = new int[items.Length];
            for (var i = 0; i < items.Length; i++) before[i] = edit.Find(items[i].Id);
            foreach (var id in gone) edit.Remove(edit.Find(id));
            for (var i = 0; i < items.Length; i++)
            {
                edit.Remove(before[i]);
                edit.Add(items[i], drafts[i]);
            }
            return changes.Newest = edit.Close();
        }
    }

    private static void CheckOnce(OpenItem[] items, OpenItemId[] removed)
    {
        if (items.Length + removed.Length < 2) return;
        var ids = new HashSet<OpenItemId>(items.Length + removed.Length);
        foreach (var item in items)
            if (!ids.Add(item.Id)) throw new ArgumentException($"Open item {item.Id} is changed twice.", nameof(items));
        foreach (var id in removed)
            if (!ids.Add(id))
                throw new ArgumentException($"Open item {id} is changed and removed, or removed twice.", nameof(removed));
    }

    private OpenItemBook Rebuilt(OpenItem[] changed, OpenItemId[] removed)
    {
        var ids = new HashSet<OpenItemId>(removed);
        foreach (var item in changed) ids.Add(item.Id);
        var all = new List<OpenItem>(Length + changed.Length);
        for (var i = 0; i < Length; i++)
            if (IsLive(i) && !ids.Contains(Sources[i].Id)) all.Add(Sources[i]);
        all.AddRange(changed);
        return Create(all);
    }
}
