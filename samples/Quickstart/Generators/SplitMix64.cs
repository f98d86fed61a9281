namespace OrderToCash.Quickstart;

/// <summary>
/// SplitMix64 (Steele, Lea, Flood 2014): a small generator of pseudo-random numbers that is the same on every machine and version of .NET.
/// Each thing that needs chance takes a stream of its own, named by what it is for, so that nothing depends on the order of asking.
/// </summary>
public sealed class SplitMix64
{
    private ulong state;

    private SplitMix64(ulong state) => this.state = state;

    /// <summary>The stream of a seed for a purpose: <c>SplitMix64.For(7, "customer", "12583")</c>.</summary>
    public static SplitMix64 For(ulong seed, params ReadOnlySpan<string> purpose)
    {
        var hash = 14_695_981_039_346_656_037UL; // FNV-1a over the characters, a bar after each word
        foreach (var word in purpose)
        {
            foreach (var c in word) hash = (hash ^ c) * 1_099_511_628_211UL;
            hash = (hash ^ '|') * 1_099_511_628_211UL;
        }
        var stream = new SplitMix64(seed ^ hash);
        stream.Next();
        return stream;
    }

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        var z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>A whole number from least to most, both inclusive.</summary>
    public int Between(int least, int most) => (int)(least + (long)Math.BigMul(Next(), (ulong)((long)most - least + 1), out _));

    /// <summary>True so many times in a thousand.</summary>
    public bool Happens(int perMille) => Between(1, 1000) <= perMille;

    /// <summary>One of the items.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Between(0, items.Count - 1)];

    /// <summary>One of the items, by their weights.</summary>
    public T Pick<T>(IReadOnlyList<(int Weight, T Item)> items)
    {
        var at = Between(1, items.Sum(i => i.Weight));
        foreach (var (weight, item) in items)
            if ((at -= weight) <= 0) return item;
        return items[^1].Item;
    }

    /// <summary>A number whose distribution has these quantiles, straight between them.</summary>
    /// <param name="points">Share below, in thousandths, and value; from 0 to 1000.</param>
    public int Quantile(IReadOnlyList<(int PerMille, int Value)> points)
    {
        var at = Between(0, 999);
        for (var i = 1; i < points.Count; i++)
        {
            if (at >= points[i].PerMille) continue;
            var (low, high) = (points[i - 1], points[i]);
            return low.Value + (high.Value - low.Value) * (at - low.PerMille) / (high.PerMille - low.PerMille);
        }
        return points[^1].Value;
    }

    /// <summary>A text of a pattern: # any digit, + a digit above zero, @ a letter; the rest as it stands.</summary>
    public string Fill(string pattern) => string.Create(pattern.Length, (pattern, this), static (text, from) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = from.pattern[i] switch
            {
                '#' => (char)('0' + from.Item2.Between(0, 9)),
                '+' => (char)('1' + from.Item2.Between(0, 8)),
                '@' => (char)('A' + from.Item2.Between(0, 25)),
                var c => c,
            };
        }
    });
}
