using FsCheck;
using FsCheck.Fluent;
using OrderToCash.Receivables;
using static OrderToCash.Matching.Tests.Desk;

namespace OrderToCash.Matching.Tests;

/// <summary>Which debt money settles, and which part of it, when the payer says nothing.</summary>
public class ImputationTests
{
    private static readonly ImputationPolicy Oldest = new() { Debts = DebtOrder.OldestFirst, Components = ComponentOrder.CostsInterestPrincipal };

    private static OpenItem Debt(string id, decimal amount, int due, OpenItemKind kind = OpenItemKind.Invoice, string? invoice = null) =>
        Invoice(id, "ACME", amount, due: Today.PlusDays(due), id: id) with { Kind = kind, Invoice = new(invoice ?? id) };

    private static string Paid(decimal money, ImputationPolicy policy, OpenItem[] items, EquatableArray<OpenItemId> named = default, EquatableArray<DebtStanding> standings = default) =>
        string.Join(' ', Imputation.Of(Eur(money), items, policy, Today, named, standings).Select(a => $"{a.Item} {a.Cash.Amount}"));

    private static readonly OpenItem[] Three = [Debt("NEW", 100, 10), Debt("OLD", 80, -40), Debt("MID", 60, -5)];

    [Fact]
    public void The_oldest_debt_comes_first_and_what_the_payer_names_before_it()
    {
        Assert.Equal("OLD 80.00 MID 20.00", Paid(100, Oldest, Three));
        Assert.Equal("NEW 100.00 OLD 10.00", Paid(110, Oldest, Three, [new("NEW")]));
        Assert.Equal("OLD 80.00 MID 60.00 NEW 100.00", Paid(1_000, Oldest, Three));
    }

    [Fact]
    public void The_law_takes_what_is_due_then_the_less_secured_then_the_more_burdensome()
    {
        EquatableArray<DebtStanding> standings =
            [new() { Item = new("OLD"), Security = 1 }, new() { Item = new("NEW"), Burden = Percentage.Of(9) }];
        Assert.Equal("MID 60.00 OLD 40.00", Paid(100, ImputationPolicy.GermanLaw, Three, default, standings));
        standings = [new() { Item = new("OLD"), Burden = Percentage.Of(1) }, new() { Item = new("MID"), Burden = Percentage.Of(9) }];
        Assert.Equal("MID 60.00 OLD 40.00", Paid(100, ImputationPolicy.GermanLaw, Three, default, standings));
    }

    [Fact]
    public void Equal_debts_are_settled_in_proportion() =>
        Assert.Equal("A 3.33 B 6.67", Paid(10, ImputationPolicy.GermanLaw, [Debt("A", 10, -5), Debt("B", 20, -5)]));

    [Theory]
    [InlineData(ComponentOrder.CostsInterestPrincipal, "FEE 5.00 INT 7.00 INV 8.00")]
    [InlineData(ComponentOrder.CostsPrincipalInterest, "FEE 5.00 INV 15.00")]
    [InlineData(ComponentOrder.PrincipalInterestCosts, "INV 20.00")]
    public void Inside_a_debt_the_policy_says_what_comes_first(ComponentOrder order, string expected) => Assert.Equal(expected, Paid(20,
        Oldest with { Components = order },
        [Debt("INV", 50, -9), Debt("INT", 7, 3, OpenItemKind.Interest, "INV"), Debt("FEE", 5, 4, OpenItemKind.Fee, "INV"), Debt("LATER", 9, -2)]));

    [Fact]
    public void Credits_and_other_currencies_take_no_part()
    {
        Assert.Equal("OLD 80.00", Paid(500, Oldest, [CreditNote("CN", "ACME", 5), Invoice("USD", "ACME", 0, other: Money.Of(5, Currency.Usd)), Debt("OLD", 80, -1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Imputation.Of(Eur(0), Three, Oldest, Today));
    }

    public sealed class Books
    {
        public static Arbitrary<(int Money, int[] Items)> All() => Arb.From(
            from money in Gen.Choose(1, 40_000) from count in Gen.Choose(0, 12) from items in Gen.ArrayOf(Gen.Choose(1, 9_000), count) select (money, items));
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(Books)])]
    public void Nothing_is_lost_and_nothing_is_settled_twice((int Money, int[] Items) given)
    {
        OpenItem[] items = [.. given.Items.Select((amount, i) => Debt($"I{i}", amount / 100m, amount % 7 - 3, (amount % 5) switch
        {
            0 => OpenItemKind.Fee, 1 => OpenItemKind.Interest, _ => OpenItemKind.Invoice,
        }, $"D{amount % 4}"))];
        foreach (var debts in Enum.GetValues<DebtOrder>())
            foreach (var components in Enum.GetValues<ComponentOrder>())
            {
                var policy = new ImputationPolicy { Debts = debts, Components = components };
                var found = Imputation.Of(Eur(given.Money / 100m), items, policy, Today);
                Assert.Equal(Math.Min(given.Money, given.Items.Sum()), found.Sum(a => a.Cash.MinorUnits));
                Assert.Equal(found.Count, found.Select(a => a.Item).Distinct().Count());
                Assert.All(found, a => Assert.True(a.Cash.IsPositive && a.Cash <= items.Single(i => i.Id == a.Item).Open));
                Assert.Equal(found, Imputation.Of(Eur(given.Money / 100m), items.Reverse(), policy, Today));
            }
    }
}
