using OrderToCash.Credit;
using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

public sealed class InsolvencyDeskTests
{
    private static readonly LocalDate Opening = Monday.PlusDays(60);
    private static readonly InsolvencyId Case = new("INS-1");

    private readonly ABusiness business = new(seller: Seller with { TaxRelief = true, Sending = Invoicing.SendingPolicy.Default with { DunsUnsent = true } });

    private static OpenInsolvency Open(ABusiness business) => new()
    {
        Id = business.Next(), By = Anna,
        Facts = new()
        {
            Case = Case, LegalEntity = Id, Customer = new("C-7"), Currency = Currency.Eur, OpenedOn = Opening, CourtReference = "68 IN 12/25",
        },
    };

    private async Task<OpenItem> BilledAsync()
    {
        await business.OpenCustomerAsync();
        await business.BilledAsync("SO-1", "I-1", 100m);
        await foreach (var item in business.Books.OpenItemsAsync(new() { LegalEntity = Id, Customer = new("C-7") })) return item.State;
        throw new InvalidOperationException();
    }

    private static EquatableArray<InsolvencyPart> Parts(params (OpenItemId Item, decimal Amount)[] parts) =>
        parts.Select(p => new InsolvencyPart { Item = p.Item, Amount = Eur(p.Amount) }).ToEquatableArray();

    private async Task FileAsync(OpenItem item, decimal admitted)
    {
        Expect.Success(await business.Insolvencies.OpenAsync(Open(business)));
        Expect.Success(await business.Insolvencies.FileAsync(new() { Id = business.Next(), By = Anna, Case = Case, Reference = "T-1", On = Opening.PlusDays(5) }));
        Expect.Success(await business.Insolvencies.ExamineAsync(new() { Id = business.Next(), By = Anna, Case = Case, On = Opening.PlusDays(50), Admitted = Parts((item.Id, admitted)) }));
    }

    [Fact]
    public async Task Dunning_stops_and_orders_wait_from_the_opening_on()
    {
        await BilledAsync();
        Expect.Success(await business.CaptureAsync("SO-3", lines: (1, 10m)));
        Expect.Success(await business.ConfirmAsync("SO-3"));
        var plan = Expect.Success(await business.Collections.PlanAsync(Id, [], Opening.PlusDays(10)));
        Assert.NotEmpty(plan.Letters);
        var open = Open(business);
        Expect.Success(await business.Insolvencies.OpenAsync(open));
        Expect.Success(await business.Insolvencies.OpenAsync(open));
        Expect.Refused(ProcessErrors.AlreadyExists, await business.Insolvencies.OpenAsync(Open(business)));
        Assert.Empty(Expect.Success(await business.Collections.PlanAsync(Id, [], Opening.PlusDays(10))).Letters);
        Expect.Refused(ProcessErrors.CustomerBlocked, await business.Collections.ExecuteAsync(new() { Id = business.Next(), By = Anna, Letter = plan.Letters[0] }));
        Expect.Refused(ProcessErrors.CustomerBlocked, await business.ShipAsync("SO-3", "S-3"));
        Expect.Success(await business.CaptureAsync("SO-2", lines: (1, 10m)));
        var held = Expect.Success(await business.Orders.ConfirmAsync(new() { Id = business.Next(), By = Anna, Order = new("SO-2"), On = Opening.PlusDays(1) }));
        Assert.Contains(held.Holds, h => h.Reason.Contains("insolvent", StringComparison.Ordinal));
        Expect.Success(await business.Insolvencies.AnnulAsync(new() { Id = business.Next(), By = Anna, Case = Case, Reason = "paid all", On = Opening.PlusDays(9) }));
        Expect.Success(await business.ShipAsync("SO-3", "S-3"));
        Assert.NotEmpty(Expect.Success(await business.Collections.PlanAsync(Id, [], Opening.PlusDays(10))).Letters);
    }

    [Fact]
    public async Task With_the_last_of_the_cases_annulled_goods_leave_again_whichever_of_them_stopped_them()
    {
        await BilledAsync();
        Expect.Success(await business.CaptureAsync("SO-3", lines: (1, 10m)));
        Expect.Success(await business.ConfirmAsync("SO-3"));
        Expect.Success(await business.Insolvencies.OpenAsync(Open(business)));
        var dollars = Open(business);
        Expect.Success(await business.Insolvencies.OpenAsync(dollars with { Facts = dollars.Facts with { Case = new("INS-2"), Currency = Currency.Usd, CourtReference = "68 IN 12/25 b" } }));
        Expect.Success(await business.Insolvencies.AnnulAsync(new() { Id = business.Next(), By = Anna, Case = Case, Reason = "paid all", On = Opening.PlusDays(9) }));
        Expect.Refused(ProcessErrors.CustomerBlocked, await business.ShipAsync("SO-3", "S-3"));
        Expect.Success(await business.Insolvencies.AnnulAsync(new() { Id = business.Next(), By = Anna, Case = new("INS-2"), Reason = "paid all", On = Opening.PlusDays(9) }));
        Expect.Success(await business.ShipAsync("SO-3", "S-3"));
    }

    [Fact]
    public async Task The_tax_comes_back_with_the_opening_and_is_owed_again_on_each_dividend()
    {
        var item = await BilledAsync();
        Assert.Equal(Eur(1190), item.Open);
        await FileAsync(item, 1190);
        Expect.Success(await business.Insolvencies.GiveUpAsync(new() { Id = business.Next(), By = Anna, Case = Case, On = Opening.PlusDays(5) }));
        Assert.Equal((Eur(0), Eur(0)), (await business.BalanceAsync(AccountRole.OutputTax), (await business.AccountAsync()).OpenReceivable));
        var dividend = new BookInsolvencyDividend { Id = business.Next(), By = Anna, Case = Case, Number = "D-1", Amount = Eur(100), On = Opening.PlusDays(100) };
        Expect.Success(await business.Insolvencies.BookDividendAsync(dividend));
        Expect.Success(await business.Insolvencies.BookDividendAsync(dividend with { Id = business.Next() }));
        Expect.Refused(InsolvencyErrors.DividendDiffers, await business.Insolvencies.BookDividendAsync(dividend with { Id = business.Next(), Amount = Eur(99) }));
        Assert.Equal((Eur(100), Eur(-15.97m), Eur(-84.03m)), (await business.BalanceAsync(AccountRole.Bank),
            await business.BalanceAsync(AccountRole.OutputTax), await business.BalanceAsync(AccountRole.BadDebtRecovery)));
        Expect.Success(await business.Insolvencies.BookDividendAsync(dividend with { Id = business.Next(), Number = "D-2", Amount = Eur(1090), On = Opening.PlusDays(200) }));
        Assert.Equal(Eur(-190), await business.BalanceAsync(AccountRole.OutputTax));
    }

    [Fact]
    public async Task A_dividend_the_bank_import_booked_on_account_is_used_and_the_rest_is_given_up_in_the_end()
    {
        var item = await BilledAsync();
        await FileAsync(item, 1000);
        Expect.Success(await business.Insolvencies.SetOffAsync(new() { Id = business.Next(), By = Anna, Case = Case, Parts = Parts((item.Id, 90)), DocumentNumber = "AUFR-1", On = Opening.PlusDays(51) }));
        var on = Opening.PlusDays(52);
        var plan = await business.ImportAsync(Received("div", Eur(50), on, text: "Quote Nr 1"));
        var payment = new OpenItemId(plan.Payments[0].Payment.Value);
        var paid = Expect.Success(await business.Insolvencies.BookDividendAsync(new() { Id = business.Next(), By = Anna, Case = Case, Number = "D-1", Amount = Eur(50), On = on, Payment = payment }));
        Assert.Equal((Eur(1000), Eur(50)), (paid.Admitted, paid.Paid));
        Assert.Equal((Eur(1050), Eur(0)), ((await business.ItemAsync(item.Id.Value)).Open, (await business.ItemAsync(payment.Value)).Open));
        var closed = Expect.Success(await business.Insolvencies.CloseAsync(new() { Id = business.Next(), By = Anna, Case = Case, On = Opening.PlusDays(300) }));
        Assert.Equal((Eur(1050), Eur(0)), (closed.Lost, (await business.ItemAsync(item.Id.Value)).Open));
        var later = await business.ImportAsync(Received("late", Eur(10), Opening.PlusDays(310)));
        var last = new OpenItemId(later.Payments[0].Payment.Value);
        Expect.Success(await business.Insolvencies.BookDividendAsync(new() { Id = business.Next(), By = Anna, Case = Case, Number = "D-2", Amount = Eur(10), On = Opening.PlusDays(310), Payment = last }));
        Assert.Equal((Eur(0), Eur(0), Eur(60)), ((await business.ItemAsync(last.Value)).Open,
            await business.BalanceAsync(AccountRole.ReceiptsClearing), await business.BalanceAsync(AccountRole.Bank)));
        Assert.Equal((Eur(0), Eur(0)), ((await business.AccountAsync()).OpenReceivable, (await business.AccountAsync()).UnappliedCredit));
        Expect.Refused(LedgerErrors.ItemUnknown, await business.Insolvencies.BookDividendAsync(new() { Id = business.Next(), By = Anna, Case = Case, Number = "D-3", Amount = Eur(10), On = Opening.PlusDays(311), Payment = new("NONE") }));
    }

    [Fact]
    public async Task Interest_that_is_filed_later_is_an_item_of_its_own()
    {
        var item = await BilledAsync();
        Expect.Success(await business.Insolvencies.OpenAsync(Open(business)));
        foreach (var interest in new[] { 3.96m, 1m })
            Expect.Success(await business.Insolvencies.FileAsync(new()
            {
                Id = business.Next(), By = Anna, Case = Case, Reference = "T-1", On = Opening.PlusDays(5), Interest = Parts((item.Id, interest)),
            }));
        Assert.Equal(item.Open + Eur(4.96m), (await business.AccountAsync()).OpenReceivable);
        Assert.Equal(3, (await business.Insolvencies.FileAsync(new() { Id = business.Next(), By = Anna, Case = Case, Reference = "T-1", On = Opening.PlusDays(5) })).Value.Lines.Count);
        var file = new FileInsolvencyClaim { Id = business.Next(), By = Anna, Case = Case, Reference = "T-2", On = Opening.PlusDays(6) };
        Expect.Refused(InsolvencyErrors.Incomplete, await business.Insolvencies.FileAsync(file with { Interest = Parts((item.Id, 1m), (item.Id, 2m)) }));
        Expect.Refused(InsolvencyErrors.ItemUnknown, await business.Insolvencies.FileAsync(file with { Interest = Parts((new("NONE"), 1m)) }));
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(1193.96, false)]
    [InlineData(100, true)]
    public async Task A_claim_is_filed_again_with_what_was_claimed_whatever_dividends_have_paid_since(decimal dividend, bool isGivenUp)
    {
        var item = await BilledAsync();
        Expect.Success(await business.Insolvencies.OpenAsync(Open(business)));
        var file = new FileInsolvencyClaim { Id = business.Next(), By = Anna, Case = Case, Reference = "T-1", On = Opening.PlusDays(5), Interest = Parts((item.Id, 3.96m)) };
        var filed = Expect.Success(await business.Insolvencies.FileAsync(file));
        Expect.Success(await business.Insolvencies.ExamineAsync(new()
        {
            Id = business.Next(), By = Anna, Case = Case, On = Opening.PlusDays(50), Admitted = filed.Lines.Select(l => new InsolvencyPart { Item = l.Item, Amount = l.Claimed }).ToEquatableArray(),
        }));
        Expect.Success(await DividendAsync("D-1", dividend, 60));
        if (isGivenUp) Expect.Success(await business.Insolvencies.GiveUpAsync(new() { Id = business.Next(), By = Anna, Case = Case, On = Opening.PlusDays(61) }));
        var before = (await business.Books.LoadAsync<InsolvencyCase>(Streams.Insolvency(Case)))!.State;
        var again = Expect.Success(await business.Insolvencies.FileAsync(file with { Id = business.Next(), Reference = "T-2", On = Opening.PlusDays(70), Interest = [] }));
        Assert.Equal(before.Lines, again.Lines);
        Assert.Equal((Eur(1193.96m), Eur(dividend)), (again.Claimed, again.Paid));
        var more = Expect.Success(await business.Insolvencies.FileAsync(file with { Id = business.Next(), Reference = "T-3", On = Opening.PlusDays(71), Interest = Parts((item.Id, 1m)) }));
        Assert.Equal(Eur(1194.96m), more.Claimed);
    }

    [Fact]
    public async Task Interest_up_to_the_opening_is_charged_with_the_filing_and_secured_parts_wait()
    {
        var item = await BilledAsync();
        Expect.Success(await business.Insolvencies.OpenAsync(Open(business)));
        var file = new FileInsolvencyClaim
        {
            Id = business.Next(), By = Anna, Case = Case, Reference = "T-1", On = Opening.PlusDays(5),
            Known = new() { Secured = Parts((item.Id, 190)) }, Interest = Parts((item.Id, 7.77m)),
        };
        var filed = Expect.Success(await business.Insolvencies.FileAsync(file));
        Assert.Equal((2, Eur(1007.77m)), (filed.Lines.Count, filed.Claimed));
        Assert.Equal(Eur(1197.77m), (await business.AccountAsync()).OpenReceivable);
        Expect.Success(await business.Insolvencies.GiveUpAsync(new() { Id = business.Next(), By = Anna, Case = Case, On = Opening.PlusDays(6) }));
        Assert.Equal(Eur(190), (await business.ItemAsync(item.Id.Value)).Open);
        Expect.Success(await business.Insolvencies.RealiseSecurityAsync(new() { Id = business.Next(), By = Anna, Case = Case, Item = item.Id, Proceeds = Eur(150), On = Opening.PlusDays(7) }));
        var given = Expect.Success(await business.Insolvencies.GiveUpAsync(new() { Id = business.Next(), By = Anna, Case = Case, On = Opening.PlusDays(8) }));
        Assert.Equal((Eur(1047.77m), Eur(150)), (given.Lost, (await business.ItemAsync(item.Id.Value)).Open));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_case_counts_as_paid_is_not_taken_back_beside_it(bool wasOnAccount)
    {
        var item = await BilledAsync();
        await FileAsync(item, 1190);
        var on = Opening.PlusDays(52);
        var payment = wasOnAccount ? new OpenItemId((await business.ImportAsync(Received("div", Eur(50), on, text: "Quote"))).Payments[0].Payment.Value) : default;
        Expect.Success(await business.Insolvencies.BookDividendAsync(new() { Id = business.Next(), By = Anna, Case = Case, Number = "D-1", Amount = Eur(50), On = on, Payment = payment }));
        var application = (await business.ItemAsync(item.Id.Value)).Applications[^1];
        Expect.Refused(ProcessErrors.DividendBooked, await business.Cash.ReturnAsync(new()
        {
            Id = business.Next(), By = Anna, Payment = new(application.Counterpart.Value), Entry = Received("back", Eur(-50), on.PlusDays(1)) with { IsReversal = true },
        }));
        Expect.Refused(ProcessErrors.DividendBooked, await business.Cash.UnapplyAsync(new()
        {
            Id = business.Next(), By = Anna, Credit = application.Counterpart, Application = application.Id, On = on.PlusDays(1),
        }));
        Assert.Equal(Eur(1140), (await business.ItemAsync(item.Id.Value)).Open);
    }

    private Task<Result<InsolvencyCase>> DividendAsync(string number, decimal amount, int day, OpenItemId payment = default) =>
        business.Insolvencies.BookDividendAsync(new()
        {
            Id = business.Next(), By = Anna, Case = Case, Number = number, Amount = Eur(amount), On = Opening.PlusDays(day), Payment = payment,
        }).AsTask();

    private ReverseInsolvencyDividend Back(string number, int day, string reason = "returned by the bank") =>
        new() { Id = business.Next(), By = Anna, Case = Case, Number = number, Reason = reason, On = Opening.PlusDays(day) };

    private async Task<(Money Bank, Money Tax, Money Recovery, Money Clearing)> BalancesAsync() => (await business.BalanceAsync(AccountRole.Bank),
        await business.BalanceAsync(AccountRole.OutputTax), await business.BalanceAsync(AccountRole.BadDebtRecovery), await business.BalanceAsync(AccountRole.ReceiptsClearing));

    // Half of the debt is settled, half recovered: the item stands with 595 when the dividend comes.
    private async Task<OpenItem> HalfGivenUpAsync()
    {
        var item = await BilledAsync();
        await FileAsync(item, 1190);
        Expect.Success(await DividendAsync("D-0", 595, 50));
        Expect.Success(await business.Insolvencies.GiveUpAsync(new() { Id = business.Next(), By = Anna, Case = Case, On = Opening.PlusDays(51) }));
        return item;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_dividend_is_taken_back_with_its_tax_and_then_the_bank_takes_its_money(bool wasOnAccount)
    {
        var item = await HalfGivenUpAsync();
        var payment = wasOnAccount ? new OpenItemId((await business.ImportAsync(Received("div", Eur(100), Opening.PlusDays(52), text: "Quote"))).Payments[0].Payment.Value) : default;
        var before = await BalancesAsync();
        Expect.Success(await DividendAsync("D-1", 100, 52, payment));
        var booked = Expect.Success(await DividendAsync("D-2", 100, 53));
        Assert.Equal((Eur(0), Eur(795)), ((await business.ItemAsync(item.Id.Value)).Open, booked.Paid));
        var back = Back("D-1", 60);
        var reversed = Expect.Success(await business.Insolvencies.ReverseDividendAsync(back));
        Expect.Success(await business.Insolvencies.ReverseDividendAsync(back));
        var count = business.Books.JournalAsync().ToBlockingEnumerable().Count();
        Expect.Success(await business.Insolvencies.ReverseDividendAsync(back with { Id = business.Next() }));
        Assert.Equal(count, business.Books.JournalAsync().ToBlockingEnumerable().Count());
        Assert.Equal((Eur(695), Eur(495), "returned by the bank"), (reversed.Paid, reversed.Lost, reversed.Dividends[1].ReversalReason));
        var money = reversed.Dividends[1].Payment;
        Assert.Equal(Eur(-100), (await business.ItemAsync(money.Value)).Open);
        Assert.Equal(Eur(100), (await business.AccountAsync()).UnappliedCredit);
        Expect.Success(await business.Cash.ReturnAsync(new()
        {
            Id = business.Next(), By = Anna, Payment = new(money.Value), Entry = Received("back", Eur(-100), Opening.PlusDays(61)) with { IsReversal = true },
        }));
        // D-2 alone is left of what came since: 100, with the tax it had as the second: 31.93 in all less 15.97.
        Assert.Equal((Eur(695), before.Tax - Eur(15.96m), before.Recovery - Eur(84.04m), Eur(0)), await BalancesAsync());
        Assert.Equal((Eur(0), Eur(0)), ((await business.AccountAsync()).OpenReceivable, (await business.AccountAsync()).UnappliedCredit));
        Expect.Success(await business.Insolvencies.ReverseDividendAsync(Back("D-2", 62)));
        Expect.Success(await business.Insolvencies.ReverseDividendAsync(Back("D-0", 62)));
        Assert.Equal((Eur(595), Eur(595)), ((await business.ItemAsync(item.Id.Value)).Open, (await business.ItemAsync(item.Id.Value)).WrittenOff));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_the_end_what_a_dividend_had_settled_is_given_up_and_after_an_annulment_it_is_owed(bool isClosed)
    {
        var item = await HalfGivenUpAsync();
        Expect.Success(await DividendAsync("D-1", 100, 52));
        if (isClosed) Expect.Success(await business.Insolvencies.CloseAsync(new() { Id = business.Next(), By = Anna, Case = Case, On = Opening.PlusDays(70) }));
        else Expect.Success(await business.Insolvencies.AnnulAsync(new() { Id = business.Next(), By = Anna, Case = Case, On = Opening.PlusDays(70), Reason = "paid all" }));
        Expect.Success(await business.Insolvencies.ReverseDividendAsync(Back("D-0", 80)));
        var reversed = Expect.Success(await business.Insolvencies.ReverseDividendAsync(Back("D-1", 81)));
        Assert.Equal((Eur(0), isClosed ? Eur(1190) : Eur(0)), (reversed.Paid, reversed.Lost));
        Assert.Equal((isClosed ? Eur(0) : Eur(1190), isClosed ? Eur(0) : Eur(-190)),
            ((await business.ItemAsync(item.Id.Value)).Open, await business.BalanceAsync(AccountRole.OutputTax)));
        Assert.Equal(Eur(695), (await business.AccountAsync()).UnappliedCredit);
    }

    [Fact]
    public async Task A_dividend_is_taken_back_once_with_a_reason_on_a_day_after_it_came_and_its_number_is_gone()
    {
        await HalfGivenUpAsync();
        Expect.Refused(InsolvencyErrors.DividendUnknown, await business.Insolvencies.ReverseDividendAsync(Back("D-9", 60)));
        Expect.Refused(InsolvencyErrors.Incomplete, await business.Insolvencies.ReverseDividendAsync(Back("D-0", 60, " ")));
        Expect.Refused(InsolvencyErrors.DateBeforeDividend, await business.Insolvencies.ReverseDividendAsync(Back("D-0", 49)));
        Expect.Success(await business.Insolvencies.ReverseDividendAsync(Back("D-0", 60)));
        Expect.Refused(InsolvencyErrors.DividendReversed, await DividendAsync("D-0", 595, 50));
        Expect.Success(await DividendAsync("D-0b", 595, 61));
    }

    [Fact]
    public async Task What_a_case_gave_up_is_not_opened_by_the_cashier()
    {
        var item = await BilledAsync();
        await FileAsync(item, 1190);
        Expect.Success(await business.Insolvencies.GiveUpAsync(new() { Id = business.Next(), By = Anna, Case = Case, On = Opening.PlusDays(5) }));
        var lost = (await business.ItemAsync(item.Id.Value)).Applications[^1].Id;
        Expect.Refused(LedgerErrors.NotACredit, await business.Cash.UnapplyAsync(new() { Id = business.Next(), By = Anna, Credit = item.Id, Application = lost, On = Opening.PlusDays(60) }));
        Assert.Equal(Eur(0), (await business.ItemAsync(item.Id.Value)).Open);
    }

    [Fact]
    public async Task Only_who_may_gives_up_a_debt()
    {
        var closed = new ABusiness(authorization: new Nobody());
        var seller = new InsolvencyDesk(closed.Books, new LegalEntityList(Seller), Rates, closed.Clock, new Nobody());
        await closed.OpenCustomerAsync(limit: 0);
        Expect.Refused(ProcessErrors.Forbidden, await seller.OpenAsync(Open(closed)));
        Expect.Refused(ProcessErrors.NotFound, await seller.GiveUpAsync(new() { Id = closed.Next(), By = Anna, Case = Case, On = Opening }));
    }

    private sealed class Nobody : IAuthorizationPolicy
    {
        public bool May(AuthorizationQuestion question) => question.Command is OpenCustomer;
    }
}
