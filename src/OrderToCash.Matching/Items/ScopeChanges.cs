namespace OrderToCash.Matching;

/// <summary>
/// Which scopes of a line of books were changed, when, and what came to them. The items of a scope are put in order when
/// somebody reads it; the next one to read it goes on from there. One adds at a time.
/// </summary>
internal sealed class ScopeChanges(int scopes)
{
    private readonly SharedList<ScopeChange> changes = new();
    private int[] lastOf = new int[scopes];
    private ScopeMembers?[] known = new ScopeMembers[scopes];

    /// <summary>How many changes there were.</summary>
    public int Count => changes.Count;

    /// <summary>A change of a scope.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="item">What came to it; -1 when an item only went.</param>
    public void Add(int scope, int item)
    {
        if (scope >= lastOf.Length) Grow(scope);
        changes.Add(new() { Item = item, Before = lastOf[scope] });
        Volatile.Write(ref lastOf[scope], changes.Count);
    }

    /// <summary>The last change of a scope among the first ones, from 1; 0 for none.</summary>
    public int Last(int scope, int count)
    {
        var all = Volatile.Read(ref lastOf);
        if ((uint)scope >= (uint)all.Length) return 0;
        var last = Volatile.Read(ref all[scope]);
        while (last > count) last = changes[last - 1].Before;
        return last;
    }

    /// <summary>The members of a scope as somebody read them last; null when nobody did.</summary>
    public ScopeMembers? Known(int scope)
    {
        var all = Volatile.Read(ref known);
        return scope < all.Length ? Volatile.Read(ref all[scope]) : null;
    }

    /// <summary>Keeps the members of a scope for whoever reads it next.</summary>
    public void Keep(int scope, ScopeMembers members)
    {
        var all = Volatile.Read(ref known);
        if (scope < all.Length) Volatile.Write(ref all[scope], members);
    }

    /// <summary>What came to a scope after a change of it, up to another.</summary>
    public void Read(int after, int last, List<int> items)
    {
        for (; last > after; last = changes[last - 1].Before)
            if (changes[last - 1].Item >= 0) items.Add(changes[last - 1].Item);
    }

    private void Grow(int scope)
    {
        var (larger, members) = (new int[scope * 2 + 16], new ScopeMembers?[scope * 2 + 16]);
        lastOf.CopyTo(larger, 0);
        known.CopyTo(members, 0);
        Volatile.Write(ref known, members);
        Volatile.Write(ref lastOf, larger);
    }

    private struct ScopeChange
    {
        public int Item;

        // The change of the same scope before it, from 1; 0 for none.
        public int Before;
    }
}

/// <summary>The items of a scope after a change of it, in order.</summary>
internal sealed class ScopeMembers(int last, int[] positions)
{
    /// <summary>Which change it was.</summary>
    public int Last => last;

    /// <summary>Where the items are.</summary>
    public int[] Positions => positions;
}
