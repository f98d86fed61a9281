using System.Buffers;

namespace OrderToCash.Matching;

/// <summary>Accounts that have been looked up in this run, and whose items they pay: most payers pay more than once.</summary>
internal sealed class KnownAccounts : IDisposable
{
    private const int Least = 64;

    private Entry[] entries = [default];
    private int mask;
    private int count;

    /// <summary>Begins to load what will be read of an account.</summary>
    public void Ask(ulong hash) => Prefetch.Of(in entries[(int)hash & mask]);

    /// <summary>Begins to load the text that will be compared, after <see cref="Ask"/>.</summary>
    public void AskText(ulong hash) => Prefetch.Of(entries[(int)hash & mask].Account, 2);

    /// <summary>False when the account has not been looked up.</summary>
    public bool TryFind(ulong hash, string account, out PayerScopes payer)
    {
        ref readonly var entry = ref entries[Find(hash, account)];
        payer = new() { Start = entry.Start, Count = entry.Count, Currency = entry.Currency };
        return entry.Account is not null;
    }

    /// <summary>Keeps what was found; the first time counts.</summary>
    public void Add(ulong hash, string account, PayerScopes payer)
    {
        if (2 * count >= mask) Grow();
        ref var entry = ref entries[Find(hash, account)];
        if (entry.Account is not null) return;
        entry = new() { Hash = hash, Account = account, Start = payer.Start, Count = payer.Count, Currency = payer.Currency };
        count++;
    }

    public void Dispose()
    {
        if (entries.Length > 1) ArrayPool<Entry>.Shared.Return(entries, clearArray: true);
        entries = [];
    }

    private static Entry[] Rent(int size)
    {
        var entries = ArrayPool<Entry>.Shared.Rent(size);
        entries.AsSpan().Clear();
        return entries;
    }

    private int Find(ulong hash, string account)
    {
        var at = (int)hash & mask;
        while (entries[at].Account is { } known && (entries[at].Hash != hash || known != account)) at = at + 1 & mask;
        return at;
    }

    private void Grow()
    {
        var old = entries;
        var larger = Math.Max(Least, (mask + 1) * 4);
        (entries, mask) = (Rent(larger), larger - 1);
        foreach (ref readonly var entry in old.AsSpan())
            if (entry.Account is not null) entries[Find(entry.Hash, entry.Account)] = entry;
        if (old.Length > 1) ArrayPool<Entry>.Shared.Return(old, clearArray: true);
    }

    private struct Entry
    {
        public string? Account;
        public ulong Hash;
        public int Start;
        public int Count;
        public Currency Currency;
    }
}

/// <summary>The customers an account pays for, in a currency: a range of the scopes of a run.</summary>
internal struct PayerScopes
{
    public int Start;
    public int Count;
    public Currency Currency;
}
