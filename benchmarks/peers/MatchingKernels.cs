using System.Numerics;
using System.Runtime.InteropServices;

namespace OrderToCash.Benchmarks.Peers;

/// <summary>
/// What no engine can do without: read the key out of a payment, and touch four cache lines - a slot of a table, the item, what the run
/// keeps of it, and the decision. In blocks, stage by stage, so that no load waits for another. It explains nothing, knows no payer, no
/// duplicates and no second hit: the limit to be compared with, not an engine.
/// </summary>
public sealed class MatchingKernels
{
    private const int Block = 32;

    private readonly ulong[] slots;
    private readonly Item[] items;
    private readonly State[] states;
    private readonly int shift;

    /// <param name="keys">The key of each item: the digits of its reference or number.</param>
    /// <param name="amounts">What each asks for.</param>
    public MatchingKernels(ReadOnlySpan<ulong> keys, ReadOnlySpan<long> amounts)
    {
        var size = BitOperations.RoundUpToPowerOf2((uint)keys.Length * 2);
        (slots, items, states) = (new ulong[size], new Item[keys.Length], new State[keys.Length]);
        shift = 64 - BitOperations.Log2(size);
        for (var i = 0; i < keys.Length; i++)
        {
            items[i] = new() { Key = keys[i], Open = amounts[i] };
            var at = At(keys[i]);
            while (slots[at] != 0) at = at + 1 & slots.Length - 1;
            slots[at] = Hash(keys[i]) << 32 | (uint)(i + 1);
        }
    }

    /// <summary>Structured references: the digits are the key. Returns how many were settled.</summary>
    public int References(ReadOnlySpan<string> references, ReadOnlySpan<long> amounts, Span<Settled> decisions)
    {
        states.AsSpan().Clear();
        Span<ulong> keys = stackalloc ulong[Block];
        var settled = 0;
        for (var start = 0; start < references.Length; start += Block)
        {
            var count = Math.Min(Block, references.Length - start);
            for (var i = 0; i < count; i++) keys[i] = DigitsOf(references[start + i]);
            settled += Settle(keys[..count], amounts.Slice(start, count), decisions.Slice(start, count));
        }
        return settled;
    }

    /// <summary>A number in a text: every run of four digits and more is looked up, the first hit counts.</summary>
    public int Numbers(ReadOnlySpan<string> texts, ReadOnlySpan<long> amounts, Span<Settled> decisions)
    {
        states.AsSpan().Clear();
        Span<ulong> keys = stackalloc ulong[Block];
        var settled = 0;
        for (var start = 0; start < texts.Length; start += Block)
        {
            var count = Math.Min(Block, texts.Length - start);
            for (var i = 0; i < count; i++) keys[i] = NumberIn(texts[start + i]);
            settled += Settle(keys[..count], amounts.Slice(start, count), decisions.Slice(start, count));
        }
        return settled;
    }

    private int Settle(ReadOnlySpan<ulong> keys, ReadOnlySpan<long> amounts, Span<Settled> decisions)
    {
        Span<int> found = stackalloc int[Block];
        var settled = 0;
        for (var i = 0; i < keys.Length; i++) found[i] = Find(keys[i]);
        for (var i = 0; i < keys.Length; i++)
            if (found[i] >= 0 && (items[found[i]].Key != keys[i] || items[found[i]].Open != amounts[i])) found[i] = -1;
        for (var i = 0; i < keys.Length; i++)
        {
            var isFree = found[i] >= 0 && states[found[i]].Cleared == 0;
            if (isFree) states[found[i]] = new() { Cleared = amounts[i], Owner = keys[i] };
            decisions[i] = new() { Item = isFree ? found[i] : -1, Amount = isFree ? amounts[i] : 0 };
            settled += isFree ? 1 : 0;
        }
        return settled;
    }

    private ulong NumberIn(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var offset = text.AsSpan(at).IndexOfAnyInRange('0', '9');
            if (offset < 0) return 0;
            var (key, digits) = (0UL, 0);
            for (at += offset; at < text.Length && char.IsAsciiDigit(text[at]); at++, digits++) key = key * 10 + (uint)(text[at] - '0');
            if (digits >= 4 && Find(key) >= 0) return key;
        }
        return 0;
    }

    private int Find(ulong key)
    {
        var hash = (uint)Hash(key);
        for (var at = At(key); slots[at] != 0; at = at + 1 & slots.Length - 1)
            if (slots[at] >> 32 == hash) return (int)(uint)slots[at] - 1;
        return -1;
    }

    private static ulong DigitsOf(string reference)
    {
        var key = 0UL;
        foreach (var c in reference)
            if (char.IsAsciiDigit(c)) key = key * 10 + (uint)(c - '0');
        return key;
    }

    private int At(ulong key) => (int)(Hash(key) >> shift);

    private static ulong Hash(ulong key) => key * 0x9E3779B97F4A7C15UL;

    [StructLayout(LayoutKind.Sequential, Size = 32)]
    private struct Item
    {
        public ulong Key;
        public long Open;
    }

    private struct State
    {
        public long Cleared;
        public ulong Owner;
    }

    /// <summary>What the kernel says of a payment.</summary>
    public struct Settled
    {
        public int Item;
        public long Amount;
    }
}
