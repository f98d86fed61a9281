using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

public sealed class HttpGatewayProperties
{
    /// <summary>One thing that happens: an operation, an enquiry, time, a message; the network's weather with it.</summary>
    public sealed record Step(int Kind, int Amount, int Weather, int Pick);

    public static class Cases
    {
        public static Arbitrary<Step[]> Steps() => Arb.From(
            (from kind in Gen.Elements(0, 0, 0, 1, 1, 1, 2, 3, 3, 4, 4, 5, 5, 6, 7)
             from amount in Gen.Elements(1, 40, 100, 101)
             from weather in Gen.Frequency((3, Gen.Constant(0)), (4, Gen.Choose(1, 8)))
             from pick in Gen.Choose(0, 99)
             select new Step(kind, amount, weather, pick)).ArrayOf(),
            steps => Enumerable.Range(0, steps.Length).Select(i => steps.Where((_, n) => n != i).ToArray()));
    }

    [Property(MaxTest = 250, EndSize = 40, Arbitrary = [typeof(Cases)])]
    public void Money_is_never_taken_twice_and_every_unknown_is_resolved(Step[] steps) => RunAsync(steps, several: false).GetAwaiter().GetResult();

    [Property(MaxTest = 150, EndSize = 40, Arbitrary = [typeof(Cases)])]
    public void So_it_is_where_a_reservation_is_captured_in_parts(Step[] steps) => RunAsync(steps, several: true).GetAwaiter().GetResult();

    private static async Task RunAsync(Step[] steps, bool several)
    {
        var business = new ABusiness();
        var provider = new AProvider(business.Clock) { CapturesSeveralTimes = several };
        var (gateway, attempt) = (provider.Gateway(), new PaymentAttemptId("PA-1"));
        var inbox = new GatewayInbox(business.Books, business.Payments, gateway, provider.Protocol, [AProvider.Secret], business.Clock);
        Expect.Success(await business.Payments.StartAsync(new()
        {
            Id = business.Next(), By = Anna, Facts = new() { Attempt = attempt, LegalEntity = Id, Customer = new("C-7"), Amount = Eur(100), Token = "pm_1" },
        }));
        AskGateway? last = null;
        foreach (var step in steps)
        {
            var before = (await business.Books.LoadAsync<PaymentAttempt>(Streams.PaymentAttempt(attempt)))!.State;
            if (step.Weather > 0) provider.Next.Enqueue((Weather)step.Weather);
            switch (step.Kind)
            {
                case <= 3:
                    last = new() { Id = business.Next(), By = Anna, Attempt = attempt, Operation = (GatewayOperation)step.Kind, Amount = step.Pick < 50 ? null : Eur(step.Amount), On = Monday };
                    await business.Payments.AskAsync(last, gateway);
                    break;
                case 4 when last is not null: await business.Payments.AskAsync(last, gateway); break;
                case 5: Expect.Success(await business.Payments.ResolveAsync(attempt, Monday, Bert, gateway)); break;
                case 6:
                    // What is late arrives before it counts as lost.
                    provider.Arrive();
                    business.Clock.Now += Duration.FromMinutes(step.Pick);
                    break;
                case 7 when provider.Messages.Count > 0: await TellAsync(provider.Messages[step.Pick % provider.Messages.Count]); break;
            }
            provider.Next.Clear();
            var after = (await business.Books.LoadAsync<PaymentAttempt>(Streams.PaymentAttempt(attempt)))!.State;
            Assert.Empty(after.Check());
            Assert.True(after.Captured >= before.Captured && after.Refunded >= before.Refunded);
            Assert.True(provider.Taken <= 10_000, "more was taken than asked for");
            Assert.True(after.Captured.MinorUnits <= provider.Taken, "money is in the books that nobody took");
            Assert.Equal(after.Captured, await business.BalanceAsync(AccountRole.Provider));
        }

        // The network is well again: enquiring alone finds out everything.
        provider.Next.Clear();
        provider.Arrive();
        business.Clock.Now += Duration.FromHours(2);
        var end = Expect.Success(await business.Payments.ResolveAsync(attempt, Monday.PlusDays(1), Anna, gateway));
        Assert.Null(end.Open);
        Assert.Equal((provider.Taken, provider.GivenBack), (end.Captured.MinorUnits, end.Refunded.MinorUnits));
        Assert.Equal(provider.Taken, (await business.BalanceAsync(AccountRole.Provider)).MinorUnits);

        // All messages, twice and backwards, tell nothing new.
        foreach (var message in provider.Messages.Concat(provider.Messages.AsEnumerable().Reverse()).ToList()) await TellAsync(message);
        var told = (await business.Books.LoadAsync<PaymentAttempt>(Streams.PaymentAttempt(attempt)))!.State;
        Assert.Equal((end.Captured, end.Refunded, end.Status), (told.Captured, told.Refunded, told.Status));

        async Task TellAsync(string message)
        {
            var body = Encoding.UTF8.GetBytes(message);
            await inbox.ReceiveAsync(WebhookSignature.Header(body, AProvider.Secret, business.Clock.Now), body, Monday, Actor.System("inbox"));
        }
    }
}
