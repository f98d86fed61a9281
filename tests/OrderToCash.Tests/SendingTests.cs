using OrderToCash.Collections;
using OrderToCash.Invoicing;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

/// <summary>The way of invoices to their receivers, and what dunning makes of it.</summary>
public sealed class SendingTests
{
    private static readonly LocalDate Late = Monday.PlusDays(45);
    private readonly ABusiness business = new();

    [Fact]
    public async Task What_was_never_sent_is_not_dunned()
    {
        await business.OpenCustomerAsync();
        await business.BilledAsync("SO-1", "I-1", 100m);
        var kept = Assert.Single((await PlanAsync()).NotDunned);
        Assert.Equal((NotDunnedReason.Stopped, DunningStopReason.NotDelivered, "not sent"), (kept.Reason, kept.Stop!.Reason, kept.Stop.Note));
        Expect.Success(await business.SendAsync("I-1"));
        Assert.Single((await PlanAsync()).Letters);
    }

    [Fact]
    public async Task A_host_whose_documents_go_out_elsewhere_duns_them_all_the_same()
    {
        var elsewhere = new ABusiness(seller: Seller with { Sending = SendingPolicy.Default with { DunsUnsent = true } });
        await elsewhere.OpenCustomerAsync();
        await elsewhere.BilledAsync("SO-1", "I-1", 100m);
        Assert.Single(Expect.Success(await elsewhere.Collections.PlanAsync(Id, [], Late)).Letters);
    }

    [Fact]
    public async Task A_bounce_holds_back_the_letter_that_was_planned_before_it()
    {
        await business.OpenCustomerAsync();
        await business.BilledAsync("SO-1", "I-1", 100m);
        Expect.Success(await QueueAsync(new DeliveryRoute { Channel = Channel.Email, Endpoint = "ap@nordwind.example" }));
        Expect.Success(await ReportAsync(1, DeliveryStatus.Sent));
        Assert.Equal(InvoiceStatus.Sent, (await AccountAsync()).Status);
        var letter = Assert.Single((await PlanAsync()).Letters);
        Expect.Success(await ReportAsync(1, DeliveryStatus.Bounced, "mailbox unknown"));
        Assert.Equal("mailbox unknown", Assert.Single((await PlanAsync()).NotDunned).Stop!.Note);
        Expect.Refused(ProcessErrors.NotReceived, await business.Collections.ExecuteAsync(new() { Id = business.Next(), By = Anna, Letter = letter }));
        Expect.Success(await business.Billing.AcknowledgeAsync(new()
        {
            Id = business.Next(), By = Anna, Invoice = new("I-1"), ReceivedOn = Monday.PlusDays(2), How = "telephone",
        }));
        Expect.Success(await business.Collections.ExecuteAsync(new() { Id = business.Next(), By = Anna, Letter = letter }));
    }

    [Fact]
    public async Task The_buyers_own_channel_comes_first_and_a_letter_after_it()
    {
        await business.OpenCustomerAsync();
        await business.BilledAsync("SO-1", "I-1", 100m);
        Expect.Refused(ProcessErrors.NotFound, await ReportAsync(1, DeliveryStatus.Sent));
        var sending = Expect.Success(await QueueAsync());
        Assert.Equal([Channel.Electronic, Channel.Letter], sending.Routes.Select(r => r.Channel));
        Expect.Refused(SendingErrors.UnderWay, await QueueAsync());
        Expect.Success(await ReportAsync(1, DeliveryStatus.Failed, "participant unknown", isPermanent: true));
        sending = Expect.Success(await QueueAsync());
        Assert.Equal(Channel.Letter, sending.Attempts[^1].Route.Channel);
    }

    [Fact]
    public async Task What_is_on_its_way_waits_until_the_days_of_its_channel_are_over()
    {
        await business.OpenCustomerAsync();
        await business.BilledAsync("SO-1", "I-1", 100m);
        business.Clock.Now += Duration.FromDays(44);
        Expect.Success(await business.SendAsync("I-1", Channel.Letter, ""));
        var kept = Assert.Single((await PlanAsync()).NotDunned);
        Assert.Equal(Monday.PlusDays(47), kept.NextOn);
        Assert.Single(Expect.Success(await business.Collections.PlanAsync(Id, [], Monday.PlusDays(47))).Letters);
    }

    [Fact]
    public async Task The_time_to_pay_runs_from_the_receipt_where_policy_says_so()
    {
        var seller = Seller with { Sending = SendingPolicy.Default with { IsDueFromReceipt = true }, TimeZone = "Europe/Berlin" };
        var patient = new ABusiness(seller: seller);
        await patient.OpenCustomerAsync();
        var invoice = await patient.BilledAsync("SO-1", "I-1", 100m);
        patient.Clock.Now += Duration.FromDays(20);
        Expect.Success(await patient.SendAsync("I-1"));
        var due = invoice.Invoice.DueDate!.Value;
        Assert.Empty(Expect.Success(await patient.Collections.PlanAsync(Id, [], Late)).Letters);
        var letter = Assert.Single(Expect.Success(await patient.Collections.PlanAsync(Id, [], due.PlusDays(20 + 7))).Letters);
        Assert.Equal((due.PlusDays(20), 7), (letter.Lines[0].DueDate, letter.Lines[0].DaysOverdue));
    }

    [Fact]
    public async Task Items_that_came_with_no_invoice_of_these_books_are_not_held_back()
    {
        await business.OpenCustomerAsync();
        var invoice = await business.BilledAsync("SO-1", "I-1", 100m);
        var item = await business.ItemAsync($"{invoice.Invoice.Number}/1");
        Assert.Equal(new("I-1"), item.Invoice);
        Assert.Null(ReceiptFacts.Of(item with { Invoice = default }, null, Seller, Late));
    }

    private async Task<DunningPlan> PlanAsync() => Expect.Success(await business.Collections.PlanAsync(Id, [], Late));

    private async Task<InvoiceAccount> AccountAsync() => (await business.Books.LoadAsync<InvoiceAccount>(Streams.Invoice(new("I-1"))))!.State;

    private ValueTask<Result<InvoiceSending>> QueueAsync(params DeliveryRoute[] routes) =>
        business.Billing.QueueAsync(new() { Id = business.Next(), By = Anna, Invoice = new("I-1"), Routes = [.. routes] });

    private ValueTask<Result<InvoiceSending>> ReportAsync(int attempt, DeliveryStatus status, string reason = "", bool isPermanent = false) => business.Billing.ReportAsync(new()
    {
        Id = business.Next(), By = Anna, Invoice = new("I-1"), Attempt = attempt, Status = status, Reason = reason, IsPermanent = isPermanent,
    });
}
