using System.Buffers;

namespace OrderToCash.EInvoicing.Tests;

public sealed class RoundTripTests
{
    [DataFact]
    public void Every_valid_document_is_read_written_and_read_again_in_its_own_syntax_without_loss()
    {
        foreach (var file in ExampleFiles.All())
        {
            var read = Read(file);
            var again = Again(read.Document, read.Syntax);
            Same(file, Own(read.Document, read.Syntax), Own(again, read.Syntax));
        }
    }

    [DataFact]
    public void Every_valid_document_is_read_written_in_the_other_syntax_and_read_again_without_loss()
    {
        foreach (var file in ExampleFiles.All())
        {
            var read = Read(file);
            var again = Again(read.Document, read.Syntax == EInvoiceSyntax.Ubl ? EInvoiceSyntax.Cii : EInvoiceSyntax.Ubl);
            Same(file, Sameness.Canonical(read.Document), Sameness.Canonical(again));
        }
    }

    [DataFact]
    public async Task Every_way_to_write_and_read_gives_the_same()
    {
        foreach (var file in ExampleFiles.All())
        {
            var read = Read(file);
            foreach (var syntax in Enum.GetValues<EInvoiceSyntax>())
            {
                var (buffer, stream, asynchronous) = (new ArrayBufferWriter<byte>(), new MemoryStream(), new MemoryStream());
                var written = Expect.Success(EInvoiceWriter.Write(read.Document, syntax, buffer));
                Expect.Success(EInvoiceWriter.Write(read.Document, syntax, stream));
                Expect.Success(await EInvoiceWriter.WriteAsync(read.Document, syntax, asynchronous));
                Assert.Equal(buffer.WrittenCount, written.Bytes);
                Assert.Equal(buffer.WrittenSpan, stream.ToArray());
                Assert.Equal(buffer.WrittenSpan, asynchronous.ToArray());
                stream.Position = 0;
                asynchronous.Position = 0;
                var fromMemory = Expect.Success(EInvoiceReader.Read(buffer.WrittenMemory));
                Assert.Equal(fromMemory.Document, Expect.Success(EInvoiceReader.Read(stream)).Document);
                Assert.Equal(fromMemory.Document, Expect.Success(await EInvoiceReader.ReadAsync(asynchronous)).Document);
                Assert.Equal(fromMemory.Document, Expect.Success(EInvoiceReader.Read(new Drops(buffer.WrittenMemory))).Document);
            }
        }
    }

    internal static InvoiceDocument Again(InvoiceDocument document, EInvoiceSyntax syntax)
    {
        var buffer = new ArrayBufferWriter<byte>();
        Expect.Success(EInvoiceWriter.Write(document, syntax, buffer));
        var read = Expect.Success(EInvoiceReader.Read(buffer.WrittenMemory));
        Assert.Empty(read.Findings.Where(f => f.Code == EInvoiceErrors.Duplicate.Code));
        Assert.Empty(read.Notices);
        return read.Document;
    }

    private static ReadInvoice Read(string file) => Expect.Success(EInvoiceReader.Read(File.ReadAllBytes(file)));

    // UBL has a place for all it can say; CII repeats what it says once.
    private static InvoiceDocument Own(InvoiceDocument document, EInvoiceSyntax syntax) =>
        syntax == EInvoiceSyntax.Ubl ? document : Sameness.Canonical(document);

    private static void Same(string file, InvoiceDocument expected, InvoiceDocument actual)
    {
        if (expected == actual) return;
        foreach (var property in typeof(InvoiceDocument).GetProperties())
            Assert.Equal($"{Path.GetFileName(file)} {property.Name}: {property.GetValue(expected)}",
                $"{Path.GetFileName(file)} {property.Name}: {property.GetValue(actual)}");
        Assert.Equal(expected, actual);
    }

    /// <summary>A stream that gives one to seven bytes at a time.</summary>
    private sealed class Drops(ReadOnlyMemory<byte> bytes) : MemoryStream(bytes.ToArray())
    {
        private int size;

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, size = size % 7 + 1)]);
    }
}
