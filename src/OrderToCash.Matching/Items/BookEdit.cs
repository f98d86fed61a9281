using OrderToCash.Receivables;

namespace OrderToCash.Matching;

/// <summary>
/// Makes the next book of a line: what changed is put behind the items that are there, what it takes the place of is marked
/// with the number of the change. Nothing of the older books is moved.
/// </summary>
internal sealed class BookEdit
{
    private const int GrowthDivisor = 4;
    private const int LeastSpare = 64;

    private readonly BookTables tables;
    private readonly BookChanges changes;
    private readonly BookVersion before;
    private readonly int stamp;
    private ulong[] references;
    private int[] gone;
    private int count;
    private int digitReferences;
    private int scopes;
    private ScopeMap changedScopes;

    // The scope that is being changed, and its items: written back when another one is.
    private int scope = -1;
    private int[] members;
    private int memberCount;

    public BookEdit(BookTables tables, BookChanges changes, BookVersion before)
    {
        (this.tables, this.changes, this.before, stamp) = (tables, changes, before, before.Stamp + 1);
        (Items, Sources, references) = (before.Items, before.Sources, before.ReferenceKeys);
        (Length, count, digitReferences) = (before.Length, before.Count, before.DigitReferences);
        (scopes, changedScopes) = (before.Scopes, before.ChangedScopes);
        gone = before.Gone.Length == 0 ? new int[Items.Length] : before.Gone;
        members = changes.Members;
    }

    public BookItem[] Items { get; private set; }

    public OpenItem[] Sources { get; private set; }

    public int Length { get; private set; }

    /// <summary>True for what is not in the book any more.</summary>
    public bool IsGone(int item) => gone[item] != 0;

    /// <summary>Where the item of an id is, or -1.</summary>
    public int Find(OpenItemId id)
    {
        var key = BookBuilder.IdKey(id);
        var hash = KeyTable.Hash(key);
        foreach (var word in tables.Ids.Bucket(hash))
            if (tables.Ids.MayBe(word, (uint)hash) && tables.Ids.EntryOf(word) is >= 0 and var item && gone[item] == 0
                && Sources[item].Id == id)
                return item;
        for (var walk = changes.Keys.Find(ItemIndex.Salt(ItemKey.Id, key)); walk.MoveNext();)
            if (gone[walk.Current] == 0 && Sources[walk.Current].Id == id) return walk.Current;
        return -1;
    }

    /// <summary>Takes an item out.</summary>
    /// <param name="item">Where it is; -1 where it is not in the book.</param>
    public void Remove(int item)
    {
        if (item < 0) return;
        Volatile.Write(ref gone[item], stamp);
        ref readonly var row = ref Items[item];
        if (row.Open == 0) return;
        count--;
        if (IsOfDigits(item)) digitReferences--;
        changes.Series.Remove(this, item);
        Open(row.Scope);
        var at = members.AsSpan(0, memberCount).IndexOf(item);
        members.AsSpan(at + 1, --memberCount - at).CopyTo(members.AsSpan(at));
    }

    /// <summary>Puts an item in; none of its id is there.</summary>
    public void Add(OpenItem source, in ItemDraft draft)
    {
        if (!draft.IsOpen && !draft.IsSettled) return;
        if (Length == Items.Length) Grow();
        var item = Length++;
        ref var row = ref Items[item];
        row = draft.Row;
        (Sources[item], references[item]) = (source, draft.Reference);
        AddKeys(source, item, draft);
        if (!draft.IsOpen) return;
        (row.Scope, row.Letters) = (ScopeOf(source.Customer, row.Currency), changes.Series.Add(draft, item));
        count++;
        if (IsOfDigits(item)) digitReferences++;
        Open(row.Scope);
        if (memberCount == members.Length) Array.Resize(ref members, memberCount * 2 + 8);
        var at = PlaceOf(item);
        members.AsSpan(at, memberCount++ - at).CopyTo(members.AsSpan(at + 1));
        members[at] = item;
    }

    /// <summary>The book that comes of it.</summary>
    public OpenItemBook Close()
    {
        WriteBack();
        changes.Members = members;
        return new(tables, new()
        {
            Items = Items, Sources = Sources, ReferenceKeys = references, Length = Length, Count = count, Scopes = scopes,
            DigitReferences = digitReferences, Series = changes.Series.Current(), Changes = changes, Stamp = stamp, Gone = gone,
            ChangedScopes = changedScopes, Others = changes.Others.Numbers.Count,
        });
    }

    private bool IsOfDigits(int item) =>
        references[item] != 0 && DocumentNumbers.IsKeyOfDigits(references[item], Sources[item].PaymentReference);

    private int ScopeOf(CustomerId customer, Currency currency)
    {
        var found = tables.Scopes.Find(customer, currency, scopes);
        if (found >= 0) return found;
        scopes++;
        return tables.Scopes.AddLater(customer, currency);
    }

    private void AddKeys(OpenItem source, int item, in ItemDraft draft)
    {
        ref readonly var row = ref draft.Row;
        AddKey(ItemKey.Id, BookBuilder.IdKey(source.Id), item, null);
        if (draft.IsOpen)
        {
            AddKey(ItemKey.Number, row.NumberKey, item, tables.NumberFilter);
            AddKey(ItemKey.Tail, draft.Tail, item, tables.TailFilter);
            AddKey(ItemKey.Bare, draft.Bare, item, tables.BareFilter);
            AddKey(ItemKey.Reference, draft.Reference, item, null);
            AddKey(ItemKey.Amount, OpenItemBook.AmountKey(row.Open, row.Currency), item, null);
            if (!source.References.IsEmpty) AddOthers(source, item);
        }
        else AddKey(ItemKey.Settled, OpenItemBook.SettledKey(row.NumberKey, row.NumberDigits), item, null);
        changes.Others.EndItem();
    }

    private void AddKey(ItemKey kind, ulong key, int item, KeyFilter? filter)
    {
        if (key == 0) return;
        changes.Keys.Add(ItemIndex.Salt(kind, key), item);
        filter?.Add(key);
    }

    private void AddOthers(OpenItem source, int item)
    {
        foreach (var number in OtherNumbers.Read(source, item))
        {
            changes.Keys.Add(OtherNumbers.Salt(number.Key), tables.Others.Numbers.Length + changes.Others.Numbers.Count);
            changes.Others.Numbers.Add(number);
            tables.NumberFilter.Add(number.Key);
        }
    }

    private void Open(int next)
    {
        if (next == scope) return;
        WriteBack();
        scope = next;
        memberCount = 0;
        if (changedScopes.Find(scope) is { } known)
        {
            if (members.Length <= known.Length) members = new int[known.Length + 8];
            known.CopyTo(members, 0);
            memberCount = known.Length;
        }
        else if (scope < tables.Scopes.Built)
        {
            var start = tables.ScopeStarts[scope];
            memberCount = tables.ScopeStarts[scope + 1] - start;
            if (members.Length <= memberCount) members = new int[memberCount + 8];
            for (var i = 0; i < memberCount; i++) members[i] = start + i;
        }
    }

    private void WriteBack()
    {
        if (scope >= 0) changedScopes = changedScopes.With(scope, members.AsSpan(0, memberCount).ToArray());
    }

    // By open amount, due date, id: the order of a book that is built of all.
    private int PlaceOf(int item)
    {
        var (low, high) = (0, memberCount);
        while (low < high)
        {
            var middle = low + high >>> 1;
            if (IsBefore(members[middle], item)) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private bool IsBefore(int left, int right)
    {
        ref readonly var a = ref Items[left];
        ref readonly var b = ref Items[right];
        if (a.Open != b.Open) return a.Open < b.Open;
        var order = a.Due.CompareTo(b.Due);
        return order != 0 ? order < 0 : Sources[left].Id.CompareTo(Sources[right].Id) < 0;
    }

    private void Grow()
    {
        var capacity = Length + Length / GrowthDivisor + LeastSpare;
        (Items, Sources) = (Larger(Items, capacity), Larger(Sources, capacity));
        (references, gone) = (Larger(references, capacity), Larger(gone, capacity));
    }

    private static T[] Larger<T>(T[] items, int capacity)
    {
        var larger = new T[capacity];
        items.CopyTo(larger, 0);
        return larger;
    }
}
