using OrderToCash.Receivables;
using static OrderToCash.Matching.Tests.Desk;

namespace OrderToCash.Matching.Tests;

/// <summary>A payer who says one thing in a claim and another in the text has said neither: a person decides.</summary>
public class ContradictionTests
{
    private const string Reference = "RF18539007547034";
    private const string OtherReference = "RF712348231";

    private static readonly OpenItem[] Book =
    [
        Invoice("RE00040116", "ACME", 100m, Reference), Invoice("RE00048823", "ACME", 100m, OtherReference),
        Invoice("RE00049907", "ACME", 60m), Invoice("RE00049954", "ACME", 40m), Invoice("RE00051111", "ACME", 300m),
        Invoice("RE00052222", "BOLT", 100m),
    ];

    private static readonly RemittanceClaim Claim = new() { StructuredReference = Reference };

    private static void IsLeftToAPerson(MatchDecision decision, params string[] perhaps)
    {
        Assert.Equal(MatchOutcome.Suggested, decision.Outcome);
        Assert.Equal(perhaps, decision.Alternatives.Take(perhaps.Length)
            .Select(a => string.Join(' ', a.Allocations.Select(part => part.Item.Value))));
    }

    [Theory]
    // Another invoice of the same amount; others that add up to it.
    [InlineData("RE00048823", "RE00048823#1")]
    [InlineData("RF712348231", "RE00048823#1")]
    [InlineData("RE00049907 RE00049954", null)]
    public void A_claim_does_not_win_over_the_text_when_the_amount_is_that_of_both(string text, string? other)
    {
        RemittanceClaim[] claims =
        [
            Claim, new() { DocumentNumber = "RE00040116" }, new() { DocumentNumber = "RE00040116", Amount = Eur(100m) },
        ];
        foreach (var claim in claims)
        {
            var decision = Match(Book, Payment(100m, text, Acme, claims: claim));
            Assert.False(decision.IsApplied);
            Assert.Contains("RE00040116#1", decision.Explanation, StringComparison.Ordinal);
            if (other is not null) Assert.Contains(other, decision.Explanation, StringComparison.Ordinal);
        }
    }

    // A part of the one that he names, or a slip where he meant the other one of his.
    [Fact]
    public void A_whole_number_of_his_own_and_the_amount_of_one_a_slip_away_are_for_a_person()
    {
        OpenItem[] book = [Invoice("RE00040116", "ACME", 500m), Invoice("RE00040161", "ACME", 300m)];
        var decision = Match(book, Payment(300m, "RE00040116", Acme));
        IsLeftToAPerson(decision, "RE00040161#1");
        Assert.Contains(decision.Alternatives, a => a.Allocations[0].Item.Value == "RE00040116#1");
        Assert.True(Match([book[1]], Payment(300m, "RE00040116", Acme)).IsApplied);
    }

    [Fact]
    public void Both_are_shown() => IsLeftToAPerson(Match(Book, Payment(100m, "RE00048823", Acme, claims: Claim)), "RE00040116#1", "RE00048823#1");

    [Fact]
    public void The_amount_of_the_text_does_not_win_over_a_claim_that_is_open() =>
        IsLeftToAPerson(Match(Book, Payment(300m, "RE00051111", Acme, claims: Claim)), "RE00051111#1", "RE00040116#1");

    [Fact]
    public void A_part_of_what_the_claim_names_is_not_paid_against_the_text() =>
        Assert.False(Match(Book, Payment(25m, "RE00051111", Acme, claims: Claim)).IsApplied);

    [Theory]
    [InlineData("RE00040116")]
    [InlineData("RE00040116, not RE00048823")]
    [InlineData("customer 4711, order 8823, thank you")]
    // Another amount, another customer's.
    [InlineData("RE00051111")]
    [InlineData("RE00052222")]
    [InlineData("RE00099999")]
    public void Words_that_do_not_contradict_leave_the_claim_what_it_is(string text) =>
        Assert.Equal("Full RE00040116#1 100.00", Match(Book, Payment(100m, text, Acme, claims: Claim)).Line());

    [Fact]
    public void A_claim_and_a_text_that_add_up_belong_together() =>
        Assert.Equal("Full RE00040116#1 100.00 RE00051111#1 300.00", Match(Book, Payment(400m, "RE00051111", Acme, claims: Claim)).Line());

    [Fact]
    public void What_is_contradicted_waits_whatever_the_order_and_the_way_it_is_asked()
    {
        IncomingPayment[] payments =
            [Payment(100m, "RE00048823", Acme, "1", claims: Claim), Payment(60m, "RE00049907", Acme, "2"), Payment(100m, "RE00052222", Bolt, "3")];
        foreach (var order in (IncomingPayment[][])[payments, [.. payments.Reverse()]])
            Assert.Equal(["1 Suggested rest 100.00", "2 Full RE00049907#1 60.00", "3 Full RE00052222#1 100.00"],
                MatchAll(Book, order).Select(d => $"{d.Payment} {d.Line()}").Order());
    }

    [Fact]
    public void A_claim_that_the_text_repeats_leaves_nothing_unread() => Assert.Equal("Over RE00040116#1 100.00 rest 50.00",
        Match(Book, Payment(150m, "Rechnung RE00040116", Acme, claims: Claim)).Line());
}
