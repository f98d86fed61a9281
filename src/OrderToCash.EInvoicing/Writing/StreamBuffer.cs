using System.Buffers;

namespace OrderToCash.EInvoicing;

/// <summary>A small buffer before a stream: it is written when it is full, or by the caller when the stream is asynchronous.</summary>
internal sealed class StreamBuffer(Stream stream, bool writesThrough) : IBufferWriter<byte>, IDisposable
{
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
    private int used;

    /// <summary>True when the caller should write before it goes on.</summary>
    public bool IsFull => used > 32 * 1024;

    public void Advance(int count) => used += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Need(sizeHint);
        return buffer.AsMemory(used);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Need(sizeHint);
        return buffer.AsSpan(used);
    }

    public void Write()
    {
        stream.Write(buffer, 0, used);
        used = 0;
    }

    public async ValueTask WriteAsync(CancellationToken cancel)
    {
        await stream.WriteAsync(buffer.AsMemory(0, used), cancel).ConfigureAwait(false);
        used = 0;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }

    private void Need(int size)
    {
        if (buffer.Length - used >= Math.Max(1, size)) return;
        if (writesThrough) Write();
        if (buffer.Length - used >= size) return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(buffer.Length * 2, used + size));
        buffer.AsSpan(0, used).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
