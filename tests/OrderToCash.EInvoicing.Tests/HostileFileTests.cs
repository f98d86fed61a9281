using System.Text;
using System.Xml;

namespace OrderToCash.EInvoicing.Tests;

public sealed class HostileFileTests
{
    private static Result<ReadInvoice> Read(string text, EInvoiceLimits? limits = null) =>
        EInvoiceReader.Read(Encoding.UTF8.GetBytes(text), limits);

    [Fact]
    public void An_empty_file_is_refused() => Expect.Refused(EInvoiceErrors.Empty, Read(""));

    [Theory, InlineData("  \r\n\t "), InlineData("\uFEFF"), InlineData("\uFEFF \n")]
    public void A_file_of_blanks_is_empty_not_cut(string text) => Expect.Refused(EInvoiceErrors.Empty, Read(text));

    [Theory, InlineData("<?xml version=\"1.0\"?>"), InlineData("<!-- x -->"), InlineData("<")]
    public void A_file_that_ends_before_its_root_is_cut(string text) => Expect.Refused(EInvoiceErrors.Truncated, Read(text));

    [Fact]
    public void Text_that_is_no_xml_is_refused_with_its_place()
    {
        var error = Expect.Refused(EInvoiceErrors.NotXml, EInvoiceReader.Read(AnInvoice.Ubl("<cbc:ID>1</cbc:ID>\n<cbc:Note></cbc:ID>")));
        Assert.Equal(("3", "11"), (error.Fact("line"), error.Fact("position")));
        Assert.Equal("Invoice/cbc:Note", error.Target);
    }

    [Fact]
    public void A_file_that_breaks_off_is_refused_wherever_it_breaks()
    {
        var whole = AnInvoice.Written(AnInvoice.Of(2), EInvoiceSyntax.Ubl);
        for (var length = 1; length < whole.Length; length += 7)
        {
            var read = EInvoiceReader.Read(whole.AsMemory(0, length));
            Expect.Refused(EInvoiceErrors.Truncated, read);
            Expect.Refused(EInvoiceErrors.Truncated, EInvoiceReader.Read(new MemoryStream(whole, 0, length)));
        }
    }

    [Fact]
    public void Document_types_and_entities_are_refused()
    {
        Expect.Refused(EInvoiceErrors.DocumentType, Read("<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>"));
        Expect.Refused(EInvoiceErrors.DocumentType, Read("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>"));
        Expect.Refused(EInvoiceErrors.Entity, EInvoiceReader.Read(AnInvoice.Ubl("<cbc:ID>&number;</cbc:ID>")));
    }

    [Fact]
    public void Wrong_encodings_are_refused()
    {
        Expect.Refused(EInvoiceErrors.WrongEncoding, EInvoiceReader.Read(new byte[] { (byte)'<', (byte)'a', (byte)'>', 0xFF, 0xFE, (byte)'<' }));
        Expect.Refused(EInvoiceErrors.WrongEncoding, Read("<?xml version=\"1.0\" encoding=\"ebcdic-cp-be\"?><a/>"));
        Expect.Refused(EInvoiceErrors.WrongEncoding, Read("<?xml version=\"1.0\" encoding=\"us-ascii\"?><a>ä</a>"));
        Expect.Refused(EInvoiceErrors.WrongEncoding, EInvoiceReader.Read(Encoding.UTF32.GetPreamble().Concat(Encoding.UTF32.GetBytes("<a/>")).ToArray()));
        Expect.Refused(EInvoiceErrors.WrongEncoding, EInvoiceReader.Read(new byte[] { 0xFF, 0xFE, (byte)'<', 0, 0, 0xDC, (byte)'a', 0 }));
    }

    [Theory]
    [InlineData("utf-16", "utf-16")]
    [InlineData("utf-16BE", "utf-16")]
    [InlineData("iso-8859-1", "iso-8859-1")]
    [InlineData("utf-8", "utf-8")]
    public void Other_known_encodings_are_read(string encoding, string declared)
    {
        var text = Encoding.UTF8.GetString(AnInvoice.Written(AnInvoice.Of(3), EInvoiceSyntax.Cii));
        text = text.Replace("encoding=\"UTF-8\"", $"encoding=\"{declared}\"", StringComparison.Ordinal);
        var coded = Encoding.GetEncoding(encoding);
        var bytes = coded.GetPreamble().Concat(coded.GetBytes(text)).ToArray();
        var expected = Expect.Success(EInvoiceReader.Read(AnInvoice.Written(AnInvoice.Of(3), EInvoiceSyntax.Cii))).Document;
        Assert.Equal(expected, Expect.Success(EInvoiceReader.Read(bytes)).Document);
        Assert.Equal(expected, Expect.Success(EInvoiceReader.Read(new MemoryStream(bytes))).Document);
    }

    [Fact]
    public void A_file_beyond_the_limits_is_refused_and_says_which()
    {
        var file = AnInvoice.Written(AnInvoice.Of(20), EInvoiceSyntax.Ubl);
        Limited("bytes", file, new() { Bytes = file.Length - 1 });
        Limited("elements", file, new() { Elements = 100 });
        Limited("nested elements", AnInvoice.Ubl(string.Concat(Enumerable.Repeat("<a>", 100_000))), new());
        Limited("bytes in one text", AnInvoice.Ubl($"<cbc:ID>{new string('x', 2000)}</cbc:ID>"), new() { TextBytes = 1000 });
        Limited("attributes of one element", AnInvoice.Ubl($"<cbc:ID {string.Join(' ', Enumerable.Range(0, 100).Select(i => $"a{i}='1'"))}/>"), new());
        Limited("findings", AnInvoice.Ubl(string.Concat(Enumerable.Repeat("<cbc:Nothing/>", 2000))), new());
        Limited("bytes in one attachment", AnInvoice.Ubl("<cac:AdditionalDocumentReference><cac:Attachment><cbc:EmbeddedDocumentBinaryObject "
            + $"mimeCode=\"a\" filename=\"b\">{Convert.ToBase64String(new byte[5000])}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment>"
            + "</cac:AdditionalDocumentReference>"), new() { AttachmentBytes = 1000 });
        Expect.Success(EInvoiceReader.Read(file, new() { Bytes = file.Length }));
    }

    private static void Limited(string what, byte[] file, EInvoiceLimits limits)
    {
        Assert.Equal(what, Expect.Refused(EInvoiceErrors.TooLarge, EInvoiceReader.Read(file, limits)).Fact("what"));
        Expect.Refused(EInvoiceErrors.TooLarge, EInvoiceReader.Read(new MemoryStream(file), limits));
    }

    [Fact]
    public void Another_root_element_is_refused()
    {
        Expect.Refused(EInvoiceErrors.NotAnInvoice, Read("<Invoice/>"));
        Expect.Refused(EInvoiceErrors.NotAnInvoice, Read("<Order xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Order-2\"/>"));
        Expect.Refused(EInvoiceErrors.NotAnInvoice, Read("<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-1\"/>"));
    }

    [Fact]
    public void A_million_lines_are_read_in_a_small_buffer_until_the_limit()
    {
        var limits = new EInvoiceLimits { Elements = 500_000 };
        var before = GC.GetAllocatedBytesForCurrentThread();
        Expect.Refused(EInvoiceErrors.TooLarge, EInvoiceReader.Read(new EndlessLines(1_000_000), limits));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 500_000_000);
    }

    [Fact]
    public void Values_that_are_none_are_left_out_and_found_together()
    {
        var read = Expect.Success(EInvoiceReader.Read(AnInvoice.Ubl(
            "<cbc:ID>1</cbc:ID><cbc:ID>2</cbc:ID>\n<cbc:IssueDate>2026-02-30</cbc:IssueDate>stray"
            + "<cac:AllowanceCharge><cbc:ChargeIndicator>maybe</cbc:ChargeIndicator><cbc:Amount>1,00</cbc:Amount></cac:AllowanceCharge>"
            + "<cac:AdditionalDocumentReference><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode='a' filename='b'>&amp;"
            + "</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference><cbc:UUID>x</cbc:UUID>")));
        Expect.Found(EInvoiceErrors.Duplicate, read.Findings);
        var date = Expect.Found(EInvoiceErrors.BadDate, read.Findings);
        Assert.Equal(("Invoice/cbc:IssueDate", "3", "2026-02-30"), (date.Target, date.Fact("line"), date.Fact("value")));
        Expect.Found(EInvoiceErrors.BadIndicator, read.Findings);
        Expect.Found(EInvoiceErrors.BadNumber, read.Findings);
        Expect.Found(EInvoiceErrors.BadAttachment, read.Findings);
        Expect.Found(EInvoiceErrors.NotInModel, read.Notices);
        Expect.Found(EInvoiceErrors.StrayText, read.Notices);
        Assert.Equal("1", read.Document.Number);
        Assert.Null(read.Document.IssueDate);
        Assert.False(read.IsClean);
    }

    [Theory]
    [InlineData("1E2")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("1 000.00")]
    [InlineData("NaN")]
    [InlineData("79228162514264337593543950336")]
    [InlineData("0.00000000000000000000000000001")]
    public void Numbers_that_a_decimal_cannot_hold_exactly_are_found(string number)
    {
        var ubl = Expect.Success(EInvoiceReader.Read(AnInvoice.Ubl(
            $"<cac:LegalMonetaryTotal><cbc:PayableAmount currencyID=\"EUR\">{number}</cbc:PayableAmount></cac:LegalMonetaryTotal>")));
        Expect.Found(EInvoiceErrors.BadNumber, ubl.Findings);
        Assert.Null(ubl.Document.Totals!.Payable);
    }

    [Theory]
    [InlineData("20260230", "102")]
    [InlineData("202602", "610")]
    [InlineData("2026-02-01", "102")]
    public void Dates_of_cii_are_eight_digits(string date, string format)
    {
        var read = Expect.Success(EInvoiceReader.Read(AnInvoice.Cii("<rsm:ExchangedDocument><ram:IssueDateTime><udt:DateTimeString "
            + $"format=\"{format}\">{date}</udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument>")));
        Expect.Found(EInvoiceErrors.BadDate, read.Findings);
    }

    [Fact]
    public void Repeated_terms_carry_the_official_rule()
    {
        var read = Expect.Success(EInvoiceReader.Read(AnInvoice.Ubl(
            "<cac:PaymentTerms><cbc:Note>a</cbc:Note></cac:PaymentTerms><cac:PaymentTerms><cbc:Note>b</cbc:Note></cac:PaymentTerms>")));
        Assert.Equal("UBL-SR-05", Expect.Found(EInvoiceErrors.SyntaxRule, read.Findings).Fact("rule"));
        Assert.Equal("Invoice/cac:PaymentTerms[2]/cbc:Note", read.Findings[0].Target);
    }

    [Fact]
    public void Broken_files_never_throw()
    {
        var next = new Random(7);
        foreach (var syntax in Enum.GetValues<EInvoiceSyntax>())
        {
            var whole = AnInvoice.Written(AnInvoice.Of(2), syntax);
            for (var i = 0; i < 5_000; i++)
            {
                var bytes = whole.ToArray();
                for (var n = next.Next(1, 6); n > 0; n--) bytes[next.Next(bytes.Length)] = (byte)next.Next(256);
                var memory = EInvoiceReader.Read(bytes);
                var stream = EInvoiceReader.Read(new MemoryStream(bytes));
                Assert.Equal(memory.IsSuccess, stream.IsSuccess);
                if (memory.IsSuccess) Assert.Equal(memory.Value.Document, stream.Value.Document);
            }
        }
    }

    [Fact]
    public async Task An_invoice_in_an_envelope_is_read_from_the_hosts_reader()
    {
        var file = AnInvoice.Written(AnInvoice.Of(1), EInvoiceSyntax.Ubl);
        var text = Encoding.UTF8.GetString(file)[Encoding.UTF8.GetString(file).IndexOf("<Invoice", StringComparison.Ordinal)..];
        using var reader = XmlReader.Create(new StringReader($"<Envelope><Header/>{text}<After/></Envelope>"));
        reader.ReadToFollowing("Invoice", XmlNamespace.UblInvoiceUri);
        Assert.Equal(AnInvoice.Of(1), Expect.Success(EInvoiceReader.Read(reader)).Document);
        Assert.Equal("After", reader.Name);
        using var broken = XmlReader.Create(new StringReader("<Envelope><Invoice><a></b></Invoice></Envelope>"));
        broken.ReadToFollowing("Invoice");
        Expect.Refused(EInvoiceErrors.NotXml, EInvoiceReader.Read(broken));
        Expect.Refused(EInvoiceErrors.TooLarge, await EInvoiceReader.ReadAsync(new MemoryStream(file), new() { Bytes = 100 }));
    }

    /// <summary>An invoice with so many empty lines, made while it is read.</summary>
    private sealed class EndlessLines(int lines) : MemoryStream
    {
        private static readonly byte[] Line = Encoding.UTF8.GetBytes("<cac:InvoiceLine><cbc:ID>1</cbc:ID></cac:InvoiceLine>");
        private int line = -1, offset;

        public override int Read(Span<byte> buffer)
        {
            var written = 0;
            while (written < buffer.Length)
            {
                ReadOnlySpan<byte> piece = line < 0 ? AnInvoice.Ubl("")[..^"</Invoice>".Length]
                    : line < lines ? Line : line == lines ? "</Invoice>"u8 : default;
                if (piece.IsEmpty) break;
                var part = piece[offset..];
                part = part[..Math.Min(part.Length, buffer.Length - written)];
                part.CopyTo(buffer[written..]);
                written += part.Length;
                offset += part.Length;
                if (offset < piece.Length) continue;
                (line, offset) = (line + 1, 0);
            }
            return written;
        }
    }
}
