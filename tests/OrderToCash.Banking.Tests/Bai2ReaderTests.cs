using System.Text;

namespace OrderToCash.Banking.Tests;

public class Bai2ReaderTests
{
    private static List<Result<BankStatement>> Read(string text, BankFileLimits? limits = null) =>
        [.. Bai2Reader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), limits)];

    // A file around one account, with the totals that its trailer makes right.
    private static string File(string account, string group = "02,0001,0002,1,260131,2359,EUR,2/", string? ends = null)
    {
        var trailer = account.Split('\n')[^1].Split(',');
        var (sum, records) = (trailer.Length > 1 ? trailer[1] : "0", account.Split('\n').Length);
        return $"01,0001,0002,260131,2359,17,,,2/\n{group}\n{account}\n{ends ?? $"98,{sum},1,{records + 2}/\n99,{sum},1,{records + 4}/"}\n";
    }

    private static BankStatement One(string account, string group = "02,0001,0002,1,260131,2359,EUR,2/") =>
        Expect.Success(Assert.Single(Read(File(account, group))));

    [Fact]
    public void An_account_with_balances_and_details()
    {
        var statement = One("03,0975312468,,010,10000,,,015,7550,,/\n16,165,1500,V,260202,,BANK1,CUST1,ACH PAYMENT/\n88,EREF: E-17\n88,DBNM: TEST INC\n88,REMI: INVOICE 4711, 4712\n16,455,3950,0,BANK2,,DEBIT/\n49,23000,7/");
        Assert.Equal((true, 0), (statement.Balances, statement.Findings.Count));
        var paid = statement.Entries[0];
        Assert.Equal(("15.00 EUR", "E-17", "TEST INC", "INVOICE 4711, 4712"), ($"{paid.Amount}", paid.EndToEndId, paid.CounterpartyName, paid.RemittanceText));
        Assert.Equal((new LocalDate(2026, 2, 2), new LocalDate(2026, 1, 31), "165", "BANK1", "CUST1"), (paid.ValueOn!.Value, paid.BookedOn, paid.TransactionCode, paid.BankReference, paid.CustomerReference));
        Assert.Equal("-39.50 EUR", $"{statement.Entries[1].Amount}");
    }

    [Fact]
    public void Distributed_funds_are_passed_over_and_returns_are_reversals()
    {
        var statement = One("03,1,USD,/\n16,115,450000,S,100000,200000,150000,R1,,LOCKBOX/\n16,175,300,D,2,0,100,1,200,R2,,CHECKS/\n16,557,200,,R3,,Reason: \"R02\", returned/\n49,450500,5/");
        Assert.Equal(["R1", "R2", "R3"], statement.Entries.Select(e => e.BankReference));
        Assert.Equal((true, "R02", "-2.00 USD"), (statement.Entries[2].IsReversal, statement.Entries[2].ReturnReason, $"{statement.Entries[2].Amount}"));
        Assert.Empty(statement.Findings);
    }

    [Theory]
    [InlineData("16,165,1500,V,260202/\n88,,BANK1,CUST1,ACH PAYMENT/\n88,REMI: 4711, 4712")]
    [InlineData("16,165,1500,V/\n88,260202,/\n88,BANK1,CUST1,ACH PAYMENT/\n88,REMI: 4711, 4712")]
    [InlineData("16,165,1500,V,260202,,BANK1/\n88,CUST1,ACH PAYMENT/\n88,REMI: 4711, 4712")]
    [InlineData("16,165/\n88,1500,V,260202,,BANK1,CUST1,ACH PAYMENT/\n88,REMI: 4711, 4712")]
    public void The_fields_of_a_detail_may_go_on_in_the_next_record(string detail)
    {
        var paid = Assert.Single(One($"03,1,EUR,/\n{detail}\n49,1500,{2 + detail.Split('\n').Length}/") is { Findings.Count: 0 } statement
            ? statement.Entries : []);
        Assert.Equal(("15.00 EUR", new LocalDate(2026, 2, 2), "BANK1", "CUST1", "4711, 4712"),
            ($"{paid.Amount}", paid.ValueOn!.Value, paid.BankReference, paid.CustomerReference, paid.RemittanceText));
    }

    [Fact]
    public void A_detail_without_references_keeps_its_lines_of_text()
    {
        var paid = Assert.Single(One("03,1,EUR,/\n16,165,1500/\n88,DBNM: MILLER, SONS\n88,INVOICE 4711\n49,1500,5/").Entries);
        Assert.Equal(("MILLER, SONS", "", true), (paid.CounterpartyName, paid.BankReference, paid.RemittanceText.EndsWith("INVOICE 4711", StringComparison.Ordinal)));
    }

    [Fact]
    public void Amounts_are_minor_units_of_the_account()
    {
        Assert.Equal("1500 JPY", $"{One("03,1,JPY,/\n16,165,1500,,,,X/\n49,1500,3/").Entries[0].Amount}");
        Assert.Equal("1.500 KWD", $"{One("03,1,KWD,/\n16,165,1500,,,,X/\n49,1500,3/").Entries[0].Amount}");
    }

    [Fact]
    public void Control_totals_are_held_against_the_file()
    {
        var findings = One("03,1,EUR,/\n16,165,1500,,,,X/\n49,1501,4/").Findings;
        Assert.Equal(2, findings.Count(f => f.Code == BankFileErrors.ControlTotal.Code));
        Expect.Found(BankFileErrors.ControlTotal, findings);
    }

    [Fact]
    public void What_only_informs_or_tests_moves_nothing()
    {
        Assert.Equal((0, 2), Counted("03,1,EUR,/\n16,890,0,,,,NOTE/\n16,165,0,,,,NIL/\n49,0,4/"));
        Assert.Equal((0, 1), Counted("03,1,EUR,/\n16,165,5,,,,X/\n49,5,3/", "02,1,2,4,260131,,EUR,2/"));

        static (int, int) Counted(string account, string group = "02,1,2,1,260131,,EUR,2/") =>
            (One(account, group).Entries.Count, One(account, group).EntriesNotBooked);
    }

    [Fact]
    public void Bad_records_are_named_and_the_good_ones_stay()
    {
        Case(BankFileErrors.BadAmount, "16,165,1x,,,,X/");
        Case(BankFileErrors.BadAmount, "16,165/");
        Case(BankFileErrors.NoDirection, "16,777,5,,,,X/");
        Case(BankFileErrors.BadField, "77,1/");
        Expect.Found(BankFileErrors.UnknownCurrency, One("03,1,QQQ,/\n49,0,2/").Findings);
        Expect.Found(BankFileErrors.BadDate, One("03,1,EUR,/\n49,0,2/", "02,1,2,1,991399,,EUR,2/").Findings);
        Expect.Found(BankFileErrors.NoAccount, One("03,,EUR,/\n49,0,2/").Findings);

        static void Case(ErrorCode code, string bad)
        {
            var statement = One($"03,1,EUR,/\n{bad}\n16,165,100,,,,GOOD/\n49,100,4/");
            Assert.Equal("4", Expect.Found(code, statement.Findings).Fact("line"));
            Assert.Equal("1.00 EUR", $"{Assert.Single(statement.Entries).Amount}");
        }
    }

    [Fact]
    public void Files_that_are_empty_break_off_or_hold_no_account()
    {
        Expect.Refused(BankFileErrors.Empty, Assert.Single(Read("")));
        Expect.Refused(BankFileErrors.NoStatement, Assert.Single(Read("01,1,2,260131,,,,,2/\n99,0,0,2/")));
        var cut = Read("01,1,2,260131,,,,,2/\n02,1,2,1,260131,,EUR,2/\n03,1,EUR,/\n16,165,100,,,,GOOD/");
        Expect.Found(BankFileErrors.Truncated, Expect.Success(cut[0]).Findings);
        Expect.Refused(BankFileErrors.Truncated, cut[1]);
        Expect.Refused(BankFileErrors.TooLarge, Read(File("03,1,EUR,/\n" + string.Concat(Enumerable.Repeat("16,165,1,,,,X/\n", 20)) + "49,20,22/"), new() { Entries = 10 })[^1]);
    }

    [Property(MaxTest = 200)]
    public bool A_file_changed_anywhere_is_never_thrown_at(int at, byte value)
    {
        var bytes = Encoding.Latin1.GetBytes(File("03,1,EUR,010,1,,,015,2,,/\n16,165,1500,D,2,0,1,1,2,R,C,X/\n88,EREF: 1\n49,1503,4/"));
        bytes[Math.Abs(at % bytes.Length)] = value;
        return Bai2Reader.Read(new MemoryStream(bytes)).All(r => !r.IsSuccess || r.Value.Entries.All(e => e.Identity.Length > 0));
    }

    [Fact]
    public void Amounts_that_no_sum_can_hold_are_refused()
    {
        var details = string.Concat(Enumerable.Repeat("16,165,999999999999999999,Z,A,B,text\n", 20));
        var read = Read(File("03,1,USD,010,999999999999999999,,,015,999999999999999999,,/\n" + details + "49,1,3/"));
        Expect.Found(BankFileErrors.TooLarge, Expect.Success(read[0]).Findings);
        Expect.Refused(BankFileErrors.TooLarge, read[1]);
    }

    [Fact]
    public void A_record_that_is_only_text_needs_no_amount()
    {
        var statement = Expect.Success(Read("01,1,2,260131,,,,,2/\n02,1,2,1,260131,,EUR,2/\n03,1,EUR,/\n16,890,,,,,RATES CHANGE\n16,165,100,,,,X/\n49,100,4/\n98,100,1,6/\n99,100,1,8/")[0]);
        Assert.Empty(statement.Findings);
        Assert.Equal((1, 1), (statement.Entries.Count, statement.EntriesNotBooked));
    }

    [Fact]
    public void Totals_of_groups_and_of_the_file_are_held_against_their_accounts()
    {
        const string Account = "03,1,EUR,/\n16,165,1500,,,,X/\n49,1500,3/";
        static string Second(string ends) => $"01,1,2,260131,,,,,2/\n02,1,2,1,260131,,EUR,2/\n{Account}\n{Account.Replace("03,1", "03,2", StringComparison.Ordinal)}\n{ends}";
        var good = Read(Second("98,3000,2,8/\n99,3000,1,10/")).Select(Expect.Success).ToList();
        Assert.Equal([0, 0], good.Select(s => s.Findings.Count));
        // An account that is missing is told by the last that is there; nothing that was read is lost.
        var lost = Read(Second("98,4500,3,11/\n99,4500,1,13/")).Select(Expect.Success).ToList();
        Assert.Equal(["1", "2"], lost.Select(s => s.Account));
        Assert.Empty(lost[0].Findings);
        Expect.Found(BankFileErrors.ControlTotal, lost[1].Findings);
        Assert.Equal(["group control total", "number of accounts", "group record count", "file record count"], lost[1].Findings.Select(f => f.Fact("record")));
        var groups = Read("01,1,2,260131,,,,,2/\n" + string.Concat(Enumerable.Repeat($"02,1,2,1,260131,,EUR,2/\n{Account}\n98,1500,1,5/\n", 2)) + "99,3000,2,12/").Select(Expect.Success);
        Assert.All(groups, g => Assert.Empty(g.Findings));
        // A group without an account, and one whose bank leaves the totals away.
        Assert.Empty(Expect.Success(Read($"01,1,2,260131,,,,,2/\n02,1,2,1,260131,,EUR,2/\n98,0,0,2/\n02,1,2,1,260131,,EUR,2/\n{Account}\n98,,,/\n99,,,/")[0]).Findings);
    }

    [Fact]
    public void A_file_that_ends_behind_a_whole_account_leaves_it_whole()
    {
        var cut = Read("01,1,2,260131,,,,,2/\n02,1,2,1,260131,,EUR,2/\n03,1,EUR,/\n16,165,100,,,,GOOD/\n49,100,3/");
        Assert.Empty(Expect.Success(cut[0]).Findings);
        Expect.Refused(BankFileErrors.Truncated, cut[1]);
    }

    [Theory, InlineData("252", "1.00 EUR"), InlineData("552", "-1.00 EUR"), InlineData("555", "-1.00 EUR")]
    public void Reversals_and_returned_items_of_the_uniform_list(string code, string amount)
    {
        var entry = Assert.Single(One($"03,1,EUR,/\n16,{code},100,,R,,X/\n49,100,3/").Entries);
        Assert.Equal((true, amount), (entry.IsReversal, $"{entry.Amount}"));
    }

    [Fact]
    public void The_company_of_an_ach_entry_is_in_its_text()
    {
        var entry = Assert.Single(One("03,1,USD,/\n16,142,1500,Z,TRACE9,,ORIG CO NAME:ACME  CORP       ORIG ID:1234\n88,DESC DATE:260131 CO ENTRY DESCR:PAYMENTS  SEC:CCD TRACE#:021000\n88,IND ID:INV 4711 IND NAME:US INC\n49,1500,5/").Entries);
        Assert.Equal(("ACME CORP", "TRACE9"), (entry.CounterpartyName, entry.BankReference));
        Assert.Contains("INV 4711", entry.RemittanceText, StringComparison.Ordinal);
    }
}
