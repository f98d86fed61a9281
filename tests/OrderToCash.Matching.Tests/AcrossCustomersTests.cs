using static OrderToCash.Matching.Tests.Desk;

namespace OrderToCash.Matching.Tests;

/// <summary>One payment for items of several customers, who are all named.</summary>
public class AcrossCustomersTests
{
    private static readonly Receivables.OpenItem[] Items =
        [Invoice("RE-2010001", "ACME", 100), Invoice("RE-2010002", "BOLT", 55.5m), Invoice("RE-2010003", "BOLT", 71.30m), CreditNote("GS-2010009", "ACME", 20)];

    [Fact]
    public void A_collective_payer_names_what_he_pays_for_each() =>
        Assert.Equal("Full RE-2010001#1 100.00 RE-2010002#1 55.50", Match(Items, Payment(155.5m, "RE-2010001, RE-2010002", Holding)).Line());

    [Fact]
    public void A_parent_that_is_a_customer_itself_does_too() =>
        Assert.Equal("Full RE-2010001#1 100.00 RE-2010002#1 55.50", Match(Items, Payment(155.5m, "RE-2010001, RE-2010002", Acme)).Line());

    [Fact]
    public void A_credit_note_that_is_named_is_netted() =>
        Assert.Equal("Full RE-2010002#1 55.50 GS-2010009#1 -20.00", Match(Items, Payment(35.5m, "RE-2010002 less GS-2010009", Holding)).Line());

    [Fact]
    public void A_little_too_much_for_all_that_is_named_stays_on_account() =>
        Assert.Equal("Over RE-2010001#1 100.00 RE-2010002#1 55.50 rest 0.10", Match(Items, Payment(155.6m, "RE-2010001, RE-2010002", Holding)).Line());

    [Fact]
    public void A_parent_pays_a_little_too_much_for_itself_and_its_child() =>
        Assert.Equal("Over RE-2010001#1 100.00 RE-2010002#1 55.50 rest 0.10", Match(Items, Payment(155.6m, "RE-2010001, RE-2010002", Acme)).Line());

    [Fact]
    public void Much_too_much_is_shown_with_its_rest()
    {
        var decision = Match(Items, Payment(200m, "RE-2010001, RE-2010002", Holding));
        Assert.Equal(MatchOutcome.Suggested, decision.Outcome);
        Assert.Equal(["RE-2010001#1", "RE-2010002#1"], decision.Alternatives[0].Allocations.Select(a => a.Item.Value));
    }

    [Fact]
    public void Another_amount_than_all_that_is_named_is_left_to_a_person() =>
        Assert.NotEqual(MatchOutcome.Full, Match(Items, Payment(155.6m, "RE-2010001, RE-2010002", Holding)).Outcome);
}
