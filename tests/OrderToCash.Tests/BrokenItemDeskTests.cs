using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

/// <summary>One stored item breaks its own rules: every desk names it, none throws, and nothing is posted on top of it.</summary>
public sealed class BrokenItemDeskTests
{
    private static readonly OpenItemId Broken = new("INV-2025-000001/1");
    private static readonly LocalDate Late = Monday.PlusDays(60);

    private readonly ABusiness business = new(seller: Seller with
    {
        BusinessInterest = Collections.LateInterestPolicies.GermanBusiness, Sending = Invoicing.SendingPolicy.Default with { DunsUnsent = true },
        Provisions = new() { Version = "1", Classes = [new() { Class = "all", Rates = [.. Enumerable.Repeat(Percentage.Of(5), 5)] }] },
    });

    public static TheoryData<string, Func<OpenItem, OpenItem>> Damages => BrokenItemCashTests.Damages;

    private async Task BilledAsync(Func<OpenItem, OpenItem> damage)
    {
        await business.OpenCustomerAsync();
        await business.BilledAsync("SO-1", "I-1", 100m);
        await business.BilledAsync("SO-2", "I-2", 100m);
        Expect.Success(await business.Cash.BookAsync(new()
        {
            Id = business.Next(), By = Anna, LegalEntity = Id, Customer = new("C-7"), Payment = new("PAY-1"), Entry = Received("1", Eur(500), Monday.PlusDays(1)),
        }));
        Expect.Success(await business.Netting.AgreeAsync(new()
        {
            Id = business.Next(), By = Anna, On = Monday, Terms = new() { LegalEntity = Id, Customer = new("C-7"), Reference = "V", From = Monday, DaysAhead = 60 },
        }));
        await BrokenItemCashTests.DamageAsync(business, damage, Broken.Value);
    }

    [Theory, MemberData(nameof(Damages))]
    public async Task Reports_leave_it_out_and_say_so(string what, Func<OpenItem, OpenItem> damage)
    {
        await BilledAsync(damage);
        foreach (var named in (IEnumerable<DomainError>[])
        [
            Expect.Success(await business.Factoring.AgingAsync(Id, Late, new())).Quarantined,
            Expect.Success(await business.Collections.PlanAsync(Id, [], Late)).Quarantined,
            Expect.Success(await business.Interest.PlanAsync(Id, Late)).NotCharged,
            Expect.Success(await new ReceivablesDesk(business.Books, new LegalEntityList(Seller)).AgeAsync(new() { LegalEntity = Id, AsOf = Late })).Quarantined,
        ])
            Assert.True(named.Any(f => f.Message.Contains(Broken.Value, StringComparison.Ordinal)), what);
        Assert.Equal(["INV-2025-000002"], Expect.Success(await business.Collections.PlanAsync(Id, [], Late)).Letters.SelectMany(l => l.Lines).Select(l => l.DocumentNumber));
        Assert.Equal("PAY-1", Assert.Single(Expect.Success(await business.UnappliedCash.QueueAsync(Id, Late)).Rows).Item.Value);
    }

    [Theory, MemberData(nameof(Damages))]
    public async Task Figures_and_postings_that_need_it_are_refused_by_name(string what, Func<OpenItem, OpenItem> damage)
    {
        await BilledAsync(damage);
        EquatableArray<PayableItem> payables = [new() { Number = "S-1", DueDate = Monday, Amount = Eur(10) }];
        var customer = new CustomerId("C-7");
        var refused = new List<EquatableArray<DomainError>>
        {
            (await business.Closing.ExpectedLossAsync(new() { LegalEntity = Id, AsOf = Late })).Errors,
            (await business.Netting.ProposeAsync(Id, customer, payables, Currency.Eur, Monday.PlusDays(9))).Errors,
            (await business.Payments.ApplyCreditAsync(new() { Id = business.Next(), By = Anna, LegalEntity = Id, Customer = customer, On = Late })).Errors,
            (await business.Interest.ChargeAsync(new() { Id = business.Next(), By = Anna, Item = Broken, Through = Late, On = Late })).Errors,
            (await business.Factoring.AssignAsync(new()
            {
                Id = business.Next(), By = Anna, Items = [Broken], Facts = new()
                {
                    Assignment = new("F-1"), LegalEntity = Id, Customer = customer, Currency = Currency.Eur, On = Late,
                    Terms = new() { Contract = "N", HasRecourse = true, AdvanceRate = Percentage.Of(80), Treatment = FactoringTreatment.Borrowing },
                },
            })).Errors,
            (await business.Billing.CreditAsync(new()
            {
                Id = business.Next(), By = Anna, Invoice = new("I-1"), CreditNote = new("CN-1"), DocumentDate = Late, Reason = Invoicing.CreditReason.Price, Gross = Eur(119),
            })).Errors,
            (await business.Disputes.OpenAsync(new()
            {
                Id = business.Next(), By = Anna, Facts = new() { Dispute = new("D-1"), Reason = DisputeReason.QuantityShort, On = Late, Parts = [new() { Item = Broken, Amount = Eur(5) }] },
            })).Errors,
            (await business.Insolvencies.OpenAsync(new()
            {
                Id = business.Next(), By = Anna,
                Facts = new() { Case = new("INS-1"), LegalEntity = Id, Customer = customer, Currency = Currency.Eur, OpenedOn = Late, CourtReference = "1 IN 1/25" },
            })).Errors,
            await CollectAsync(),
        };
        // An item on the wrong side is nobody's debt and no part of the figure.
        if ((await business.ItemAsync(Broken.Value)).IsDebit) refused.Add((await business.UnappliedCash.ShareAsync(Id, Currency.Eur, Late)).Errors);
        Assert.All(refused, errors => Assert.True(errors.Any(e => e.Code == ProcessErrors.Corrupt.Code && e.Message.Contains(Broken.Value, StringComparison.Ordinal)), what));
    }

    [Theory, MemberData(nameof(Damages))]
    public async Task Orders_go_on_and_card_money_for_it_waits_on_account(string what, Func<OpenItem, OpenItem> damage)
    {
        await BilledAsync(damage);
        Expect.Success(await business.CaptureAsync("SO-3", lines: (1, 10m)));
        Expect.Success(await business.ConfirmAsync("SO-3"));
        Expect.Success(await business.Payments.StartAsync(new()
        {
            Id = business.Next(), By = Anna, Facts = new()
            {
                Attempt = new("PA-1"), LegalEntity = Id, Customer = new("C-7"), Amount = Eur(100), Token = "tok_1", Shares = [new() { Item = Broken, Amount = Eur(100) }],
            },
        }));
        var gateway = new LyingGateway();
        foreach (var operation in (GatewayOperation[])[GatewayOperation.Authorize, GatewayOperation.Capture])
            Expect.Success(await business.Payments.AskAsync(new() { Id = business.Next(), By = Anna, Attempt = new("PA-1"), Operation = operation, On = Monday.PlusDays(5) }, gateway));
        Assert.True((await business.AccountAsync()).UnappliedCredit == Eur(600), what);
    }

    [Fact]
    public async Task A_broken_payment_is_named_in_the_queue_of_unapplied_cash()
    {
        await business.OpenCustomerAsync();
        foreach (var id in (string[])["PAY-1", "PAY-2"])
            Expect.Success(await business.Cash.BookAsync(new()
            {
                Id = business.Next(), By = Anna, LegalEntity = Id, Customer = new("C-7"), Payment = new(id), Entry = Received(id, Eur(500), Monday.PlusDays(1)),
            }));
        await BrokenItemCashTests.DamageAsync(business, p => p with { Applications = [BrokenItemCashTests.Settled(Usd(-20), Monday.PlusDays(20))] }, "PAY-1");
        var queue = Expect.Success(await business.UnappliedCash.QueueAsync(Id, Late));
        Assert.Equal(["PAY-2"], queue.Rows.Select(r => r.Item.Value));
        Expect.Found(ProcessErrors.Corrupt, queue.Quarantined);
        Expect.Refused(ProcessErrors.Corrupt, await business.UnappliedCash.ShareAsync(Id, Currency.Eur, Late));
        Expect.Refused(ProcessErrors.Corrupt, await business.UnappliedCash.AssignAsync(new() { Id = business.Next(), By = Anna, Payment = new("PAY-1"), Owner = new("carla"), On = Late }));
    }

    private async Task<EquatableArray<DomainError>> CollectAsync()
    {
        Expect.Success(await business.DirectDebits.RecordAsync(new()
        {
            Id = business.Next(), By = Anna, IsChecked = true, Facts = new()
            {
                Mandate = new("M-1"), LegalEntity = Id, Customer = new("C-7"), CreditorId = "DE98ZZZ09999999999", Scheme = MandateScheme.Core, SignedOn = Monday,
                Debtor = new() { Name = "Nordwind GmbH", Iban = Iban.Parse("DE02120300000000202051").Value },
            },
        }));
        return (await business.DirectDebits.CollectAsync(new()
        {
            Id = business.Next(), By = Anna, Mandate = new("M-1"), Today = Monday,
            Request = new() { EndToEndId = "E-1", Item = Broken, Amount = Eur(100), DueOn = Monday.PlusDays(16), PreNotifiedOn = Monday },
        })).Errors;
    }
}
