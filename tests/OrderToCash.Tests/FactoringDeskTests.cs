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
