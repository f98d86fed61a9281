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
        var text = "<?xml version=\"1.0\"?><?OFX OFXHEADER=\"200\"?><OFX><!-- <STMTTRN> a > b --><STMTRS><CURDEF>EUR</CURDEF><ACCTID>DE1</ACCTID><STMTTRN><TRNTYPE>DEBIT</TRNTYPE><DTPOSTED>20260115</DTPOSTED><TRNAMT>-3,50</TRNAMT><FITID></FITID><NAME/><MEMO>Fee</MEMO><PAYEE><ADDR1>1 High Street</ADDR1><CITY>London</CITY></PAYEE><BANKACCTTO><BANKID>203301</BANKID><ACCTID>GB2</ACCTID></BANKACCTTO></STMTTRN></STMTRS></OFX>";
        var entry = Assert.Single(One(text).Entries);
        Assert.Equal(("-3.50 EUR", "GB2", "Fee", "DE1"), ($"{entry.Amount}", entry.CounterpartyAccount, entry.RemittanceText, entry.Account));
        Assert.Equal(("203301", "1 High Street, London"), (entry.CounterpartyBank, entry.CounterpartyAddress));
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

    private static BankEntry Entries(string entry) => Assert.Single(One(Sgml(entry)).Entries);

    [Theory]
    [InlineData("1.234,50", "1234.50 USD"), InlineData("1,234.50", "1234.50 USD"), InlineData("-1234,50", "-1234.50 USD"), InlineData("+12", "12.00 USD")]
    public void Amounts_with_either_separator_or_both(string written, string amount) =>
        Assert.Equal(amount, $"{Entries(Entry.Replace("12.50", written, StringComparison.Ordinal)).Amount}");

    [Fact]
    public void Literal_sections_are_text()
    {
        var entry = Entries(Entry.Replace("Smith &amp; Sons", "<![CDATA[AT&T <Mobile> ]] &amp;]]>", StringComparison.Ordinal).Replace("<MEMO>Invoice", "<MEMO>a ] b < c", StringComparison.Ordinal));
        Assert.Equal("AT&T <Mobile> ]] &amp;", entry.CounterpartyName);
        Assert.Equal("a ] b", entry.RemittanceText);
    }

    [Fact]
    public void Text_is_read_by_its_bytes_whatever_the_header_says()
    {
        static string Name(Encoding encoding, string header, string name = "Jo\u00e3o")
        {
            var text = Sgml(Entry.Replace("Smith &amp; Sons", name, StringComparison.Ordinal)).Replace("VERSION:102", header, StringComparison.Ordinal);
            return Assert.Single(Expect.Success(Assert.Single(OfxReader.Read(new MemoryStream(encoding.GetBytes(text))))).Entries).CounterpartyName;
        }
        Assert.Equal("João", Name(Encoding.UTF8, "ENCODING:USASCII\nCHARSET:1252"));
        Assert.Equal("João", Name(Encoding.Latin1, "ENCODING:UTF-8\nCHARSET:NONE"));
        Assert.Equal("João", Name(Encoding.Latin1, "CHARSET:ISO-8859-1"));
        Assert.Equal("Łódź", Name(CodePagesEncodingProvider.Instance.GetEncoding(1250)!, "CHARSET:1250", "Łódź"));
        Assert.Equal("Łódź", Name(CodePagesEncodingProvider.Instance.GetEncoding("ISO-8859-2")!, "CHARSET:ISO-8859-2", "Łódź"));
    }

    [Fact]
    public void A_rate_is_kept_and_announced_entries_are_counted()
    {
        var rate = Entries(Entry.Replace("</STMTTRN>", "<ORIGCURRENCY><CURRATE>1.25<CURSYM>GBP</ORIGCURRENCY></STMTTRN>", StringComparison.Ordinal)).Rate;
        Assert.Equal("1 GBP = 1.25 USD (2026-01-15, OFX)", $"{rate}");
        var statement = One(Sgml(Entry + "</BANKTRANLIST><BANKTRANLISTP><DTASOF>20260131<STMTTRNP><TRNTYPE>DEBIT<DTTRAN>20260131<TRNAMT>-5<NAME>Hold</STMTTRNP></BANKTRANLISTP>"));
        Assert.Equal((1, 1), (statement.Entries.Count, statement.EntriesNotBooked));
    }

    [Fact]
    public void A_rate_that_makes_more_than_money_can_hold_is_none()
    {
        var entry = Entries(Entry.Replace("12.50", "9999999999999999.00", StringComparison.Ordinal).Replace("</STMTTRN>", "<ORIGCURRENCY><CURRATE>0.000002<CURSYM>GBP</ORIGCURRENCY></STMTTRN>", StringComparison.Ordinal));
        Assert.Equal(("9999999999999999.00 USD", null, null), ($"{entry.Amount}", entry.Rate, entry.InstructedAmount));
    }

    [Fact]
    public void Balances_among_the_entries_move_nothing()
    {
        static string Row(string memo, string id) => $"<STMTTRN><TRNTYPE>OTHER<DTPOSTED>20260115<TRNAMT>100.00<FITID>{id}<MEMO>{memo}</STMTTRN>";
        var statement = One(Sgml(Row("Saldo Anterior", "") + Row("S A L D O", "0") + Row("Saldo pedido 17", "F9") + Entry));
        Assert.Equal((2, 2), (statement.Entries.Count, statement.EntriesNotBooked));
    }

    [Fact]
    public void Entries_that_share_an_id_stay_several_and_a_wrong_end_ends_too()
    {
        var text = Sgml(Entry + Entry.Replace("12.50", "3.00", StringComparison.Ordinal)).Replace("<STMTRS>", "<CCSTMTRS>", StringComparison.Ordinal);
        Assert.Equal(["12.50 USD", "3.00 USD"], One(text).Entries.Select(e => $"{e.Amount}"));
        Assert.Equal(2, One(text).Entries.Select(e => e.Identity).Distinct().Count());
    }
}
