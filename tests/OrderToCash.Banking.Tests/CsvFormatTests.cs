using System.Text;

namespace OrderToCash.Banking.Tests;

public class CsvFormatTests
{
    private static readonly CsvMapping English = new()
    {
        Account = "123", Currency = "USD", DatePattern = "MM/dd/uuuu", BookedOn = "Date", Amount = "Amount", Balance = "Balance",
        Text = ["Label"], CounterpartyName = "Partner Name", CounterpartyAccount = "Bank Account",
    };

    private static List<Result<BankStatement>> Read(string text, CsvMapping? mapping = null, BankFileLimits? limits = null) =>
        [.. new BankFiles(new CsvFormat("bank", mapping ?? English)).Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), limits)];

    private static BankStatement One(string text, CsvMapping? mapping = null) => Expect.Success(Assert.Single(Read(text, mapping)));

    [Fact]
    public void Quoted_fields_thousands_and_a_running_balance()
    {
        var statement = One("\"Date\",\"Label\",\"Amount\",\"Balance\",\"Partner Name\",\"Bank Account\"\n\"12/15/2018\",\"Your best\nsupplier, \"\"A\"\"\",\"-33.50\",\"-23.50\",\"John Doe\",\"123456789\"\n\"12/15/2018\",\"Your payment\",\"1,533.50\",\"1,510.00\",\"Azure Interior\",\"\"\n");
        Assert.Equal((true, "10.00 USD", "1510.00 USD", 0), (statement.Balances, $"{statement.Opening}", $"{statement.Closing}", statement.Findings.Count));
        Assert.Equal(("Your best supplier, \"A\"", "John Doe", "-33.50 USD"), (statement.Entries[0].RemittanceText, statement.Entries[0].CounterpartyName, $"{statement.Entries[0].Amount}"));
    }

    [Fact]
    public void Money_in_and_out_in_two_columns_newest_row_first_with_a_decimal_comma()
    {
        var mapping = new CsvMapping { Delimiter = ';', DecimalSeparator = ',', DatePattern = "dd.MM.uuuu", BookedOn = "Buchung", Credit = "Haben", Debit = "Soll", CurrencyColumn = "W", AccountColumn = "IBAN", Balance = "Saldo", Text = ["Text"], BankReference = "Ref" };
        var statement = One("Buchung;Text;Haben;Soll;W;Saldo;IBAN;Ref\n21.03.2026;Strom;;200,25;EUR;2.050,25;DE44;R2\n20.03.2026;Eingang;1.250,50;;EUR;2.250,50;DE44;R1\n", mapping);
        Assert.Equal((true, "1000.00 EUR", "2050.25 EUR", "DE44"), (statement.Balances, $"{statement.Opening}", $"{statement.Closing}", statement.Account));
        Assert.Equal(["-200.25 EUR", "1250.50 EUR"], statement.Entries.Select(e => $"{e.Amount}"));
    }

    [Fact]
    public void A_direction_in_a_column_and_no_headings()
    {
        var mapping = new CsvMapping { HasNoHeadings = true, Account = "1", Currency = "EUR", BookedOn = "1", Amount = "2", Direction = "3", Text = ["4"] };
        Assert.Equal(["-5.00 EUR", "7.00 EUR"], One("2026-01-01,5.00,D,a\n2026-01-02,-7.00,C,b", mapping).Entries.Select(e => $"{e.Amount}"));
        Expect.Found(BankFileErrors.NoDirection, One("2026-01-01,5.00,X,a\n", mapping).Findings);
    }

    [Fact]
    public void Bad_rows_are_named_with_all_that_is_wrong_and_the_good_ones_stay()
    {
        var statement = One("Date,Label,Amount,Balance,Partner Name,Bank Account\n13/45/2018,x,1.x,,,\n12/15/2018,y,2.00,,,\n\n12/16/2018,\"open,3.00");
        Assert.Equal(["2", "2", "5"], statement.Findings.Select(f => f.Fact("line")));
        Expect.Found(BankFileErrors.BadDate, statement.Findings);
        Expect.Found(BankFileErrors.BadAmount, statement.Findings);
        Expect.Found(BankFileErrors.Truncated, statement.Findings);
        Assert.Equal("2.00 USD", $"{Assert.Single(statement.Entries).Amount}");
        Expect.Found(BankFileErrors.WrongTotals, One("Date,Label,Amount,Balance,Partner Name,Bank Account\n12/15/2018,y,2.00,5.00,,\n12/16/2018,y,2.00,8.00,,").Findings);
    }

    [Fact]
    public void Another_file_and_a_file_without_rows_are_refused()
    {
        Expect.Refused(BankFileErrors.UnknownFormat, Assert.Single(Read("A,B\n1,2")));
        var format = new CsvFormat("bank", English);
        Expect.Refused(BankFileErrors.ColumnMissing, Assert.Single(format.Read(new MemoryStream("A,B\n1,2"u8.ToArray()), BankFileLimits.Default, default)));
        Expect.Refused(BankFileErrors.NoStatement, Assert.Single(Read("Date,Label,Amount,Balance,Partner Name,Bank Account\n")));
        Expect.Refused(BankFileErrors.Empty, Assert.Single(format.Read(new MemoryStream(), BankFileLimits.Default, default)));
    }

    [Fact]
    public void A_mapping_says_all_that_is_wrong_with_it()
    {
        var findings = new CsvMapping { BookedOn = "", Direction = "D/C", DatePattern = "qq", LinesToSkip = -1 }.Check();
        Expect.Found(BankFileErrors.MappingInvalid, findings);
        Assert.Equal(["bookedOn", "amount", "direction", "account", "currency", "linesToSkip", "datePattern"], findings.Select(f => f.Target));
        Assert.Throws<ArgumentException>(() => new CsvFormat("x", new() { BookedOn = "" }));
    }

    [Fact]
    public void Equal_rows_stay_apart_and_reading_again_gives_the_same()
    {
        const string Text = "Date,Label,Amount,Balance,Partner Name,Bank Account\n12/15/2018,y,2.00,,,\n12/15/2018,y,2.00,,,\n";
        Assert.Equal(2, One(Text).Entries.Select(e => e.Identity).Distinct().Count());
        Assert.Equal(One(Text).Entries, One(Text).Entries);
    }

    [Property(MaxTest = 200)]
    public bool A_file_changed_anywhere_is_never_thrown_at(int at, byte value)
    {
        var bytes = Encoding.Latin1.GetBytes("Date,Label,Amount,Balance,Partner Name,Bank Account\n12/15/2018,\"y\",2.00,1.00,,\n12/15/2018,y,2.00,,,\n");
        bytes[Math.Abs(at % bytes.Length)] = value;
        return new CsvFormat("x", English).Read(new MemoryStream(bytes), BankFileLimits.Default, default).ToList().Count > 0;
    }

    [Theory]
    [InlineData("12,50")]
    [InlineData("1,2345.00")]
    [InlineData("1 2 3")]
    [InlineData("1,,234.00")]
    [InlineData("1.00,000")]
    [InlineData(",123.00")]
    public void A_comma_that_separates_no_thousands_is_never_dropped(string amount)
    {
        var statement = One($"Date,Label,Amount,Balance,Partner Name,Bank Account\n12/15/2018,y,\"{amount}\",,,\n");
        Expect.Found(BankFileErrors.BadAmount, statement.Findings);
        Assert.Empty(statement.Entries);
    }

    [Theory]
    [InlineData("1,234.50", "1234.50 USD")]
    [InlineData("1,234.50-", "-1234.50 USD")]
    [InlineData("1’234.50", "1234.50 USD")]
    [InlineData("12,34,567.00", "1234567.00 USD")]
    [InlineData("-1'234", "-1234.00 USD")]
    [InlineData("- 12.50", "-12.50 USD")]
    [InlineData("1 234 567.8", "1234567.80 USD")]
    public void Groups_of_thousands_are_read(string amount, string expected) => Assert.Equal(expected,
        $"{Assert.Single(One($"Date,Label,Amount,Balance,Partner Name,Bank Account\n12/15/2018,y,\"{amount}\",,,\n").Entries).Amount}");

    [Fact]
    public void Equal_rows_of_an_account_stay_two_when_another_account_stands_between()
    {
        var mapping = new CsvMapping { BookedOn = "Date", Amount = "Amount", AccountColumn = "Account", Currency = "EUR", Text = ["Text"] };
        var entries = Read("Date,Amount,Account,Text\n2026-01-01,10.00,A,POS\n2026-01-01,5.00,B,POS\n2026-01-01,10.00,A,POS\n", mapping)
            .SelectMany(s => Expect.Success(s).Entries).ToList();
        Assert.Equal(3, entries.Select(e => e.Identity).Distinct().Count());
    }

    [Fact]
    public void Amounts_that_no_sum_can_hold_are_refused()
    {
        var rows = string.Concat(Enumerable.Repeat("12/15/2018,y,9999999999999999.00,9999999999999999.00,,\n", 20));
        var read = Read("Date,Label,Amount,Balance,Partner Name,Bank Account\n" + rows);
        Expect.Found(BankFileErrors.TooLarge, Expect.Success(read[0]).Findings);
        Expect.Refused(BankFileErrors.TooLarge, read[1]);
    }

    [Theory]
    [InlineData("$1,234.50", "1234.50 USD"), InlineData("(12.50)", "-12.50 USD"), InlineData("-$12.50", "-12.50 USD"), InlineData("($1,234.50)", "-1234.50 USD")]
    [InlineData("USD 12.50", "12.50 USD"), InlineData("12.50 USD", "12.50 USD"), InlineData("12.50-", "-12.50 USD"), InlineData("(-12.50)", ""), InlineData("$", ""), InlineData("12$50", "")]
    public void Amounts_as_banks_print_them(string written, string amount)
    {
        var statement = One($"Date,Label,Amount,Balance,Partner Name,Bank Account\n12/15/2018,x,\"{written}\",,,\n");
        if (amount.Length == 0) Expect.Found(BankFileErrors.BadAmount, statement.Findings);
        else Assert.Equal(amount, $"{Assert.Single(statement.Entries).Amount}");
    }

    [Theory]
    [InlineData("PLN", "1 234,50 zł", "1234.50 PLN"), InlineData("SEK", "-12,50 kr", "-12.50 SEK"), InlineData("CZK", "12,50 Kč", "12.50 CZK"), InlineData("EUR", "12,50 kr", "")]
    public void Signs_with_letters_stand_beside_their_own_currency(string currency, string written, string amount)
    {
        var mapping = new CsvMapping { Account = "1", Currency = currency, DecimalSeparator = ',', DatePattern = "MM/dd/uuuu", BookedOn = "Date", Amount = "Amount", Text = ["Label"] };
        var statement = One($"Date,Label,Amount\n12/15/2018,x,\"{written}\"\n", mapping);
        if (amount.Length == 0) Expect.Found(BankFileErrors.BadAmount, statement.Findings);
        else Assert.Equal(amount, $"{Assert.Single(statement.Entries).Amount}");
    }

    [Fact]
    public void The_original_amount_the_charges_and_the_mandate()
    {
        var mapping = new CsvMapping { Account = "1", Currency = "USD", DatePattern = "MM/dd/uuuu", BookedOn = "Date", Amount = "Amount", OriginalAmount = "Amount Currency", OriginalCurrency = "Currency", Charges = "Fee", MandateId = "Mandate", Text = ["Label"] };
        var entries = One("Date,Label,Currency,Amount,Amount Currency,Fee,Mandate\n12/15/2018,a,EUR,\"1,525.00\",\"-1,000.00\",-2.50,M-1\n12/15/2018,b,USD,5.00,5.00,,\n12/15/2018,c,,5.00,,,\n", mapping).Entries;
        Assert.Equal(["1000.00 EUR 2.50 USD M-1", " 0.00 USD ", " 0.00 USD "], entries.Select(e => $"{e.InstructedAmount} {e.Charges} {e.MandateId}"));
        Expect.Found(BankFileErrors.MappingInvalid, (mapping with { OriginalCurrency = "" }).Check());
    }
}
