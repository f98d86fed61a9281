using System.Numerics;

namespace OrderToCash.Matching;

/// <summary>
/// Keys that came after a book was built, of all its indexes: chains that only grow at their front, so that older books go on
/// reading them while a newer one adds. One adds at a time.
/// </summary>
internal sealed class LaterKeys
{
    private const int Least = 64;

    private Chains chains = new(Least);

    /// <summary>Puts an entry in front of the chain of its key.</summary>
    public void Add(ulong key, int entry)
    {
        var current = chains;
        if (current.Count == current.Entries.Length)
        {
            current = current.Doubled();
            Volatile.Write(ref chains, current);
        }
        current.Add(KeyTable.Hash(key), entry);
    }

    /// <summary>The entries of a key, the last one first; others are among them.</summary>
    public Walk Find(ulong key)
    {
        var current = Volatile.Read(ref chains);
        return new(current, Volatile.Read(ref current.Heads[current.At(KeyTable.Hash(key))]), KeyTable.Hash(key));
    }

    /// <summary>A walk along a chain.</summary>
    public struct Walk
    {
        private readonly Chains chains;
        private readonly ulong hash;
        private int next;

        internal Walk(Chains chains, int first, ulong hash) =>
            (this.chains, next, this.hash, Current) = (chains, first, hash, -1);

        public int Current { get; private set; }

        public bool MoveNext()
        {
            while (next != 0)
            {
                ref readonly var entry = ref chains.Entries[next - 1];
                next = entry.Next;
                if (entry.Hash != hash) continue;
                Current = entry.Value;
                return true;
            }
            return false;
        }
    }

    internal struct Entry
    {
        public ulong Hash;
        public int Value;
        public int Next;
    }

    internal sealed class Chains(int capacity)
    {
        private readonly int shift = 64 - BitOperations.Log2((uint)capacity);

        public readonly int[] Heads = new int[capacity];
        public readonly Entry[] Entries = new Entry[capacity];

        public int Count { get; private set; }

        public int At(ulong hash) => (int)(hash >> shift);

        public void Add(ulong hash, int value)
        {
            ref var head = ref Heads[At(hash)];
            Entries[Count] = new() { Hash = hash, Value = value, Next = head };
            Volatile.Write(ref head, ++Count);
        }

        public Chains Doubled()
        {
            var larger = new Chains(Entries.Length * 2);
            foreach (ref readonly var entry in Entries.AsSpan()) larger.Add(entry.Hash, entry.Value);
            return larger;
        }
    }
}
