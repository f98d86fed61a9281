using OrderToCash.Receivables;
using static OrderToCash.Matching.Tests.Desk;

namespace OrderToCash.Matching.Tests;

/// <summary>Many items ask for one amount: what the payer nearly wrote says which to show first.</summary>
public class EqualAmountTests
{
    private static readonly OpenItem[] Book =
    [
        .. Enumerable.Range(0, 30).Select(i => Invoice($"RE000{40_116 + 731 * i}", i % 2 == 0 ? "ACME" : "BOLT", 50m, Reference(i),
            due: Today.PlusDays(-40 + i))),
        // Two that are cut to the same digits.
        Invoice("RE00061234", "ACME", 50m), Invoice("RE00061299", "ACME", 50m),
    ];

    private static string Reference(int i) => $"2100000000031394714300{901 + 8 * i}";

    private static string[] Shown(IncomingPayment payment, bool isReversed = false)
    {
        var decision = Match(isReversed ? Book.Reverse() : Book, payment);
        Assert.False(decision.IsApplied);
        return [.. decision.Alternatives.Select(a => a.Allocations[0].Item.Value)];
    }

    [Theory]
    [InlineData("RE000612", Acme, "RE00061234#1", "RE00061299#1")]
    [InlineData("RE0006123", "", "RE00061234#1")]
    [InlineData("RE000612", "", "RE00061234#1", "RE00061299#1")]
    public void The_nearly_named_come_before_the_oldest(string text, string account, params string[] first)
    {
        foreach (var isReversed in (bool[])[false, true])
        {
            var shown = Shown(Payment(50m, text, account), isReversed);
            Assert.Equal(first, shown.Take(first.Length).Order());
            Assert.Equal(account.Length > 0 ? 3 : first.Length, shown.Length);
        }
    }

    [Theory]
    [InlineData(Acme)]
    [InlineData("")]
    public void A_reference_with_a_wrong_digit_is_shown_first(string account)
    {
        var wrong = Reference(22).Remove(10, 1).Insert(10, "7");
        Assert.Equal("RE00056198#1", Shown(Payment(50m, "", account, claims: new RemittanceClaim { StructuredReference = wrong }))[0]);
    }

    [Fact]
    public void Who_wrote_nothing_like_a_number_is_shown_the_oldest() =>
        Assert.Equal(["RE00040116#1", "RE00041578#1", "RE00043040#1"], Shown(Payment(50m, "thank you", Acme)));
}
