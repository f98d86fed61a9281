using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

public sealed class RebateDeskTests
{
    private static readonly RebateAgreementId One = new("R-1");
    private readonly ABusiness business = new();

    private AgreeRebate Agree(string customer = "C-7") => new()
    {
        Id = business.Next(), By = Anna, On = Monday,
        Terms = new()
        {
            Agreement = One, LegalEntity = Id, Customer = new(customer), Currency = Currency.Eur, From = new(2025, 1, 1), To = new(2025, 12, 31), Expected = 5000,
            Tiers = [new() { From = 0, Rate = Percentage.Of(1) }, new() { From = 1500, Rate = Percentage.Of(2) }],
        },
    };

    private CountRebate Count(string invoice, LocalDate? on = null) => new() { Id = business.Next(), By = Anna, Agreement = One, Invoice = new(invoice), On = on ?? Monday };

    [Fact]
    public async Task Invoices_are_accrued_credit_notes_lower_it_and_the_end_credits_what_was_earned()
    {
        await business.OpenCustomerAsync();
        await business.BilledAsync("SO-1", "I-1", 100m);
        await business.BilledAsync("SO-2", "I-2", 50m);
        var agree = Agree();
        Expect.Success(await business.Rebates.AgreeAsync(agree));
        Expect.Success(await business.Rebates.AgreeAsync(agree));
        Expect.Refused(ProcessErrors.AlreadyExists, await business.Rebates.AgreeAsync(Agree()));
        foreach (var invoice in Expect.Success(await business.Rebates.ToCountAsync(One))) Expect.Success(await business.Rebates.CountAsync(Count(invoice.Value)));
        Assert.Empty(Expect.Success(await business.Rebates.ToCountAsync(One)));
        Assert.Equal(Eur(-30), await business.BalanceAsync(AccountRole.RefundLiability));
        Expect.Success(await business.Billing.CreditAsync(new()
        {
            Id = business.Next(), By = Anna, Invoice = new("I-2"), CreditNote = new("CN-1"), DocumentDate = Monday.PlusDays(9), Reason = Invoicing.CreditReason.Price, Gross = Eur(119),
        }));
        Assert.Equal(["I-2"], Expect.Success(await business.Rebates.ToCountAsync(One)).Select(i => i.Value));
        Expect.Success(await business.Rebates.CountAsync(Count("I-2", Monday.PlusDays(9))));
        Assert.Equal(Eur(-28), await business.BalanceAsync(AccountRole.RefundLiability));
        Expect.Refused(RebateErrors.PeriodRuns, await business.Rebates.SettleAsync(Settle(new(2025, 12, 30))));
        Expect.Success(await business.Rebates.ReforecastAsync(new() { Id = business.Next(), By = Anna, Agreement = One, Expected = 1400, On = Monday.PlusDays(20) }));
        Assert.Equal(Eur(-14), await business.BalanceAsync(AccountRole.RefundLiability));
        var settled = Expect.Success(await business.Rebates.SettleAsync(Settle(new(2025, 12, 31))));
        Assert.Equal((Eur(14), Eur(0)), (settled.Credited, await business.BalanceAsync(AccountRole.RefundLiability)));
        Assert.Equal(Eur(16.66m), (await business.AccountAsync()).UnappliedCredit);
        Assert.Equal(Eur(-16.66m), (await business.ItemAsync("REB-R-1")).Open);

        SettleRebate Settle(LocalDate on) => new() { Id = business.Next(), By = Anna, Agreement = One, DocumentNumber = "CN-9", On = on };
    }

    [Theory]
    [InlineData("EUR", "14.00", "2.66", "14.00", "2.66")]
    [InlineData("USD", "14.00", "2.66", "12.73", "2.42")]
    public async Task The_credit_note_corrects_its_tax_in_the_tax_journal_of_its_own_period(string code, string net, string tax, string ownNet, string ownTax)
    {
        var (currency, end) = (Currency.Of(code), Monday.PlusDays(98));
        await business.OpenCustomerAsync("C-7", currency);
        await business.BilledAsync("SO-1", "I-1", 100m, currency: currency);
        await business.BilledAsync("SO-2", "I-2", 40m, currency: currency);
        var agree = Agree();
        Expect.Success(await business.Rebates.AgreeAsync(agree with { Terms = agree.Terms with { Currency = currency, Expected = 1400, To = end } }));
        foreach (var invoice in Expect.Success(await business.Rebates.ToCountAsync(One))) Expect.Success(await business.Rebates.CountAsync(Count(invoice.Value)));
        Expect.Success(await business.Rebates.SettleAsync(new() { Id = business.Next(), By = Anna, Agreement = One, DocumentNumber = "CN-9", On = end }));
        var events = (await business.Books.ReadOutboxAsync(int.MaxValue)).Select(m => m.Event).ToArray();
        var (documents, rebates) = (events.OfType<Invoicing.InvoiceEvent>().ToArray(), events.OfType<RebateEvent>().ToArray());
        DocumentTests.AssertTied(documents, business.Books.JournalAsync().ToBlockingEnumerable(), rebates);
        var journal = Expect.Success(DocumentTaxJournal.Of(documents, rebates));
        Assert.Empty(journal.Check());
        var entry = Assert.Single(journal.In(Id, Invoicing.TaxPeriod.Month(end.Year, end.Month)));
        var invoiced = journal.Entries.First(e => e.Document.Value == "I-1");
        Assert.Equal(("CN-9", end, TaxCategory.Standard, Percentage.Of(19), invoiced.Country, invoiced.Supply),
            (entry.Number.Value, entry.BelongsTo, entry.Category, entry.Rate, entry.Country, entry.Supply));
        Assert.Equal(($"-{net} {code}", $"-{tax} {code}", $"-{ownNet} EUR", $"-{ownTax} EUR"),
            ($"{entry.Base}", $"{entry.Tax}", $"{entry.FunctionalBase}", $"{entry.FunctionalTax}"));
        // Without the rebate's events the tie names the document that is missing.
        Assert.Contains(Expect.Success(DocumentTaxJournal.Of(documents)).Tie(DocumentTaxJournal.InLedger(business.Books.JournalAsync().ToBlockingEnumerable(), documents)).Differences,
            d => d.Number.Value == "CN-9");
    }

    // So small that a category gets none of it.
    [Fact]
    public void A_rebate_on_invoices_that_are_not_among_the_events_is_in_the_journal_without_a_country()
    {
        TaxShare Share(int rate, decimal net) =>
            new() { Category = TaxCategory.Standard, Rate = Percentage.Of(rate), Base = Eur(net), Tax = Eur(0), TaxPoint = Monday };
        EquatableArray<TaxShare> shares = [Share(7, 0), Share(19, 0.01m)];
        RebateEvent[] events =
        [
            new RebateAgreed { Agreement = One, On = Monday, By = Anna, At = default, Terms = Agree().Terms, FunctionalCurrency = Currency.Eur },
            new RebateSettled
            {
                Agreement = One, On = Monday, By = Anna, At = default, Change = new() { Document = Eur(0), Functional = Eur(0) }, Amount = Eur(0.01m), Shares = shares, FunctionalShares = shares,
                DocumentNumber = "CN-9",
            },
        ];
        Assert.Equal(["0.00 EUR", "-0.01 EUR"], Expect.Success(DocumentTaxJournal.Of([], events)).Entries.Select(e => $"{e.Base}"));
    }

    [Fact]
    public async Task Invoices_of_others_do_not_count_and_only_who_may_agrees()
    {
        await business.OpenCustomerAsync();
        await business.BilledAsync("SO-1", "I-1", 100m);
        Expect.Success(await business.Rebates.AgreeAsync(Agree("C-8")));
        Expect.Refused(RebateErrors.BadDocument, await business.Rebates.CountAsync(Count("I-1")));
        Expect.Refused(ProcessErrors.NotFound, await business.Rebates.CountAsync(Count("I-9")));
        var desk = new RebateDesk(new InMemoryBooks(), new LegalEntityList(Seller), Rates, business.Clock, new Nobody());
        Expect.Refused(ProcessErrors.Forbidden, await desk.AgreeAsync(Agree()));
        Expect.Refused(ProcessErrors.NotFound, await desk.ToCountAsync(One));
    }

    private sealed class Nobody : IAuthorizationPolicy
    {
        public bool May(AuthorizationQuestion question) => false;
    }
}
