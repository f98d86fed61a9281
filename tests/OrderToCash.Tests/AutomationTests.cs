using OrderToCash.Invoicing;
using OrderToCash.Orders;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

public sealed class AutomationTests
{
    private static readonly AutomationPolicy Policy = AutomationPolicy.Standard;

    [Fact]
    public async Task A_captured_order_is_confirmed_and_a_shipment_billed_and_sent_by_itself()
    {
        var business = new ABusiness();
        await business.OpenCustomerAsync();
        Expect.Success(await business.CaptureAsync("SO-1", lines: (10, 100m)));
        Assert.Equal(1, (await RunnerOf(business).RunAsync()).Done);
        Expect.Success(await business.ShipAsync("SO-1", "S-1", ("1", 4)));
        Expect.Success(await business.ShipAsync("SO-1", "S-2"));
        var progress = new Seen();
        var report = await RunnerOf(business).RunAsync(progress);
        Assert.Empty(report.Refusals);
        Assert.Equal(report.Handled, progress.Last.Done);
        var invoice = (await business.Books.LoadAsync<InvoiceAccount>(Streams.Invoice(new("SO-1/S-1"))))!.State;
        Assert.Equal(Eur(1_190), invoice.Invoice.Totals.Payable);
        Assert.Equal((Channel.Electronic, "0204:04011000-12345-67"), (invoice.Sent[0].Channel, invoice.Sent[0].Endpoint));
        Assert.Empty(await business.Books.ReadOutboxAsync(10));
    }

    [Fact]
    public async Task Credit_pays_the_next_invoice_by_itself_where_the_policy_says_so()
    {
        var business = new ABusiness();
        await business.OpenCustomerAsync();
        await business.ImportAsync(Received("1", Eur(200), Monday));
        await business.BilledAsync("SO-1", "I-1", 10m); // 119.00
        await business.BilledAsync("SO-2", "I-2", 10m);
        await business.BilledAsync("SO-3", "I-3", 10m);
        Assert.Empty((await RunnerOf(business, Policy with { AppliesCredit = true }).RunAsync()).Refusals);
        Assert.Equal([Eur(0), Eur(38), Eur(119)], [(await business.ItemAsync("INV-2025-000001/1")).Open, (await business.ItemAsync("INV-2025-000002/1")).Open,
            (await business.ItemAsync("INV-2025-000003/1")).Open]);
        Assert.Equal(Eur(0), (await business.AccountAsync()).UnappliedCredit);
    }

    [Fact]
    public async Task A_run_that_breaks_off_anywhere_repeats_nothing()
    {
        var untroubled = await DayAsync(int.MaxValue);
        for (var stop = 1; stop <= 6; stop++)
        {
            var troubled = await DayAsync(stop);
            Assert.Equal(await untroubled.AccountAsync(), await troubled.AccountAsync());
            Assert.Equal(
                await untroubled.Books.AllAsync<InvoiceAccount>(Streams.InvoiceKind).ToListAsync(),
                await troubled.Books.AllAsync<InvoiceAccount>(Streams.InvoiceKind).ToListAsync());
        }
    }

    [Fact]
    public async Task What_is_refused_is_reported_and_the_rest_goes_on()
    {
        var business = new ABusiness();
        await business.OpenCustomerAsync(currency: Currency.Usd);
        await business.OpenCustomerAsync("C-8");
        Expect.Success(await business.CaptureAsync("SO-1", "C-7", Currency.Usd, (1, 5m)));
        Expect.Success(await business.CaptureAsync("SO-2", "C-8", lines: (1, 5m)));
        await RunnerOf(business).RunAsync();
        Expect.Success(await business.Orders.ShipAsync(new() { Id = new("s"), By = Anna, Order = new("SO-1"), Shipment = new("S-1"), On = Monday.PlusYears(1) }));
        Expect.Success(await business.ShipAsync("SO-2", "S-2"));
        var report = await RunnerOf(business).RunAsync();
        var refusal = Assert.Single(report.Refusals);
        Expect.Found(ProcessErrors.RateMissing, refusal.Errors);
        Assert.Equal(("SO-1", Streams.Order(new("SO-1"))), (((BillOrder)refusal.Command).Order.Value, refusal.Stream));
        Assert.Equal(2, report.Done);
    }

    [Fact]
    public void What_the_policy_does_not_want_does_not_follow()
    {
        var shipped = new OrderShipped
        {
            Order = new("SO-1"), By = Anna, At = Instant.FromUtc(2025, 3, 3, 8, 0), Shipment = new("S-1"), On = Monday, Lines = Some(("1", 1)),
        };
        var bill = Assert.IsType<BillOrder>(Assert.Single(Automation.React(shipped, Policy)));
        Assert.Equal(("bill/SO-1/S-1", "SO-1/S-1", "S-1", Monday), (bill.Id.Value, bill.Invoice.Value, bill.Shipment.Value, bill.DocumentDate));
        Assert.Equal([bill], Automation.React(shipped, Policy));
        Assert.Empty(Automation.React(shipped, Policy with { BillsShipments = false }));
        Assert.Empty(Automation.React("something else", Policy));
        var wide = shipped with { Order = new(new string('o', 128)) };
        Assert.Equal(65, ((BillOrder)Automation.React(wide, Policy)[0]).Id.Value.Length);
    }

    // A day of orders; the first run of the automation breaks off after so many commits, the next one ends the work.
    private static async Task<ABusiness> DayAsync(int stopAfter)
    {
        var books = new BreaksOff();
        var business = new ABusiness(books);
        await business.OpenCustomerAsync();
        foreach (var order in (string[])["SO-1", "SO-2"])
        {
            Expect.Success(await business.CaptureAsync(order, lines: (10, 3m)));
            Expect.Success(await business.ConfirmAsync(order));
            Expect.Success(await business.ShipAsync(order, $"S-{order}"));
        }
        books.Left = stopAfter;
        if (stopAfter < int.MaxValue) await Assert.ThrowsAsync<IOException>(() => RunnerOf(business).RunAsync());
        books.Left = int.MaxValue;
        Assert.Empty((await RunnerOf(business).RunAsync()).Refusals);
        return business;
    }

    private static AutomationRunner RunnerOf(ABusiness business, AutomationPolicy? policy = null) =>
        new(business.Books, business.Orders, business.Billing, business.Payments, policy ?? Policy);

    /// <summary>Fails right after a commit or an acknowledgement was about to be made, counted down.</summary>
    private sealed class BreaksOff() : PassThroughBooks(new InMemoryBooks())
    {
        public int Left { get; set; } = int.MaxValue;

        public override async ValueTask<CommitAnswer> CommitAsync(CommandId command, ContentHash content, IReadOnlyList<NumberSeries> series,
            Func<Numbers, Result<Commit>> build, CancellationToken cancellationToken = default)
        {
            var answer = await Inner.CommitAsync(command, content, series, build, cancellationToken);
            return Left-- > 0 ? answer : throw new IOException("The line went dead after the commit.");
        }

        public override ValueTask AcknowledgeAsync(long sequence, CancellationToken cancellationToken = default) =>
            Left-- > 0 ? Inner.AcknowledgeAsync(sequence, cancellationToken) : throw new IOException("The line went dead before the acknowledgement.");
    }

    private sealed class Seen : IProgress<RunProgress>
    {
        public RunProgress Last { get; private set; }

        public void Report(RunProgress value) => Last = value;
    }
}
