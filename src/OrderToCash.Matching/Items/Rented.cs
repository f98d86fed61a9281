using System.Buffers;

namespace OrderToCash.Matching;

/// <summary>Room for a while, not cleared: what a book is built with and does not keep.</summary>
internal readonly struct Rented<T>(int length) : IDisposable where T : unmanaged
{
    private readonly T[] array = ArrayPool<T>.Shared.Rent(length);

    public Span<T> Span => array.AsSpan(0, length);

    public void Dispose() => ArrayPool<T>.Shared.Return(array);
}
