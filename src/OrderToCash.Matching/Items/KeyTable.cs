using System.Numerics;

namespace OrderToCash.Matching;

/// <summary>
/// From hashes to entries, built once and never changed: five bytes an entry. The entries of a bucket, four on average, stand
/// together, each in one word with as many bits of its hash as it leaves free; who asks compares the key of what he finds. A
/// thousand entries of one key are a bucket of a thousand, so equal keys cost no more than different ones.
/// </summary>
internal sealed class KeyTable
{
    private const int PerBucket = 4;
    private const int FewInBucket = 16;
    private const int Ahead = 16;

    private static readonly ulong Seed = (ulong)(uint)HashCode.Combine(17) << 32 | (uint)HashCode.Combine(4217) | 1UL;

    private readonly int[] starts;
    private readonly uint[] words;
    private readonly uint buckets;

    // The low bits of a word that are the entry; all ones are none.
    private readonly uint entryMask;
    private readonly bool hasLarge;

    // A bit for each bucket that has an entry whose place was taken; none until one has.
    private ulong[]? leading;

    /// <param name="keys">The key of each entry; entries of key 0 are left out.</param>
    public KeyTable(ReadOnlySpan<ulong> keys)
    {
        var keyed = keys.Length - keys.Count(0UL);
        buckets = (uint)(keyed / PerBucket) + 1;
        entryMask = (uint)((1UL << BitOperations.Log2((uint)keys.Length | 1) + 1) - 1);
        starts = new int[buckets + 2];
        words = GC.AllocateUninitializedArray<uint>(keyed);
        if (keyed == 0) return;
        for (var i = 0; i < keys.Length; i++)
        {
            if (i + Ahead < keys.Length) Prefetch.Of(in starts[PlaceOf(Hash(keys[i + Ahead])) + 2]);
            if (keys[i] != 0) starts[PlaceOf(Hash(keys[i])) + 2]++;
        }
        var most = 0;
        for (var i = 2; i < starts.Length; i++)
        {
            most = Math.Max(most, starts[i]);
            starts[i] += starts[i - 1];
        }
        for (var i = 0; i < keys.Length; i++)
        {
            if (i + Ahead < keys.Length) AskWords(PlaceOf(Hash(keys[i + Ahead])) + 1);
            if (keys[i] == 0) continue;
            var hash = Hash(keys[i]);
            words[starts[PlaceOf(hash) + 1]++] = (uint)hash & ~entryMask | (uint)i;
        }
        hasLarge = most > FewInBucket;
        if (hasLarge) SortLarge();
    }

    /// <summary>How many entries there are.</summary>
    public int Count => words.Length;

    /// <summary>How many buckets.</summary>
    public int Buckets => (int)buckets;

    /// <summary>
    /// A seeded hash of a key: nobody can craft collisions. What is found does not depend on it.
    /// </summary>
    public static ulong Hash(ulong key)
    {
        var hash = unchecked(key * Seed);
        return unchecked((hash ^ hash >> 29) * 0x9E3779B97F4A7C15UL);
    }

    /// <summary>The first entry that may have the key of this hash, or -1.</summary>
    public int First(ulong hash) => Next(hash, 0);

    /// <summary>The entry after this one that may have the key of this hash, or -1; entries come in ascending order.</summary>
    public int After(ulong hash, int entry) => Next(hash, (uint)entry + 1);

    /// <summary>All entries of a bucket; see <see cref="EntryOf"/>.</summary>
    public ReadOnlySpan<uint> Bucket(int bucket) => words.AsSpan(starts[bucket], starts[bucket + 1] - starts[bucket]);

    /// <summary>All entries of the bucket of a hash.</summary>
    public ReadOnlySpan<uint> Bucket(ulong hash) => Bucket(PlaceOf(hash));

    /// <summary>The entry of a word of a bucket, or -1 for none.</summary>
    public int EntryOf(uint word) => (word & entryMask) == entryMask ? -1 : (int)(word & entryMask);

    /// <summary>True when a word of a bucket may have the hash of another, or this hash.</summary>
    public bool MayBe(uint word, uint hash) => ((word ^ hash) & ~entryMask) == 0;

    /// <summary>True when very many entries stand in the bucket of a hash.</summary>
    public bool IsLarge(ulong hash) => hasLarge && Bucket(hash).Length > FewInBucket;

    /// <summary>Notes that an entry of the bucket of a hash, not a large one, leads on to what took its place.</summary>
    public void Lead(ulong hash)
    {
        if (leading is null) Volatile.Write(ref leading, new ulong[buckets / 64 + 1]);
        var bucket = PlaceOf(hash);
        leading![bucket >> 6] |= 1UL << bucket;
    }

    /// <summary>True when some entry of the bucket of a hash leads on: then they are not in order.</summary>
    public bool IsLeading(ulong hash) =>
        Volatile.Read(ref leading) is { } bits && PlaceOf(hash) is var bucket && (bits[bucket >> 6] >> bucket & 1) != 0;

    /// <summary>Begins to load where the bucket of a hash stands.</summary>
    public void Ask(ulong hash) => Prefetch.Of(in starts[PlaceOf(hash)]);

    /// <summary>Begins to load the entries of the bucket of a hash, after <see cref="Ask"/>.</summary>
    public void AskWords(ulong hash) => AskWords(PlaceOf(hash));

    private void AskWords(int bucket)
    {
        var start = starts[bucket];
        if (start < words.Length) Prefetch.Of(in words[start]);
    }

    /// <summary>An entry that most likely has the key of this hash, also when the entries of a bucket are in no order; or
    /// -1.</summary>
    public int Guess(ulong hash) => Guess(hash, out _);

    /// <summary>The same; alone when no other entry of its bucket may have the key.</summary>
    public int Guess(ulong hash, out bool isAlone)
    {
        var bucket = Bucket(hash);
        isAlone = true;
        for (var i = 0; i < bucket.Length; i++)
        {
            if (!MayBe(bucket[i], (uint)hash)) continue;
            for (var next = i + 1; next < bucket.Length && isAlone; next++) isAlone = !MayBe(bucket[next], (uint)hash);
            return EntryOf(bucket[i]);
        }
        return -1;
    }

    /// <summary>Gives the entries other numbers, none larger than there were, or -1 for none, before anybody reads; those of a
    /// bucket are not in order any more.</summary>
    public void Renumber(ReadOnlySpan<int> numbers)
    {
        foreach (ref var word in words.AsSpan())
            word = word & ~entryMask | (uint)numbers[(int)(word & entryMask)] & entryMask;
    }

    private int Next(ulong hash, uint least)
    {
        var bucket = PlaceOf(hash);
        var (at, end) = (starts[bucket], starts[bucket + 1]);
        var from = (uint)hash & ~entryMask | least;
        if (end - at > FewInBucket)
        {
            at += LowerBound(words.AsSpan(at, end - at), from);
            return at < end && MayBe(words[at], from) ? (int)(words[at] & entryMask) : -1;
        }
        for (; at < end; at++)
            if (words[at] >= from && MayBe(words[at], from)) return (int)(words[at] & entryMask);
        return -1;
    }

    // Of a large bucket the words are in order: first those of one hash, among them by entry.
    private void SortLarge()
    {
        for (var bucket = 0; bucket < buckets; bucket++)
            if (starts[bucket + 1] - starts[bucket] > FewInBucket)
                words.AsSpan(starts[bucket], starts[bucket + 1] - starts[bucket]).Sort();
    }

    private static int LowerBound(ReadOnlySpan<uint> sorted, uint value)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = low + high >>> 1;
            if (sorted[middle] < value) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private int PlaceOf(ulong hash) => (int)((hash >> 32) * buckets >> 32);
}
