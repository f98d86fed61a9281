namespace OrderToCash.Matching;

/// <summary>
/// From hashes to entries, built once and never changed: six bytes an entry. The entries of a bucket, four on average, stand
/// together in ascending order, each with eight more bits of its hash; who asks compares the key of what he finds. A thousand
/// entries of one key are a bucket of a thousand, so equal keys cost no more than different ones.
/// </summary>
internal sealed class KeyTable
{
    private const int PerBucket = 4;
    private const int FewInBucket = 16;
    private const int TagAt = 24;

    private static readonly ulong Seed = (ulong)(uint)HashCode.Combine(17) << 32 | (uint)HashCode.Combine(4217) | 1UL;

    private readonly int[] starts;
    private readonly byte[] tags;
    private readonly int[] entries;
    private readonly uint buckets;

    /// <param name="keys">The key of each entry; entries of key 0 are left out.</param>
    public KeyTable(ReadOnlySpan<ulong> keys)
    {
        var keyed = keys.Length - keys.Count(0UL);
        buckets = (uint)(keyed / PerBucket) + 1;
        starts = new int[buckets + 2];
        (tags, entries) = (new byte[keyed], new int[keyed]);
        if (keyed == 0) return;
        foreach (var key in keys)
            if (key != 0) starts[PlaceOf(Hash(key)) + 2]++;
        for (var i = 2; i < starts.Length; i++) starts[i] += starts[i - 1];
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] == 0) continue;
            var hash = Hash(keys[i]);
            var at = starts[PlaceOf(hash) + 1]++;
            (tags[at], entries[at]) = (Tag(hash), i);
        }
    }

    /// <summary>How many entries there are.</summary>
    public int Count => entries.Length;

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
    public int First(ulong hash)
    {
        var bucket = PlaceOf(hash);
        return Next(starts[bucket], starts[bucket + 1], Tag(hash));
    }

    /// <summary>The entry after this one that may have the key of this hash, or -1; entries come in ascending order.</summary>
    public int After(ulong hash, int entry)
    {
        var bucket = PlaceOf(hash);
        var (at, end) = (starts[bucket], starts[bucket + 1]);
        if (end - at > FewInBucket)
        {
            var found = entries.AsSpan(at, end - at).BinarySearch(entry);
            at += found < 0 ? ~found : found + 1;
        }
        else
            while (at < end && entries[at] <= entry) at++;
        return Next(at, end, Tag(hash));
    }

    /// <summary>All entries of a bucket, and what is kept of their hashes.</summary>
    public ReadOnlySpan<int> Bucket(int bucket, out ReadOnlySpan<byte> tagsOfBucket)
    {
        var (start, end) = (starts[bucket], starts[bucket + 1]);
        tagsOfBucket = tags.AsSpan(start, end - start);
        return entries.AsSpan(start, end - start);
    }

    /// <summary>All entries of the bucket of a hash.</summary>
    public ReadOnlySpan<int> Bucket(ulong hash, out ReadOnlySpan<byte> tagsOfBucket) => Bucket(PlaceOf(hash), out tagsOfBucket);

    /// <summary>Gives the entries other numbers, before anybody reads; those of a bucket are not in order any more.</summary>
    public void Renumber(ReadOnlySpan<int> numbers)
    {
        foreach (ref var entry in entries.AsSpan()) entry = numbers[entry];
    }

    private int Next(int at, int end, byte tag)
    {
        if (end - at > FewInBucket)
        {
            var found = tags.AsSpan(at, end - at).IndexOf(tag);
            return found < 0 ? -1 : entries[at + found];
        }
        for (; at < end; at++)
            if (tags[at] == tag) return entries[at];
        return -1;
    }

    /// <summary>What is kept of a hash beside its entry.</summary>
    public static byte Tag(ulong hash) => (byte)(hash >> TagAt);

    private int PlaceOf(ulong hash) => (int)((hash >> 32) * buckets >> 32);
}
