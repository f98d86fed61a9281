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
        Assert.Equal(given.Length, pairs.Waiting.Count + pairs.Entries.Count(e => !e.Claims.IsEmpty));
    }
}
