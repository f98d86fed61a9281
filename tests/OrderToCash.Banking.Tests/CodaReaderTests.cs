using System.Text;

namespace OrderToCash.Banking.Tests;

public class CodaReaderTests
{
    private static List<Result<BankStatement>> Read(string text) => [.. CodaReader.Read(new MemoryStream(Encoding.Latin1.GetBytes(text)))];

    // Puts texts at places (from 0) of a record of 128 characters.
    private static string Record(params (int At, string Text)[] fields)
    {
        var record = new StringBuilder(new string(' ', 128));
        foreach (var (at, text) in fields)
            for (var i = 0; i < text.Length; i++) record[at + i] = text[i];
        return record.ToString();
    }

    private static string Header => Record((0, "00000"), (5, "310126"), (24, "REF17"));

    private static string Opening(string amount = "000000000100000") => Record((0, "12001"), (5, "BE68539007547034"), (39, "EUR"), (42, "0" + amount), (58, "300126"));

    private static string Closing(string amount) => Record((0, "8001"), (4, "BE68539007547034"), (38, "EUR"), (41, "0" + amount), (57, "310126"));

    private static string Movement(string sequence, string detail, string sign, string amount, string code, string kind, string communication, string reference = "") =>
        Record((0, "21" + sequence + detail), (10, reference), (31, sign + amount), (47, "310126"), (53, code), (61, kind), (62, communication), (115, "310126"));

    private static string Trailer(int records, string debit, string credit) => Record((0, "9"), (16, $"{records:000000}"), (22, debit), (37, credit));

    private static string File(int records, string debit, string credit, string closing, params string[] movements) =>
        string.Join("\r\n", [Header, Opening(), .. movements, Closing(closing), Trailer(records, debit, credit)]);

    /// <summary>A small file with a reference, an original amount, a returned collection and a batch.</summary>
    internal static string Sample => File(7, "000000000010000", "000000000040000", "000000000130000",
        Movement("0001", "0000", "0", "000000000010000", "00150000", "1", "105000000000010000000000000011110000111110000USD090933"),
        Record((0, "2200010000"), (10, "755493US000000000010000"), (112, "2MD01")),
        Movement("0002", "0000", "1", "000000000010000", "00505000", "1", "127310126112"),
        Movement("0003", "0000", "0", "000000000030000", "30105000", "0", "BATCH"), Movement("0003", "0001", "0", "000000000031000", "80105100", "0", "GROSS"));

    private static BankStatement One(string text) => Expect.Success(Assert.Single(Read(text)));

    [Fact]
    public void A_transfer_with_a_structured_reference()
    {
        var statement = One(File(5, "000000000000000", "000000000025500", "000000000125500",
            Movement("0001", "0000", "0", "000000000025500", "00150000", "1", "101090933755493", "BANKREF"),
            Record((0, "2200010000"), (63, "E2E-17"), (98, "GEBABEBB")),
            Record((0, "2300010000"), (10, "BE25646548413215"), (44, "EUR"), (47, "KLANT NAAM"))));
        Assert.Equal((true, 0, "BE68539007547034"), (statement.Balances, statement.Findings.Count, statement.Account));
        var entry = Assert.Single(statement.Entries);
        Assert.Equal("GEBABEBB", entry.CounterpartyBank);
        Assert.Equal(("25.50 EUR", "090933755493", "KLANT NAAM", "BE25646548413215", "E2E-17"), ($"{entry.Amount}", Assert.Single(entry.Claims).StructuredReference, entry.CounterpartyName, entry.CounterpartyAccount, entry.EndToEndId));
    }

    private static BankEntry Informed(params string[] information) => Assert.Single(One(File(4 + information.Length, "000000000000000", "000000000025500",
        "000000000125500", [Movement("0001", "0000", "0", "000000000025500", "00150000", "0", "WORDS", "BANKREF"),
        Record((0, "2300010000"), (10, "BE25646548413215"), (44, "EUR"), (47, "KLANT MET EEN LANGE NAAM IN DE STRA")), .. information])).Entries);

    [Fact]
    public void The_other_sides_address_and_whole_name_are_in_the_information()
    {
        var entry = Informed(
            Record((0, "3100010001"), (10, "BANKREF"), (31, "001500001001KLANT MET EEN LANGE NAAM IN DE STRAAT VAN HASSELT")),
            Record((0, "3200010001"), (10, "GROTE WEG            32"), (45, "3215    HASSELT"), (80, "BE0123456789")),
            Record((0, "3300010001"), (10, "NOT THE PAYER'S WORDS")));
        Assert.Equal(("KLANT MET EEN LANGE NAAM IN DE STRAAT VAN HASSELT", "GROTE WEG 32, 3215 HASSELT", "WORDS"),
            (entry.CounterpartyName, entry.CounterpartyAddress, entry.RemittanceText));
        // One field only, another name, and none.
        entry = Informed(
            Record((0, "3100010001"), (31, "001500001001ANOTHER NAME")), Record((0, "3200010001"), (10, "MAIN STREET 928 5480 CITY")));
        Assert.Equal(("KLANT MET EEN LANGE NAAM IN DE STRA", "MAIN STREET 928 5480 CITY"), (entry.CounterpartyName, entry.CounterpartyAddress));
        Assert.Equal("", Informed().CounterpartyAddress);
    }

    [Fact]
    public void Words_of_the_information_go_on_in_its_next_records()
    {
        var entry = Informed(
            Record((0, "3100010001"), (31, "001500000INVOICE 4711")), Record((0, "3200010001"), (10, "AND 4712")), Record((0, "3300010001"), (10, "AND 4713")),
            Record((0, "3100010002"), (31, "001500001008STRUCTURED")), Record((0, "3200010002"), (10, "GOES ON UNREAD")));
        Assert.Equal(("WORDS INVOICE 4711 AND 4712 AND 4713 008STRUCTURED", ""), (entry.RemittanceText, entry.CounterpartyAddress));
    }

    [Fact]
    public void A_collective_movement_is_its_details_when_they_add_up()
    {
        string[] batch =
        [
            Movement("0001", "0000", "0", "000000000030000", "10105000", "0", "COLLECTIVE"),
            Movement("0001", "0001", "0", "000000000010000", "50105000", "0", "FIRST"),
            Movement("0001", "0002", "0", "000000000020000", "50105000", "0", "SECOND"),
        ];
        var statement = One(File(5, "000000000000000", "000000000030000", "000000000130000", batch));
        Assert.Equal(["10.00 EUR", "20.00 EUR"], statement.Entries.Select(e => $"{e.Amount}"));
        Assert.True(statement.Balances);
        batch[2] = Movement("0001", "0002", "0", "000000000019000", "50105000", "0", "SECOND");
        var whole = One(File(5, "000000000000000", "000000000030000", "000000000130000", batch));
        Expect.Found(BankFileErrors.DetailsDiffer, whole.Findings);
        Assert.Equal("COLLECTIVE FIRST SECOND", Assert.Single(whole.Entries).RemittanceText);
    }

    [Fact]
    public void A_returned_collection_is_a_reversal_with_its_mandate()
    {
        var communication = "127" + "310126" + "1" + "1" + "2" + "CREDITOR".PadRight(35) + "MANDATE-9".PadRight(35) + "INVOICE 17".PadRight(62);
        var statement = One(File(5, "000000000010000", "000000000000000", "000000000090000",
            Movement("0001", "0000", "1", "000000000010000", "00505000", "1", communication[..53]),
            Record((0, "2200010000"), (10, communication[53..106]), (113, "MD01")),
            Record((0, "2300010000"), (82, communication[106..]))));
        var entry = Assert.Single(statement.Entries);
        Assert.Equal((true, "MD01", "MANDATE-9", "INVOICE 17", "-10.00 EUR"), (entry.IsReversal, entry.ReturnReason, entry.MandateId, entry.RemittanceText, $"{entry.Amount}"));
    }

    [Fact]
    public void What_does_not_add_up_is_found()
    {
        var findings = One(File(9, "000000000000010", "000000000000010", "000000000100000", Movement("0001", "0000", "0", "000000000010000", "00150000", "0", "X"))).Findings;
        Assert.Equal(3, findings.Count(f => f.Code == BankFileErrors.ControlTotal.Code));
        Expect.Found(BankFileErrors.WrongTotals, findings);
    }

    [Fact]
    public void Bad_records_are_named_and_the_good_ones_stay()
    {
        Case(BankFileErrors.BadAmount, Movement("0001", "0000", "0", "00000000001x000", "00150000", "0", "X"));
        Case(BankFileErrors.BadAmount, Movement("0001", "0000", "2", "000000000010000", "00150000", "0", "X"));
        Case(BankFileErrors.BadDate, Movement("0001", "0000", "0", "000000000010000", "00150000", "0", "X").Remove(115, 6).Insert(115, "321399"));
        Case(BankFileErrors.BadField, Record((0, "7")));
        Expect.Found(BankFileErrors.UnknownCurrency, One(string.Join('\n', Header, Opening().Replace("EUR", "QQQ", StringComparison.Ordinal), Trailer(1, "0", "0"))).Findings);

        static void Case(ErrorCode code, string bad)
        {
            var good = Movement("0002", "0000", "0", "000000000010000", "00150000", "0", "GOOD");
            var statement = One(File(4, "000000000000000", "000000000010000", "000000000110000", bad, good));
            Assert.Equal("3", Expect.Found(code, statement.Findings).Fact("line"));
            Assert.Equal("GOOD", Assert.Single(statement.Entries).RemittanceText);
        }
    }

    [Fact]
    public void A_file_that_breaks_off_keeps_what_was_whole()
    {
        var read = Read(string.Join('\n', Header, Opening(), Movement("0001", "0000", "0", "000000000010000", "00150000", "0", "X")));
        Assert.Single(Expect.Success(read[0]).Entries);
        Expect.Refused(BankFileErrors.Truncated, read[1]);
        Expect.Refused(BankFileErrors.Empty, Assert.Single(Read("")));
    }

    [Fact]
    public void A_second_old_balance_without_a_header_begins_another_statement()
    {
        var read = Read(string.Join('\n', Header, Opening(), Movement("0001", "0000", "0", "000000000010000", "00150000", "0", "X"), Opening()));
        Assert.Equal(3, read.Count);
        Expect.Found(BankFileErrors.Truncated, Expect.Success(read[0]).Findings);
        Assert.All(Expect.Success(read[0]).Entries, e => Assert.Equal(read[0].Value.Account, e.Account));
        Assert.Empty(Expect.Success(read[1]).Entries);
    }

    private static BankEntry Entry(string code, string communication, string amount = "000000000010000", string sign = "0", params string[] more)
    {
        var (debit, credit) = sign == "0" ? ("000000000000000", amount) : (amount, "000000000000000");
        var closing = 100_000 + (sign == "0" ? 1 : -1) * long.Parse(amount, System.Globalization.CultureInfo.InvariantCulture);
        var text = communication.PadRight(149);
        var statement = One(File(5 + more.Length, debit, credit, $"{closing:000000000000000}",
            [Movement("0001", "0000", sign, amount, code, "1", text[..53], "BANKREF"), Record((0, "2200010000"), (10, text[53..106])), Record((0, "2300010000"), (82, text[106..149])), .. more]));
        Assert.Empty(statement.Findings);
        return Assert.Single(statement.Entries);
    }

    [Fact]
    public void A_payment_reference_of_the_world_and_an_original_amount_with_its_rate()
    {
        Assert.Equal("RF18539007547034", Assert.Single(Entry("00150000", "100RF18539007547034").Claims).StructuredReference);
        var entry = Entry("00150000", "105" + "000000000010000" + "000000000011110" + "000111110000" + "USD" + "090933755493" + "US" + "000000000010000");
        Assert.Equal(("11.11 USD", "1 EUR = 1.1111 USD (2026-01-31, bank)", "090933755493"), ($"{entry.InstructedAmount}", $"{entry.Rate}", Assert.Single(entry.Claims).StructuredReference));
    }

    [Fact]
    public void A_collection_says_itself_that_it_came_back()
    {
        string Collection(string paid, string kind, string reason) => "127" + "310126" + "1" + "1" + paid + "CREDITOR".PadRight(35) + "M-9".PadRight(35) + "INVOICE 17".PadRight(62) + kind + reason;
        var refused = Entry("00505000", Collection("3", "2", "MD06"), sign: "1");
        Assert.Equal((true, "MD06", "M-9", "INVOICE 17"), (refused.IsReversal, refused.ReturnReason, refused.MandateId, refused.RemittanceText));
        Assert.False(Entry("00501000", Collection("0", "0", "    "), sign: "1").IsReversal);
        Assert.True(Entry("00503000", Collection("0", " ", "    "), sign: "1").IsReversal);
    }

    [Fact]
    public void Charges_are_what_the_gross_amount_had_more()
    {
        var entry = Entry("34150000", "", "000000000009500", "0",
            Movement("0001", "0001", "0", "000000000010000", "84150100", "0", "GROSS"), Movement("0001", "0002", "1", "000000000000500", "84150013", "0", "COMMISSION"));
        Assert.Equal(("9.50 EUR", "10.00 EUR", "0.50 EUR"), ($"{entry.Amount}", $"{entry.InstructedAmount}", $"{entry.Charges}"));
    }
}
