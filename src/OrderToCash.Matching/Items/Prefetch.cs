using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace OrderToCash.Matching;

/// <summary>
/// Begins to load what will be read soon, and waits for nothing: a run over a million items is mostly waiting for memory. Whoever
/// works in blocks asks for all of a block, and then reads it. It changes no result; where a processor can't be asked, the
/// place is read.
/// </summary>
internal static unsafe class Prefetch
{
    private const int Line = 64;

    /// <summary>A place in memory.</summary>
    public static void Of<T>(ref readonly T place)
    {
        ref var start = ref Unsafe.As<T, byte>(ref Unsafe.AsRef(in place));
        if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref start));
        else Volatile.Read(ref start);
    }

    /// <summary>A place in memory and the line behind it.</summary>
    public static void OfTwoLines<T>(ref readonly T place)
    {
        Of(in place);
        if (Sse.IsSupported) Sse.Prefetch0((byte*)Unsafe.AsPointer(ref Unsafe.AsRef(in place)) + Line);
    }

    /// <summary>A text, the first so many lines of its memory; none for null.</summary>
    public static void Of(string? text, int lines)
    {
        if (text is null) return;
        if (!Sse.IsSupported)
        {
            _ = text.Length;
            return;
        }
        var address = *(byte**)Unsafe.AsPointer(ref text);
        for (var i = 0; i < lines; i++) Sse.Prefetch0(address + i * Line);
    }

    /// <summary>An object, its first fields.</summary>
    public static void OfObject(object item)
    {
        if (Sse.IsSupported) Sse.Prefetch0(*(void**)Unsafe.AsPointer(ref item));
    }
}
