using FsCheck;
using FsCheck.Fluent;
using static OrderToCash.Receivables.Tests.MandateTests;

namespace OrderToCash.Receivables.Tests;

public sealed class MandateProperties
{
    /// <summary>A command by small numbers, so that random ones hit each other; many are illegal.</summary>
    public sealed record Command(int Kind, int Number, int Other, int Days);

    public static class Cases
    {
        public static Arbitrary<Command[]> Commands() => Arb.From(
            (from kind in Gen.Frequency((4, Gen.Choose(0, 8)), (6, Gen.Elements(0, 0, 0, 5, 6, 7)))
             from number in Gen.Choose(0, 6)
             from other in Gen.Choose(0, 9)
             from days in Gen.Frequency((9, Gen.Choose(0, 20)), (1, Gen.Choose(900, 1200)))
             select new Command(kind, number, other, days)).ArrayOf(),
            commands => Enumerable.Range(0, commands.Length).Select(i => commands.Where((_, n) => n != i).ToArray()));
    }

    private static readonly string[] Codes = ["AM04", "AM04", "AM04", "MS03", "AC04", "MD01", "MD06", "AG02", "ZZ", "RR04"];

    private static readonly Iban[] Ibans =
        [Facts.Debtor.Iban, Iban.Parse("DE02120300000000202051").Value, Iban.Make(new("DE"), "370400440532013001").Value];

    [Property(MaxTest = 1000, Arbitrary = [typeof(Cases)])]
    public void Whatever_is_tried_the_mandate_holds_together(Command[] commands, bool oneOff, bool marksFirst)
    {
        var policy = Policy with { MarksFirst = marksFirst };
        var first = Expect.Success(DirectDebitMandate.Sign(Facts with { IsOneOff = oneOff }, Clerk, At));
        var (state, log, today) = (first.State, new List<MandateEvent>(), Monday);
        foreach (var command in commands)
        {
            today = today.PlusDays(command.Days);
            var result = Run(state, command, policy, today);
            if (!result.IsSuccess) continue;
            Assert.Equal(result.Value.State, result.Value.Events.Aggregate(state, (s, e) => s.Apply(e)));
            Invariants(state, result.Value.State, policy);
            state = result.Value.State;
            log.AddRange(result.Value.Events);
            Assert.Empty(state.Check());
        }
        Assert.Equal(state, log.Aggregate(DirectDebitMandate.From((MandateSigned)first.Events[0]), (s, e) => s.Apply(e)));
    }

    private static void Invariants(DirectDebitMandate before, DirectDebitMandate after, CollectionPolicy policy)
    {
        if (before.Status is MandateStatus.Revoked or MandateStatus.Lapsed) Assert.Equal(before.Status, after.Status);
        if (after.Collections.Count == before.Collections.Count) return;
        var added = after.Collections[^1];
        Assert.True(before.Status == MandateStatus.Active || added.RetryOf.Length > 0);
        Assert.True(added.DueOn <= before.LapsesOn(policy));
        Assert.True(Calendar.IsBusinessDay(added.DueOn) && Calendar.BusinessDaysBetween(added.SendBy, added.DueOn) == policy.LeadDays);
        Assert.True(added.PreNotifiedOn <= added.DueOn.PlusDays(-policy.PreNotificationDays));
        var hadOne = before.Collections.Any(c => c.Status != CollectionStatus.Rejected);
        Assert.False(added.Sequence == CollectionSequence.First && hadOne);
        Assert.Null(after.Amendment);
    }

    private static Result<Decision<DirectDebitMandate, MandateEvent>> Run(DirectDebitMandate state, Command c, CollectionPolicy policy, LocalDate today) => c.Kind switch
    {
        0 => state.Collect(new()
        {
            EndToEndId = $"E-{c.Number}", Amount = Eur(c.Other == 9 ? 0 : 10), DueOn = today.PlusDays(c.Other == 8 ? 0 : 14 + c.Other),
            PreNotifiedOn = today, IsFinal = c.Other == 7, RetryOf = c.Number > 3 ? $"E-{c.Number - 3}" : "",
        }, policy, Calendar, today, Clerk, At),
        1 => state.Activate(today, Clerk, At),
        2 => state.Suspend(c.Other == 9 ? "" : "x", today, Clerk, At),
        3 => c.Other == 0 ? state.Revoke("x", today, Clerk, At) : state.Activate(today, Clerk, At),
        4 => state.Lapse(policy, today, Clerk, At),
        5 => state.Settle($"E-{c.Number}", today, Clerk, At),
        6 => state.Fail(new() { EndToEndId = $"E-{c.Number}", Reason = Codes[c.Other], On = today, IsReject = c.Other > 6 }, policy, Calendar, Clerk, At),
        7 => state.Send($"E-{c.Number}", $"MSG-{c.Days}", $"MSG-{c.Days}-{c.Other}", today, Clerk, At),
        _ => state.Amend(Facts with { Debtor = Facts.Debtor with { Iban = Ibans[c.Number % 3] }, Mandate = new($"M-{c.Other}") }, "", today, Clerk, At),
    };
}
