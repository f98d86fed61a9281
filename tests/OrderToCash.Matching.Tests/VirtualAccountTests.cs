using OrderToCash.Receivables;
using static OrderToCash.Matching.Tests.Desk;

namespace OrderToCash.Matching.Tests;

/// <summary>A number of our own that is given to one customer says whose the money is, whoever sends it.</summary>
public class VirtualAccountTests
{
    // Two are known to be the same customer's, one by his account and one by his number, and two come from the same account.
    [Fact]
    public void Three_that_name_one_item_are_a_tie_in_any_order()
    {
        RemittanceClaim claim = new() { DocumentNumber = "RE00040103" };
        IncomingPayment[] payments =
        [
            Desk.Payment(20m, "", Desk.Bolt, "P1", claims: claim),
            Desk.Payment(20m, "", "XX1", "P2", claims: claim) with { ReceivingAccount = Desk.NumberOfBolt },
            Desk.Payment(20m, "", "XX1", "P3", claims: claim),
        ];
        foreach (var order in (int[][])[[0, 1, 2], [1, 0, 2], [2, 1, 0]])
            Assert.All(Desk.MatchAll([Desk.Invoice("RE00040103", "ACME", 20m)], [.. order.Select(i => payments[i])]), d => Assert.Equal(MatchOutcome.Suggested, d.Outcome));
    }

    private static readonly OpenItem[] Book = [Invoice("RE-1001", "ACME", 100), Invoice("RE-1002", "BOLT", 100), Invoice("RE-1003", "COLT", 100)];

    private static IncomingPayment At(string number, string from = "", string text = "") => Payment(100, text, from) with { ReceivingAccount = number };

    private static BankEntry Entry(string account, string virtualAccount) => new()
    {
        Account = account, Identity = "1", BookedOn = Today, Amount = Eur(100), VirtualAccount = virtualAccount,
    };

    [Theory]
    [InlineData("")]
    [InlineData("XX-unknown")]
    // Who pays for many, and who pays for another one.
    [InlineData(Holding)]
    [InlineData(Acme)]
    public void Money_at_a_number_of_a_customer_is_his_whoever_sends_it(string sender)
    {
        var decision = Match(Book, At(NumberOfBolt, sender));
        Assert.Equal("Full RE-1002#1 100.00", decision.Line());
        Assert.Contains(EvidenceKind.PayerAccount, decision.Evidence.Select(e => e.Kind));
    }

    [Theory]
    [InlineData("de68 2105 0170 0012 3456 78", "Full RE-1002#1 100.00")]
    [InlineData("DE00OURS", "Full RE-1001#1 100.00")]
    public void Blanks_and_case_do_not_matter_and_our_own_account_says_nothing(string number, string line) =>
        Assert.Equal(line, Match(Book, At(number, Acme)).Line());

    [Fact]
    public void A_payer_that_is_given_comes_before_the_number() =>
        Assert.Equal("Full RE-1003#1 100.00", Match(Book, At(NumberOfBolt) with { Payer = new("COLT") }).Line());

    [Fact]
    public void The_number_comes_before_what_the_sender_is_registered_by()
    {
        var payers = PayerDirectory.Create(
            [new() { Reference = "M-7", Customer = new("ACME") }, new() { VirtualAccount = NumberOfBolt, Customer = new("BOLT") }]);
        string Line(IncomingPayment payment) => MatchingEngine.Match(OpenItemBook.Create(Book), [payment], MatchingPolicy.Standard, payers).Decisions[0].Line();
        Assert.Equal("Full RE-1002#1 100.00", Line(At(NumberOfBolt) with { PayerReference = "M-7" }));
        Assert.Equal("Full RE-1001#1 100.00", Line(At("") with { PayerReference = "M-7" }));
    }

    [Fact]
    public void Money_at_his_number_does_not_pay_what_another_customer_owes() =>
        Assert.NotEqual(MatchOutcome.Full, Match([Book[0]], At(NumberOfBolt, Acme)).Outcome);

    [Theory]
    [InlineData("DE02ACCOUNT", NumberOfBolt, NumberOfBolt)]
    // A bank that gives the number a statement of its own.
    [InlineData(NumberOfBolt, "", NumberOfBolt)]
    public void A_bank_line_says_it_beside_its_account_or_by_its_account(string account, string number, string arrivedAt)
    {
        var payment = IncomingPayment.Of(new("P1"), Entry(account, number));
        Assert.Equal(arrivedAt, payment.ReceivingAccount);
        Assert.Equal("Full RE-1002#1 100.00", Match(Book, payment).Line());
    }

    [Fact]
    public void A_number_is_known_by_those_who_gave_it_and_neither_learned_nor_rejected()
    {
        Assert.Empty(PayerKey.Of(At(NumberOfBolt)));
        var rejected = PayerMemory.Nothing(new("DE01"), PayerKey.Account(NumberOfBolt))
            .Reject(new("BOLT"), new("P1"), "", Actor.Person("anna"), Instant.FromUtc(2026, 3, 1, 0, 0)).Value.State;
        var payers = Payers.With([rejected], MemoryPolicy.Standard, Instant.FromUtc(2026, 3, 2, 0, 0));
        Assert.Equal([new CustomerId("BOLT")], payers.PaidTo(NumberOfBolt).ToArray());
        Assert.Empty(payers.PaidTo(Acme).ToArray());
        Assert.Empty(payers.PaidFrom(NumberOfBolt).ToArray());
    }
}
