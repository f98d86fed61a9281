namespace OrderToCash.Banking.Tests;

public class AdvicePairsTests
{
    private static readonly LocalDate Day = new(2026, 3, 2);

    private static BankEntry Line(string amount, string endToEnd = "", string text = "", string account = "", string name = "") => new()
    {
        Account = "DE1", Identity = $"DE1/{amount}{endToEnd}{text}{account}{name}", BookedOn = Day, Amount = Money.Parse(amount),
        EndToEndId = endToEnd, RemittanceText = text, CounterpartyAccount = account, CounterpartyName = name,
    };

    private static RemittanceAdvice Advice(string reference, params string[] lines) => new()
    {
        PaymentReference = reference, Currency = Currency.Of("EUR"), Date = Day,
        Lines = [.. lines.Select((l, i) => new RemittanceAdviceLine { DocumentNumber = $"RE-{i + 1}", Paid = Money.Parse(l + " EUR") })],
    };

    private static string Claims(BankEntry line) => string.Join(" + ", line.Claims.Select(c => $"{c.DocumentNumber} {c.Amount}"));

    [Fact]
    public void The_advice_that_names_the_payment_gives_it_its_claims()
    {
        var pairs = AdvicePairs.Of([Line("90.00 EUR", endToEnd: "E-17"), Line("90.00 EUR")], [Advice("e-17", "100.00", "-10.00")]);
        Assert.Equal(["RE-1 100.00 EUR + RE-2 -10.00 EUR", ""], pairs.Entries.Select(Claims));
        Assert.Empty(pairs.Waiting);
    }

    [Theory]
    [InlineData("payment 4711 of march", true)]
    [InlineData("payment 14711", false)]
    [InlineData("4711/B 47110", true)]
    public void A_reference_in_the_text_counts_as_a_word(string text, bool isPaired) =>
        Assert.Equal(isPaired, AdvicePairs.Of([Line("5.00 EUR", text: text)], [Advice("4711", "5.00")]).Waiting.IsEmpty);

    [Fact]
    public void Account_then_name_pair_what_no_reference_does()
    {
        var pairs = AdvicePairs.Of(
            [Line("5.00 EUR", name: "Muller & Sons Ltd."), Line("5.00 EUR", account: "GB2", name: "Muller & Sons Ltd.")],
            [Advice("", "5.00") with { PayerAccount = "GB2" }, Advice("", "2.00", "3.00") with { PayerName = "MULLER & SONS LTD" }]);
        Assert.Equal(["RE-1 2.00 EUR + RE-2 3.00 EUR", "RE-1 5.00 EUR"], pairs.Entries.Select(Claims));
    }

    [Fact]
    public void On_doubt_nothing_is_paired()
    {
        Waits([Line("5.00 EUR", name: "A"), Line("5.00 EUR", name: "A", text: "x")], Advice("", "5.00") with { PayerName = "A" });
        Waits([Line("5.00 EUR", name: "A")], Advice("", "5.00") with { PayerName = "A", Number = "1" }, Advice("", "5.00") with { PayerName = "A", Number = "2" });
        Waits([Line("5.00 EUR")], Advice("", "5.00"));
        Waits([Line("5.01 EUR", endToEnd: "E-17")], Advice("E-17", "5.00"));
        Waits([Line("5.00 USD", endToEnd: "E-17")], Advice("E-17", "5.00"));
        Waits([Line("-5.00 EUR", endToEnd: "E-17")], Advice("E-17", "5.00"));
        Waits([Line("5.00 EUR", endToEnd: "E-17")], Advice("E-17", "5.00") with { Date = Day.PlusDays(15) });
        Waits([Line("6.00 EUR", endToEnd: "E-17")], Advice("E-17", "5.00") with { Total = Money.Parse("6.00 EUR") });
        Waits([Line("5.00 EUR", endToEnd: "E-17")], Advice("E-17", "5.00") with { Findings = [BankFileErrors.BadAmount.With(("amount", ""), ("currency", ""), ("line", 1), ("position", 1))] });

        static void Waits(EquatableArray<BankEntry> lines, params RemittanceAdvice[] advices)
        {
            var pairs = AdvicePairs.Of(lines, [.. advices]);
            Assert.Equal((lines, advices.Length), (pairs.Entries, pairs.Waiting.Count));
        }
    }

    [Fact]
    public void Several_advices_are_a_payment_together_when_none_of_them_is_alone()
    {
        var pairs = AdvicePairs.Of([Line("9.00 EUR", endToEnd: "E-17")], [Advice("E-17", "5.00"), Advice("e-17", "3.00", "1.00")]);
        Assert.Equal("RE-1 5.00 EUR + RE-1 3.00 EUR + RE-2 1.00 EUR", Claims(pairs.Entries[0]));
        Assert.Equal((0, 2), (pairs.Waiting.Count, Assert.Single(pairs.Advised).Advices.Count));

        Together(2, Line("9.00 EUR", account: "GB2"), Advice("", "5.00") with { PayerAccount = "GB2" }, Advice("", "4.00") with { PayerAccount = "gb2" });
        Together(2, Line("9.00 EUR", name: "A & B"), Advice("", "5.00") with { PayerName = "A B" }, Advice("", "4.00") with { PayerName = "a+b" });
        // One of three is another payment's, of another day, without a day, of another account, or in another currency.
        Together(0, Line("9.00 EUR", account: "GB2"), Advice("E-18", "5.00") with { PayerAccount = "GB2" }, Advice("E-17", "4.00") with { PayerAccount = "GB2" });
        Together(0, Line("9.00 EUR", account: "GB2"), Advice("", "5.00") with { PayerAccount = "GB2" }, Advice("", "4.00") with { PayerAccount = "GB2", Date = Day.PlusDays(1) });
        Together(0, Line("9.00 EUR", account: "GB2"), Advice("", "5.00") with { PayerAccount = "GB2", Date = null }, Advice("", "4.00") with { PayerAccount = "GB2", Date = null });
        Together(0, Line("9.00 EUR", name: "A"), Advice("", "5.00") with { PayerName = "A", PayerAccount = "1" }, Advice("", "4.00") with { PayerName = "A", PayerAccount = "2" });
        Together(0, Line("9.00 EUR", endToEnd: "E-17"), Advice("E-17", "5.00"), Advice("E-17", "4.00") with { Currency = Currency.Usd, Lines = [new() { DocumentNumber = "RE-2", Paid = Money.Parse("4.00 USD") }] });
        // Alone it would be a payment too: nobody knows.
        var doubt = AdvicePairs.Of([Line("9.00 EUR", endToEnd: "E-17"), Line("5.00 EUR", endToEnd: "E-17"), Line("5.00 EUR", endToEnd: "E-17", text: "x")], [Advice("E-17", "5.00"), Advice("E-17", "4.00")]);
        Assert.Equal((2, 0), (doubt.Waiting.Count, doubt.Advised.Count));

        static void Together(int count, BankEntry line, params RemittanceAdvice[] advices) =>
            Assert.Equal(count, AdvicePairs.Of([line], [.. advices]).Advised.Sum(a => a.Advices.Count));
    }

    [Fact]
    public void Advices_joined_say_what_all_of_them_say()
    {
        var (one, two) = (Advice("E-17", "5.00") with { PayerId = "1", Number = "A", PayerName = "A & B" }, Advice("", "4.00") with { PayerId = "2", PayerAccount = "GB2", PayerName = "a b" });
        var joined = AdvicePairs.Joined([one, two]);
        Assert.Equal(("E-17", "GB2", "A & B", "", ""), (joined.PaymentReference, joined.PayerAccount, joined.PayerName, joined.PayerId, joined.Number));
        Assert.Equal((Money.Parse("9.00 EUR"), Day), (joined.PaidByLines, joined.Date));
        Assert.Null(AdvicePairs.Joined([one, two with { Date = Day.PlusDays(1) }]).Date);
        Assert.Same(one, AdvicePairs.Joined([one]));
        Assert.Throws<ArgumentException>(() => AdvicePairs.Joined([one, two with { Currency = Currency.Usd }]));
        Assert.Throws<ArgumentException>(() => AdvicePairs.Joined([]));
    }

    [Property(MaxTest = 300)]
    public void The_order_of_the_input_changes_nothing(int[] lines, int[] advices, int seed)
    {
        var entries = lines.Select((n, i) => Line($"{1 + Math.Abs(n % 3)}.00 EUR", endToEnd: n % 5 == 0 ? $"REF{n % 4}" : "", account: $"A{n % 3}", name: $"N{n % 2}") with { Identity = $"{i}" }).ToArray();
        var given = advices.Select((n, i) => Advice(n % 3 == 0 ? $"REF{n % 4}" : "", $"{1 + Math.Abs(n % 3)}.00") with { Number = $"#{i}", PayerAccount = n % 2 == 0 ? $"A{n % 3}" : "", PayerName = $"N{n % 2}" }).ToArray();
        var pairs = AdvicePairs.Of([.. entries], [.. given]);
        var random = new Random(seed);
        var shuffled = AdvicePairs.Of([.. entries.OrderBy(_ => random.Next())], [.. given.OrderBy(_ => random.Next())]);
        Assert.Equal(pairs.Entries.OrderBy(e => e.Identity), shuffled.Entries.OrderBy(e => e.Identity));
        Assert.Equal(pairs.Waiting.Select(a => a.Number).Order(), shuffled.Waiting.Select(a => a.Number).Order());
        Assert.Equal(given.Length, pairs.Waiting.Count + pairs.Advised.Sum(a => a.Advices.Count));
        Assert.Equal(pairs.Advised.Select(a => a.Identity), pairs.Entries.Where(e => !e.Claims.IsEmpty).Select(e => e.Identity));
        Assert.All(pairs.Advised, a => Assert.Equal(pairs.Entries.Single(e => e.Identity == a.Identity).Amount, AdvicePairs.Joined(a.Advices).PaidByLines));
    }
}
