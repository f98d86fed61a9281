using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using static OrderToCash.Invoicing.Tests.AnInvoice;

namespace OrderToCash.Invoicing.Tests;

public sealed record AnySending(int Kind, int Number, int Status, bool Flag, int Minutes);

public class InvoiceSendingTests
{
    private static readonly DeliveryRoute Peppol = new() { Channel = Channel.Electronic, Endpoint = "9930:DE136695976" };
    private static readonly DeliveryRoute Mail = new() { Channel = Channel.Email, Endpoint = "ap@example.org" };
    private static readonly DeliveryRoute Letter = new() { Channel = Channel.Letter };
    private static readonly SendingPolicy Policy = SendingPolicy.Default with { AttemptsPerRoute = 2, MostAttempts = 5 };
    private static readonly LocalDate Today = new(2011, 2, 1);

    private static InvoiceSending Started(params DeliveryRoute[] routes) =>
        Expect.Success(InvoiceSending.Start(new("I-1"), routes.Length == 0 ? [Peppol, Mail, Letter] : [.. routes], Clerk, Noon)).State;

    private static InvoiceSending Queued(InvoiceSending sending, int minutes = 0) => Expect.Success(sending.Queue(Policy, Clerk, Noon + Duration.FromMinutes(minutes))).State;

    private static InvoiceSending Reported(InvoiceSending sending, DeliveryStatus status, string reason = "", bool permanent = false, int minutes = 0) =>
        Expect.Success(sending.Report(sending.Attempts.Count, status, reason, permanent, Clerk, Noon + Duration.FromMinutes(minutes))).State;

    private static InvoiceReceipt Receipt(InvoiceSending sending, LocalDate on) => sending.ReceiptOn(Policy, on, DateTimeZone.Utc);

    [Fact]
    public void The_preferred_way_comes_first_and_the_next_when_it_is_used_up()
    {
        var sending = Reported(Queued(Started()), DeliveryStatus.Failed, "timeout");
        Expect.Refused(SendingErrors.TooEarly, sending.Queue(Policy, Clerk, Noon + Duration.FromMinutes(4)));
        Assert.True(sending.Queue(Policy, Clerk, Noon).Errors[0].Retryable);
        sending = Reported(Queued(sending, 5), DeliveryStatus.Failed, "timeout", minutes: 6);
        sending = Queued(sending, 6);
        Assert.Equal([Peppol, Peppol, Mail], sending.Attempts.Select(a => a.Route));
        sending = Reported(Reported(sending, DeliveryStatus.Sent), DeliveryStatus.Bounced, "unknown user", permanent: true);
        sending = Queued(sending, 6);
        Assert.Equal(Letter, sending.Attempts[^1].Route);
        Assert.Empty(sending.Check());
    }

    [Fact]
    public void When_all_ways_are_used_up_somebody_asks_for_another_address()
    {
        var sending = Reported(Queued(Started(Mail)), DeliveryStatus.Failed, "unknown user", permanent: true);
        Expect.Refused(SendingErrors.Exhausted, sending.Queue(Policy, Clerk, Noon));
        Assert.Null(sending.Next(Policy));
        var changed = Expect.Success(sending.ChangeRoutes([Mail with { Endpoint = "billing@example.org" }], Clerk, Noon)).State;
        Assert.Equal("billing@example.org", Queued(changed).Attempts[^1].Route.Endpoint);
        Assert.Empty(Expect.Success(changed.ChangeRoutes(changed.Routes, Clerk, Noon)).Events);
    }

    [Fact]
    public void The_budget_bounds_all_ways_together()
    {
        var sending = Started(Peppol, Mail, Letter);
        for (var n = 0; n < 5; n++) sending = Reported(Queued(sending, n * 100), DeliveryStatus.Failed, "down", minutes: n * 100);
        Assert.Equal("5", Expect.Refused(SendingErrors.Exhausted, sending.Queue(Policy, Clerk, Noon + Duration.FromDays(1))).Fact("attempts"));
    }

    [Fact]
    public void Nothing_is_sent_twice_at_the_same_time()
    {
        var sending = Queued(Started());
        Expect.Refused(SendingErrors.UnderWay, sending.Queue(Policy, Clerk, Noon));
        Expect.Refused(SendingErrors.UnderWay, Reported(sending, DeliveryStatus.Sent).Queue(Policy, Clerk, Noon));
        Assert.Null(sending.Next(Policy));
        var received = Reported(sending, DeliveryStatus.Delivered);
        Expect.Refused(SendingErrors.Closed, received.Queue(Policy, Clerk, Noon));
        Expect.Refused(SendingErrors.Closed, received.ChangeRoutes([Mail], Clerk, Noon));
    }

    [Fact]
    public void Reports_follow_the_table_and_a_repeated_one_changes_nothing()
    {
        var sent = Reported(Queued(Started()), DeliveryStatus.Sent);
        Assert.Empty(Expect.Success(sent.Report(1, DeliveryStatus.Sent, "", false, Clerk, Noon)).Events);
        Expect.Refused(SendingErrors.WrongStatus, sent.Report(1, DeliveryStatus.Queued, "", false, Clerk, Noon));
        Expect.Refused(SendingErrors.WrongStatus, Queued(Started()).Report(1, DeliveryStatus.Bounced, "x", false, Clerk, Noon));
        Expect.Refused(SendingErrors.ReasonMissing, sent.Report(1, DeliveryStatus.Bounced, " ", false, Clerk, Noon));
        Expect.Refused(SendingErrors.AttemptUnknown, sent.Report(2, DeliveryStatus.Sent, "", false, Clerk, Noon));
        Expect.Refused(SendingErrors.AttemptUnknown, sent.Report(0, DeliveryStatus.Sent, "", false, Clerk, Noon));
    }

    [Fact]
    public void What_is_not_known_to_have_arrived_is_not_dunned()
    {
        var started = Started(Mail);
        Assert.Equal((ReceiptStatus.NotSent, true, null), (Receipt(started, Today).Status, Receipt(started, Today).BlocksDunning, Receipt(started, Today).ReceivedOn));
        var sent = Reported(Queued(started), DeliveryStatus.Sent);
        Assert.Equal((ReceiptStatus.OnItsWay, true, Today.PlusDays(1)), (Receipt(sent, Today).Status, Receipt(sent, Today).BlocksDunning, Receipt(sent, Today).ReceivedOn));
        Assert.Equal((ReceiptStatus.Presumed, false, Today.PlusDays(1)),
            (Receipt(sent, Today.PlusDays(9)).Status, Receipt(sent, Today.PlusDays(9)).BlocksDunning, Receipt(sent, Today.PlusDays(9)).ReceivedOn));
        var bounced = Reported(sent, DeliveryStatus.Bounced, "mailbox full");
        Assert.Equal((ReceiptStatus.Undelivered, "mailbox full", true), (Receipt(bounced, Today.PlusDays(9)).Status, Receipt(bounced, Today).Because, Receipt(bounced, Today).BlocksDunning));
        var known = Expect.Success(bounced.Acknowledge(Today.PlusDays(4), "call", Clerk, Noon)).State;
        Assert.Equal((ReceiptStatus.Proven, Today.PlusDays(4)), (Receipt(known, Today.PlusDays(9)).Status, Receipt(known, Today.PlusDays(9)).ReceivedOn));
        Assert.Equal(ReceiptStatus.Undelivered, Receipt(known, Today.PlusDays(3)).Status);
        Assert.Empty(Expect.Success(known.Acknowledge(Today, "again", Clerk, Noon)).Events);
        Expect.Refused(SendingErrors.ReasonMissing, bounced.Acknowledge(Today, "", Clerk, Noon));
    }

    [Fact]
    public void A_confirmation_of_the_channel_is_proof_and_a_channel_without_days_needs_one()
    {
        Assert.Equal((ReceiptStatus.Proven, Today), (Receipt(Reported(Queued(Started()), DeliveryStatus.Delivered), Today).Status, Receipt(Reported(Queued(Started()), DeliveryStatus.Delivered), Today).ReceivedOn));
        var sms = Reported(Queued(Started(new DeliveryRoute { Channel = Channel.Sms, Endpoint = "+4912345678" })), DeliveryStatus.Sent);
        Assert.Equal((ReceiptStatus.OnItsWay, null), (Receipt(sms, Today.PlusDays(99)).Status, Receipt(sms, Today.PlusDays(99)).ReceivedOn));
    }

    [Fact]
    public void A_stopped_document_is_sent_no_more()
    {
        var stopped = Expect.Success(Started().Stop("credited", Clerk, Noon)).State;
        Assert.Contains("credited", Expect.Refused(SendingErrors.Closed, stopped.Queue(Policy, Clerk, Noon)).Message, StringComparison.Ordinal);
        Assert.Empty(Expect.Success(stopped.Stop("again", Clerk, Noon)).Events);
        Expect.Refused(SendingErrors.ReasonMissing, Started().Stop("", Clerk, Noon));
    }

    [Fact]
    public void What_somebody_sent_by_hand_is_in_the_log_once()
    {
        var sent = InvoiceSending.Sent(new("I-1"), Mail, Clerk, Noon).State;
        Assert.Equal(DeliveryStatus.Sent, Assert.Single(sent.Attempts).Status);
        Assert.Empty(Expect.Success(sent.RecordSent(Mail, Clerk, Noon)).Events);
        var also = Expect.Success(sent.RecordSent(Letter, Clerk, Noon)).State;
        Assert.Equal([Mail, Letter], also.Routes);
        var again = Expect.Success(Reported(also, DeliveryStatus.Bounced, "moved").RecordSent(Letter, Clerk, Noon)).State;
        Assert.Equal(3, again.Attempts.Count);
        Assert.Empty(again.Check());
    }

    [Fact]
    public void Ways_and_policies_are_checked_as_a_whole()
    {
        Expect.Refused(SendingErrors.NoRoute, InvoiceSending.Start(new("I-1"), [], Clerk, Noon));
        var wrong = InvoiceSending.Start(new("I-1"), [Letter, Letter, Mail with { Endpoint = "" }], Clerk, Noon);
        Expect.Refused(SendingErrors.RouteInvalid, wrong);
        Assert.Equal(["routes[1]", "routes[2]"], wrong.Errors.Select(e => e.Target));
        var policy = new SendingPolicy
        {
            AttemptsPerRoute = 0, MostAttempts = 0, RetryAfterMinutes = [-1],
            ReceivedAfter = [new() { Channel = Channel.Email, Days = -1 }, new() { Channel = Channel.Email, Days = 1 }],
        };
        Expect.Refused(SendingErrors.PolicyInvalid, Started().Queue(policy, Clerk, Noon));
        Assert.Equal(5, policy.Check().Count);
        Assert.Empty(SendingPolicy.Default.Check());
    }

    [Fact]
    public void A_stored_log_that_contradicts_itself_is_found()
    {
        var attempt = new DeliveryAttempt { Number = 2, Route = Mail, Status = DeliveryStatus.Bounced, QueuedAt = Noon, At = Noon };
        var broken = new InvoiceSending { Invoice = new("I-1"), Routes = [], Attempts = [attempt, attempt with { Number = 2 }], AttemptsBefore = 3, AcknowledgedHow = "call" };
        Expect.Found(SendingErrors.StateMismatch, broken.Check());
        Assert.Equal(8, broken.Check().Count);
        var sending = Reported(Queued(Started()), DeliveryStatus.Sent);
        Assert.Equal(sending, JsonSerializer.Deserialize<InvoiceSending>(JsonSerializer.Serialize(sending, Stored), Stored));
    }

    public static Arbitrary<AnySending[]> Sendings { get; } = Arb.From(
        Gen.ArrayOf(
            from kind in Gen.Choose(0, 8) from number in Gen.Choose(1, 5) from status in Gen.Choose(0, 4) from flag in Gen.Elements(true, false) from minutes in Gen.Choose(0, 90)
            select new AnySending(kind, number, status, flag, minutes)),
        steps => Enumerable.Range(0, steps.Length).Select(i => steps.Where((_, j) => j != i).ToArray()));

    [Property(MaxTest = 1000, Arbitrary = [typeof(InvoiceSendingTests)])]
    public bool The_state_is_the_fold_of_its_events_and_always_sound(AnySending[] steps)
    {
        var born = Expect.Success(InvoiceSending.Start(new("I-1"), [Peppol, Mail], Clerk, Noon));
        var (sending, events, at) = (born.State, born.Events.ToList(), Noon);
        foreach (var step in steps)
        {
            at += Duration.FromMinutes(step.Minutes);
            var before = sending;
            var result = step.Kind switch
            {
                0 or 1 or 2 => sending.Queue(Policy, Clerk, at),
                3 or 4 => sending.Report(step.Kind == 3 ? sending.Attempts.Count : step.Number, (DeliveryStatus)step.Status, step.Flag ? "because" : "", step.Flag, Clerk, at),
                5 => sending.ChangeRoutes(step.Flag ? [Letter, Mail] : [Peppol], Clerk, at),
                8 => sending.RecordSent(step.Flag ? Letter : Mail, Clerk, at),
                6 => step.Number == 1 ? sending.Stop(step.Flag ? "x" : "", Clerk, at) : sending.Queue(Policy, Clerk, at),
                _ => step.Number == 1 ? sending.Acknowledge(Today, step.Flag ? "x" : "", Clerk, at) : sending.Queue(Policy, Clerk, at),
            };
            if (!result.IsSuccess) continue;
            events.AddRange(result.Value.Events);
            sending = result.Value.State;
            if (!sending.Check().IsEmpty) return false;
            if (before.IsClosed && sending.Attempts.Count > before.Attempts.Count) return false;
            var receipt = Receipt(sending, Today.PlusDays(30));
            if (receipt.BlocksDunning != receipt.Status is ReceiptStatus.NotSent or ReceiptStatus.Undelivered or ReceiptStatus.OnItsWay) return false;
            if (sending.Attempts.All(a => a.IsLost) && sending.AcknowledgedOn is null && !receipt.BlocksDunning) return false;
        }
        return sending == events.Skip(1).Aggregate(InvoiceSending.From((SendingStarted)events[0]), (state, e) => state.Apply(e))
            && sending.Attempts.Count - sending.AttemptsBefore <= Policy.MostAttempts;
    }
}
