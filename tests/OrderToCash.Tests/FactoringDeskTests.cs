using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

public sealed class FactoringDeskTests
{
    private static readonly LocalDate Day = Monday.PlusDays(3);
    private static readonly FactoringId One = new("F-1");
    private static readonly FactoringTerms Terms = new() { Contract = "NordFaktor 12", HasRecourse = true, AdvanceRate = Percentage.Of(80), FeeRate = Percentage.Of(1) };

    private readonly ABusiness business = new(seller: Seller with { Sending = Invoicing.SendingPolicy.Default with { DunsUnsent = true } });

    private async Task<OpenItemId> BilledAsync()
    {
        await business.OpenCustomerAsync();
        await business.BilledAsync("SO-1", "I-1", 100m);
        await foreach (var item in business.Books.OpenItemsAsync(new() { LegalEntity = Id, Customer = new("C-7") })) return item.State.Id;
        throw new InvalidOperationException();
    }

    private AssignReceivables Assign(OpenItemId item, FactoringTreatment treatment = default) => new()
    {
        Id = business.Next(), By = Anna, Items = [item],
        Facts = new() { Assignment = One, LegalEntity = Id, Customer = new("C-7"), Currency = Currency.Eur, Terms = Terms with { Treatment = treatment }, On = Day },
    };

    private async Task<(int Letters, PaymentTreatment Treatment, int Applied)> SeenAsync(string reference)
    {
        var letters = Expect.Success(await business.Collections.PlanAsync(Id, [], Monday.PlusDays(60))).Letters.Count;
        var plan = await business.PlanAsync(Received("x", Eur(1190), Monday.PlusDays(20), text: reference));
        return (letters, plan.Payments[0].Treatment, plan.Payments[0].Allocations.Count);
    }

    [Fact]
    public async Task What_is_sold_leaves_dunning_matching_and_the_credit_of_the_customer()
    {
        var item = await BilledAsync();
        var number = (await business.ItemAsync(item.Value)).DocumentNumber;
        Assert.Equal((1, 1), ((await SeenAsync(number)).Letters, (await SeenAsync(number)).Applied));
        var assign = Assign(item);
        Expect.Success(await business.Factoring.AssignAsync(assign));
        Expect.Success(await business.Factoring.AssignAsync(assign));
        Expect.Refused(ProcessErrors.AlreadyExists, await business.Factoring.AssignAsync(Assign(item)));
        Assert.Equal((0, 0), ((await SeenAsync(number)).Letters, (await SeenAsync(number)).Applied));
        Assert.Equal((Eur(0), Eur(1190)), ((await business.AccountAsync()).OpenReceivable, await business.BalanceAsync(AccountRole.FactorReceivable)));
        var aging = Expect.Success(await business.Factoring.AgingAsync(Id, Day, new()));
        Assert.Equal((Eur(0), Eur(1190)), (aging.Own.Total(Currency.Eur), aging.Factored.Total(Currency.Eur)));
        Expect.Success(await business.Factoring.TakeBackAsync(new() { Id = business.Next(), By = Anna, Assignment = One, Item = item, Reason = FactoringReturnReason.NotPaid, On = Monday.PlusDays(50) }));
        Assert.Equal((1, 1), ((await SeenAsync(number)).Letters, (await SeenAsync(number)).Applied));
        Assert.Equal(Eur(1190), (await business.AccountAsync()).OpenReceivable);
    }

    [Fact]
    public async Task What_is_borrowed_on_stays_in_the_credit_of_the_customer_but_is_the_factors_to_collect()
    {
        var item = await BilledAsync();
        Expect.Success(await business.Factoring.AssignAsync(Assign(item, FactoringTreatment.Borrowing)));
        Assert.Equal(Eur(1190), (await business.AccountAsync()).OpenReceivable);
        var number = (await business.ItemAsync(item.Value)).DocumentNumber;
        Assert.Equal((0, 0), ((await SeenAsync(number)).Letters, (await SeenAsync(number)).Applied));
        Expect.Success(await business.Factoring.FundAsync(new() { Id = business.Next(), By = Anna, Assignment = One, On = Day }));
        Expect.Success(await business.Factoring.CollectAsync(new() { Id = business.Next(), By = Anna, Assignment = One, Item = item, Amount = Eur(1190), On = Monday.PlusDays(20) }));
        Assert.Equal(Eur(0), (await business.AccountAsync()).OpenReceivable);
        var done = Expect.Success(await business.Factoring.ReleaseAsync(new() { Id = business.Next(), By = Anna, Assignment = One, Amount = Eur(238), On = Monday.PlusDays(21) }));
        Assert.Equal((true, Eur(1190 - 11.90m)), (done.IsFinished, await business.BalanceAsync(AccountRole.Bank)));
    }

    [Theory]
    [InlineData(FactoringTreatment.TrueSale)]
    [InlineData(FactoringTreatment.Borrowing)]
    public async Task A_customers_credit_is_not_used_for_what_is_with_a_factor(FactoringTreatment treatment)
    {
        var item = await BilledAsync();
        Expect.Success(await business.Cash.BookAsync(new()
        {
            Id = business.Next(), By = Anna, LegalEntity = Id, Customer = new("C-7"), Payment = new("PAY-1"), Entry = Received("1", Eur(500), Monday.PlusDays(1)),
        }));
        Expect.Success(await business.Factoring.AssignAsync(Assign(item, treatment)));
        ApplyCredit Apply(int days) => new() { Id = business.Next(), By = Anna, LegalEntity = Id, Customer = new("C-7"), On = Monday.PlusDays(days) };
        Expect.Refused(ProcessErrors.NothingToApply, await business.Payments.ApplyCreditAsync(Apply(20)));
        Expect.Success(await business.Factoring.TakeBackAsync(new() { Id = business.Next(), By = Anna, Assignment = One, Item = item, Reason = FactoringReturnReason.NotPaid, On = Monday.PlusDays(50) }));
        Expect.Success(await business.Payments.ApplyCreditAsync(Apply(50)));
        Assert.Equal(Eur(690), (await business.ItemAsync(item.Value)).Open);
    }

    [Theory]
    [InlineData(FactoringTreatment.TrueSale)]
    [InlineData(FactoringTreatment.Borrowing)]
    public async Task Nor_netted_nor_collected_by_direct_debit_even_where_that_was_on_its_way(FactoringTreatment treatment)
    {
        var item = await BilledAsync();
        EquatableArray<PayableItem> payables = [new() { Number = "S-1", DueDate = Day, Amount = Eur(400) }];
        Expect.Success(await business.Netting.AgreeAsync(new()
        {
            Id = business.Next(), By = Anna, On = Monday, Terms = new() { LegalEntity = Id, Customer = new("C-7"), Reference = "Verrechnung 2025", From = Monday },
        }));
        var on = Monday.PlusDays(40);
        var post = new PostNetting
        {
            Id = business.Next(), By = Anna, Netting = new("N-1"), LegalEntity = Id, Customer = new("C-7"), Payables = payables,
            Statement = Expect.Success(await business.Netting.ProposeAsync(Id, new("C-7"), payables, Currency.Eur, on)),
        };
        var (debit, sent) = (new LocalDate(2025, 4, 2), new LocalDate(2025, 3, 31));
        Expect.Success(await business.DirectDebits.RecordAsync(new()
        {
            Id = business.Next(), By = Anna, IsChecked = true, Facts = new()
            {
                Mandate = new("M-1"), LegalEntity = Id, Customer = new("C-7"), CreditorId = "DE98ZZZ09999999999", Scheme = MandateScheme.Core, SignedOn = Monday,
                Debtor = new() { Name = "Nordwind GmbH", Iban = Iban.Parse("DE02120300000000202051").Value },
            },
        }));
        CollectByMandate Collect(string id) => new()
        {
            Id = business.Next(), By = Anna, Mandate = new("M-1"), Today = sent,
            Request = new() { EndToEndId = id, Item = item, Amount = Eur(100), DueOn = debit, PreNotifiedOn = debit.PlusDays(-14) },
        };
        Expect.Success(await business.DirectDebits.CollectAsync(Collect("E2E-1")));
        Assert.Single(await CollectionsAsync());
        Expect.Success(await business.Factoring.AssignAsync(Assign(item, treatment)));
        Assert.Empty(await CollectionsAsync());
        Expect.Refused(ProcessErrors.WithFactor, await business.DirectDebits.CollectAsync(Collect("E2E-2")));
        Expect.Refused(ProcessErrors.WithFactor, await business.Netting.PostAsync(post));
        Expect.Refused(NettingErrors.NothingToNet, await business.Netting.ProposeAsync(Id, new("C-7"), payables, Currency.Eur, on));

        async Task<IEnumerable<string>> CollectionsAsync()
        {
            var account = new Banking.SepaAccount { Name = "Laternenwerk GmbH", Iban = Iban.Parse(Account).Value };
            return Expect.Success(await business.DirectDebits.FileAsync(Id, account, "MSG-1", debit, sent)).Batches.SelectMany(b => b.Collections).Select(c => c.EndToEndId);
        }
    }

    [Fact]
    public async Task Where_the_debtor_is_not_told_we_remind_him_ourselves()
    {
        var item = await BilledAsync();
        var assign = Assign(item, FactoringTreatment.Borrowing);
        Expect.Success(await business.Factoring.AssignAsync(assign with { Facts = assign.Facts with { Terms = assign.Facts.Terms with { IsConfidential = true } } }));
        Assert.Equal(1, (await SeenAsync((await business.ItemAsync(item.Value)).DocumentNumber)).Letters);
    }

    [Fact]
    public async Task Money_that_comes_to_us_goes_on_to_the_factor()
    {
        var item = await BilledAsync();
        Expect.Success(await business.Factoring.AssignAsync(Assign(item)));
        var plan = await business.ImportAsync(Received("1", Eur(1190), Monday.PlusDays(20)));
        var payment = new OpenItemId(plan.Payments[0].Payment.Value);
        var pass = new PassOnToFactor { Id = business.Next(), By = Anna, Assignment = One, Item = item, Payment = payment, Amount = Eur(1190), On = Monday.PlusDays(21) };
        var passed = Expect.Success(await business.Factoring.PassOnAsync(pass));
        Assert.Equal((Eur(0), Eur(0)), ((await business.ItemAsync(payment.Value)).Open, (await business.AccountAsync()).UnappliedCredit));
        Expect.Success(await business.Factoring.PayAsync(new() { Id = business.Next(), By = Anna, Assignment = One, Amount = Eur(1190), On = Monday.PlusDays(22) }));
        var application = passed.Lines[0].Collections[0].Application;
        Expect.Success(await business.Factoring.RecallAsync(new() { Id = business.Next(), By = Anna, Assignment = One, Item = item, Payment = payment, Application = application, On = Monday.PlusDays(23) }));
        Assert.Equal(Eur(1190), (await business.AccountAsync()).UnappliedCredit);
    }

    private async Task<OpenItemId> PledgedAsync(bool isConfidential)
    {
        var item = await BilledAsync();
        var assign = Assign(item, FactoringTreatment.Borrowing);
        Expect.Success(await business.Factoring.AssignAsync(assign with { Facts = assign.Facts with { Terms = assign.Facts.Terms with { IsConfidential = isConfidential } } }));
        Expect.Success(await business.Factoring.FundAsync(new() { Id = business.Next(), By = Anna, Assignment = One, On = Day }));
        return item;
    }

    private async Task<FactoringAssignment> AssignmentAsync() => (await business.Books.LoadAsync<FactoringAssignment>(Streams.Factoring(One)))!.State;

    private ApplyPayment Apply(string payment, OpenItemId item, decimal amount) => new()
    {
        Id = business.Next(), By = Anna, Payment = new(payment), On = Monday.PlusDays(20),
        Allocations = [new() { Item = item, Cash = Eur(amount), Discount = Eur(0), WriteOff = Eur(0) }],
    };

    private BookPayment OnAccount(string payment, decimal amount, string customer = "C-7") => new()
    {
        Id = business.Next(), By = Anna, LegalEntity = Id, Customer = new(customer), Payment = new(payment), Entry = Received(payment, Eur(amount), Monday.PlusDays(19)),
    };

    private StartPayment Charge(OpenItemId item) => new()
    {
        Id = business.Next(), By = Anna, Facts = new()
        {
            Attempt = new("PA-1"), LegalEntity = Id, Customer = new("C-7"), Amount = Eur(1190), Token = "tok_1", Shares = [new() { Item = item, Amount = Eur(1190) }],
        },
    };

    private async Task CaptureAsync()
    {
        var gateway = new LyingGateway();
        foreach (var operation in (GatewayOperation[])[GatewayOperation.Authorize, GatewayOperation.Capture])
            Expect.Success(await business.Payments.AskAsync(new() { Id = business.Next(), By = Anna, Attempt = new("PA-1"), Operation = operation, On = Monday.PlusDays(5) }, gateway));
    }

    [Fact]
    public async Task Where_the_debtor_was_told_to_pay_the_factor_we_take_nothing_for_it_ourselves()
    {
        var item = await PledgedAsync(isConfidential: false);
        Expect.Success(await business.Cash.BookAsync(OnAccount("PAY-1", 500)));
        Expect.Refused(LedgerErrors.Pledged, await business.Cash.ApplyAsync(Apply("PAY-1", item, 500)));
        Expect.Refused(ProcessErrors.WithFactor, await business.Payments.StartAsync(Charge(item)));
        Assert.Equal((Eur(1190), Eur(1190)), ((await business.ItemAsync(item.Value)).Open, (await AssignmentAsync()).Lines[0].Outstanding));
        // What came all the same is passed on by hand; then only the assignment takes it back.
        var pass = new PassOnToFactor { Id = business.Next(), By = Anna, Assignment = One, Item = item, Payment = new("PAY-1"), Amount = Eur(500), On = Monday.PlusDays(20) };
        var application = Expect.Success(await business.Factoring.PassOnAsync(pass)).Lines[0].Collections[0].Application;
        var unapply = new UnapplyPayment { Id = business.Next(), By = Anna, Application = application, Credit = new("PAY-1"), On = Monday.PlusDays(21) };
        Expect.Refused(LedgerErrors.Pledged, await business.Cash.UnapplyAsync(unapply));
        var bounce = new ReturnPayment { Id = business.Next(), By = Anna, Payment = new("PAY-1"), Entry = Received("b", Eur(-500), Monday.PlusDays(22)) with { IsReversal = true } };
        Expect.Refused(LedgerErrors.Pledged, await business.Cash.ReturnAsync(bounce));
        Expect.Success(await business.Factoring.RecallAsync(new()
        {
            Id = business.Next(), By = Anna, Assignment = One, Item = item, Payment = new("PAY-1"), Application = application, On = Monday.PlusDays(22),
        }));
        Expect.Success(await business.Cash.ReturnAsync(bounce));
        Assert.Equal((Eur(1190), Eur(1190)), ((await business.ItemAsync(item.Value)).Open, (await AssignmentAsync()).Lines[0].Outstanding));
    }

    [Fact]
    public async Task Where_the_debtor_was_not_told_what_he_pays_us_is_passed_on_by_itself()
    {
        var item = await PledgedAsync(isConfidential: true);
        Expect.Success(await business.Cash.BookAsync(OnAccount("PAY-1", 500)));
        Expect.Success(await business.Cash.ApplyAsync(Apply("PAY-1", item, 400)));
        var number = (await business.ItemAsync(item.Value)).DocumentNumber;
        await business.ImportAsync(Received("2", Eur(790), Monday.PlusDays(25), text: number));
        var assignment = await AssignmentAsync();
        Assert.Equal([Eur(400), Eur(790)], assignment.Lines[0].Collections.Select(c => c.Amount));
        Assert.Equal((Eur(0), Eur(0)), ((await business.ItemAsync(item.Value)).Open, assignment.Lines[0].Outstanding));
        Assert.Equal((Eur(0), Eur(100)), ((await business.AccountAsync()).OpenReceivable, (await business.AccountAsync()).UnappliedCredit));
        // All of it is owed to him, who then releases what he had kept back.
        Expect.Success(await business.Factoring.PayAsync(new() { Id = business.Next(), By = Anna, Assignment = One, Amount = Eur(1190), On = Monday.PlusDays(26) }));
        var done = Expect.Success(await business.Factoring.ReleaseAsync(new() { Id = business.Next(), By = Anna, Assignment = One, Amount = Eur(238), On = Monday.PlusDays(27) }));
        Assert.True(done.IsFinished);
    }

    [Fact]
    public async Task What_was_passed_on_by_itself_comes_back_by_itself()
    {
        var item = await PledgedAsync(isConfidential: true);
        var number = (await business.ItemAsync(item.Value)).DocumentNumber;
        var plan = await business.ImportAsync(Received("2", Eur(790), Monday.PlusDays(15), text: number));
        Expect.Success(await business.Cash.BookAsync(OnAccount("PAY-1", 500)));
        Expect.Success(await business.Cash.ApplyAsync(Apply("PAY-1", item, 400)));
        Assert.Equal(Eur(0), (await AssignmentAsync()).Lines[0].Outstanding);
        Expect.Success(await business.Factoring.PayAsync(new() { Id = business.Next(), By = Anna, Assignment = One, Amount = Eur(1190), On = Monday.PlusDays(21) }));
        var bounce = new ReturnPayment { Id = business.Next(), By = Anna, Payment = plan.Payments[0].Payment, Entry = Received("b", Eur(-790), Monday.PlusDays(22)) with { IsReversal = true } };
        Expect.Success(await business.Cash.ReturnAsync(bounce));
        Expect.Success(await business.Cash.ReturnAsync(bounce));
        Assert.Equal((Eur(790), Eur(790)), ((await business.ItemAsync(item.Value)).Open, (await AssignmentAsync()).Lines[0].Outstanding));
        var application = (await business.ItemAsync("PAY-1")).Applications[0].Id;
        Expect.Success(await business.Cash.UnapplyAsync(new() { Id = business.Next(), By = Anna, Application = application, Credit = new("PAY-1"), On = Monday.PlusDays(23) }));
        Assert.Equal((Eur(1190), Eur(1190)), ((await business.ItemAsync(item.Value)).Pledge!.Outstanding, (await AssignmentAsync()).Lines[0].Outstanding));
        Assert.Equal((Eur(1190), Eur(500)), ((await business.AccountAsync()).OpenReceivable, (await business.AccountAsync()).UnappliedCredit));
    }

    [Fact]
    public async Task What_the_factor_got_no_line_of_our_bank_takes_back()
    {
        var item = await PledgedAsync(isConfidential: false);
        Expect.Success(await business.Factoring.CollectAsync(new() { Id = business.Next(), By = Anna, Assignment = One, Item = item, Amount = Eur(300), On = Monday.PlusDays(20) }));
        Expect.Success(await business.Factoring.TakeBackAsync(new() { Id = business.Next(), By = Anna, Assignment = One, Item = item, Reason = FactoringReturnReason.Disputed, On = Monday.PlusDays(21) }));
        var got = (await business.ItemAsync(item.Value)).Applications[^1].Counterpart;
        Expect.Refused(ProcessErrors.ReturnUnknown, await business.Cash.ReturnAsync(new()
        {
            Id = business.Next(), By = Anna, Payment = new(got.Value), Entry = Received("b", Eur(-300), Monday.PlusDays(22)) with { IsReversal = true },
        }));
        Assert.Equal((Eur(890), (await AssignmentAsync()).Balance.Document), ((await business.ItemAsync(item.Value)).Open, await business.BalanceAsync(AccountRole.FactorLiability)));
    }

    [Fact]
    public async Task A_card_pays_what_was_pledged_without_telling_and_the_money_is_passed_on()
    {
        var item = await PledgedAsync(isConfidential: true);
        Expect.Success(await business.Payments.StartAsync(Charge(item)));
        await CaptureAsync();
        Assert.Equal((Eur(0), Eur(1190)), ((await business.ItemAsync(item.Value)).Open, (await AssignmentAsync()).Lines[0].Collected));
        Assert.Equal(Eur(0), (await business.AccountAsync()).OpenReceivable);
    }

    [Fact]
    public async Task What_a_card_brings_for_an_item_that_was_pledged_meanwhile_waits_on_account()
    {
        var item = await BilledAsync();
        Expect.Success(await business.Payments.StartAsync(Charge(item)));
        Expect.Success(await business.Factoring.AssignAsync(Assign(item, FactoringTreatment.Borrowing)));
        await CaptureAsync();
        Assert.Equal((Eur(1190), Eur(1190)), ((await business.ItemAsync(item.Value)).Open, (await business.AccountAsync()).UnappliedCredit));
    }

    [Fact]
    public async Task A_credit_note_on_what_was_pledged_waits_until_the_receivable_comes_back()
    {
        var item = await PledgedAsync(isConfidential: false);
        Expect.Success(await business.Billing.CreditAsync(new()
        {
            Id = business.Next(), By = Anna, Invoice = new("I-1"), CreditNote = new("CN-1"), DocumentDate = Monday.PlusDays(9), Reason = Invoicing.CreditReason.Price, Gross = Eur(119),
        }));
        Assert.Equal((Eur(1190), Eur(119)), ((await business.ItemAsync(item.Value)).Open, (await business.AccountAsync()).UnappliedCredit));
        Expect.Success(await business.Factoring.TakeBackAsync(new() { Id = business.Next(), By = Anna, Assignment = One, Item = item, Reason = FactoringReturnReason.Disputed, On = Monday.PlusDays(10) }));
        Assert.Null((await business.ItemAsync(item.Value)).Pledge);
        Expect.Success(await business.Payments.ApplyCreditAsync(new() { Id = business.Next(), By = Anna, LegalEntity = Id, Customer = new("C-7"), On = Monday.PlusDays(10) }));
        Assert.Equal(Eur(1071), (await business.ItemAsync(item.Value)).Open);
    }

    [Theory]
    [InlineData(FactoringTreatment.TrueSale)]
    [InlineData(FactoringTreatment.Borrowing)]
    public async Task Money_of_another_customer_is_transferred_first(FactoringTreatment treatment)
    {
        var item = await BilledAsync();
        await business.OpenCustomerAsync("C-8");
        Expect.Success(await business.Factoring.AssignAsync(Assign(item, treatment)));
        Expect.Success(await business.Cash.BookAsync(OnAccount("PAY-8", 300, "C-8")));
        PassOnToFactor Pass() => new() { Id = business.Next(), By = Anna, Assignment = One, Item = item, Payment = new("PAY-8"), Amount = Eur(300), On = Monday.PlusDays(20) };
        Expect.Refused(LedgerErrors.OtherCustomer, await business.Factoring.PassOnAsync(Pass()));
        Expect.Success(await business.Cash.TransferAsync(new() { Id = business.Next(), By = Anna, Payment = new("PAY-8"), Customer = new("C-7"), On = Monday.PlusDays(20), Reason = "paid for a sister" }));
        var moved = (await business.ItemAsync("PAY-8")).Applications[^1].Counterpart;
        Expect.Success(await business.Factoring.PassOnAsync(Pass() with { Payment = moved }));
        Assert.Equal((Eur(0), Eur(0)), ((await business.AccountAsync()).UnappliedCredit, (await business.AccountAsync("C-8")).UnappliedCredit));
    }

    [Theory]
    [InlineData("net")]
    [InlineData("credit")]
    [InlineData("pay")]
    [InlineData("pledge")]
    public void A_pledge_and_what_settles_the_item_do_not_both_get_it_in_any_order(string other)
    {
        var (item, proposal) = (default(OpenItemId), default(NettingProposal));
        EquatableArray<PayableItem> payables = [new() { Number = "S-1", DueDate = Day, Amount = Eur(400) }];
        IBooks World()
        {
            var world = new FactoringDeskTests();
            item = world.BilledAsync().Result;
            Expect.Success(world.business.Netting.AgreeAsync(new()
            {
                Id = new("agree"), By = Anna, On = Monday, Terms = new() { LegalEntity = Id, Customer = new("C-7"), Reference = "V", From = Monday, DaysAhead = 60 },
            }).AsTask().Result);
            Expect.Success(world.business.Cash.BookAsync(world.OnAccount("PAY-1", 500)).AsTask().Result);
            proposal = Expect.Success(world.business.Netting.ProposeAsync(Id, new("C-7"), payables, Currency.Eur, Day).AsTask().Result);
            return world.business.Books;
        }
        async Task<bool> Pledge(IBooks books, string id) =>
            (await new ABusiness(books).Factoring.AssignAsync(Assign(item, FactoringTreatment.Borrowing) with { Id = new(id), Facts = Assign(item, FactoringTreatment.Borrowing).Facts with { Assignment = new(id) } })).IsSuccess;
        async Task<bool> Other(IBooks books) => other switch
        {
            "net" => (await new ABusiness(books).Netting.PostAsync(new()
            {
                Id = new("net"), By = Anna, Netting = new("N-1"), LegalEntity = Id, Customer = new("C-7"), Statement = proposal!, Payables = payables,
            })).IsSuccess,
            "credit" => (await new ABusiness(books).Payments.ApplyCreditAsync(new() { Id = new("use"), By = Anna, LegalEntity = Id, Customer = new("C-7"), On = Monday.PlusDays(20) })).IsSuccess,
            "pay" => (await new ABusiness(books).Cash.ApplyAsync(Apply("PAY-1", item, 500) with { Id = new("pay") })).IsSuccess,
            _ => await Pledge(books, "F-2"),
        };
        var won = new HashSet<(bool, bool)>();
        Interleavings.Explore<bool>(true, World, [books => Pledge(books, "F-1"), Other], (books, answers) =>
        {
            won.Add((answers[0], answers[1]));
            var left = books.LoadAsync<OpenItem>(Streams.OpenItem(item)).AsTask().Result!.State;
            var lines = books.AllAsync<FactoringAssignment>(Streams.FactoringKind).ToBlockingEnumerable().SelectMany(a => a.State.Lines).ToArray();
            Assert.Empty(left.Check());
            Assert.True(lines.Length <= 1 && lines.All(l => l.Outstanding == left.Open && left.Pledge!.Outstanding == left.Open), $"{left.Open} is open, {lines.Length} pledges");
        });
        // Whoever is second is refused, or pledges what is left.
        Assert.Contains((true, false), won);
    }

    [Fact]
    public async Task Only_who_may_assigns_receivables()
    {
        var desk = new FactoringDesk(business.Books, new LegalEntityList(Seller), Rates, business.Clock, new Nobody());
        Expect.Refused(ProcessErrors.Forbidden, await desk.AssignAsync(Assign(await BilledAsync())));
        Expect.Refused(ProcessErrors.NotFound, await desk.FundAsync(new() { Id = business.Next(), By = Anna, Assignment = One, On = Day }));
        Expect.Refused(ProcessErrors.NotFound, await desk.AssignAsync(Assign(new("NONE"))));
    }

    private sealed class Nobody : IAuthorizationPolicy
    {
        public bool May(AuthorizationQuestion question) => false;
    }
}
