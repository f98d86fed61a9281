using FsCheck;
using FsCheck.Fluent;
using static OrderToCash.Receivables.Tests.PaymentAttemptTests;

namespace OrderToCash.Receivables.Tests;

public sealed class PaymentAttemptProperties
{
    /// <summary>A command by small numbers, so that random ones hit each other; many are illegal.</summary>
    public sealed record Command(int Kind, int Key, int Other, int Amount);

    public static class Cases
    {
        public static Arbitrary<Command[]> Commands() => Arb.From(
            (from kind in Gen.Elements(0, 0, 0, 1, 1, 1, 2, 3)
             from key in Gen.Choose(0, 5)
             from other in Gen.Choose(0, 4)
             from amount in Gen.Frequency((5, Gen.Choose(1, 100)), (1, Gen.Choose(-1, 0)), (1, Gen.Choose(101, 102)))
             select new Command(kind, key, other, amount)).ArrayOf(),
            commands => Enumerable.Range(0, commands.Length).Select(i => commands.Where((_, n) => n != i).ToArray()));
    }

    [Property(MaxTest = 1000, Arbitrary = [typeof(Cases)])]
    public void Whatever_is_tried_the_attempt_holds_together(Command[] commands)
    {
        var first = Expect.Success(PaymentAttempt.Start(Facts, Clerk, At));
        var (state, log, now) = (first.State, new List<PaymentAttemptEvent>(), At);
        foreach (var command in commands)
        {
            now += Duration.FromHours(25);
            var result = Run(state, command, now);
            if (!result.IsSuccess) continue;
            var next = result.Value.State;
            Assert.Equal(next, result.Value.Events.Aggregate(state, (s, e) => s.Apply(e)));
            Assert.Empty(next.Check());
            Assert.True(next.Captured >= state.Captured && next.Refunded >= state.Refunded && next.Authorized >= state.Authorized);
            Assert.True(next.Captured <= Facts.Amount);
            if (state.Open is { } open && result.Value.Events.Any(e => e is GatewayAsked)) Assert.Fail($"{open.Key} was open");
            state = next;
            log.AddRange(result.Value.Events);
        }
        Assert.Equal(state, log.Aggregate(PaymentAttempt.From((PaymentStarted)first.Events[0]), (s, e) => s.Apply(e)));
        Assert.Equal(state.Captured, TakenBy(first.State, log));
    }

    private static Money TakenBy(PaymentAttempt first, List<PaymentAttemptEvent> log)
    {
        var (state, taken) = (first, Eur(0));
        foreach (var e in log)
        {
            var next = state.Apply(e);
            taken += next.TakenSince(state);
            state = next;
        }
        return taken;
    }

    private static Result<Decision<PaymentAttempt, PaymentAttemptEvent>> Run(PaymentAttempt state, Command c, Instant now) => c.Kind switch
    {
        0 => state.Ask($"k{c.Key}", (GatewayOperation)(c.Other % 4), c.Other == 4 ? null : Eur(c.Amount), RetryPolicy.Cards, Clerk, now),
        1 => state.Record(new()
        {
            Key = c.Key > 3 ? $"k{c.Key}" : state.Open?.Key ?? "none", Outcome = (GatewayOutcome)c.Other, Amount = c.Amount > 50 ? null : Eur(c.Amount),
            DeclineCode = "51",
        }, Clerk, now),
        2 => state.Record(Answer(state.Open?.Key ?? "none"), Clerk, now),
        _ => state.Hear(new()
        {
            NoticeId = $"n{c.Key}{c.Amount % 5}", Operation = (GatewayOperation)(c.Other % 4), Total = Eur(c.Amount), Key = c.Key > 2 ? $"k{c.Key}" : "",
            Outcome = c.Other == 4 ? GatewayOutcome.Declined : GatewayOutcome.Approved, DeclineCode = "51",
        }, Clerk, now),
    };
}
