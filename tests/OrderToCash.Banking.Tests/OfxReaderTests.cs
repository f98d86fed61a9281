using System.Text;

namespace OrderToCash.Banking.Tests;

public class OfxReaderTests
{
    private static List<Result<BankStatement>> Read(string text, BankFileLimits? limits = null) =>
        [.. OfxReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), limits)];

    private static string Sgml(string entries, string currency = "USD") =>
        $"OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS>\n<CURDEF>{currency}\n<BANKACCTFROM><BANKID>1<ACCTID>12 34\n</BANKACCTFROM><BANKTRANLIST><DTSTART>20260101<DTEND>20260131\n{entries}</BANKTRANLIST><LEDGERBAL><BALAMT>5.00<DTASOF>20260131</LEDGERBAL><AVAILBAL><BALAMT>9.00<DTASOF>20260131</AVAILBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>";

    private const string Entry = "<STMTTRN>\n<TRNTYPE>CREDIT\n<DTPOSTED>20260115120000.000[-5:EST]\n<TRNAMT>12.50\n<FITID>F1\n<NAME>Smith &amp; Sons\n<MEMO>Invoice 4711\n</STMTTRN>\n";

    private static BankStatement One(string text) => Expect.Success(Assert.Single(Read(text)));

    [Fact]
    public void Sgml_without_end_tags()
    {
        var statement = One(Sgml(Entry));
        Assert.Equal(("1234", "5.00 USD", null), (statement.Account, $"{statement.Closing}", statement.Opening));
        Assert.Equal((new LocalDate(2026, 1, 1), new LocalDate(2026, 1, 31)), (statement.From!.Value, statement.To!.Value));
        var entry = Assert.Single(statement.Entries);
        Assert.Equal(("12.50 USD", "Smith & Sons", "Invoice 4711", "F1", "CREDIT"), ($"{entry.Amount}", entry.CounterpartyName, entry.RemittanceText, entry.BankReference, entry.TransactionCode));
        Assert.Equal(new LocalDate(2026, 1, 15), entry.BookedOn);
    }

    [Fact]
    public void Xml_on_one_line_with_comments_and_empty_elements()
    {
        var text = "<?xml version=\"1.0\"?><?OFX OFXHEADER=\"200\"?><OFX><!-- <STMTTRN> a > b --><STMTRS><CURDEF>EUR</CURDEF><ACCTID>DE1</ACCTID><STMTTRN><TRNTYPE>DEBIT</TRNTYPE><DTPOSTED>20260115</DTPOSTED><TRNAMT>-3,50</TRNAMT><FITID></FITID><NAME/><MEMO>Fee</MEMO><BANKACCTTO><ACCTID>GB2</ACCTID></BANKACCTTO></STMTTRN></STMTRS></OFX>";
        var entry = Assert.Single(One(text).Entries);
        Assert.Equal(("-3.50 EUR", "GB2", "Fee", "DE1"), ($"{entry.Amount}", entry.CounterpartyAccount, entry.RemittanceText, entry.Account));
    }

    [Fact]
    public void Signs_of_windows_1252_stay_what_they_are()
    {
        byte[] bytes = [.. Encoding.Latin1.GetBytes(Sgml(Entry.Replace("Smith", "M\u00fcller \u0096 5 \u0080", StringComparison.Ordinal)).Replace("VERSION:102", "CHARSET:1252", StringComparison.Ordinal))];
        Assert.Equal("Müller – 5 € & Sons", Assert.Single(Expect.Success(Assert.Single(OfxReader.Read(new MemoryStream(bytes)))).Entries).CounterpartyName);
    }

    [Fact]
    public void A_correction_of_an_earlier_entry_is_never_booked_as_another_payment()
    {
        var statement = One(Sgml(Entry.Replace("<NAME>", "<CORRECTFITID>F0<CORRECTACTION>DELETE<NAME>", StringComparison.Ordinal) + Entry));
        Assert.Equal("F0", Expect.Found(BankFileErrors.Correction, statement.Findings).Fact("reference"));
        Assert.Single(statement.Entries);
    }

    [Fact]
    public void What_was_ordered_in_another_currency() =>
        Assert.Equal("10.00 GBP", $"{Assert.Single(One(Sgml(Entry.Replace("</STMTTRN>", "<ORIGCURRENCY><CURRATE>1.25<CURSYM>GBP</ORIGCURRENCY></STMTTRN>", StringComparison.Ordinal))).Entries).InstructedAmount}");

    [Fact]
    public void Bad_entries_are_named_and_the_good_ones_stay()
    {
        Case(BankFileErrors.BadAmount, "12.50", "12.505");
        Case(BankFileErrors.BadAmount, "12.50", "x");
        Case(BankFileErrors.BadDate, "20260115", "20261315");
        Case(BankFileErrors.OtherCurrency, "</STMTTRN>", "<CURRENCY><CURRATE>1<CURSYM>CAD</CURRENCY></STMTTRN>");
        Expect.Found(BankFileErrors.UnknownCurrency, One(Sgml(Entry, "QQQ")).Findings);

        static void Case(ErrorCode code, string good, string bad)
        {
            var statement = One(Sgml(Entry.Replace(good, bad, StringComparison.Ordinal) + Entry));
            Expect.Found(code, statement.Findings);
            Assert.Single(statement.Entries);
        }
    }

    [Fact]
    public void A_bank_s_error_answer_and_files_that_break_off()
    {
        var error = Expect.Refused(BankFileErrors.BankAnswered, Assert.Single(Read("<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>15500<SEVERITY>ERROR<MESSAGE>Bad password</STATUS></SONRS></SIGNONMSGSRSV1></OFX>")));
        Assert.Equal(("15500", "Bad password"), (error.Fact("code"), error.Fact("message")));
        Expect.Refused(BankFileErrors.NoStatement, Assert.Single(Read("<OFX></OFX>")));
        var cut = Read(Sgml(Entry)[..^40]);
        Assert.Single(Expect.Success(cut[0]).Entries);
        Expect.Refused(BankFileErrors.Truncated, cut[1]);
        Expect.Refused(BankFileErrors.TooLarge, Read(Sgml(string.Concat(Enumerable.Repeat(Entry, 30))), new() { Characters = 1000 })[^1]);
    }

    [Property(MaxTest = 200)]
    public bool A_file_changed_anywhere_is_never_thrown_at(int at, byte value)
    {
        var bytes = Encoding.Latin1.GetBytes(Sgml(Entry + Entry));
        bytes[Math.Abs(at % bytes.Length)] = value;
        return OfxReader.Read(new MemoryStream(bytes)).All(r => !r.IsSuccess || r.Value.Entries.All(e => e.Identity.Length > 0));
    }
}
