namespace OrderToCash.EInvoicing;

/// <summary>Memory that refuses to hold more than the limit.</summary>
internal sealed class BoundedStream(long limit) : MemoryStream
{
    public override void Write(byte[] buffer, int offset, int count)
    {
        Check(count);
        base.Write(buffer, offset, count);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Check(buffer.Length);
        base.Write(buffer);
    }

    public override void WriteByte(byte value)
    {
        Check(1);
        base.WriteByte(value);
    }

    private void Check(int count)
    {
        if (Length + count > Math.Min(limit, Array.MaxLength))
            throw new RefusedFileException(EInvoiceErrors.TooLarge.With(("limit", limit), ("what", "bytes"), ("line", 1), ("position", 1)));
    }
}
