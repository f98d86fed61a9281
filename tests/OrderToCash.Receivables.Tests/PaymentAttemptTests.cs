namespace OrderToCash.Receivables.Tests;

public sealed class PaymentAttemptTests
{
    internal static readonly Actor Clerk = Actor.Person("clerk");
    internal static readonly Instant At = Instant.FromUtc(2026, 3, 2, 8, 0);

    internal static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    internal static PaymentAttemptFacts Facts { get; } = new()
    {
        Attempt = new("PA-1"), LegalEntity = new("LE-1"), Customer = new("C-1"), Amount = Eur(100), Token = "tok_123",
        Shares = [new() { Item = new("INV-1/1"), Amount = Eur(100) }],
    };

    internal static PaymentAttempt Started() => Expect.Success(PaymentAttempt.Start(Facts, Clerk, At)).State;

    internal static GatewayAnswer Answer(string key, GatewayOutcome outcome = GatewayOutcome.Approved, decimal? amount = null, string code = "") => new()
    {
        Key = key, Outcome = outcome, Amount = amount is { } a ? Eur(a) : null, ProviderReference = "psp-1", DeclineCode = code,
    };

    internal static GatewayNotice Notice(string id, GatewayOperation operation, decimal total, string key = "", GatewayOutcome outcome = GatewayOutcome.Approved) =>
        new() { NoticeId = id, Operation = operation, Outcome = outcome, Total = Eur(total), Key = key, DeclineCode = outcome == GatewayOutcome.Declined ? "51" : "" };

    internal static Result<Decision<PaymentAttempt, PaymentAttemptEvent>> Ask(
        PaymentAttempt one, string key, GatewayOperation operation, decimal? amount = null, Instant? at = null) =>
        one.Ask(key, operation, amount is { } a ? Eur(a) : null, RetryPolicy.Cards, Clerk, at ?? At);

    private static PaymentAttempt Authorized() => Started().Then(a => Ask(a, "k1", GatewayOperation.Authorize)).Then(a => a.Record(Answer("k1"), Clerk, At));

    private static PaymentAttempt Captured(decimal amount = 100) =>
        Authorized().Then(a => Ask(a, "k2", GatewayOperation.Capture, amount)).Then(a => a.Record(Answer("k2"), Clerk, At));

    [Fact]
    public void Money_is_reserved_taken_in_parts_and_given_back()
    {
        Assert.Equal(PaymentAttemptStatus.Created, Started().Status);
        Assert.Equal(PaymentAttemptStatus.Authorized, Authorized().Status);
        var part = Captured(60);
        Assert.Equal((PaymentAttemptStatus.Settled, Eur(60), Eur(40)), (part.Status, part.Captured, part.Capturable));
        var all = part.Then(a => Ask(a, "k3", GatewayOperation.Capture)).Then(a => a.Record(Answer("k3"), Clerk, At));
        Assert.Equal((Eur(100), Eur(40)), (all.Captured, all.TakenSince(part)));
        var back = all.Then(a => Ask(a, "k4", GatewayOperation.Refund, 30)).Then(a => a.Record(Answer("k4"), Clerk, At));
        Assert.Equal(PaymentAttemptStatus.PartlyRefunded, back.Status);
        Assert.Equal(PaymentAttemptStatus.Refunded, back.Then(a => Ask(a, "k5", GatewayOperation.Refund)).Then(a => a.Record(Answer("k5"), Clerk, At)).Status);
        Assert.Equal(PaymentAttemptStatus.Voided, Authorized().Then(a => Ask(a, "k2", GatewayOperation.Void)).Then(a => a.Record(Answer("k2"), Clerk, At)).Status);
    }

    [Fact]
    public void What_nobody_knows_is_resolved_before_anything_else_is_asked()
    {
        var unknown = Authorized().Then(a => Ask(a, "k2", GatewayOperation.Capture)).Then(a => a.Record(Answer("k2", GatewayOutcome.Unknown), Clerk, At));
        Assert.Equal((PaymentAttemptStatus.Unknown, Eur(0)), (unknown.Status, unknown.Captured));
        Expect.Refused(PaymentErrors.Unresolved, Ask(unknown, "k3", GatewayOperation.Capture));
        Expect.Refused(PaymentErrors.Unresolved, Ask(unknown, "k3", GatewayOperation.Void));
        Assert.Empty(Expect.Success(Ask(unknown, "k2", GatewayOperation.Capture)).Events); // the same call, under the same key
        Assert.Empty(Expect.Success(unknown.Record(Answer("k2", GatewayOutcome.Unknown), Clerk, At)).Events);
        Assert.Equal(("k2", GatewayOperation.Capture, "psp-1"), (unknown.Request!.Key, unknown.Request.Operation, unknown.Request.ProviderReference));
        Assert.Equal(Eur(100), unknown.Then(a => a.Record(Answer("k2"), Clerk, At)).Captured);
        var never = unknown.Then(a => a.Record(Answer("k2", GatewayOutcome.NotFound), Clerk, At));
        Assert.Equal(PaymentAttemptStatus.Authorized, never.Status);
        Assert.Null(never.Request);
        Expect.Success(Ask(never, "k3", GatewayOperation.Capture));
        Assert.Equal(PaymentAttemptStatus.Pending, Authorized().Then(a => Ask(a, "k2", GatewayOperation.Capture))
            .Then(a => a.Record(Answer("k2", GatewayOutcome.Pending), Clerk, At)).Status);
    }

    [Fact]
    public void The_same_answer_twice_takes_nothing_twice()
    {
        var captured = Captured();
        Assert.Empty(Expect.Success(captured.Record(Answer("k2"), Clerk, At)).Events);
        Assert.Empty(Expect.Success(Ask(captured, "k2", GatewayOperation.Capture)).Events);
        Expect.Refused(PaymentErrors.KeyUnknown, captured.Record(Answer("k9"), Clerk, At));
        var open = Authorized().Then(a => Ask(a, "k2", GatewayOperation.Capture, 10));
        Expect.Refused(PaymentErrors.KeyTwice, Ask(open, "k2", GatewayOperation.Capture, 20));
        Expect.Refused(PaymentErrors.KeyTwice, Ask(open, "k2", GatewayOperation.Void));
    }

    [Fact]
    public void Notices_come_late_twice_and_in_any_order()
    {
        GatewayNotice[] notices =
        [
            Notice("n1", GatewayOperation.Authorize, 100), Notice("n2", GatewayOperation.Capture, 60), Notice("n3", GatewayOperation.Capture, 100),
            Notice("n4", GatewayOperation.Refund, 25), Notice("n1", GatewayOperation.Authorize, 100),
        ];
        var expected = Hear(notices);
        Assert.Equal((Eur(100), Eur(100), Eur(25)), (expected.Authorized, expected.Captured, expected.Refunded));
        for (var i = 0; i < notices.Length; i++)
        {
            var heard = Hear([.. notices.Skip(i).Concat(notices.Take(i)).Reverse()]);
            Assert.Equal((expected.Authorized, expected.Captured, expected.Refunded, expected.Status), (heard.Authorized, heard.Captured, heard.Refunded, heard.Status));
        }

        static PaymentAttempt Hear(GatewayNotice[] notices) => notices.Aggregate(Started(), (a, n) => a.Then(x => x.Hear(n, Clerk, At)));
    }

    [Fact]
    public void A_notice_answers_what_is_open_and_is_believed_after_a_failure()
    {
        var unknown = Authorized().Then(a => Ask(a, "k2", GatewayOperation.Capture)).Then(a => a.Record(Answer("k2", GatewayOutcome.Unknown), Clerk, At));
        var told = unknown.Then(a => a.Hear(Notice("n1", GatewayOperation.Capture, 100, "k2"), Clerk, At));
        Assert.Equal((PaymentAttemptStatus.Settled, Eur(100)), (told.Status, told.Captured));
        Assert.Equal(Eur(100), told.Then(a => a.Record(Answer("k2"), Clerk, At)).Captured);
        var declined = unknown.Then(a => a.Hear(Notice("n2", GatewayOperation.Capture, 0, "k2", GatewayOutcome.Declined), Clerk, At));
        Assert.Equal((PaymentAttemptStatus.Authorized, 1), (declined.Status, declined.Declines.Count));
        var failed = Started().Then(a => Ask(a, "k1", GatewayOperation.Authorize)).Then(a => a.Record(Answer("k1", GatewayOutcome.Declined, code: "05"), Clerk, At));
        Assert.Equal(PaymentAttemptStatus.Failed, failed.Status);
        Assert.Equal(PaymentAttemptStatus.Settled, failed.Then(a => a.Hear(Notice("n3", GatewayOperation.Capture, 100), Clerk, At)).Status);
        Expect.Refused(PaymentErrors.OtherCurrency, unknown.Hear(Notice("n4", GatewayOperation.Capture, 1) with { Total = Money.Of(1, Currency.Usd) }, Clerk, At));
        Expect.Refused(PaymentErrors.CaptureBeyondAuthorization, unknown.Hear(Notice("n4", GatewayOperation.Capture, 100.01m), Clerk, At));
        Expect.Refused(PaymentErrors.RefundBeyondCapture, unknown.Hear(Notice("n4", GatewayOperation.Refund, 100.01m), Clerk, At));
        Expect.Refused(PaymentErrors.AmountNotPositive, unknown.Hear(Notice("n4", GatewayOperation.Capture, -1), Clerk, At));
    }

    [Fact]
    public void No_more_is_taken_than_reserved_and_no_more_given_back_than_taken()
    {
        Expect.Refused(PaymentErrors.WrongStatus, Ask(Started(), "k1", GatewayOperation.Capture));
        Expect.Refused(PaymentErrors.WrongStatus, Ask(Started(), "k1", GatewayOperation.Refund));
        Expect.Refused(PaymentErrors.WrongStatus, Ask(Authorized(), "k2", GatewayOperation.Authorize));
        Expect.Refused(PaymentErrors.WrongStatus, Ask(Captured(60), "k3", GatewayOperation.Void));
        Expect.Refused(PaymentErrors.CaptureBeyondAuthorization, Ask(Started(), "k1", GatewayOperation.Authorize, 101));
        Expect.Refused(PaymentErrors.CaptureBeyondAuthorization, Ask(Authorized(), "k2", GatewayOperation.Capture, 100.01m));
        Expect.Refused(PaymentErrors.CaptureBeyondAuthorization, Ask(Captured(60), "k3", GatewayOperation.Capture, 41));
        Expect.Refused(PaymentErrors.RefundBeyondCapture, Ask(Captured(60), "k3", GatewayOperation.Refund, 61));
        Expect.Refused(PaymentErrors.AmountNotPositive, Ask(Authorized(), "k2", GatewayOperation.Capture, 0));
        Expect.Refused(PaymentErrors.OtherCurrency, Authorized().Ask("k2", GatewayOperation.Capture, Money.Of(1, Currency.Usd), RetryPolicy.Cards, Clerk, At));
        var open = Authorized().Then(a => Ask(a, "k2", GatewayOperation.Capture, 50));
        Expect.Refused(PaymentErrors.CaptureBeyondAuthorization, open.Record(Answer("k2", amount: 51), Clerk, At));
        Expect.Refused(PaymentErrors.AmountNotPositive, open.Record(Answer("k2", amount: 0), Clerk, At));
        Expect.Refused(PaymentErrors.OtherCurrency, open.Record(Answer("k2") with { Amount = Money.Of(1, Currency.Usd) }, Clerk, At));
        Assert.Equal(Eur(49), open.Then(a => a.Record(Answer("k2", amount: 49), Clerk, At)).Captured);
    }

    [Fact]
    public void Declines_are_tried_again_as_the_networks_allow()
    {
        var (attempt, now) = (Started(), At);
        PaymentAttempt Declined(string code, string key) =>
            attempt.Then(a => Ask(a, key, GatewayOperation.Authorize, at: now)).Then(a => a.Record(Answer(key, GatewayOutcome.Declined, code: code), Clerk, now));
        attempt = Declined("51", "k1");
        Expect.Refused(PaymentErrors.RetryTooSoon, Ask(attempt, "k2", GatewayOperation.Authorize, at: At + Duration.FromHours(23)));
        for (var i = 2; i <= 15; i++)
        {
            now = At + Duration.FromDays(i);
            attempt = Declined("51", $"k{i}");
        }
        Expect.Refused(PaymentErrors.RetryLimit, Ask(attempt, "k16", GatewayOperation.Authorize, at: At + Duration.FromDays(17)));
        Expect.Success(Ask(attempt, "k16", GatewayOperation.Authorize, at: At + Duration.FromDays(31)));
        attempt = Started();
        Expect.Refused(PaymentErrors.DeclineFinal, Ask(Declined("43", "k1"), "k2", GatewayOperation.Authorize, at: At + Duration.FromDays(9)));
        Expect.Refused(PaymentErrors.DeclineFinal, Ask(Declined("??", "k1"), "k2", GatewayOperation.Authorize, at: At + Duration.FromDays(9)));
        Assert.Equal(At, Expect.Success((RetryPolicy.Cards with { RetriesOthers = true }).NextTry(Declined("??", "k1").Declines, now)) - (now - At));
    }

    [Fact]
    public void An_attempt_starts_with_a_token_and_its_shares()
    {
        Expect.Refused(PaymentErrors.IdMissing, PaymentAttempt.Start(Facts with { Token = " " }, Clerk, At));
        Expect.Refused(PaymentMethodErrors.LooksLikeCardNumber, PaymentAttempt.Start(Facts with { Token = "4111 1111 1111 1111" }, Clerk, At));
        Expect.Refused(PaymentErrors.AmountNotPositive, PaymentAttempt.Start(Facts with { Amount = Eur(0) }, Clerk, At));
        Expect.Refused(PaymentErrors.SharesDiffer, PaymentAttempt.Start(Facts with { Amount = Eur(99) }, Clerk, At));
        Expect.Refused(PaymentErrors.OtherCurrency, PaymentAttempt.Start(Facts with { Amount = Money.Of(100, Currency.Usd) }, Clerk, At));
        Expect.Found(PaymentErrors.StateBroken, (Captured() with { Refunded = Eur(101) }).Check());
        Expect.Found(PaymentErrors.StateBroken, (Captured() with { Captured = Money.Of(1, Currency.Usd) }).Check());
    }
}

internal static class PaymentSteps
{
    internal static PaymentAttempt Then(this PaymentAttempt one, Func<PaymentAttempt, Result<Decision<PaymentAttempt, PaymentAttemptEvent>>> decide)
    {
        var decision = Expect.Success(decide(one));
        Assert.Equal(decision.State, decision.Events.Aggregate(one, (s, e) => s.Apply(e)));
        Assert.Empty(decision.State.Check());
        return decision.State;
    }
}
