using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Receivables.Tests;

public sealed class RefundTests
{
    private static readonly LocalDate Day = ADispute.Day;
    private static readonly Instant At = ADispute.At;
    private static readonly Actor Anna = Actor.Person("anna");
    private static readonly Actor Bert = Actor.Person("bert");
    private static readonly Actor Carl = Actor.Person("carl");
    private static readonly OpenItem Credit = ADispute.Item("P-1", -100);
    private static readonly RefundRoute Account = new() { Iban = Iban.Parse("DE02120300000000202051").Value, Name = "Nordwind GmbH" };
    private static readonly RefundPolicy Policy = new()
    {
        Tiers = [new() { UpTo = Eur(10), Approvals = 0 }, new() { UpTo = Eur(80), Approvals = 1 }, new() { UpTo = Eur(100), Approvals = 2 }],
    };

    private static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    private static RefundFacts Facts(decimal amount = 50) => new()
    {
        Refund = new("R-1"), Credit = Credit.Id, Kind = RefundKind.Overpayment, Amount = Eur(amount), Reason = "paid twice", Route = Account,
    };

    private static Result<Decision<RefundRequest, RefundEvent>> Request(RefundFacts facts, decimal claimed = 0, OpenItem? credit = null) =>
        RefundRequest.Request(facts, credit ?? Credit, Eur(claimed), Policy, Anna, At);

    private static RefundRequest Then(RefundRequest one, Func<RefundRequest, Result<Decision<RefundRequest, RefundEvent>>> decide)
    {
        var decision = Expect.Success(decide(one));
        Assert.Equal(decision.State, decision.Events.Aggregate(one, (s, e) => s.Apply(e)));
        Assert.Empty(decision.State.Check());
        return decision.State;
    }

    private static RefundRequest Requested(decimal amount = 50) => Expect.Success(Request(Facts(amount))).State;

    private static RefundRequest Ordered() =>
        Then(Then(Requested(), r => r.Approve(Bert, At)), r => r.Order(Credit, new("A-1"), "E2E-1", Day, Carl, At));

    [Fact]
    public void Who_asks_does_not_approve_and_nobody_approves_twice()
    {
        Assert.Equal(RefundStatus.Approved, Requested(10).Status);
        var large = Requested(81);
        Expect.Refused(RefundErrors.NeedsAnotherPerson, large.Approve(Anna, At));
        Expect.Refused(RefundErrors.NeedsAnotherPerson, large.Approve(Actor.System("bot"), At));
        var once = Then(large, r => r.Approve(Bert, At));
        Assert.Equal(RefundStatus.Requested, once.Status);
        Expect.Refused(RefundErrors.NeedsAnotherPerson, once.Approve(Bert, At));
        Assert.Equal(RefundStatus.Approved, Then(once, r => r.Approve(Carl, At)).Status);
        Expect.Refused(RefundErrors.WrongStatus, Requested(10).Approve(Bert, At));
        Expect.Refused(RefundErrors.NeedsAnotherPerson, large.Decline("no", Anna, At));
        Assert.Equal(RefundStatus.Declined, Then(large, r => r.Decline("no", Bert, At)).Status);
    }

    [Fact]
    public void No_more_goes_back_than_is_open_and_not_claimed()
    {
        Expect.Refused(RefundErrors.MoreThanOpen, Request(Facts(100.01m)));
        var refused = Expect.Refused(RefundErrors.MoreThanOpen, Request(Facts(50), claimed: 51));
        Assert.Equal("49.00 EUR", refused.Fact("open"));
        var approved = Then(Requested(), r => r.Approve(Bert, At));
        var used = Credit with
        {
            Applications = [new() { Id = new("X"), Counterpart = new("INV"), Amount = Eur(-60), FunctionalAmount = Eur(-60), On = Day, RecordedAt = At }],
        };
        Expect.Refused(RefundErrors.MoreThanOpen, approved.Order(used, new("A-1"), "E2E-1", Day, Carl, At));
        Expect.Refused(RefundErrors.OtherItem, approved.Order(Credit with { Id = new("P-2") }, new("A-1"), "E2E-1", Day, Carl, At));
        Expect.Refused(RefundErrors.Incomplete, approved.Order(Credit, new("A-1"), "", Day, Carl, At));
        Expect.Refused(RefundErrors.WrongStatus, Requested().Order(Credit, new("A-1"), "E2E-1", Day, Carl, At));
    }

    [Fact]
    public void Bad_requests_are_found_together()
    {
        var refused = Request(Facts(0) with { Reason = "", Route = new(), Refund = default });
        Expect.Refused(RefundErrors.Incomplete, refused);
        Assert.Equal(3, refused.Errors.Count(e => e.Code == RefundErrors.Incomplete.Code));
        Expect.Refused(RefundErrors.AmountNotPositive, refused);
        Expect.Refused(RefundErrors.AboveLimit, RefundRequest.Request(Facts(90), Credit, Eur(0), RefundPolicy.Standard with { Tiers = [] }, Anna, At));
        Expect.Refused(RefundErrors.NotACredit, Request(Facts() with { Kind = RefundKind.Credit }));
        Expect.Refused(RefundErrors.NotACredit, Request(Facts() with { Credit = new("INV") }, credit: ADispute.Item("INV", 100)));
        Expect.Refused(RefundErrors.OtherItem, Request(Facts() with { Credit = new("P-9") }));
        Expect.Refused(RefundErrors.OtherCurrency, Request(Facts() with { Amount = Money.Of(1, Currency.Usd) }));
        var card = new RefundRoute { Attempt = new("PA-1") };
        Expect.Refused(RefundErrors.OriginalRouteFirst, Request(Facts() with { Original = card }));
        Expect.Success(Request(Facts() with { Original = card, Route = card }));
        Expect.Success(Request(Facts() with { Original = card, NotOriginalBecause = "the card is closed" }));
        Assert.Equal(2, Expect.Success(RefundPolicy.Standard.ApprovalsFor(Eur(10_000.01m))));
    }

    [Fact]
    public void Money_that_comes_back_is_said_so_also_after_it_arrived()
    {
        var ordered = Ordered();
        Expect.Refused(RefundErrors.DateBeforeOrder, ordered.Confirm(Day.PlusDays(-1), Carl, At));
        Expect.Refused(RefundErrors.DateBeforeOrder, ordered.Fail("AC04", Day.PlusDays(-1), Carl, At));
        Expect.Refused(RefundErrors.Incomplete, ordered.Fail("", Day, Carl, At));
        var paid = Then(ordered, r => r.Confirm(Day.PlusDays(1), Carl, At));
        Assert.Empty(Expect.Success(paid.Confirm(Day.PlusDays(1), Carl, At)).Events);
        var back = Then(paid, r => r.Fail("AC04", Day.PlusDays(3), Carl, At));
        Assert.Equal((RefundStatus.Failed, "AC04"), (back.Status, back.Reason));
        Assert.Empty(Expect.Success(back.Fail("AC04", Day.PlusDays(3), Carl, At)).Events);
        Expect.Refused(RefundErrors.WrongStatus, back.Confirm(Day.PlusDays(4), Carl, At));
        Expect.Refused(RefundErrors.WrongStatus, ordered.Cancel("x", Anna, At));
        Expect.Refused(RefundErrors.Incomplete, Requested().Cancel(" ", Anna, At));
        Expect.Found(RefundErrors.StateBroken, (ordered with { OrderedOn = null }).Check());
        Expect.Found(RefundErrors.StateBroken, (Requested() with { Status = RefundStatus.Approved }).Check());
    }

    /// <summary>A command by small numbers.</summary>
    public sealed record Command(int Kind, int Who, int Days);

    public static class Cases
    {
        public static Arbitrary<Command[]> Commands() => Arb.From(
            (from kind in Gen.Elements(0, 0, 0, 1, 2, 3, 3, 4, 5) from who in Gen.Choose(0, 3) from days in Gen.Choose(-1, 3)
             select new Command(kind, who, days)).ArrayOf(),
            commands => Enumerable.Range(0, commands.Length).Select(i => commands.Where((_, n) => n != i).ToArray()));
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(Cases)])]
    public void Whatever_is_tried_the_request_holds_together(Command[] commands, int amount)
    {
        var first = Expect.Success(Request(Facts(1 + Math.Abs(amount % 100))));
        var (state, log) = (first.State, new List<RefundEvent>());
        Actor[] people = [Anna, Bert, Carl, Actor.System("bot")];
        foreach (var c in commands)
        {
            var by = people[c.Who];
            var result = c.Kind switch
            {
                0 => state.Approve(by, At),
                1 => c.Days > 2 ? state.Decline("x", by, At) : state.Approve(by, At),
                2 => c.Days > 2 ? state.Cancel("x", by, At) : state.Approve(by, At),
                3 => state.Order(Credit, new("A-1"), "E", Day, by, At),
                4 => state.Confirm(Day.PlusDays(c.Days), by, At),
                _ => state.Fail("AC04", Day.PlusDays(c.Days), by, At),
            };
            if (!result.IsSuccess) continue;
            Assert.Equal(result.Value.State, result.Value.Events.Aggregate(state, (s, e) => s.Apply(e)));
            state = result.Value.State;
            log.AddRange(result.Value.Events);
            Assert.Empty(state.Check());
            if (state.OrderedOn is not null)
                Assert.True(state.Approvals.Where(a => a.By != Anna.Id).DistinctBy(a => a.By).Count() >= state.ApprovalsNeeded);
        }
        Assert.Equal(state, log.Aggregate(RefundRequest.From((RefundRequested)first.Events[0]), (s, e) => s.Apply(e)));
    }
}
