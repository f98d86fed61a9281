using System.Text;

namespace OrderToCash.EInvoicing.Tests;

/// <summary>Files made to cost memory are refused, and cost little until they are.</summary>
public sealed class HostileMemoryTests
{
    private const int Many = 200_000;

    private static readonly byte[] Start = AnInvoice.Ubl("")[..^"</Invoice>".Length];

    [Theory]
    [InlineData("<cbc:ID>", "a long number ", "</cbc:ID>", "bytes in one text")]
    [InlineData("<cbc:ID>", "&amp;&amp;", "</cbc:ID>", "bytes in one text")]
    [InlineData("<cbc:ID>", "<![CDATA[0123456789]]>", "</cbc:ID>", "bytes in one text")]
    [InlineData("<cbc:Note>", "0123456789<!-- and -->", "</cbc:Note>", "bytes in one text")]
    [InlineData("<cbc:ID schemeID=\"", "0123456789", "\">1</cbc:ID>", "bytes in one text")]
    [InlineData("<cbc:ID schemeID=\"", "&lt;0123456789", "\">1</cbc:ID>", "bytes in one text")]
    [InlineData("<cbc:ID xmlns:x=\"urn:", "0123456789", "\">1</cbc:ID>", "bytes in one text")]
    [InlineData("<", "abcdefghij", "/>", "bytes in one name")]
    [InlineData("<cbc:ID ", "abcdefghij", "=\"1\"/>", "bytes in one name")]
    [InlineData("<a>", "<a>", "", "nested elements")]
    [InlineData("", "<a:b xmlns:a=\"urn:a\">", "", "nested elements")]
    [InlineData("", "<cbc:UnknownElement/>", "", "findings")]
    [InlineData("", "<cbc:ID>1</cbc:ID>", "", "findings")]
    [InlineData("", "stray<cbc:ID/>", "", "findings")]
    public void A_file_of_one_thing_too_many_is_refused_with_little_memory(string open, string piece, string close, string what)
    {
        var (stream, memory) = (Made(open, piece, close), ReadAll(Made(open, piece, close)));
        Assert.Equal(what, Refused(() => EInvoiceReader.Read(stream)).Fact("what"));
        Assert.Equal(what, Refused(() => EInvoiceReader.Read(memory)).Fact("what"));
    }

    [Theory]
    [InlineData("<!DOCTYPE Invoice [<!ENTITY a0 \"ha\">", "<!ENTITY a1 \"&a0;&a0;\">", "]><Invoice>&a1;</Invoice>")]
    [InlineData("<!DOCTYPE Invoice [<!ELEMENT Invoice ANY>", "<!-- a long comment -->", "]><Invoice/>")]
    public void Entity_bombs_are_refused_at_their_declaration(string open, string piece, string close)
    {
        using var stream = new Repeated(Encoding.UTF8.GetBytes(open), Encoding.UTF8.GetBytes(piece), Many, Encoding.UTF8.GetBytes(close));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Expect.Refused(EInvoiceErrors.DocumentType, EInvoiceReader.Read(stream));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void A_million_lines_cost_what_their_model_does_until_the_limit()
    {
        var line = Encoding.UTF8.GetBytes("<cac:InvoiceLine><cbc:ID>1</cbc:ID></cac:InvoiceLine>");
        using var stream = new Repeated(Start, line, 1_000_000, "</Invoice>"u8.ToArray());
        var before = GC.GetAllocatedBytesForCurrentThread();
        Expect.Refused(EInvoiceErrors.TooLarge, EInvoiceReader.Read(stream, new() { Elements = 200_000 }));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000 * 500L);
    }

    [Fact]
    public void Findings_in_one_long_line_have_their_positions()
    {
        var lines = string.Concat(Enumerable.Repeat("<cac:Größe/>", 900));
        var file = AnInvoice.Ubl("\n" + lines + "\r\n\n" + lines[..(100 * 12)]);
        foreach (var read in (ReadInvoice[])[Expect.Success(EInvoiceReader.Read(file)), Expect.Success(EInvoiceReader.Read(new MemoryStream(file)))])
            for (var i = 0; i < 1000; i++)
            {
                var (line, column) = i < 900 ? ("3", i) : ("5", i - 900);
                Assert.Equal((line, $"{column * 12 + 1}"), (read.Notices[i].Fact("line"), read.Notices[i].Fact("position")));
            }
    }

    private static DomainError Refused(Func<Result<ReadInvoice>> read)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = Expect.Refused(EInvoiceErrors.TooLarge, read());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16L * 1024 * 1024);
        return error;
    }

    private static Repeated Made(string open, string piece, string close) => new(
        [.. Start, .. Encoding.UTF8.GetBytes(open)], Encoding.UTF8.GetBytes(piece), Many, [.. Encoding.UTF8.GetBytes(close), .. "</Invoice>"u8]);

    private static byte[] ReadAll(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>A file with a piece so many times, made while it is read.</summary>
    private sealed class Repeated(byte[] start, byte[] piece, int count, byte[] end) : MemoryStream
    {
        private int at = -1, offset;

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void CopyTo(Stream destination, int bufferSize)
        {
            var buffer = new byte[bufferSize];
            while (Read(buffer) is var read and > 0) destination.Write(buffer, 0, read);
        }

        public override int Read(Span<byte> buffer)
        {
            var written = 0;
            while (written < buffer.Length && at <= count)
            {
                var part = (at < 0 ? start : at < count ? piece : end).AsSpan(offset);
                var length = Math.Min(part.Length, buffer.Length - written);
                part[..length].CopyTo(buffer[written..]);
                (written, offset) = (written + length, offset + length);
                if (length == part.Length) (at, offset) = (at + 1, 0);
            }
            return written;
        }
    }
}
