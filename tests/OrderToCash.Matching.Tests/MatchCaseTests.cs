using static OrderToCash.Matching.Tests.Desk;

namespace OrderToCash.Matching.Tests;

/// <summary>What people decide about one payment.</summary>
public class MatchCaseTests
{
    private static readonly Actor Anna = Actor.Person("anna");
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 20, 12, 0);
    private static readonly MatchCase Fresh = Expect.Success(MatchCase.Open(new("DE01"), Payment(100, "RE-1001", Acme), Anna, Now)).State;

    private static SettledItem Settled(string item, string customer = "ACME") => new() { Item = new(item), Customer = new(customer) };

    [Fact]
    public void A_confirmation_learns_once_for_each_customer()
    {
        var decision = Expect.Success(Fresh.Confirm([Settled("B"), Settled("A"), Settled("C", "BOLT")], Anna, Now));
        Assert.Equal([("ACME", "A B"), ("BOLT", "C")], decision.State.Learned.Select(l => (l.Customer.Value, string.Join(' ', l.Items))));
        Assert.All(decision.State.Learned, l => Assert.Equal(MatchSource.Human, l.Source));
    }

    [Fact]
    public void What_was_rejected_goes_with_the_payment_when_it_is_matched_again()
    {
        var rejected = Expect.Success(Fresh.Reject([new("B"), new("A")], "another order", Anna, Now));
        Assert.Equal(["A", "B"], rejected.State.Again.Rejected.Select(i => i.Value));
        Assert.Empty(Expect.Success(rejected.State.Reject([new("A")], "", Anna, Now)).Events);
        var confirmed = Expect.Success(rejected.State.Confirm([Settled("A")], Anna, Now)).State;
        Assert.Equal(["B"], confirmed.Rejected.Select(i => i.Value));
        Expect.Refused(MemoryErrors.StillConfirmed, confirmed.Reject([new("A")], "", Anna, Now));
        var back = Expect.Success(confirmed.TakeBack(new("A"), Anna, Now)).State;
        Assert.True(back.Learned[0].IsTakenBack);
        Assert.Empty(Expect.Success(back.TakeBack(new("A"), Anna, Now)).Events);
        Assert.Equal(["A", "B"], Expect.Success(back.Reject([new("A")], "", Anna, Now)).State.Rejected.Select(i => i.Value));
    }

    [Fact]
    public void What_the_engine_sees_does_not_undo_what_a_person_rejected()
    {
        var rejected = Expect.Success(Fresh.Reject([new("A")], "", Anna, Now)).State;
        Assert.Empty(Expect.Success(rejected.See([Settled("A")], Actor.System("import"), Now)).Events);
    }

    [Fact]
    public void Nothing_chosen_and_programs_are_refused()
    {
        Expect.Refused(MemoryErrors.NothingChosen, Fresh.Confirm([], Anna, Now));
        Expect.Refused(MemoryErrors.NothingChosen, Fresh.Reject([], "", Anna, Now));
        Expect.Refused(MemoryErrors.NotAPerson, Fresh.Confirm([Settled("A")], Actor.System("import"), Now));
        Expect.Refused(MemoryErrors.NotAPerson, Fresh.Reject([new("A")], "", Actor.System("import"), Now));
    }

    [Fact]
    public void Only_what_the_payer_said_himself_is_a_proof_of_who_pays()
    {
        var book = new[] { Invoice("RE-2010001", "ACME", 100), Invoice("RE-2010002", "ACME", 55.5m), Invoice("RE-2010003", "ACME", 71.30m) };
        Assert.True(MatchCase.IsProof(Match(book, Payment(100, "RE-2010001", Acme))));
        Assert.True(MatchCase.IsProof(Match(book, Payment(155.5m, "RE-2010001 RE-2010002", Acme))));
        Assert.False(MatchCase.IsProof(Match(book, Payment(100, "", Acme))));
        Assert.False(MatchCase.IsProof(Match(book, Payment(99.8m, "RE-2010001", Acme))));
        Assert.False(MatchCase.IsProof(Match(book, Payment(126.80m, "", Acme))));
        Assert.False(MatchCase.IsProof(Match(book, Payment(1, "", Acme))));
    }

    [Fact]
    public void A_broken_case_says_what_is_broken()
    {
        Assert.Empty(Fresh.Check());
        Expect.Found(MemoryErrors.StateBroken, (Fresh with { Rejected = [new("B"), new("A")] }).Check());
        Expect.Found(MemoryErrors.StateBroken, (Fresh with { Learned = [new() { Customer = new("A"), Items = [], Source = MatchSource.Human }] }).Check());
        Expect.Found(MemoryErrors.StateBroken, (Fresh with
        {
            Rejected = [new("A")], Learned = [new() { Customer = new("C"), Items = [new("A")], Source = MatchSource.Human }],
        }).Check());
    }
}
