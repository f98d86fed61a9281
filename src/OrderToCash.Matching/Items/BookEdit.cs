using OrderToCash.Receivables;

namespace OrderToCash.Matching;

/// <summary>
/// Makes the next book of a line: what changed is put behind the items that are there, what it takes the place of is marked
/// with the number of the change. Nothing of the older books is moved. An item that stays the same document of the same customer
/// gets no keys again: whoever finds what it was before is led on to it.
/// </summary>
internal sealed class BookEdit
{
    private const int GrowthDivisor = 4;
    private const int LeastSpare = 64;

    // So many items are looked up together.
    private const int Block = 32;

    private readonly BookTables tables;
    private readonly BookChanges changes;
    private int stamp;
    private ulong[] references = [];
    private OpenItemId[] ids = [];
    private ItemMark[] marks = [];
    private int count;
    private int digitReferences;
    private int scopes;

    public BookEdit(BookTables tables, BookChanges changes) => (this.tables, this.changes) = (tables, changes);

    public BookItem[] Items { get; private set; } = [];

    public OpenItem[] Sources { get; private set; } = [];

    public int Length { get; private set; }

    /// <summary>True for what was changed or is not in the book any more.</summary>
    public bool IsGone(int item) => marks[item].Gone != 0;

    /// <summary>True when neither an item nor what took its place is open.</summary>
    public bool IsClosed(int item)
    {
        while (marks[item].Next > 0) item = marks[item].Next;
        return marks[item].Gone != 0;
    }

    /// <summary>Goes on from a book, the newest one.</summary>
    public void Begin(BookVersion before)
    {
        stamp = before.Stamp + 1;
        (Items, Sources, ids, references) = (before.Items, before.Sources, before.Ids, before.ReferenceKeys);
        (Length, count, digitReferences, scopes) = (before.Length, before.Count, before.DigitReferences, before.Scopes);
        marks = before.Marks.Length == 0 ? new ItemMark[Items.Length] : before.Marks;
    }

    /// <summary>Where items are, open or settled, or -1. What waits for memory waits together.</summary>
    /// <param name="items">The items.</param>
    /// <param name="keys">The keys of their ids.</param>
    /// <param name="found">Takes the places.</param>
    public void Find(ReadOnlySpan<OpenItem> items, ReadOnlySpan<ulong> keys, Span<int> found)
    {
        for (var start = 0; start < items.Length; start += Block)
        {
            var end = Math.Min(start + Block, items.Length);
            for (var i = start; i < end; i++)
            {
                tables.Ids.Ask(KeyTable.Hash(keys[i]));
                Prefetch.OfObject(items[i]);
            }
            for (var i = start; i < end; i++) tables.Ids.AskWords(KeyTable.Hash(keys[i]));
            for (var i = start; i < end; i++) Ask(found[i] = tables.Ids.Guess(KeyTable.Hash(keys[i])));
            for (var i = start; i < end; i++)
                if (found[i] >= 0) Prefetch.Of(ids[found[i]].Value, 1);
            for (var i = start; i < end; i++) found[i] = Find(items[i].Id, keys[i]);
            for (var i = start; i < end; i++)
                if (found[i] < 0) AskTexts(items[i]);
        }
    }

    /// <summary>Where the item of an id is, open or settled, or -1.</summary>
    /// <param name="id">The id.</param>
    /// <param name="key">Its key.</param>
    public int Find(OpenItemId id, ulong key)
    {
        var hash = KeyTable.Hash(key);
        foreach (var word in tables.Ids.Bucket(hash))
            if (tables.Ids.MayBe(word, (uint)hash) && tables.Ids.EntryOf(word) is >= 0 and var item && ids[item] == id
                && Last(item) is >= 0 and var last)
                return last;
        for (var walk = changes.Keys.Find(ItemIndex.Salt(ItemKey.Id, key)); walk.MoveNext();)
            if (ids[walk.Current] == id && Last(walk.Current) is >= 0 and var last) return last;
        return -1;
    }

    /// <summary>Puts an item in the place of what it was before.</summary>
    /// <param name="source">The item.</param>
    /// <param name="before">Where it is; -1 where it is not in the book.</param>
    public void Change(OpenItem source, int before)
    {
        if (before >= 0 && TryChange(source, before)) return;
        ItemDraft.Read(source, out var draft);
        Remove(before);
        Add(source, draft);
    }

    /// <summary>Takes an item out.</summary>
    /// <param name="item">Where it is; -1 where it is not in the book.</param>
    public void Remove(int item)
    {
        if (item < 0) return;
        if (IsGone(item)) Forget(item);
        else if (Items[item].Open == 0) Mark(item, ItemMark.Left);
        else Close(item, ItemMark.Left);
    }

    /// <summary>The book that comes of it.</summary>
    public OpenItemBook Close() => new(tables, new()
    {
        Items = Items, Sources = Sources, Ids = ids, ReferenceKeys = references, Length = Length, Count = count, Scopes = scopes,
        DigitReferences = digitReferences, Series = changes.Series.Current(), Changes = changes, Stamp = stamp, Marks = marks,
        ScopeChanges = changes.Scopes.Count, Others = changes.Others.Numbers.Count,
    });

    private void Ask(int item)
    {
        if (item < 0) return;
        Prefetch.Of(in Items[item]);
        Prefetch.Of(in marks[item]);
        Prefetch.Of(in references[item]);
        Prefetch.Of(in Sources[item]);
        Prefetch.Of(in ids[item]);
    }

    private static void AskTexts(OpenItem item)
    {
        Prefetch.Of(item.DocumentNumber, 1);
        Prefetch.Of(item.PaymentReference, 1);
        Prefetch.Of(item.Customer.Value, 1);
    }

    // Where an item went to; -1 when it left the book.
    private int Last(int item)
    {
        while (marks[item].Next > 0) item = marks[item].Next;
        return marks[item] is { Gone: not 0, Next: ItemMark.Left } ? -1 : item;
    }

    // True when it is done: most items change what is open of them and nothing else.
    private bool TryChange(OpenItem source, int before)
    {
        var known = Sources[before];
        if (!source.IsClaim || source.DocumentNumber != known.DocumentNumber) return false;
        var (open, hasDiscount) = ItemDraft.OpenOf(source);
        var isSettled = Items[before].Open == 0 || IsGone(before);
        if (isSettled) return open == 0;
        if (open == 0) return TrySettle(before);
        if (source.Customer != known.Customer || source.Amount.Currency != known.Amount.Currency
            || source.PaymentReference != known.PaymentReference || source.References != known.References) return false;
        Replace(before, source, open, hasDiscount);
        return true;
    }

    // Its number goes on being found where it is, unless it has none, or too many have it.
    private bool TrySettle(int item)
    {
        var number = Items[item].NumberKey;
        if (number == 0 || tables.Numbers.IsLarge(KeyTable.Hash(number))) return false;
        Close(item, ItemMark.Settled);
        return true;
    }

    private void Replace(int before, OpenItem source, long open, bool hasDiscount)
    {
        var item = Append(source, references[before]);
        ref var row = ref Items[item];
        row = Items[before];
        (row.Open, row.Due, row.Dated) = (open, source.DueDate, source.DocumentDate);
        (row.HasDiscount, row.IsRemainder) = (hasDiscount, open != source.Amount.MinorUnits);
        AddKey(ItemKey.Amount, OpenItemBook.AmountKey(open, row.Currency), item);
        if (before < tables.Built) Move(before, item);
        AddOthers(source, item);
        Mark(before, item);
        changes.Scopes.Add(row.Scope, item);
    }

    // What is found in a table leads on to what took its place, but not where very many have the key: there it gets it again.
    private void Move(int before, int item)
    {
        ref readonly var row = ref Items[before];
        Move(tables.Numbers, ItemKey.Number, row.NumberKey, item);
        Move(tables.Tails, ItemKey.Tail, OpenItemBook.TailOf(row, Sources, before), item);
        Move(tables.Bare, ItemKey.Bare, OpenItemBook.BareOf(row, Sources, before), item);
        Move(tables.References, ItemKey.Reference, references[before], item);
    }

    private void Move(KeyTable table, ItemKey kind, ulong key, int item)
    {
        if (key == 0) return;
        var hash = KeyTable.Hash(key);
        if (table.IsLarge(hash)) AddKey(kind, key, item);
        else table.Lead(hash);
    }

    private void Add(OpenItem source, in ItemDraft draft)
    {
        if (!draft.IsOpen && !draft.IsSettled) return;
        var item = Append(source, draft.Reference);
        ref var row = ref Items[item];
        row = draft.Row;
        AddKey(ItemKey.Id, BookBuilder.IdKey(source.Id), item);
        if (draft.IsOpen)
        {
            AddKeys(draft, item);
            AddOthers(source, item);
            (row.Scope, row.Letters) = (ScopeOf(source.Customer, row.Currency), changes.Series.Add(draft, item));
            count++;
            if (IsOfDigits(item)) digitReferences++;
            changes.Scopes.Add(row.Scope, item);
        }
        else
        {
            AddKey(ItemKey.Settled, OpenItemBook.SettledKey(row.NumberKey, row.NumberDigits), item);
            changes.Others.EndItem();
        }
    }

    private int Append(OpenItem source, ulong reference)
    {
        if (Length == Items.Length) Grow();
        var item = Length++;
        (Sources[item], ids[item], references[item]) = (source, source.Id, reference);
        return item;
    }

    // A settled item leaves: the books before still see it settled, where the one that takes its place is not theirs.
    private void Forget(int item)
    {
        var none = Append(Sources[item], 0);
        changes.Others.EndItem();
        Mark(none, ItemMark.Left);
        Volatile.Write(ref marks[item].Next, none);
    }

    private void Close(int item, int next)
    {
        Mark(item, next);
        count--;
        if (IsOfDigits(item)) digitReferences--;
        changes.Series.Remove(this, item);
        changes.Scopes.Add(Items[item].Scope, -1);
    }

    private void Mark(int item, int next)
    {
        ref var mark = ref marks[item];
        mark.Next = next;
        Volatile.Write(ref mark.Gone, stamp);
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

    private void AddKeys(in ItemDraft draft, int item)
    {
        ref readonly var row = ref draft.Row;
        AddKey(ItemKey.Number, row.NumberKey, item, DigitKeys.Number);
        AddKey(ItemKey.Tail, draft.Tail, item, DigitKeys.Tail);
        AddKey(ItemKey.Bare, draft.Bare, item, DigitKeys.Bare);
        AddKey(ItemKey.Reference, draft.Reference, item);
        AddKey(ItemKey.Amount, OpenItemBook.AmountKey(row.Open, row.Currency), item);
    }

    private void AddKey(ItemKey kind, ulong key, int item, DigitKeys digits = DigitKeys.None)
    {
        if (key == 0) return;
        changes.Keys.Add(ItemIndex.Salt(kind, key), item);
        if (digits != DigitKeys.None) tables.Filter.Add(digits, key);
    }

    private void AddOthers(OpenItem source, int item)
    {
        if (!source.References.IsEmpty)
        {
            foreach (var number in OtherNumbers.Read(source, item))
            {
                changes.Keys.Add(OtherNumbers.Salt(number.Key), tables.Others.Numbers.Length + changes.Others.Numbers.Count);
                changes.Others.Numbers.Add(number);
                tables.Filter.Add(DigitKeys.Number, number.Key);
            }
        }
        changes.Others.EndItem();
    }

    private void Grow()
    {
        var capacity = Length + Length / GrowthDivisor + LeastSpare;
        (Items, Sources, ids) = (Larger(Items, capacity), Larger(Sources, capacity), Larger(ids, capacity));
        (references, marks) = (Larger(references, capacity), Larger(marks, capacity));
    }

    private static T[] Larger<T>(T[] items, int capacity)
    {
        var larger = new T[capacity];
        items.CopyTo(larger, 0);
        return larger;
    }
}
