using static OrderToCash.Matching.Tests.Desk;

namespace OrderToCash.Matching.Tests;

/// <summary>People's decisions win: what one said a payment is not for is never done, and never shown again.</summary>
public class RejectedMatchTests
{
    private static IncomingPayment Not(IncomingPayment payment, params string[] items) =>
        payment with { Rejected = items.Select(i => new OpenItemId(i)).ToEquatableArray() };

    [Fact]
    public void A_rejected_single_is_neither_applied_nor_suggested()
    {
        var decision = Match([Invoice("RE-1001", "ACME", 100), Invoice("RE-1002", "ACME", 55)], Not(Payment(100, account: Acme), "RE-1001#1"));
        Assert.Equal(MatchOutcome.Unidentified, decision.Outcome);
        Assert.Empty(decision.Alternatives);
    }

    [Fact]
    public void Of_two_equal_items_the_other_one_is_meant()
    {
        var book = new[] { Invoice("RE-1001", "ACME", 100), Invoice("RE-1002", "ACME", 100) };
        Assert.Equal("Suggested rest 100.00", Match(book, Payment(100, account: Acme)).Line());
        Assert.Equal("Full RE-1002#1 100.00", Match(book, Not(Payment(100, account: Acme), "RE-1001#1")).Line());
    }

    [Fact]
    public void What_the_payer_names_and_a_person_rejected_is_left_alone_and_nothing_else_is_applied_by_its_amount()
    {
        var decision = Match([Invoice("RE-2010001", "ACME", 100), Invoice("RE-2010002", "ACME", 100)], Not(Payment(100, "RE-2010001", Acme), "RE-2010001#1"));
        Assert.Empty(decision.Allocations);
        Assert.DoesNotContain(decision.Alternatives, a => a.Allocations[0].Item.Value == "RE-2010001#1");
    }

    [Fact]
    public void A_sum_with_a_rejected_item_is_no_sum()
    {
        var book = new[] { Invoice("RE-1001", "ACME", 60.10m), Invoice("RE-1002", "ACME", 39.95m), Invoice("RE-1003", "ACME", 700) };
        Assert.True(Match(book, Payment(100.05m, account: Acme)).IsApplied);
        Assert.Equal(MatchOutcome.Unidentified, Match(book, Not(Payment(100.05m, account: Acme), "RE-1002#1")).Outcome);
    }

    [Fact]
    public void The_item_stays_for_other_payments()
    {
        var decisions = MatchAll([Invoice("RE-1001", "ACME", 100)],
            Not(Payment(100, account: Acme, id: "P1"), "RE-1001#1", "unknown"), Payment(100, account: Acme, id: "P2"));
        Assert.Equal(["Unidentified rest 100.00", "Full RE-1001#1 100.00"], decisions.Select(d => d.Line()));
    }
}
