using System.Text;

namespace OrderToCash.Banking.Tests;

public class Mt940ReaderTests
{
    internal static List<Result<BankStatement>> Read(string text, BankFileLimits? limits = null, Encoding? encoding = null) =>
        [.. Mt940Reader.Read(new MemoryStream((encoding ?? Encoding.UTF8).GetBytes(text)), limits)];

    private static BankStatement One(string text) => Expect.Success(Assert.Single(Read(text)));

    /// <summary>A message around some lines, opening with 100 EUR.</summary>
    internal static string Message(string lines, string closing = "100,00", string currency = "EUR") =>
        $":20:STARTUMS\r\n:25:10020030/1234567\r\n:28C:5/1\r\n:60F:C260101{currency}100,00\r\n{lines}\r\n:62F:C260131{currency}{closing}\r\n-\r\n";

    private static BankEntry Entry(string lines, string closing) => Assert.Single(One(Message(lines, closing)).Entries);

    [Fact]
    public void A_transfer_in_the_german_form()
    {
        var entry = Entry(":61:2601310131CR25,50NTRFNONREF//BANK17\r\n:86:166?00GUTSCHRIFT?100399?20EREF+R2026-17?21SVWZ+Rechnung 4711 vom 3.?221.\r\n Danke?30COBADEFF505?31DE89370400440532013000?32MUELLER GMBH UND CO KOMMANDI?33TGESELLSCHAFT", "125,50");
        Assert.Equal(("25.50 EUR", "MUELLER GMBH UND CO KOMMANDITGESELLSCHAFT", "DE89370400440532013000"), ($"{entry.Amount}", entry.CounterpartyName, entry.CounterpartyAccount));
        Assert.Equal(("R2026-17", "BANK17", "NTRF+166"), (entry.EndToEndId, entry.BankReference, entry.TransactionCode));
        Assert.Equal((new LocalDate(2026, 1, 31), false, "COBADEFF505"), (entry.BookedOn, entry.IsReversal, entry.CounterpartyBank));
        Assert.StartsWith("Rechnung 4711 vom 3.", entry.RemittanceText);
    }

    [Fact]
    public void A_full_subfield_goes_on_in_the_next_and_a_short_one_ended_with_a_blank()
    {
        var entry = Entry(":61:260131C1,NTRFNONREF\r\n:86:166?20SVWZ+ABCDEFGHIJKLMNOPQRSTUV?21WXYZ 1?222", "101,00");
        Assert.Equal("ABCDEFGHIJKLMNOPQRSTUVWXYZ 1 2", entry.RemittanceText);
    }

    [Fact]
    public void A_returned_collection_is_a_reversal_with_reason_original_amount_and_charges()
    {
        var entry = Entry(":61:2601310131DR13,50NRTINONREF\r\n:86:109?00RUECKLASTSCHRIFT?20EREF+C-1?21MREF+M-77?22OAMT+10,50?23COAM+3,00?24SVWZ+RETOURE?32MAX MUSTERMANN?34906", "86,50");
        Assert.True(entry.IsReversal);
        Assert.Equal(("AM04", "M-77", "10.50 EUR", "3.00 EUR"), (entry.ReturnReason, entry.MandateId, $"{entry.InstructedAmount}", $"{entry.Charges}"));
    }

    [Fact]
    public void Keywords_between_slashes_as_dutch_banks_write_them()
    {
        var entry = Entry(":61:260131C10,00N102EREF\r\nNL70ABNA0987654321\r\n:86:/EREF/01-01-2026 0030000987654321/ORDP//NAME/CONTRA ACCOUN\r\nT HOLDER/REMI/USTD//Factuur 2026-17/ISDT/2026-01-30", "110,00");
        Assert.Equal(("CONTRA ACCOUNT HOLDER", "Factuur 2026-17", "NL70ABNA0987654321"), (entry.CounterpartyName, entry.RemittanceText, entry.CounterpartyAccount));
        Assert.Equal("01-01-2026 0030000987654321", entry.EndToEndId);
    }

    [Fact]
    public void A_structured_reference_and_a_counterparty_in_one_keyword()
    {
        var entry = Entry(":61:260131C10,00NTRFNONREF\r\n:86:/CNTP/NL32INGB0000012345/INGBNL2A/ING BANK/UTRECHT/REMI/STRD/CUR/RF18539007547034/", "110,00");
        Assert.Equal(("NL32INGB0000012345", "ING BANK", "INGBNL2A"), (entry.CounterpartyAccount, entry.CounterpartyName, entry.CounterpartyBank));
        Assert.Equal("RF18539007547034", Assert.Single(entry.Claims).StructuredReference);
    }

    [Theory, InlineData("RC", "-10.00 EUR", "90,00", true), InlineData("RD", "10.00 EUR", "110,00", true), InlineData("D", "-10.00 EUR", "90,00", false)]
    public void Marks_say_the_direction_and_what_is_taken_back(string mark, string amount, string closing, bool reversal)
    {
        var entry = Entry($":61:260131{mark}10,00NTRFNONREF", closing);
        Assert.Equal((amount, reversal), ($"{entry.Amount}", entry.IsReversal));
    }

    [Fact]
    public void A_booking_day_without_a_year_is_the_nearest_one()
    {
        Assert.Equal(new LocalDate(2026, 1, 2), Entry(":61:2512310102C10,00NTRFNONREF", "110,00").BookedOn);
        Assert.Equal(new LocalDate(2025, 12, 31), Entry(":61:2601021231C10,00NTRFNONREF", "110,00").BookedOn);
        Assert.Equal(new LocalDate(2026, 2, 28), Entry(":61:2602300301C10,00NTRFNONREF", "110,00").ValueOn);
    }

    [Fact]
    public void Five_equal_lines_stay_five_and_reading_again_gives_the_same()
    {
        var text = Message(string.Join("\r\n", Enumerable.Repeat(":61:260131C1,00NTRFNONREF\r\n:86:Kleinbetrag", 5)), "105,00");
        var identities = One(text).Entries.Select(e => e.Identity).ToList();
        Assert.Equal(5, identities.Distinct().Count());
        Assert.Equal(identities, One(text).Entries.Select(e => e.Identity));
        Assert.True(One(text).Balances);
    }

    [Fact]
    public void An_entry_without_amount_or_only_announced_moves_nothing()
    {
        var statement = One(Message(":61:260131C0,00NTRFNONREF\r\n:86:INFO\r\n:61:260131EC5,00NTRFNONREF\r\n:61:260131C1,00NTRFNONREF", "101,00"));
        Assert.Equal((1, 2), (statement.Entries.Count, statement.EntriesNotBooked));
    }

    [Fact]
    public void An_interim_report_is_checked_against_its_sums()
    {
        const string Report = ":20:R1\n:25:DE89370400440532013000\n:28C:1/1\n:34F:EURD0,00\n:13D:2601301730+0000\n:61:2601300130D0,42NMSCNONREF\n:86:Gebuehr\n:90D:1EUR{0}\n";
        var good = One(Report.Replace("{0}", "0,42", StringComparison.Ordinal));
        Assert.Equal((BankStatementKind.Report, 0), (good.Kind, good.Findings.Count));
        Expect.Found(BankFileErrors.ControlTotal, One(Report.Replace("{0}", "0,43", StringComparison.Ordinal)).Findings);
    }

    [Fact]
    public void Several_messages_with_or_without_swift_blocks_are_several_statements()
    {
        var message = Message(":61:260131C1,00NTRFNONREF", "101,00");
        Assert.Equal(2, Read(message + message).Count);
        Assert.Equal(2, Read(string.Concat(Enumerable.Repeat("{1:F01ASNBNL21XXXX}{2:O940ASNBNL21XXXXN}{3:}{4:\r\n" + message.Replace("-\r\n", "-}{5:}\r\n", StringComparison.Ordinal), 2))).Count);
    }

    [Fact]
    public void Texts_in_latin1_and_utf8_are_both_read()
    {
        var text = Message(":61:260131C1,00NTRFNONREF\r\n:86:Müller", "101,00");
        Assert.Equal("Müller", Assert.Single(Expect.Success(Read(text, encoding: Encoding.Latin1)[0]).Entries).RemittanceText);
        Assert.Equal("Müller", Assert.Single(Expect.Success(Read(text)[0]).Entries).RemittanceText);
        Assert.Equal("Müller", Assert.Single(Expect.Success(Mt940Reader.Read(new MemoryStream([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)])).First()).Entries).RemittanceText);
    }

    [Fact]
    public void A_time_in_the_text_is_no_field() =>
        Assert.Equal("14-09-12T16 :26:37 Folgenr. 007", Entry(":61:260131C1,00NTRFNONREF\r\n:86:14-09-12T16\r\n:26:37 Folgenr. 007", "101,00").RemittanceText);

    [Fact]
    public void Equal_lines_on_two_pages_of_a_statement_stay_two()
    {
        const string First = ":20:X\n:25:1/2\n:28C:7/1\n:60F:C260101EUR0,\n:61:2601020102C10,NTRFNONREF\n:86:POS\n:62M:C260102EUR10,\n-\n";
        const string Second = ":20:X\n:25:1/2\n:28C:7/2\n:60M:C260102EUR10,\n:61:2601020102C10,NTRFNONREF\n:86:POS\n:62F:C260102EUR20,\n-\n";
        var ids = Read(First + Second).Select(r => Assert.Single(Expect.Success(r).Entries).Identity).ToList();
        Assert.Equal(2, ids.Distinct().Count());
        Assert.Equal(ids, Read(First + Second).Select(r => Assert.Single(Expect.Success(r).Entries).Identity));
        // Two whole statements that repeat a line are another matter: it is the same line.
        Assert.Single(Read(First + First).Select(r => Assert.Single(Expect.Success(r).Entries).Identity).Distinct());
    }

    [Fact]
    public void References_end_before_the_slash_that_ends_their_keyword()
    {
        var entry = Assert.Single(One(Message(":61:260131RC1,00NRTIX\r\n:86:/EREF/E-1//MARF/M-1//CSID/DE98ZZZ0//RTRN/AM04//CNTP/NL32INGB0000012345/INGBNL2A/J DOE///", "99,00")).Entries);
        Assert.Equal(("E-1", "M-1", "AM04", "J DOE"), (entry.EndToEndId, entry.MandateId, entry.ReturnReason, entry.CounterpartyName));
    }

    [Fact]
    public void An_account_after_a_slash_and_a_name_in_two_parts_as_polish_banks_write_them()
    {
        var text = Message(":61:260131C1,00NTRFX\r\n:86:020^00PRZELEW^20FV 1^32JAN KOWALSKI^33UL. PROSTA 1^38PL27114020040000300201355387", "101,00");
        var statement = One(text.Replace(":25:", ":25:/", StringComparison.Ordinal));
        Assert.Equal(One(text).Account, statement.Account);
        Assert.Equal("JAN KOWALSKI UL. PROSTA 1", Assert.Single(statement.Entries).CounterpartyName);
    }

    [Fact]
    public void A_file_saved_as_utf16_is_still_recognised()
    {
        byte[] Saved(Encoding encoding) => [.. encoding.GetPreamble(), .. encoding.GetBytes(Message(":61:260131C1,00NTRFX", "101,00"))];
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
            Assert.Single(Expect.Success(Assert.Single(BankFiles.BuiltIn.Read(new MemoryStream(Saved(encoding))))).Entries);
    }
}
