using System.Text;

namespace OrderToCash.Banking.Tests;

public class BadMt940Tests
{
    private static BankStatement With(string line, string closing = "101,00") =>
        Expect.Success(Mt940ReaderTests.Read(Mt940ReaderTests.Message(line + "\r\n:61:260131C1,00NTRFNONREF", closing))[0]);

    [Theory, InlineData(""), InlineData("\r\n  \n")]
    public void An_empty_file(string text) => Expect.Refused(BankFileErrors.Empty, Assert.Single(Mt940ReaderTests.Read(text)));

    [Fact]
    public void A_text_of_another_kind() => Expect.Refused(BankFileErrors.NotMt940, Assert.Single(Mt940ReaderTests.Read("date;amount\n1;2")));

    [Fact]
    public void A_bad_line_is_named_with_its_place_and_the_good_ones_stay()
    {
        Case(BankFileErrors.BadDate, ":61:261331C10,00NTRFNONREF", "5");
        Case(BankFileErrors.BadDate, ":61:2601319931C10,00NTRFNONREF", "5");
        Case(BankFileErrors.NoDirection, ":61:260131X10,00NTRFNONREF", "5");
        Case(BankFileErrors.BadAmount, ":61:260131C1,2,3NTRFNONREF", "5");
        Case(BankFileErrors.BadAmount, ":61:260131C10,123NTRFNONREF", "5");
        Case(BankFileErrors.BadAmount, ":61:260131CNTRFNONREF", "5");
        Case(BankFileErrors.BadDate, ":61:", "5");

        static void Case(ErrorCode code, string line, string at)
        {
            var statement = With(line);
            Assert.Equal(at, Expect.Found(code, statement.Findings).Fact("line"));
            Assert.Single(statement.Entries);
            Assert.DoesNotContain(statement.Findings, f => f.Code == BankFileErrors.WrongTotals.Code);
        }
    }

    [Fact]
    public void Totals_that_do_not_add_up()
    {
        var finding = Expect.Found(BankFileErrors.WrongTotals, With(":61:260131C1,00NTRFNONREF").Findings);
        Assert.Equal("-1.00 EUR", finding.Fact("difference"));
    }

    [Fact]
    public void Balances_and_accounts_that_are_none()
    {
        Expect.Found(BankFileErrors.BadField, With(":62M:X").Findings);
        Expect.Found(BankFileErrors.UnknownCurrency, With(":60M:C260101QQQ1,00").Findings);
        Expect.Found(BankFileErrors.OtherCurrency, With(":62M:C260101USD1,00").Findings);
        Expect.Found(BankFileErrors.NoAccount, Expect.Success(Mt940ReaderTests.Read(":20:A\n:60F:C260101EUR1,00\n:62F:C260101EUR1,00\n-\n")[0]).Findings);
    }

    [Fact]
    public void A_message_without_an_end_is_broken_off()
    {
        var text = Mt940ReaderTests.Message(":61:260131C1,00NTRFNONREF", "101,00");
        Expect.Found(BankFileErrors.Truncated, Expect.Success(Mt940ReaderTests.Read(text[..text.IndexOf(":62F", StringComparison.Ordinal)])[0]).Findings);
    }

    [Fact]
    public void Hostile_files_cost_bounded_memory()
    {
        var limits = new BankFileLimits { Characters = 100_000, CharactersOfField = 100, Entries = 10 };
        Expect.Refused(BankFileErrors.TooLarge, Mt940ReaderTests.Read(":20:" + new string('x', 200_000), limits)[^1]);
        var many = Mt940ReaderTests.Message(string.Join("\r\n", Enumerable.Repeat(":61:260131C1,00NTRFNONREF", 11)), "111,00");
        var read = Mt940ReaderTests.Read(many, limits);
        Expect.Refused(BankFileErrors.TooLarge, read[^1]);
        var long86 = Mt940ReaderTests.Message(":61:260131C1,00NTRFNONREF\r\n:86:" + string.Join("\r\n", Enumerable.Repeat("blah blah", 1000)), "101,00");
        Assert.InRange(Assert.Single(Expect.Success(Mt940ReaderTests.Read(long86, limits)[0]).Entries).RemittanceText.Length, 1, 120);
    }

    [Property(MaxTest = 300)]
    public bool A_file_changed_anywhere_is_read_or_refused_but_never_thrown_at(int at, byte value)
    {
        var bytes = Encoding.Latin1.GetBytes(Mt940ReaderTests.Message(":61:2601310131CR25,50NTRFNONREF//B\r\n:86:166?20EREF+R?21SVWZ+X?31DE89?32N\r\n:61:260131D1,00NTRFNONREF\r\n:86:/EREF/1/REMI/USTD//x/", "124,50"));
        bytes[Math.Abs(at % bytes.Length)] = value;
        return Mt940Reader.Read(new MemoryStream(bytes)).All(r => !r.IsSuccess || r.Value.Entries.All(e => e.Identity.Length > 0));
    }

    [Fact]
    public void A_stopped_reading_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => Mt940Reader.Read(new MemoryStream(Encoding.UTF8.GetBytes(Mt940ReaderTests.Message(""))), null, source.Token).ToList());
    }
}
