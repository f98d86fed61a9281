using System.Text;

namespace OrderToCash.Benchmarks;

/// <summary>A file that is made statement by statement while it is read, and is nowhere as a whole.</summary>
internal sealed class BankFileStream : Stream
{
    private readonly Action<TextWriter, int> write;
    private readonly long size;
    private readonly string tail;
    private readonly MemoryStream made = new();
    private readonly StreamWriter writer;
    private int statements;
    private bool isWhole;

    /// <param name="write">Writes a statement, by its number.</param>
    /// <param name="size">The bytes after which no statement begins.</param>
    /// <param name="around">What stands before the first and behind the last.</param>
    public BankFileStream(Action<TextWriter, int> write, long size, (string Head, string Tail) around)
    {
        (this.write, this.size, tail) = (write, size, around.Tail);
        writer = new(made, new UTF8Encoding(false));
        writer.Write(around.Head);
    }

    /// <summary>The bytes made so far.</summary>
    public long Made { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (made.Position == made.Length && !isWhole) Make();
        return made.Read(buffer, offset, count);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Make()
    {
        if (statements > 0) made.SetLength(0);
        if (Made < size) write(writer, ++statements);
        else
        {
            writer.Write(tail);
            isWhole = true;
        }
        writer.Flush();
        Made += made.Length;
        made.Position = 0;
    }
}
