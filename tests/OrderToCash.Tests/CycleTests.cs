using OrderToCash.Contracts;
using OrderToCash.Credit;
using CreditReason = OrderToCash.Invoicing.CreditReason;
using CreditRequest = OrderToCash.Invoicing.CreditRequest;
using OrderToCash.Invoicing;
using OrderToCash.Orders;
using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

public sealed class CycleTests
{
    private readonly ABusiness business = new();

    [Fact]
    public async Task An_order_above_the_limit_waits_for_a_release_and_then_goes_all_the_way_to_closure()
    {
        await business.OpenCustomerAsync(limit: 1_000);
        Expect.Success(await business.CaptureAsync("SO-1", lines: [(10, 100m), (4, 50m)]));
        var held = Expect.Success(await business.ConfirmAsync("SO-1"));
        Assert.True(held.IsOnHold);
        Assert.Equal(Eur(0), (await business.AccountAsync()).Exposure.Total);
        Expect.Refused(OrderErrors.OnHold, await business.ShipAsync("SO-1", "S-1"));

        var released = Expect.Success(await business.Orders.ReleaseAsync(new()
        {
            Id = business.Next(), By = Bert, Order = new("SO-1"), On = Monday, Until = Monday.PlusDays(5), Authority = Eur(5_000), Reason = "good payer",
        }));
        Assert.False(released.IsOnHold);
        Assert.Equal(Eur(1_428), (await business.AccountAsync()).Exposure.Ordered);

        Expect.Success(await business.ShipAsync("SO-1", "S-1", ("1", 6)));
        var first = Expect.Success(await business.BillAsync("SO-1", "I-1"));
        Assert.Equal("INV-2025-000001", first.Invoice.Number.Value);
        Assert.Equal(Eur(714), first.Invoice.Totals.Payable);
        Expect.Success(await business.ShipAsync("SO-1", "S-2"));
        var second = Expect.Success(await business.BillAsync("SO-1", "I-2"));
        Assert.Equal("INV-2025-000002", second.Invoice.Number.Value);
        Assert.Equal(Eur(714), second.Invoice.Totals.Payable);
        var account = await business.AccountAsync();
        Assert.Equal((Eur(1_428), 0), (account.OpenReceivable, account.Positions.Count));

        var paid = await business.ImportAsync(
            Received("1", Eur(714), Monday.PlusDays(20), first.Invoice.PaymentReference),
            Received("2", Eur(714), Monday.PlusDays(20), "Rechnung INV-2025-000002"));
        Assert.All(paid.Payments, p => Assert.Single(p.Allocations));
        Assert.Equal(Eur(0), (await business.AccountAsync()).OpenReceivable);
        Assert.Equal(Eur(1_428), await business.BalanceAsync(AccountRole.Bank));
        Assert.Equal(Eur(0), await business.BalanceAsync(AccountRole.TradeReceivable));

        business.Clock.Now += Duration.FromDays(21);
        var closed = Expect.Success(await business.Orders.CloseAsync(new() { Id = business.Next(), By = Anna, Order = new("SO-1"), PaidAt = business.Clock.Now }));
        Assert.Equal(OrderStatus.Closed, closed.Status);
        Assert.Equal(Duration.FromDays(21), closed.Clock.OrderToCash);
    }

    [Fact]
    public async Task A_confirmed_order_is_confirmed_once_and_reserves_once()
    {
        await business.OpenCustomerAsync();
        await business.BilledAsync("SO-1", "I-1", 100m);
        Expect.Success(await business.ConfirmAsync("SO-1"));
        Assert.Equal(0, (await business.AccountAsync()).Positions.Count);
    }

    [Fact]
    public async Task What_credit_rejects_no_release_can_lift()
    {
        var seller = Seller with { Credit = CreditPolicy.Standard with { AboveLimit = CreditOutcome.Reject } };
        var strict = new ABusiness(seller: seller);
        await strict.OpenCustomerAsync(limit: 100);
        Expect.Success(await strict.CaptureAsync("SO-1", lines: (10, 100m)));
        Assert.True(Expect.Success(await strict.ConfirmAsync("SO-1")).IsOnHold);
        Expect.Refused(CreditErrors.LimitExceeded, await strict.Orders.ReleaseAsync(new()
        {
            Id = strict.Next(), By = Bert, Order = new("SO-1"), On = Monday, Until = Monday, Authority = Eur(5_000), Reason = "please",
        }));
        Assert.True((await strict.Books.LoadAsync<Order>(Streams.Order(new("SO-1"))))!.State.IsOnHold);
    }

    [Fact]
    public async Task A_return_is_credited_at_the_price_of_the_invoice_and_lowers_what_is_owed()
    {
        await business.OpenCustomerAsync();
        await business.BilledAsync("SO-1", "I-1", 100m);
        var credited = Expect.Success(await business.Billing.CreditAsync(new()
        {
            Id = business.Next(), By = Anna, Invoice = new("I-1"), CreditNote = new("CN-1"), DocumentDate = Monday.PlusDays(2),
            Reason = CreditReason.Return, Lines = [CreditRequest.Of(1, Quantity.Pieces(3))], GoodsReturned = true,
        }));
        Assert.Equal("CN-2025-000001", credited.CreditNotes[0].Number.Value);
        Assert.Equal(Eur(357), credited.CreditedGross);
        Assert.Equal(Eur(833), (await business.ItemAsync("INV-2025-000001/1")).Open);
        Assert.Equal(Eur(0), (await business.ItemAsync("CN-2025-000001/1")).Open);
        var account = await business.AccountAsync();
        Assert.Equal((Eur(833), Eur(0)), (account.OpenReceivable, account.UnappliedCredit));
        var line = (await business.Books.LoadAsync<Order>(Streams.Order(new("SO-1"))))!.State.Lines[0];
        Assert.Equal((Quantity.Pieces(3), Quantity.Pieces(3), Quantity.Pieces(0)), (line.Returned, line.Credited, line.ToInvoice));
    }

    [Fact]
    public async Task Crediting_a_paid_invoice_leaves_the_customer_a_credit()
    {
        await business.OpenCustomerAsync();
        var invoice = await business.BilledAsync("SO-1", "I-1", 100m);
        await business.ImportAsync(Received("1", Eur(1_190), Monday.PlusDays(15), invoice.Invoice.PaymentReference));
        Expect.Success(await business.Billing.CreditAsync(new()
        {
            Id = business.Next(), By = Anna, Invoice = new("I-1"), CreditNote = new("CN-1"), DocumentDate = Monday.PlusDays(16), Reason = CreditReason.Price,
        }));
        Assert.Equal(Eur(-1_190), (await business.ItemAsync("CN-2025-000001/1")).Open);
        Assert.Equal(Eur(1_190), (await business.AccountAsync()).UnappliedCredit);
    }

    [Fact]
    public async Task The_same_order_sent_twice_is_one_order_also_when_the_second_message_is_repeated()
    {
        await business.OpenCustomerAsync();
        Expect.Success(await business.CaptureAsync("SO-1", lines: (10, 100m)));
        var again = new CaptureOrder
        {
            Id = new("edi-2"), By = Anna, Terms = Terms("SO-2") with { ExternalReference = "PO-SO-1" }, Lines = [Line(1, 10, 100m)],
        };
        for (var i = 0; i < 2; i++) Assert.Equal("SO-1", Expect.Success(await business.Orders.CaptureAsync(again)).Id.Value);
    }

    [Fact]
    public async Task What_is_cancelled_holds_no_credit()
    {
        await business.OpenCustomerAsync();
        Expect.Success(await business.CaptureAsync("SO-1", lines: (10, 100m)));
        Expect.Success(await business.ConfirmAsync("SO-1"));
        Assert.Equal(Eur(1_190), (await business.AccountAsync()).Exposure.Total);
        Expect.Success(await business.Orders.CancelRemainderAsync(new() { Id = business.Next(), By = Anna, Order = new("SO-1"), Reason = "sold out" }));
        Assert.Equal(Eur(0), (await business.AccountAsync()).Exposure.Total);
    }

    [Fact]
    public async Task A_contract_is_drafted_from_the_order_approved_and_signed_by_both_sides()
    {
        await business.OpenCustomerAsync();
        Expect.Success(await business.CaptureAsync("SO-1", lines: (10, 100m)));
        var draft = Expect.Success(await business.Contracts.DraftAsync(new()
        {
            Id = business.Next(), By = Anna, Contract = new("K-1"), Order = new("SO-1"), Template = ContractTemplate.SaleOfGoods,
            Term = new() { EffectiveFrom = Monday }, Fields = [new() { Name = "conditions", Value = "Our general conditions of 2025." }],
        }));
        Expect.Success(await business.Contracts.ApproveAsync(new() { Id = business.Next(), By = Bert, Contract = new("K-1"), Version = 1 }));
        Expect.Success(await business.Contracts.SendAsync(new()
        {
            Id = business.Next(), By = Anna, Contract = new("K-1"), Order = SigningOrder.InParallel, ExpiresAt = business.Clock.Now + Duration.FromDays(14),
            Signatories =
            [
                new() { Person = new("bert"), Name = "Bert", Side = ContractSide.Seller },
                new() { Person = new("carla"), Name = "Carla", Side = ContractSide.Buyer },
            ],
        }));
        foreach (var person in (string[])["bert", "carla"])
            Expect.Success(await business.Contracts.SignAsync(new()
            {
                Id = business.Next(), By = Actor.Person(person), Contract = new("K-1"), Person = new(person), Hash = draft.Latest.Hash, Evidence = "e-sign 4711",
            }));
        var signed = (await business.Books.LoadAsync<Contract>(Streams.Contract(new("K-1"))))!.State;
        Assert.True(signed.IsInForceOn(Monday.PlusDays(1)));
    }

    [Fact]
    public async Task Dunning_sends_each_letter_once_and_none_for_what_was_paid_meanwhile()
    {
        await business.OpenCustomerAsync();
        var late = await business.BilledAsync("SO-1", "I-1", 100m);
        await business.BilledAsync("SO-2", "I-2", 10m);
        foreach (var invoice in (string[])["I-1", "I-2"]) Expect.Success(await business.SendAsync(invoice));
        var asOf = Monday.PlusDays(45);
        var letter = Assert.Single(Expect.Success(await business.Collections.PlanAsync(Id, [], asOf)).Letters);
        Assert.Equal(2, letter.Lines.Count);

        await business.ImportAsync(Received("1", Eur(1_190), asOf, late.Invoice.PaymentReference));
        Expect.Refused(ProcessErrors.LetterOutdated, await business.Collections.ExecuteAsync(new() { Id = business.Next(), By = Anna, Letter = letter }));
        var again = Assert.Single(Expect.Success(await business.Collections.PlanAsync(Id, [], asOf)).Letters);
        for (var run = 0; run < 2; run++)
            Expect.Success(await business.Collections.ExecuteAsync(new() { Id = business.Next(), By = Anna, Letter = again }));
        Assert.Empty(Expect.Success(await business.Collections.PlanAsync(Id, [], asOf)).Letters);
        Assert.Equal(1, (await business.Books.LoadAsync<OrderToCash.Collections.DunningCase>(Streams.Dunning(Id, new("C-7"))))!.Version);
    }
}
