using static OrderToCash.Quickstart.Tests.Rows;

namespace OrderToCash.Quickstart.Tests;

public class RatesAndCustomersFileTests
{
    private static readonly string CustomerHeader = string.Join(',', CustomersFile.Columns) + "\n";
    private const string Customer = "12583,Velmora SARL,5 rue,69001,Lyon,FR,Business,FR12345678901,NET30,500,EUR,,fr,Email,a@b.example";

    private static (IReadOnlyList<ExchangeRate> Rates, RejectionLog Log) Rates(string rows)
    {
        var log = new RejectionLog();
        return (RatesFile.Read(File("date,base,quote,rate,source\n2010-12-01,EUR,GBP,0.8393,ECB\n" + rows, "rates.csv"), log), log);
    }

    private static (IReadOnlyList<ImportedCustomer> Customers, RejectionLog Log) Customers(string rows)
    {
        var log = new RejectionLog();
        return (CustomersFile.Read(File(CustomerHeader + Customer + "\n" + rows, "customers.csv"), log), log);
    }

    [Fact]
    public void The_embedded_rates_cover_all_of_december()
    {
        var log = new RejectionLog();
        var rates = RatesFile.Read(InputSource.Embedded("rates.csv"), log);
        Assert.Equal((0, 4230), (log.Count, rates.Count));
        Assert.Contains("1 EUR = 0.8393 GBP (2010-12-01, ECB)", rates.Select(r => r.ToString()));
    }

    [Fact]
    public void Bad_rates()
    {
        Refused(InputErrors.UnknownCurrency, Rates("2010-12-02,EUR,ZZZ,1,ECB").Log, 3, "quote");
        Refused(InputErrors.BadDate, Rates("2010-12-32,EUR,USD,1,ECB").Log, 3, "date");
        Refused(InputErrors.BadNumber, Rates("2010-12-02,EUR,USD,-1,ECB").Log, 3, "rate");
        Refused(InputErrors.BadNumber, Rates("2010-12-02,EUR,USD,N/A,ECB").Log, 3, "rate");
        Refused(InputErrors.Required, Rates("2010-12-02,EUR,USD,1,").Log, 3, "source");
        Refused(InputErrors.UnknownWord, Rates("2010-12-02,EUR,EUR,1,ECB").Log, 3, "quote");
        Refused(InputErrors.DuplicateRate, Rates("2010-12-01,EUR,GBP,0.9,ECB").Log, 3, "rate");
        Refused(InputErrors.OutOfRange, Rates("2010-12-02,EUR,USD,79228162514264337593543950335,ECB").Log, 3, "rate");
        Refused(InputErrors.OutOfRange, Rates("2010-12-02,EUR,USD,0.0000000001,ECB").Log, 3, "rate");
        Expect.Found(InputErrors.UnknownCurrency, Found(Rates("2010-12-02,EUR,XAU,1,ECB").Log));
        Expect.Found(InputErrors.DuplicateRate, Found(Rates("2010-12-01,EUR,GBP,0.9,ECB").Log));
        Assert.Single(Rates("2010-12-02,EUR,ZZZ,1,ECB").Rates);
    }

    [Fact]
    public void Bad_customers()
    {
        Refused(InputErrors.DuplicateCustomer, Customers(Customer).Log, 3, "customer");
        Refused(InputErrors.Required, Customers(Customer.Replace("12583,Velmora SARL", "12584,", StringComparison.Ordinal)).Log, 3, "name");
        Refused(InputErrors.UnknownCountry, Customers(Customer.Replace(",FR,B", ",Narnia,B", StringComparison.Ordinal)).Log, 3, "country");
        Refused(InputErrors.UnknownCurrency, Customers(Customer.Replace("EUR", "EURO", StringComparison.Ordinal)).Log, 3, "currency");
        Refused(InputErrors.UnknownWord, Customers(Customer.Replace("NET30", "SOMETIME", StringComparison.Ordinal)).Log, 3, "terms");
        Refused(InputErrors.UnknownWord, Customers(Customer.Replace("Email", "3", StringComparison.Ordinal)).Log, 3, "channel");
        Refused(InputErrors.BadIban, Customers(Customer.Replace("EUR,,", "EUR,FR7630006000011234567890180,", StringComparison.Ordinal)).Log, 3, "iban");
        Refused(InputErrors.BadNumber, Customers(Customer.Replace(",500,", ",-500,", StringComparison.Ordinal)).Log, 3, "credit_limit");
        Refused(InputErrors.Reserved, Customers(Customer.Replace("12583", "UNIDENTIFIED", StringComparison.Ordinal)).Log, 3, "customer");
        Refused(InputErrors.TooLong, Customers(Customer.Replace("Velmora", new string('V', 300), StringComparison.Ordinal)).Log, 3, "name");
        Refused(PartyErrors.MalformedTaxId, Customers(Customer.Replace("12583", "12584", StringComparison.Ordinal).Replace("FR12345678901", "FR1", StringComparison.Ordinal)).Log, 3, "vat_id");
        Expect.Found(InputErrors.DuplicateCustomer, Found(Customers(Customer).Log));
        Expect.Found(InputErrors.BadIban, Found(Customers(Customer.Replace("EUR,,", "EUR,FR00,", StringComparison.Ordinal)).Log));
        Expect.Found(InputErrors.UnknownWord, Found(Customers(Customer.Replace("Business", "Club", StringComparison.Ordinal)).Log));
    }

    [Fact]
    public void Files_that_are_no_files()
    {
        var log = new RejectionLog();
        RatesFile.Read(InputSource.File("/nowhere/rates.csv"), log);
        CustomersFile.Read(File("", "customers.csv"), log);
        CustomersFile.Read(InputSource.Bytes("packed.csv", [(byte)'P', (byte)'K', 3, 4, 0, 0]), log);
        CustomersFile.Read(File("customer;name\n1;2\n", "semicolons.csv"), log);
        Expect.Found(InputErrors.Missing, Found(log));
        Expect.Found(InputErrors.Empty, Found(log));
        Expect.Found(InputErrors.NotText, Found(log));
        Expect.Found(InputErrors.MissingColumn, Found(log));
    }

    [Fact]
    public void No_limit_is_not_a_limit_of_nothing()
    {
        Assert.Equal("500.00 EUR", $"{Customers("").Customers[0].CreditLimit}");
        Assert.Null(Customers("2" + Customer.Replace(",500,", ",,", StringComparison.Ordinal)).Customers[1].CreditLimit);
        Assert.True(Customers("2" + Customer.Replace(",500,", ",0,", StringComparison.Ordinal)).Customers[1].CreditLimit!.Value.IsZero);
    }

    internal static IEnumerable<DomainError> Found(RejectionLog log) =>
        log.All.Select(r => new DomainError { Code = r.Code, Kind = ErrorKind.Invalid, Message = r.Message });
}
