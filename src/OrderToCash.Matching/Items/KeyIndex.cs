namespace OrderToCash.Matching;

/// <summary>
/// From a key to what carries it, in the order of the items; each carries one key. A book that was changed looks into its
/// table and into what came later, and shows one order of both.
/// </summary>
internal abstract class KeyIndex
{
    private readonly KeyTable table;
    private readonly LaterKeys? later;

    /// <param name="table">What was there when the book was built.</param>
    /// <param name="later">What came later; none in a book that was built.</param>
    protected KeyIndex(KeyTable table, LaterKeys? later) => (this.table, this.later) = (table, later);

    /// <summary>The first entry of the key, or -1.</summary>
    public int First(ulong key) => First(key, Guess(key));

    /// <summary>The same where the guess is known already.</summary>
    public int First(ulong key, int guess)
    {
        var hash = KeyTable.Hash(key);
        if (later is null) return Next(key, hash, guess);
        var first = table.IsLeading(hash) ? NextOfAll(key, hash, -1) : NextHere(key, hash, guess);
        return Earlier(first, NextLater(key, -1));
    }

    /// <summary>The entry after this one of the same key, or -1.</summary>
    public int After(int entry)
    {
        var key = KeyOf(entry);
        var hash = KeyTable.Hash(key);
        if (later is null) return Next(key, hash, table.After(hash, entry));
        var next = table.IsLeading(hash) ? NextOfAll(key, hash, entry) : NextHere(key, hash, AfterInTable(hash, entry));
        return Earlier(next, NextLater(key, entry));
    }

    /// <summary>
    /// The entry that is <see cref="First(ulong)"/>, most likely, or -1: without a look at the entry, so that many may be on
    /// their way into the cache at once.
    /// </summary>
    public int Guess(ulong key) => table.First(KeyTable.Hash(key));

    /// <summary>The same; alone when, if it has the key, no other entry has it.</summary>
    public int Guess(ulong key, out bool isAlone)
    {
        var guess = table.Guess(KeyTable.Hash(key), out isAlone);
        isAlone &= later is null;
        return guess;
    }

    /// <summary>Begins to load where a key is looked up (<see cref="KeyTable.Ask"/>).</summary>
    public void Ask(ulong key) => table.Ask(KeyTable.Hash(key));

    /// <summary>Begins to load what is found there, after <see cref="Ask"/>.</summary>
    public void AskWords(ulong key) => table.AskWords(KeyTable.Hash(key));

    /// <summary>The key of an entry.</summary>
    protected abstract ulong KeyOf(int entry);

    /// <summary>The key among those of all indexes.</summary>
    protected abstract ulong Salted(ulong key);

    /// <summary>The entry itself, or what took its place in this book; below zero when there is nothing.</summary>
    protected abstract int Current(int entry);

    /// <summary>False for an entry that came after this book.</summary>
    protected abstract bool IsKnown(int entry);

    /// <summary>True when the entry was there when the book was built.</summary>
    protected abstract bool IsOfTable(int entry);

    /// <summary>Which of two comes first: the order a book has that is built of all the items.</summary>
    protected abstract int Order(int left, int right);

    private int Earlier(int left, int right) =>
        left < 0 ? right : right < 0 ? left : Order(left, right) < 0 ? left : right;

    private int Next(ulong key, ulong hash, int entry)
    {
        while (entry >= 0 && KeyOf(entry) != key) entry = table.After(hash, entry);
        return entry;
    }

    // In order, because no entry of the bucket leads on: each stands for itself or is gone.
    private int NextHere(ulong key, ulong hash, int entry)
    {
        while (entry >= 0 && !(KeyOf(entry) == key && Current(entry) == entry)) entry = table.After(hash, entry);
        return entry;
    }

    // What took the place of an entry may come before or behind the others: all of the bucket are looked at, a few.
    private int NextOfAll(ulong key, ulong hash, int after)
    {
        var best = -1;
        foreach (var word in table.Bucket(hash))
            if (table.MayBe(word, (uint)hash) && table.EntryOf(word) is >= 0 and var entry && KeyOf(entry) == key)
                best = Earlier(best, Following(entry, after));
        return best;
    }

    // What came later has no place in the table: the first of the table that comes after it.
    private int AfterInTable(ulong hash, int entry)
    {
        if (IsOfTable(entry)) return table.After(hash, entry);
        var next = table.First(hash);
        while (next >= 0 && Order(next, entry) < 0) next = table.After(hash, next);
        return next;
    }

    private int NextLater(ulong key, int after)
    {
        var best = -1;
        for (var walk = later!.Find(Salted(key)); walk.MoveNext();)
        {
            var entry = walk.Current;
            if (IsKnown(entry) && KeyOf(entry) == key) best = Earlier(best, Following(entry, after));
        }
        return best;
    }

    // What stands for an entry, when it comes after another one.
    private int Following(int entry, int after)
    {
        var current = Current(entry);
        return current >= 0 && (after < 0 || Order(current, after) > 0) ? current : -1;
    }
}
