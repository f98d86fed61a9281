using static OrderToCash.Matching.Tests.Desk;

namespace OrderToCash.Matching.Tests;

/// <summary>What people and payers teach about who pays for whom.</summary>
public class PayerMemoryTests
{
    private const string Stranger = "NL91ABNA0417164300";
    private static readonly LegalEntityId Entity = new("DE01");
    private static readonly Actor Anna = Actor.Person("anna");
    private static readonly Actor Robot = Actor.System("import");
    private static readonly CustomerId Customer = new("ACME");
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 20, 12, 0);
    private static readonly PayerMemory Empty = PayerMemory.Nothing(Entity, PayerKey.Account(Stranger));

    private static PayerMemory Confirmed(PayerMemory memory, string payment = "P1") =>
        Expect.Success(memory.Confirm(Customer, new(payment), Anna, Now)).State;

    private static PayerMemory Seen(PayerMemory memory) => Expect.Success(memory.See(Customer, new("P1"), Robot, Now)).State;

    private static PayerMemory TakenBack(PayerMemory memory) => Expect.Success(memory.TakeBack(Customer, new("P1"), Anna, Now)).State;

    private static PayerStanding Standing(PayerMemory memory, Instant? at = null) => memory.Of(Customer)?.Standing(MemoryPolicy.Standard, at ?? Now) ?? PayerStanding.Unknown;

    private static MatchDecision Decide(PayerMemory memory, string text = "", PayerDirectory? known = null) => MatchingEngine.Match(
        OpenItemBook.Create([Invoice("RE-1001", "ACME", 123.45m), Invoice("RE-1002", "BOLT", 77)]), [Payment(123.45m, text, Stranger)],
        MatchingPolicy.Standard, (known ?? PayerDirectory.Empty).With([memory], MemoryPolicy.Standard, Now)).Decisions[0];

    [Fact]
    public void One_person_makes_an_account_known_and_amounts_decide_from_then_on()
    {
        Assert.Equal(MatchOutcome.Suggested, Decide(Empty).Outcome);
        var memory = Confirmed(Empty);
        Assert.Equal(PayerStanding.Applies, Standing(memory));
        Assert.Equal("Full RE-1001#1 123.45", Decide(memory).Line());
    }

    [Fact]
    public void Payments_that_named_their_items_corroborate_at_first_and_decide_from_three_on()
    {
        var memory = Seen(Empty);
        Assert.Equal(PayerStanding.Corroborates, Standing(memory));
        var decision = Decide(memory);
        Assert.Equal(MatchOutcome.Suggested, decision.Outcome);
        Assert.Equal(EvidenceKind.PayerLearned, decision.Evidence[0].Kind);
        Assert.Equal("Full RE-1001#1 123.45", Decide(Seen(Seen(memory))).Line());
    }

    [Fact]
    public void A_name_suggests_however_often_it_was_confirmed()
    {
        var memory = Confirmed(Confirmed(PayerMemory.Nothing(Entity, PayerKey.Name("Acme B.V."))));
        var directory = PayerDirectory.Empty.With([memory], MemoryPolicy.Standard, Now);
        var decision = MatchingEngine.Match(OpenItemBook.Create([Invoice("RE-1001", "ACME", 123.45m), Invoice("RE-1002", "BOLT", 77)]),
            [Payment(123.45m, name: "ACME BV")], MatchingPolicy.Standard, directory).Decisions[0];
        Assert.Equal((MatchOutcome.Suggested, EvidenceKind.PayerName), (decision.Outcome, decision.Evidence[0].Kind));
    }

    [Fact]
    public void A_mandate_that_was_confirmed_says_who_pays()
    {
        var memory = Confirmed(PayerMemory.Nothing(Entity, PayerKey.Reference("MND-1")));
        var directory = PayerDirectory.Empty.With([memory], MemoryPolicy.Standard, Now);
        var decision = MatchingEngine.Match(OpenItemBook.Create([Invoice("RE-1001", "ACME", 123.45m)]),
            [Payment(123.45m, account: Stranger) with { PayerReference = "mnd-1" }], MatchingPolicy.Standard, directory).Decisions[0];
        Assert.Equal("Full RE-1001#1 123.45", decision.Line());
    }

    [Fact]
    public void A_reversal_takes_the_trust_of_a_confirmation_back_and_more()
    {
        var memory = TakenBack(Confirmed(Empty));
        Assert.Equal((PayerStanding.Unknown, -1L), (Standing(memory), memory.Of(Customer)!.Points(MemoryPolicy.Standard)));
        Assert.Equal(PayerStanding.Corroborates, Standing(Confirmed(memory)));
        Assert.Equal(PayerStanding.Applies, Standing(Confirmed(Confirmed(memory))));
        Expect.Refused(MemoryErrors.NothingLearned, memory.TakeBack(Customer, new("P1"), Anna, Now));
        Expect.Refused(MemoryErrors.NothingLearned, Empty.TakeBack(Customer, new("P1"), Anna, Now));
        Expect.Refused(MemoryErrors.NothingLearned, Empty.Withdraw(Customer, MatchSource.Human, new("P1"), Anna, Now));
    }

    [Fact]
    public void What_a_person_rejected_is_out_whoever_said_it_before_until_a_person_confirms_it()
    {
        var directory = PayerDirectory.Create([new() { Account = Stranger, Customer = Customer }]);
        Assert.True(Decide(Empty, known: directory).IsApplied);
        var memory = Expect.Success(Confirmed(Empty).Reject(Customer, new("P1"), "a namesake", Anna, Now)).State;
        Assert.Equal(PayerStanding.Rejected, Standing(memory));
        Assert.False(Decide(memory, known: directory).IsApplied);
        Assert.Empty(Expect.Success(memory.See(Customer, new("P2"), Robot, Now)).Events);
        Assert.Empty(Expect.Success(memory.Reject(Customer, new("P2"), "", Anna, Now)).Events);
        Assert.Equal("Full RE-1001#1 123.45", Decide(Confirmed(memory)).Line());
    }

    [Fact]
    public void Old_knowledge_only_corroborates()
    {
        var memory = Confirmed(Empty);
        Assert.Equal(PayerStanding.Applies, Standing(memory, Now + Duration.FromDays(1_095)));
        Assert.Equal(PayerStanding.Corroborates, Standing(memory, Now + Duration.FromDays(1_096)));
    }

    [Fact]
    public void A_program_confirms_and_rejects_nothing()
    {
        Expect.Refused(MemoryErrors.NotAPerson, Empty.Confirm(Customer, new("P1"), Robot, Now));
        Expect.Refused(MemoryErrors.NotAPerson, Empty.Reject(Customer, new("P1"), "", Robot, Now));
    }

    [Fact]
    public void Accounts_are_the_same_with_blanks_and_in_lower_case() =>
        Assert.Equal(PayerKey.Account("NL91ABNA0417164300"), PayerKey.Account("nl91 abna 0417 1643 00"));

    [Fact]
    public void A_broken_memory_says_what_is_broken()
    {
        Assert.Empty(Confirmed(Empty).Check());
        Expect.Found(MemoryErrors.StateBroken, (Empty with { Payer = default }).Check());
        Expect.Found(MemoryErrors.StateBroken, (Empty with { Customers = [new() { Customer = Customer, Reversed = 1 }] }).Check());
        Expect.Found(MemoryErrors.StateBroken, (Empty with { Customers = [new() { Customer = Customer, Human = -1 }] }).Check());
        Expect.Found(MemoryErrors.StateBroken, (Empty with { Customers = [new() { Customer = Customer }, new() { Customer = Customer }] }).Check());
    }

    [Fact]
    public void A_policy_that_can_not_be_used_says_why()
    {
        Assert.Empty(MemoryPolicy.Standard.Check());
        Expect.Found(MatchingErrors.BudgetInvalid, (MatchingPolicy.Standard with { Memory = MemoryPolicy.Standard with { HumanPoints = 0 } }).Check());
        Expect.Found(MatchingErrors.BudgetInvalid, (MemoryPolicy.Standard with { ApplyFrom = 0 }).Check());
        Expect.Found(MatchingErrors.BudgetInvalid, (MemoryPolicy.Standard with { AutomaticPoints = 4 }).Check());
    }
}
