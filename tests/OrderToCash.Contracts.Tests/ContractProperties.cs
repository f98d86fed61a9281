using FsCheck;
using FsCheck.Fluent;
using static OrderToCash.Contracts.Tests.AContract;

namespace OrderToCash.Contracts.Tests;

public class ContractProperties
{
    /// <summary>A command with small numbers, so that random ones hit each other; many are illegal.</summary>
    public sealed record Command(int Kind, int Number, int Who, int Day);

    public sealed record Notice(LocalDate End, NoticePeriod Period);

    public static class Cases
    {
        // Ways to a signature are weighted up, or random commands would hardly ever get there.
        public static Arbitrary<Command[]> Commands() => Arb.From(
            (from kind in Gen.Frequency((3, Gen.Choose(0, 8)), (4, Gen.Choose(1, 3)))
             from number in Gen.Choose(0, 3)
             from who in Gen.Choose(0, 2)
             from day in Gen.Choose(0, 16)
             select new Command(kind, number, who, day)).ArrayOf(),
            commands => Enumerable.Range(0, commands.Length).Select(i => commands.Where((_, n) => n != i).ToArray()));

        public static Arbitrary<Notice> Notices() => Arb.From(
            from end in Any.Date
            from unit in Gen.Elements(Enum.GetValues<NoticeUnit>())
            from count in Gen.Choose(0, 40)
            select new Notice(end, new() { Count = count, Unit = unit }));
    }

    private static readonly PersonId[] People = [Seller, Buyer, new("mallory")];

    [Property(MaxTest = 1000, Arbitrary = [typeof(Cases)])]
    public void Whatever_is_tried_the_contract_holds_together(Command[] commands)
    {
        var first = Expect.Success(Contract.Draft(Id, new("UK"), new("C-1"), Content, Anna, At));
        var (state, log) = (first.State, new List<ContractEvent>());
        foreach (var command in commands)
        {
            var result = Run(state, command);
            if (!result.IsSuccess) continue;
            Assert.Equal(result.Value.State, result.Value.Events.Aggregate(state, (s, e) => s.Apply(e)));
            Assert.Equal(state.Versions, result.Value.State.Versions.Take(state.Versions.Count).ToEquatableArray());
            state = result.Value.State;
            log.AddRange(result.Value.Events);
            Assert.Empty(state.Check());
            if (state.SignedAt is null) continue;
            Assert.All(state.Request!.Signatories, s => Assert.Equal(state.Latest.Hash, state.Request!.SignatureOf(s.Person)!.Hash));
        }
        Assert.Equal(state, log.Aggregate(Contract.From((ContractDrafted)first.Events[0]), (s, e) => s.Apply(e)));
    }

    [Property(MaxTest = 1000, Arbitrary = [typeof(Cases)])]
    public void The_last_day_of_notice_is_in_time_and_the_next_day_is_not(Notice notice)
    {
        var last = notice.Period.LastDayOfNotice(notice.End);
        Assert.True(notice.Period.EndAfter(last) <= notice.End);
        Assert.True(notice.Period.EndAfter(last.PlusDays(1)) > notice.End);
    }

    private static Result<Decision<Contract, ContractEvent>> Run(Contract contract, Command c)
    {
        var at = At + Duration.FromDays(c.Day);
        return c.Kind switch
        {
            0 => contract.Propose(Content with { Total = Money.Of(c.Number, Currency.Gbp) }, (ContractSide)(c.Number % 2), Anna, at),
            1 => contract.Approve(c.Number == 0 ? 1 : contract.Latest.Number, Anna, at),
            2 => contract.RequestSignatures(Both, (SigningOrder)(c.Number % 2), At + Duration.FromDays(10), Anna, at),
            3 => contract.Sign(People[c.Who], contract.Versions[c.Number == 0 ? 0 : ^1].Hash, "", Anna, at),
            4 => contract.Decline(People[c.Who], "x", Anna, at),
            5 => contract.WithdrawRequest("x", Anna, at),
            6 => contract.ExpireRequest(Anna, at),
            7 => contract.Terminate((TerminationKind)(c.Who), new(2026, 11, 23 + c.Number * 2), new(2027, 2, 28), "x", Anna, at),
            _ => contract.Expire(new LocalDate(2027, 2, 20).PlusDays(c.Day), Anna, at),
        };
    }
}
