using OrderToCash.Banking;

namespace OrderToCash.Quickstart.Tests;

public class GeneratorTests
{
    private static readonly LocalDate AsOf = new(2011, 3, 31);
    private static readonly IReadOnlyList<ImportedDocument> Documents = OrdersFile.Read(InputSource.Embedded("orders.csv"), new());
    private static readonly IReadOnlyList<ImportedCustomer> Customers = CustomerGenerator.Generate(Documents, 1);
    private static readonly IReadOnlyList<BillFact> Bills = [.. Documents.Select(Bill).Where(b => b.Gross.IsPositive)];
    private static readonly IReadOnlyList<SellerAccount> Accounts = SellerAccount.For(Customers.Select(c => c.Currency));

    private static BillFact Bill(ImportedDocument document)
    {
        var customer = Customers.First(c => c.Key == (document.CustomerKey ?? CustomerGenerator.CashKey(document.Country)));
        var date = document.OrderedAt.Date;
        var net = document.Lines.Sum(l => l.Quantity * l.UnitPrice);
        var gross = Money.Rounded(net, customer.Currency, Rounding.HalfAwayFromZero);
        var number = $"INV-2010-{document.Number.TrimStart('C').PadLeft(8, '0')}";
        return new()
        {
            Number = number, PaymentReference = ReferenceSchemes.Creditor.MakeFrom(document.Number).Value, CustomerKey = customer.Key, Date = date,
            DueDate = date.PlusDays(customer.Terms.Days), Gross = gross, IsCredit = document.IsCancellation,
            Discount = customer.Terms.Discount is { } percentage
                ? new() { Until = date.PlusDays(customer.Terms.DiscountDays), Percentage = percentage, Discount = gross.Times(percentage, Rounding.HalfAwayFromZero) }
                : null,
        };
    }

    private static GeneratedStatement Generate(ulong seed = 1, LocalDate? asOf = null) => StatementGenerator.Generate(Bills, Customers, Accounts, asOf ?? AsOf, seed);

    private static List<BankStatement> Read(GeneratedStatement statement) => [.. Camt053Reader.Read(new MemoryStream(statement.Content)).Select(Expect.Success)];

    [Fact]
    public void Chance_is_the_published_one_and_the_same_everywhere()
    {
        Assert.Equal(SplitMix64.For(7, "a", "b").Next(), SplitMix64.For(7, "a", "b").Next());
        Assert.NotEqual(SplitMix64.For(7, "ab", "").Next(), SplitMix64.For(7, "a", "b").Next());
        var dice = SplitMix64.For(1, "dice");
        Assert.Equal([1, 2, 3, 4, 5, 6], Enumerable.Range(0, 1000).Select(_ => dice.Between(1, 6)).Distinct().Order());
    }

    [Fact]
    public void Customers_look_like_their_countries()
    {
        Assert.Equal(Documents.Select(d => d.CustomerKey ?? CustomerGenerator.CashKey(d.Country)).Distinct().Order(StringComparer.Ordinal), Customers.Select(c => c.Key));
        Assert.Equal(Customers.Count, Customers.Select(c => c.Party.Name).Distinct().Count());
        Assert.True(Customers.Select(c => c.Currency).Distinct().Count() >= 8);
        foreach (var customer in Customers.Where(c => !c.IsCashSale))
        {
            Assert.True(customer.Iban.IsNone || Iban.IsValid(customer.Iban.Value), customer.Key);
            Assert.All(customer.Party.TaxRegistrations, r => Assert.DoesNotMatch("[#+@]", r.Id));
            Assert.DoesNotMatch("[#+@%]", customer.Party.Address.PostCode + customer.Party.Address.Lines[0]);
            Assert.True(customer.CreditLimit is null || customer.CreditLimit.Value.Currency == customer.Currency);
        }
        Assert.Contains(Customers, c => c.TaxStatus == TaxStatus.Consumer && !c.IsCashSale);
        Assert.Contains(Customers, c => c.CreditLimit is null && !c.IsCashSale);
        Assert.Contains(Customers, c => c.Terms.Discount is not null);
    }

    [Fact]
    public void Every_known_country_makes_a_customer_with_a_valid_iban()
    {
        foreach (var (code, _) in Countries2010)
        {
            var document = Documents[0] with { Country = new(code), CustomerKey = "1" };
            var customer = CustomerGenerator.Generate([document], 3).Single();
            Assert.Equal(code, customer.Country.Value);
        }
    }

    private static IEnumerable<(string Code, int Index)> Countries2010 =>
        "GB JE IE DE AT CH FR BE NL LU ES PT IT GR CY MT FI LT SE DK NO IS PL CZ US CA AU JP HK SG ZA BR IL BH LB AE SA NZ".Split(' ').Select((c, i) => (c, i));

    [Fact]
    public void Customers_survive_their_file_and_depend_on_the_seed_only()
    {
        using var text = new StringWriter();
        CustomersFile.Write(Customers, text);
        var log = new RejectionLog();
        Assert.Equal(Customers, CustomersFile.Read(Rows.File(text.ToString(), "customers.csv"), log));
        Assert.Equal(0, log.Count);
        Assert.Equal(Customers, CustomerGenerator.Generate(Documents.Reverse(), 1));
        Assert.NotEqual(Customers, CustomerGenerator.Generate(Documents, 2));
    }

    [Fact]
    public void The_statement_adds_up_and_is_read_without_a_finding()
    {
        var statements = Read(Generate());
        Assert.Equal(Accounts.Select(a => a.Iban.Value), statements.Select(s => s.Account));
        Assert.All(statements, s => Assert.True(s.Balances));
        Assert.All(statements, s => Assert.Empty(s.Findings));
        Assert.All(statements.SelectMany(s => s.Entries), e => Assert.InRange(e.BookedOn, new LocalDate(2010, 12, 1), AsOf));
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_in_any_order_of_bills()
    {
        var shuffled = StatementGenerator.Generate([.. Bills.Reverse()], [.. Customers.Reverse()], Accounts, AsOf, 1);
        Assert.Equal(Generate().Content, shuffled.Content);
        Assert.NotEqual(Generate().Content, Generate(2).Content);
    }

    [Fact]
    public void The_truth_is_told_for_every_movement()
    {
        var generated = Generate();
        var entries = Read(generated).SelectMany(s => s.Entries).ToDictionary(e => (e.Account, e.BankReference));
        Assert.Equal(entries.Count, generated.Truth.Count);
        foreach (var truth in generated.Truth)
        {
            var entry = entries[(truth.Account, truth.BankReference)];
            Assert.Equal((truth.Amount, truth.Date, truth.IsReturn), (entry.Amount, entry.BookedOn, entry.IsReversal));
            if (truth.Writing == ReferenceWriting.InText)
                Assert.Contains(truth.Bills, b => entry.RemittanceText.Contains(b, StringComparison.Ordinal) || entry.RemittanceText.Contains("RF", StringComparison.Ordinal));
            if (truth.Writing == ReferenceWriting.Structured) Assert.NotEmpty(entry.Claims);
        }
    }

    [Fact]
    public void Customers_pay_in_every_way_that_real_ones_do()
    {
        var truth = Enumerable.Range(1, 5).SelectMany(seed => Generate((ulong)seed).Truth).ToList();
        Assert.All(Enum.GetValues<ReferenceWriting>(), w => Assert.Contains(truth, t => t.Writing == w));
        Assert.All(Enum.GetValues<AmountTwist>(), w => Assert.Contains(truth, t => t.Twist == w));
        Assert.Contains(truth, t => t.Bills.Count >= 3);
        Assert.Contains(truth, t => t.TookDiscount);
        Assert.Contains(truth, t => t.IsSecond);
        Assert.Contains(truth, t => t.CustomerKey.Length == 0 && t.Amount.IsNegative);
        Assert.Contains(truth, t => t.CustomerKey.Length == 0 && t.Amount.IsPositive);
        Assert.Contains(truth, t => t.Bills.Any(b => Bills.First(x => x.Number == b).IsCredit));
        Assert.All(Enumerable.Range(1, 5), seed => Assert.Single(Generate((ulong)seed).Truth, t => t.IsReturn));
        var due = Bills.ToDictionary(b => b.Number, b => b.DueDate);
        var days = truth.Where(t => t.Bills.Count > 0 && !t.CustomerKey.StartsWith("CASH", StringComparison.Ordinal) && !t.IsReturn && !t.IsSecond)
            .SelectMany(t => t.Bills.Select(b => Period.DaysBetween(due[b], t.Date))).ToList();
        Assert.Contains(days, d => d < 0);
        Assert.Contains(days, d => d > 15);
        Assert.InRange(days.Order().ElementAt(days.Count / 2), -3, 5);
        var paid = Generate().Truth.SelectMany(t => t.Bills).ToHashSet();
        Assert.Contains(Bills, b => !b.IsCredit && b.DueDate.PlusDays(30) < AsOf && !paid.Contains(b.Number));
    }

    [Fact]
    public void Nothing_happens_after_the_as_of_date()
    {
        var early = new LocalDate(2010, 12, 20);
        Assert.All(Generate(asOf: early).Truth, t => Assert.True(t.Date <= early));
        Assert.Throws<ArgumentException>(() => StatementGenerator.Generate(Bills, Customers, [], AsOf, 1));
    }

    [Fact]
    public void A_statement_of_another_account_is_listed_and_not_booked()
    {
        var log = new RejectionLog();
        var own = Accounts.Skip(1).Select(a => a.Iban.Value).ToHashSet();
        Assert.Equal(Accounts.Count - 1, StatementFile.Read(Generate().Source, own, log).Count);
        Rows.Refused(InputErrors.OtherAccount, log, 0, "account");
        Expect.Found(InputErrors.OtherAccount, RatesAndCustomersFileTests.Found(log));
    }

    [Fact]
    public void A_statement_that_breaks_off_is_listed_once_and_keeps_its_entries()
    {
        var (log, content) = (new RejectionLog(), Generate().Content);
        var kept = StatementFile.Read(InputSource.Bytes("bank.xml", content[..(content.Length * 2 / 3)]), Accounts.Select(a => a.Iban.Value).ToHashSet(), log);
        Assert.NotEmpty(kept);
        Assert.Equal("bank.truncated", Assert.Single(log.All).Code);
        Assert.True(log.All[0].Line > 1 && log.All[0].Remedy.Length > 0);
        Assert.Empty(StatementFile.Read(InputSource.File("/nowhere/bank.xml"), new HashSet<string>(), log));
        Expect.Found(InputErrors.Missing, RatesAndCustomersFileTests.Found(log));
    }
}
