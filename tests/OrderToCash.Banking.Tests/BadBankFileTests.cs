using System.Text;
using static OrderToCash.Banking.Tests.ACamt;

namespace OrderToCash.Banking.Tests;

public class BadBankFileTests
{
    private static List<Result<BankStatement>> Read(string text, BankFileLimits? limits = null) =>
        [.. Camt053Reader.Read(Camt053ReaderTests.Bytes(text), limits)];

    private static BankStatement With(string bad, string closing = "110.00") => new ACamt { Entries = Entry() + bad, Closing = closing }.Read();

    [Theory, InlineData(""), InlineData("   \n ")]
    public void An_empty_file(string text) => Expect.Refused(BankFileErrors.Empty, Assert.Single(Read(text)));

    [Theory, InlineData("date;amount\n2011-01-01;5"), InlineData(":20:MT940"), InlineData("<Document><Broken></Document>"), InlineData("{}")]
    public void No_xml(string text)
    {
        var error = Expect.Refused(BankFileErrors.NotXml, Assert.Single(Read(text)));
        Assert.Equal("1", error.Fact("line"));
    }

    [Theory, InlineData("<Document><CstmrCdtTrfInitn/></Document>"), InlineData("<html/>")]
    public void Xml_of_another_kind(string text) => Expect.Refused(BankFileErrors.NotCamt, Assert.Single(Read(text)));

    [Fact]
    public void A_message_without_a_statement() =>
        Expect.Refused(BankFileErrors.NoStatement, Assert.Single(Read("<Document><BkToCstmrStmt><GrpHdr/></BkToCstmrStmt></Document>")));

    [Fact]
    public void A_truncated_file_keeps_the_entries_that_were_whole()
    {
        var text = new ACamt { Entries = Entry("1.00") + Entry("2.00") + Entry("3.00"), Closing = "106.00" }.Text;
        var read = Read(text[..text.LastIndexOf("3.00", StringComparison.Ordinal)]);
        Assert.Equal(["1.00 GBP", "2.00 GBP"], Expect.Success(read[0]).Entries.Select(e => $"{e.Amount}"));
        Expect.Found(BankFileErrors.Truncated, read[0].Value.Findings);
        Expect.Refused(BankFileErrors.Truncated, read[1]);
    }

    [Property(MaxTest = 200)]
    public bool A_file_cut_anywhere_gives_a_prefix_and_says_so(int at)
    {
        var text = new ACamt { Entries = string.Concat(Enumerable.Range(1, 5).Select(i => Entry($"{i}.00"))), Closing = "115.00" }.Text.TrimEnd();
        var cut = text[..(Math.Abs(at % 1000) * (text.Length - 1) / 1000)];
        var read = Read(cut);
        var entries = read.Where(r => r.IsSuccess).SelectMany(r => r.Value.Entries).Select(e => e.Amount.MinorUnits / 100);
        return !read[^1].IsSuccess && entries.SequenceEqual(Enumerable.Range(1, entries.Count()).Select(i => (long)i));
    }

    [Fact]
    public void Bytes_that_are_not_in_the_declared_encoding()
    {
        var text = new ACamt { Entries = Entry(inside: Details("<RmtInf><Ustrd>Müller</Ustrd></RmtInf>")) }.Text;
        var read = Camt053Reader.Read(new MemoryStream(Encoding.Latin1.GetBytes(text))).ToList();
        Expect.Refused(BankFileErrors.WrongEncoding, read[^1]);
        var unknown = new ACamt().Text.Replace("UTF-8", "KOI-99", StringComparison.Ordinal);
        Expect.Refused(BankFileErrors.WrongEncoding, Read(unknown)[^1]);
        var honest = Camt053Reader.Read(new MemoryStream(Encoding.Latin1.GetBytes(text.Replace("UTF-8", "ISO-8859-1", StringComparison.Ordinal)))).Single();
        Assert.Equal("Müller", Assert.Single(Expect.Success(honest).Entries).RemittanceText);
    }

    [Fact]
    public void A_document_type_is_refused_before_anything_expands()
    {
        const string Bomb = """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><Document>&b;</Document>""";
        Expect.Refused(BankFileErrors.DocumentType, Assert.Single(Read(Bomb)));
    }

    [Fact]
    public void More_than_the_limits_is_refused()
    {
        var deep = "<Document><BkToCstmrStmt><Stmt>" + string.Concat(Enumerable.Repeat("<a>", 100)) + "x";
        Assert.Equal("levels", Expect.Refused(BankFileErrors.TooLarge, Read(deep)[^1]).Fact("what"));

        var many = new ACamt { Entries = string.Concat(Enumerable.Repeat(Entry(), 30)) }.Text;
        var read = Read(many, new() { Entries = 20 });
        Assert.Equal("entries in one statement", Expect.Refused(BankFileErrors.TooLarge, read[^1]).Fact("what"));
        Assert.Equal(21, read[0].Value.Entries.Count);
        Assert.Equal("elements in one entry", Expect.Refused(BankFileErrors.TooLarge, Read(many, new() { ElementsOfEntry = 5 })[^1]).Fact("what"));
        Assert.Equal("characters", Expect.Refused(BankFileErrors.TooLarge, Read(many, new() { Characters = 3_000 })[^1]).Fact("what"));
    }

    [Fact]
    public void A_gigantic_file_is_refused_in_bounded_memory()
    {
        using var endless = new EndlessStream("<Document><BkToCstmrStmt><Stmt><Id>", "AAAAAAAAAAAAAAAA");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = Camt053Reader.Read(endless, new() { Characters = 20_000_000 }).ToList();
        var used = GC.GetAllocatedBytesForCurrentThread() - before;
        Expect.Refused(BankFileErrors.TooLarge, read[^1]);
        Assert.InRange(used, 0, 10_000_000);
    }

    [Fact]
    public void A_long_text_is_cut_at_its_limit()
    {
        var text = new ACamt { Entries = Entry(inside: Details($"<RmtInf><Ustrd>{new string('7', 50_000)}</Ustrd></RmtInf>")), Closing = "110.00" }.Text;
        Assert.Equal(10_000, Assert.Single(Expect.Success(Assert.Single(Read(text))).Entries).RemittanceText.Length);
    }

    [Fact]
    public void Wrong_totals_are_named_with_the_difference()
    {
        var error = Expect.Found(BankFileErrors.WrongTotals, With("", closing: "200.00").Findings);
        Assert.Equal(("100.00 GBP", "10.00 GBP", "110.00 GBP", "200.00 GBP", "90.00 GBP"),
            (error.Fact("opening"), error.Fact("entries"), error.Fact("computed"), error.Fact("closing"), error.Fact("difference")));
    }

    [Fact]
    public void Overdrawn_balances_are_below_zero() =>
        Assert.True(new ACamt { Opening = "-5.00", Closing = "5.00", Entries = Entry() }.Read().Balances);

    [Fact]
    public void A_bad_entry_never_stops_the_good_ones()
    {
        Bad(BankFileErrors.UnknownCurrency, Entry(currency: "ZZZ"), "Stmt[1].Ntry[2].Amt");
        Bad(BankFileErrors.OtherCurrency, Entry(currency: "EUR"), "Stmt[1].Ntry[2].Amt");
        Bad(BankFileErrors.BadAmount, Entry("ten"), "Stmt[1].Ntry[2].Amt");
        Bad(BankFileErrors.BadAmount, Entry("1.005"), "Stmt[1].Ntry[2].Amt");
        Bad(BankFileErrors.BadAmount, Entry("99999999999999999999999"), "Stmt[1].Ntry[2].Amt");
        Bad(BankFileErrors.NegativeAmount, Entry("-10.00"), "Stmt[1].Ntry[2].Amt");
        Bad(BankFileErrors.NoDirection, Entry(direction: "IN"), "Stmt[1].Ntry[2].CdtDbtInd");
        Bad(BankFileErrors.BadDate, Entry(dates: "<BookgDt><Dt>2011-02-30</Dt></BookgDt>"), "Stmt[1].Ntry[2].Dt");
        Bad(BankFileErrors.BadAmount, Entry("ten"), "Stmt[1].Ntry[2].Amt");
    }

    private static void Bad(ErrorCode code, string bad, string target)
    {
        var statement = With(bad + Entry("1.00"), closing: "111.00");
        Assert.Equal(["10.00 GBP", "1.00 GBP"], statement.Entries.Select(e => $"{e.Amount}"));
        var error = statement.Findings.Single(f => f.Code == code.Code);
        Assert.Equal(target, error.Target);
        Assert.True(int.Parse(error.Fact("line")!) > 1 && int.Parse(error.Fact("position")!) > 0);
    }

    [Fact]
    public void Every_kind_of_bad_entry_has_its_code()
    {
        Expect.Found(BankFileErrors.UnknownCurrency, With(Entry(currency: "ZZZ")).Findings);
        Expect.Found(BankFileErrors.OtherCurrency, With(Entry(currency: "EUR")).Findings);
        Expect.Found(BankFileErrors.BadAmount, With(Entry("1.005")).Findings);
        Expect.Found(BankFileErrors.NegativeAmount, With(Entry("-10.00")).Findings);
        Expect.Found(BankFileErrors.NoDirection, With(Entry(direction: "")).Findings);
        Expect.Found(BankFileErrors.BadDate, With(Entry(dates: "<BookgDt><Dt>31.01.2011</Dt></BookgDt>")).Findings);
    }

    [Fact]
    public void Entries_without_an_account_are_not_booked()
    {
        var statement = new ACamt { Account = "", Entries = Entry() }.Read();
        Expect.Found(BankFileErrors.NoAccount, statement.Findings);
        Assert.Empty(statement.Entries);
    }

    [Fact]
    public void Findings_are_bounded_too()
    {
        var file = new ACamt { Entries = string.Concat(Enumerable.Repeat(Entry("ten"), 50)) };
        Assert.Equal(7, Camt053Reader.Read(file.Stream, new() { Findings = 7 }).Single().Value.Findings.Count);
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Assert.Throws<OperationCanceledException>(() => Camt053Reader.Read(new ACamt().Stream, cancel: cancel.Token).ToList());
    }

    private sealed class EndlessStream(string head, string body) : Stream
    {
        private readonly byte[] first = Encoding.UTF8.GetBytes(head), again = Encoding.UTF8.GetBytes(body);
        private long position;

        public override int Read(byte[] buffer, int offset, int count)
        {
            for (var i = 0; i < count; i++, position++)
                buffer[offset + i] = position < first.Length ? first[position] : again[(position - first.Length) % again.Length];
            return count;
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => position; set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    [Fact]
    public void A_first_byte_that_is_no_text_is_an_answer_in_every_reader()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, 0xBC, .. Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><Document/>")];
        Expect.Refused(BankFileErrors.WrongEncoding, Assert.Single(Camt053Reader.Read(new MemoryStream(bytes))));
        Expect.Refused(BankFileErrors.WrongEncoding, PaymentStatusReader.Read(new MemoryStream(bytes)));
        Expect.Refused(BankFileErrors.UnknownFormat, Assert.Single(RemittanceAdvices.Read(new MemoryStream(bytes))));
    }

    [Fact]
    public void An_entry_of_nothing_moves_nothing()
    {
        var statement = new ACamt { Entries = Entry() + Entry("0.00"), Closing = "110.00" }.Read();
        Assert.Equal((1, 1), (statement.Entries.Count, statement.EntriesNotBooked));
        Assert.True(statement.Balances);
    }
}
