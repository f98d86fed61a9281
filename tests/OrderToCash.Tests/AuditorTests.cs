using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

/// <summary>What an auditor recalculates: results of exchange, closed periods, tax on debts that were lost and came back.</summary>
public sealed class AuditorTests
{
    private sealed class Closing(LegalEntity seller) : ILegalEntities
    {
        public LocalDate? Through { get; set; }

        public bool TryFind(LegalEntityId id, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out LegalEntity? legalEntity) =>
            (legalEntity = id == seller.Id ? seller with { LockedThrough = Through } : null) is not null;
    }

    private readonly Closing entities = new(Seller with { TaxRelief = true });
    private readonly ABusiness business;

    public AuditorTests() => business = new(known: entities);

    private async Task<OpenItem> BilledAsync(Currency? currency = null)
    {
        await business.OpenCustomerAsync(currency: currency);
        await business.BilledAsync("SO-1", "I-1", 100m, currency: currency);
        return await business.ItemAsync("INV-2025-000001/1");
    }

    private async Task PayAsync(string id, OpenItem item, Money amount, int days) => Expect.Success(await business.Cash.BookAsync(new()
    {
        Id = business.Next(), By = Anna, LegalEntity = Id, Customer = item.Customer, Payment = new(id), Entry = Received(id, amount, Monday.PlusDays(days)),
        Allocations = [new() { Item = item.Id, Cash = amount, Discount = Money.Zero(amount.Currency), WriteOff = Money.Zero(amount.Currency) }],
    }));

    private async Task<Money> ResultAsync() => -(await business.BalanceAsync(AccountRole.RealisedGain) + await business.BalanceAsync(AccountRole.RealisedLoss)
        + await business.BalanceAsync(AccountRole.FxRounding));

    private async Task SoundAsync() =>
        Assert.Empty(Expect.Success(await new ReceivablesDesk(business.Books, entities).AuditAsync(Id)).Findings);

    [Fact]
    public async Task A_foreign_invoice_paid_in_parts_results_in_the_cash_less_what_it_was_booked_at_and_what_is_taken_back_comes_back_to_the_cent()
    {
        var item = await BilledAsync(Currency.Usd);
        var results = new List<Money>();
        foreach (var (id, cents, days) in ((string, long, int)[])[("P-1", 33_333, 2), ("P-2", 40_007, 6), ("P-3", 119_000 - 33_333 - 40_007, 10)])
        {
            await PayAsync(id, item, Money.FromMinorUnits(cents, Currency.Usd), days);
            results.Add(await ResultAsync());
        }
        Assert.Equal(await business.BalanceAsync(AccountRole.Bank) - item.FunctionalAmount, results[2]);
        Assert.Equal(Eur(0), await business.BalanceAsync(AccountRole.TradeReceivable));
        var before = (await business.ItemAsync(item.Id.Value)).Applications[1];
        Expect.Success(await business.Cash.UnapplyAsync(new() { Id = business.Next(), By = Anna, Application = before.Id, Credit = new("P-2"), On = Monday.PlusDays(12) }));
        var open = await business.ItemAsync(item.Id.Value);
        Assert.Equal((before.Amount, before.FunctionalAmount), (open.Open, open.OpenFunctional));
        Assert.Equal(results[2] - (results[1] - results[0]), await ResultAsync());
        // The money kept the rate of its own day: applied again it brings the same result, whenever that is.
        Expect.Success(await business.Cash.ApplyAsync(new()
        {
            Id = business.Next(), By = Anna, Payment = new("P-2"), On = Monday.PlusDays(40),
            Allocations = [new() { Item = item.Id, Cash = open.Open, Discount = Usd(0), WriteOff = Usd(0) }],
        }));
        Assert.Equal((results[2], Eur(0)), (await ResultAsync(), await business.BalanceAsync(AccountRole.TradeReceivable)));
        await SoundAsync();
    }

    [Fact]
    public async Task A_closed_period_keeps_its_figures_and_what_is_taken_back_goes_to_the_open_one()
    {
        var item = await BilledAsync();
        await PayAsync("P-1", item, Eur(500), 5);
        var (locked, desk) = (Monday.PlusDays(10), new ReceivablesDesk(business.Books, entities));
        var aged = Expect.Success(await desk.AgeAsync(new() { LegalEntity = Id, AsOf = locked })).Report;
        entities.Through = locked;
        ReturnPayment Back(int days) => new() { Id = business.Next(), By = Anna, Payment = new("P-1"), Entry = Received($"b{days}", Eur(-500), Monday.PlusDays(days)) with { IsReversal = true } };
        Expect.Refused(LedgerErrors.PeriodLocked, await business.Cash.ReturnAsync(Back(8)));
        Expect.Refused(LedgerErrors.PeriodLocked, await business.Cash.UnapplyAsync(new()
        {
            Id = business.Next(), By = Anna, Credit = new("P-1"), Application = (await business.ItemAsync("P-1")).Applications[0].Id, On = locked,
        }));
        Expect.Success(await business.Cash.ReturnAsync(Back(11)));
        entities.Through = null;
        Assert.Equal(aged, Expect.Success(await desk.AgeAsync(new() { LegalEntity = Id, AsOf = locked })).Report);
        Assert.Equal((Eur(690), Eur(1190)), (aged.Total(Currency.Eur), (await business.ItemAsync(item.Id.Value)).Open));
        await SoundAsync();
    }

    [Theory]
    [InlineData(1_00)]
    [InlineData(33_33)]
    [InlineData(97_77)]
    public async Task A_lost_debt_that_comes_back_in_odd_parts_owes_its_tax_again_to_the_cent(int cents)
    {
        var item = await BilledAsync();
        var on = Monday.PlusDays(40);
        var one = new InsolvencyId("INS-1");
        Expect.Success(await business.Insolvencies.OpenAsync(new()
        {
            Id = business.Next(), By = Anna,
            Facts = new() { Case = one, LegalEntity = Id, Customer = item.Customer, Currency = Currency.Eur, OpenedOn = on, CourtReference = "1 IN 1/25" },
        }));
        Expect.Success(await business.Insolvencies.FileAsync(new() { Id = business.Next(), By = Anna, Case = one, Reference = "T-1", On = on }));
        Expect.Success(await business.Insolvencies.ExamineAsync(new() { Id = business.Next(), By = Anna, Case = one, On = on, Admitted = [new() { Item = item.Id, Amount = Eur(1190) }] }));
        Expect.Success(await business.Insolvencies.GiveUpAsync(new() { Id = business.Next(), By = Anna, Case = one, On = on }));
        var (left, number) = (119_000L, 0);
        while (left > 0)
        {
            var part = Math.Min(left, cents * (number + 1L));
            Expect.Success(await business.Insolvencies.BookDividendAsync(new()
            {
                Id = business.Next(), By = Anna, Case = one, Number = $"D-{++number}", Amount = Money.FromMinorUnits(part, Currency.Eur), On = on.PlusDays(number),
            }));
            left -= part;
            // Of what came in the tax is a nineteenth part of 119, never more than a cent away, whatever the parts were.
            var tax = -(await business.BalanceAsync(AccountRole.OutputTax));
            Assert.InRange(Math.Abs(((119_000 - left) * 19m / 11_900) - tax.Amount), 0, 0.01m);
        }
        Assert.Equal((Eur(-190), Eur(1190), Eur(0)), (await business.BalanceAsync(AccountRole.OutputTax), await business.BalanceAsync(AccountRole.Bank),
            (await business.AccountAsync()).OpenReceivable));
        Assert.Equal(Eur(0), await business.BalanceAsync(AccountRole.BadDebt) + await business.BalanceAsync(AccountRole.Allowance) + await business.BalanceAsync(AccountRole.BadDebtRecovery));
        await SoundAsync();
    }
}
