using System.Buffers;

namespace OrderToCash.EInvoicing.Tests;

public sealed class EInvoiceWriterTests
{
    [Theory]
    [InlineData("invoice.ubl", false, EInvoiceSyntax.Ubl)]
    [InlineData("invoice.cii", false, EInvoiceSyntax.Cii)]
    [InlineData("credit-note.ubl", true, EInvoiceSyntax.Ubl)]
    [InlineData("credit-note.cii", true, EInvoiceSyntax.Cii)]
    public void Small_documents_are_written_as_the_golden_files(string name, bool isCreditNote, EInvoiceSyntax syntax)
    {
        var file = Path.Combine(Repository.Root, "tests", "OrderToCash.EInvoicing.Tests", "Golden", name + ".xml");
        var written = AnInvoice.Written(AnInvoice.Of(1, isCreditNote), syntax);
        var text = string.Join(">\n<", System.Text.Encoding.UTF8.GetString(written).Split("><")) + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") is { Length: > 0 })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
        Assert.Equal(File.ReadAllText(file), text);
    }

    [Fact]
    public void What_the_schema_demands_is_refused_together_before_a_byte_is_written()
    {
        var buffer = new ArrayBufferWriter<byte>();
        var refused = EInvoiceWriter.Write(new() { Notes = [new() { Text = "\u0001" }] }, EInvoiceSyntax.Ubl, buffer);
        Expect.Refused(EInvoiceErrors.Missing, refused);
        Assert.Equal("Notes[0]", Expect.Refused(EInvoiceErrors.NotWritable, refused).Target);
        foreach (var target in (string[])["Number", "IssueDate", "TypeCode", "Currency", "Seller", "Buyer", "Totals.Payable", "Lines"])
            Assert.Contains(refused.Errors, e => e.Target == target);
        Assert.Equal(0, buffer.WrittenCount);
    }

    [Theory]
    [InlineData(0x0000)]
    [InlineData(0x001F)]
    [InlineData(0xFFFE)]
    [InlineData(0xD800)]
    [InlineData(0xDC00)]
    public void Characters_that_xml_cannot_hold_are_refused(int character)
    {
        var text = $"x{(char)character}y";
        foreach (var syntax in Enum.GetValues<EInvoiceSyntax>())
        {
            var document = AnInvoice.Of(2);
            document = document with { Lines = document.Lines.SetItem(1, document.Lines[1] with { Note = text }) };
            var error = Expect.Refused(EInvoiceErrors.NotWritable, EInvoiceWriter.Write(document, syntax, new ArrayBufferWriter<byte>()));
            Assert.Equal("Lines[1]", error.Target);
        }
    }

    [Fact]
    public void What_a_syntax_has_no_place_for_is_said()
    {
        var document = AnInvoice.Of(1, isCreditNote: true) with { PaymentInstructions = [] };
        document = document with { Notes = [new() { SubjectCode = "A1", Text = "x" }] };
        var ubl = Expect.Success(EInvoiceWriter.Write(document, EInvoiceSyntax.Ubl, new ArrayBufferWriter<byte>()));
        Expect.Found(EInvoiceErrors.NoPlace, ubl.Notices);
        Assert.Equal(["DueDate", "Notes[0].SubjectCode"], ubl.Notices.Select(n => n.Target));
        var cii = Expect.Success(EInvoiceWriter.Write(document with { IsCreditNote = false, TaxPointCode = "3", TaxBreakdown = [] },
            EInvoiceSyntax.Cii, new ArrayBufferWriter<byte>()));
        Assert.Equal(["IsCreditNote", "TaxPointCode"], cii.Notices.Select(n => n.Target));
    }

    [Fact]
    public void Another_tax_than_vat_is_written_or_said_never_changed_in_silence()
    {
        var document = AnInvoice.Of(1);
        document = document with
        {
            Lines = [document.Lines[0] with { TaxScheme = "GST" }],
            TaxBreakdown = [document.TaxBreakdown[0] with { TaxScheme = "GST" }],
            AllowancesCharges = [new() { IsCharge = true, Amount = new() { Value = 1m }, Reason = "x", TaxCategory = "S", TaxRate = 10m, TaxScheme = "" }],
        };
        var file = new MemoryStream();
        Assert.Empty(Expect.Success(EInvoiceWriter.Write(document, EInvoiceSyntax.Ubl, file)).Notices);
        file.Position = 0;
        var back = Expect.Success(EInvoiceReader.Read(file)).Document;
        Assert.Equal(("GST", "GST", ""), (back.Lines[0].TaxScheme, back.TaxBreakdown[0].TaxScheme, back.AllowancesCharges[0].TaxScheme));
        var cii = Expect.Success(EInvoiceWriter.Write(document, EInvoiceSyntax.Cii, new ArrayBufferWriter<byte>())).Notices;
        Assert.Equal(["Lines[0].TaxScheme", "AllowancesCharges[0].TaxScheme", "TaxBreakdown[0].TaxScheme"], cii.Select(n => n.Target));
    }

    [Fact]
    public void A_unit_without_its_quantity_has_no_place()
    {
        var document = AnInvoice.Of(1);
        document = document with { Lines = [document.Lines[0] with { Quantity = null, Unit = "C62" }] };
        foreach (var syntax in new[] { EInvoiceSyntax.Ubl, EInvoiceSyntax.Cii })
            if (EInvoiceWriter.Write(document, syntax, new ArrayBufferWriter<byte>()).TryGet(out var written, out _))
                Assert.Contains("Lines[0].Unit", written.Notices.Select(n => n.Target));
    }

    [Fact]
    public void Ten_thousand_lines_are_written_with_a_small_buffer()
    {
        var document = AnInvoice.Of(10_000);
        foreach (var syntax in Enum.GetValues<EInvoiceSyntax>())
        {
            // What the thread allocates depends on how far the code was compiled by then; what the stream is given does not.
            var target = new LargestPiece();
            var written = Expect.Success(EInvoiceWriter.Write(document, syntax, target));
            Assert.True(written.Bytes > 5_000_000);
            Assert.Equal(written.Bytes, target.Total);
            Assert.InRange(target.Largest, 1, 128 * 1024);
        }
    }

    [Fact]
    public void Writing_allocates_no_more_for_more_lines()
    {
        foreach (var syntax in Enum.GetValues<EInvoiceSyntax>())
        {
            var (few, many) = (AllocatedWriting(AnInvoice.Of(100), syntax), AllocatedWriting(AnInvoice.Of(10_000), syntax));
            Assert.True(few < 4_000 && many < 8_000, $"{syntax}: {few} bytes for 100 lines, {many} for 10,000");
        }
    }

    [Fact]
    public void Reading_allocates_in_proportion_to_the_lines()
    {
        foreach (var syntax in Enum.GetValues<EInvoiceSyntax>())
        {
            var (some, many) = (AllocatedReading(1_000, syntax), AllocatedReading(10_000, syntax));
            Assert.InRange(many / (double)some, 8.5, 11.5);
            Assert.True(many < 10_000 * 1_500, $"{syntax}: {some} bytes for 1,000 lines, {many} for 10,000");
        }
    }

    // The least of three: the first run compiles and fills the pools.
    private static long AllocatedWriting(InvoiceDocument document, EInvoiceSyntax syntax) =>
        Least(() => EInvoiceWriter.Write(document, syntax, Stream.Null).IsSuccess);

    private static long AllocatedReading(int lines, EInvoiceSyntax syntax)
    {
        var file = AnInvoice.Written(AnInvoice.Of(lines), syntax);
        return Least(() => EInvoiceReader.Read(file).IsSuccess);
    }

    private static long Least(Func<bool> work) => Enumerable.Range(0, 3).Min(_ =>
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.True(work());
        return GC.GetAllocatedBytesForCurrentThread() - before;
    });

    [Fact]
    public void A_credit_note_has_its_own_elements_in_ubl()
    {
        var text = System.Text.Encoding.UTF8.GetString(AnInvoice.Written(AnInvoice.Of(1, isCreditNote: true), EInvoiceSyntax.Ubl));
        foreach (var part in (string[])["<CreditNote ", "<cbc:CreditNoteTypeCode>381<", "<cac:CreditNoteLine>", "<cbc:CreditedQuantity",
                     "<cbc:PaymentDueDate>2026-03-02<", "<cbc:ID>Bridge</cbc:ID><cbc:DocumentTypeCode>50<"])
            Assert.Contains(part, text, StringComparison.Ordinal);
        Assert.DoesNotContain("<cbc:DueDate>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ProjectReference", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.10")]
    [InlineData("-12.000")]
    [InlineData("1234567890123456789.00")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("0")]
    [InlineData("9")]
    [InlineData("10")]
    [InlineData("-99.9")]
    [InlineData("1000")]
    [InlineData("9999999999999999999")]
    [InlineData("10000000000000000000")]
    [InlineData("-18446744073709551615")]
    [InlineData("18446744073709551616")]
    [InlineData("0.00")]
    public void Numbers_keep_their_scale(string number)
    {
        var target = new byte[40];
        var value = decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
        var length = XmlNumbers.Format(value, target);
        Assert.Equal(number, System.Text.Encoding.ASCII.GetString(target, 0, length));
        Assert.True(XmlValues.TryNumber(target.AsSpan(0, length), out var read));
        Assert.Equal(decimal.GetBits(value), decimal.GetBits(read));
    }

    private sealed class LargestPiece : MemoryStream
    {
        public long Total { get; private set; }

        public int Largest { get; private set; }

        public override void Write(byte[] buffer, int offset, int count) => Count(count);

        public override void Write(ReadOnlySpan<byte> buffer) => Count(buffer.Length);

        private void Count(int count) => (Total, Largest) = (Total + count, Math.Max(Largest, count));
    }

    [Theory]
    [InlineData("2024-01-01+14:00", true), InlineData("2024-01-01-13:59", true), InlineData("2024-01-01+14:30", false), InlineData("2024-01-01+15:00", false)]
    public void A_time_zone_is_at_most_fourteen_hours_away(string text, bool isDate) =>
        Assert.Equal(isDate, XmlValues.TryDate(System.Text.Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void Nothing_is_read_with_any_number_of_zeros()
    {
        Assert.True(XmlValues.TryNumber("0.00000000000000000000000000000"u8, out var nothing));
        Assert.Equal(0m, nothing);
        Assert.False(XmlValues.TryNumber("0.00000000000000000000000000001"u8, out _));
    }
}
