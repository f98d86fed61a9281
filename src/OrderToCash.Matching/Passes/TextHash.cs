using System.Runtime.InteropServices;

namespace OrderToCash.Matching;

/// <summary>
/// A hash of a text, seeded by the process: nobody can craft collisions, and what is found does not depend on it. Sixteen bytes
/// at a time are multiplied and folded.
/// </summary>
internal static class TextHash
{
    private static readonly ulong Seed = Random64(1);
    private static readonly ulong Left = Random64(3) | 1;
    private static readonly ulong Right = Random64(5) | 1;

    /// <summary>The hash; the length of the text is in it.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        var bytes = MemoryMarshal.AsBytes(text);
        var hash = Seed ^ (ulong)bytes.Length;
        for (; bytes.Length > 16; bytes = bytes[16..])
            hash = Fold(MemoryMarshal.Read<ulong>(bytes) ^ Left, MemoryMarshal.Read<ulong>(bytes[8..]) ^ hash);
        return bytes.Length < 8
            ? Fold(Rest(bytes) ^ Left, hash ^ Right)
            : Fold(Fold(MemoryMarshal.Read<ulong>(bytes) ^ Left, MemoryMarshal.Read<ulong>(bytes[^8..]) ^ hash), Right);
    }

    private static ulong Rest(ReadOnlySpan<byte> bytes)
    {
        var rest = 0UL;
        foreach (var b in bytes) rest = rest << 8 | b;
        return rest;
    }

    private static ulong Fold(ulong left, ulong right) => Math.BigMul(left, right, out var low) ^ low;

    // The seed of the process is in every hash code.
    private static ulong Random64(int salt) => (ulong)(uint)HashCode.Combine(salt) << 32 | (uint)HashCode.Combine(salt + 1);
}
