using System.Text;

namespace OrderToCash.Banking.Tests;

/// <summary>
/// Files far larger than memory: what is read ahead of the statement in hand is bounded, nothing of those before it stays, and one
/// statement without an end is refused at its limit.
/// </summary>
public class EndlessBankFileTests
{
    private const int EntriesOfStatement = 500;

    private static string Camt => "<Stmt><Id>S</Id><Acct><Id><Othr><Id>77</Id></Othr></Id><Ccy>GBP</Ccy></Acct>" + string.Concat(Enumerable.Repeat(ACamt.Entry("1.00"), EntriesOfStatement)) + "</Stmt>";

    private static string Mt940 => Mt940ReaderTests.Message(string.Concat(Enumerable.Repeat(":61:260131C1,00NTRFNONREF\r\n:86:166?00X?20SVWZ+Rechnung 4711?32A\r\n", EntriesOfStatement)), "600,00");

    private static string Bai => "02,1,2,1,260131,,EUR,2/\n03,1,EUR,010,1,,/\n" + string.Concat(Enumerable.Repeat("16,165,100,Z,B,C,TEXT/\n", EntriesOfStatement)) + "49,1,502/\n98,1,1,504/\n";

    private static string Ofx => "<STMTRS><CURDEF>USD<ACCTID>1" + string.Concat(Enumerable.Repeat("<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260115<TRNAMT>1.00<FITID>F<NAME>A</STMTTRN>\n", EntriesOfStatement)) + "</STMTRS>\n";

    // The sums in it are wrong, which is a finding of each statement.
    private static string Coda
    {
        get
        {
            var lines = CodaReaderTests.Sample.Split("\r\n");
            return string.Join("\r\n", [.. lines[..2], .. Enumerable.Range(0, EntriesOfStatement).Select(i => $"21{i:0000}0000{lines[2][10..]}"), .. lines[^2..]]) + "\r\n";
        }
    }

    public static TheoryData<string, string, string, string> Files => new()
    {
        { "camt", "<Document><BkToCstmrStmt>", Camt, "</BkToCstmrStmt></Document>" },
        { "MT940", "", Mt940, "" },
        { "BAI2", "01,1,2,260131,,,,,2/\n", Bai, "99,1,1,9/\n" },
        { "OFX", "OFXHEADER:100\n\n<OFX>", Ofx, "</OFX>" },
        { "CODA", "", Coda, "" },
    };

    [Theory, MemberData(nameof(Files))]
    public void Megabytes_of_entries_are_read_one_statement_at_a_time(string format, string head, string statement, string tail)
    {
        var times = 8_000_000 / statement.Length;
        using var file = new RepeatedStream(head, statement, times, tail);
        var (count, entries, ahead, before, most) = (0, 0L, 0L, 0L, 0L);
        foreach (var read in Read(format, file, new() { Characters = 1_000_000_000 }).Where(r => r.IsSuccess))
        {
            entries += read.Value.Entries.Count;
            ahead = Math.Max(ahead, file.Position - head.Length - (long)++count * statement.Length);
            if (count % (times / 4) != 2) continue;
            var live = GC.GetTotalMemory(forceFullCollection: true);
            if (before == 0) before = live;
            most = Math.Max(most, live - before);
        }
        Assert.Equal((times, (long)times * EntriesOfStatement), (count, entries));
        Assert.InRange(ahead, 0, statement.Length + 64 * 1024);
        Assert.True(most < 8_000_000, $"{format}: {most} bytes stayed");
    }

    [Theory, MemberData(nameof(Files))]
    public void A_statement_that_does_not_end_is_refused_at_its_limit(string format, string head, string statement, string tail)
    {
        // The entries of one statement again and again: its end never comes.
        var (from, to) = format switch
        {
            "camt" => ("<Ntry>", "</Stmt>"), "MT940" => (":61:", ":62F:"), "BAI2" => ("16,", "49,"), "OFX" => ("<STMTTRN>", "</STMTRS>"), _ => ("\r\n21", "\r\n8001"),
        };
        var (begin, end) = (statement.IndexOf(from, StringComparison.Ordinal), statement.LastIndexOf(to, StringComparison.Ordinal));
        using var file = new RepeatedStream(head + statement[..begin], statement[begin..end], 1_000_000, tail);
        var read = Read(format, file, new() { Entries = 5_000, Characters = 1_000_000_000 }).ToList();
        Assert.Equal("entries in one statement", Expect.Refused(BankFileErrors.TooLarge, read[^1]).Fact("what"));
        Assert.InRange(read[0].Value.Entries.Count, 5_000, 5_001);
        Assert.InRange(file.Position, 0, 12L * statement.Length);
    }

    // Movements of one number are held until it ends: here it does not.
    [Fact]
    public void A_movement_of_coda_with_details_without_an_end_is_refused()
    {
        using var file = new RepeatedStream(CodaBefore, CodaReaderTests.Sample.Split("\r\n")[2] + "\r\n", 1_000_000, CodaBehind);
        var read = CodaReader.Read(file, new() { Entries = 1_000 }).ToList();
        Assert.Equal("entries in one statement", Expect.Refused(BankFileErrors.TooLarge, read[^1]).Fact("what"));
        Assert.InRange(file.Position, 0, 300_000);
    }

    // One line that goes on and on: what is kept of it is bounded, and so is the work of putting it together.
    public static TheoryData<string, string, string, string> Continued => new()
    {
        { "MT940", ":20:S\r\n:25:1/2\r\n:28C:1\r\n:60F:C260101EUR100,00\r\n:61:260131C1,00NTRFNONREF\r\n:86:166?00X", "?20and so on and on and\r\n", ":62F:C260131EUR101,00\r\n-\r\n" },
        { "BAI2", "01,1,2,260131,,,,,2/\n02,1,2,1,260131,,EUR,2/\n03,1,EUR,010,1,,/\n16,165,100,Z,B,C,TEXT\n", "88,and so on and on\n", "49,1,502/\n98,1,1,504/\n99,1,1,9/\n" },
        { "BAI2", "01,1,2,260131,,,,,2/\n02,1,2,1,260131,,EUR,2/\n03,1,EUR,010,1,,/\n16,165,100,D,9999999,260131,1", "/\n88,260131,1", "/\n49,1,502/\n98,1,1,504/\n99,1,1,9/\n" },
        { "CODA", CodaBefore, CodaMore('2'), CodaBehind },
        { "CODA", CodaBefore, CodaMore('3'), CodaBehind },
        { "OFX", "OFXHEADER:100\n\n<OFX><STMTRS><CURDEF>USD<ACCTID>1<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260115<TRNAMT>1.00<FITID>F<MEMO>", "and so on and on ", "</STMTTRN></STMTRS></OFX>" },
    };

    private static string CodaBefore => string.Join("\r\n", CodaReaderTests.Sample.Split("\r\n")[..2].Append($"2100010000{CodaReaderTests.Sample.Split("\r\n")[2][10..61]}0{new string(' ', 53)}{CodaReaderTests.Sample.Split("\r\n")[2][115..]}")) + "\r\n";

    private static string CodaBehind => string.Join("\r\n", CodaReaderTests.Sample.Split("\r\n")[^2..]) + "\r\n";

    private static string CodaMore(char kind) => $"{kind}{(kind == '2' ? '2' : '1')}00010000{new string('x', 53)}".PadRight(128) + "\r\n";

    [Theory, MemberData(nameof(Continued))]
    public void A_line_that_goes_on_for_megabytes_is_cut(string format, string before, string more, string behind)
    {
        using var file = new RepeatedStream(before, more, 6_000_000 / more.Length, behind);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var read = Read(format, file, BankFileLimits.Default).ToList();
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        var entry = Assert.Single(Expect.Success(read[0]).Entries);
        Assert.InRange(entry.RemittanceText.Length, 0, 11_000);
        Assert.True(allocated < 250_000_000, $"{format}: {allocated} bytes");
    }

    private static IEnumerable<Result<BankStatement>> Read(string format, Stream file, BankFileLimits limits) =>
        BankFiles.BuiltIn.Formats.Single(f => f.Name == format).Read(file, limits, default);

    private sealed class RepeatedStream(string head, string body, int times, string tail) : Stream
    {
        private readonly byte[] head = Encoding.Latin1.GetBytes(head), body = Encoding.Latin1.GetBytes(body), tail = Encoding.Latin1.GetBytes(tail);

        private long End => head.Length + (long)times * body.Length + tail.Length;

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (Position >= End || buffer.IsEmpty) return 0;
            var inBody = Position - head.Length;
            var part = inBody < 0 ? head.AsSpan((int)Position)
                : inBody < (long)times * body.Length ? body.AsSpan((int)(inBody % body.Length)) : tail.AsSpan((int)(inBody - (long)times * body.Length));
            var length = Math.Min(part.Length, buffer.Length);
            part[..length].CopyTo(buffer);
            Position += length;
            return length;
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get; set; }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
