using OrderToCash.Collections;
using OrderToCash.Contracts;
using OrderToCash.Credit;
using OrderToCash.Customers;
using OrderToCash.Invoicing;
using OrderToCash.Orders;
using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

internal sealed partial class RandomBusiness
{
    // What a dividend recovered left the payment that it is.
    private Money Dividends(Currency currency) => Money.Sum(All<InsolvencyCase>(Streams.InsolvencyKind).Where(c => c.Facts.Currency == currency)
        .SelectMany(c => c.Dividends).Where(d => d.IsLive).SelectMany(d => d.Parts).Select(p => p.Recovers), currency);

    // What factors, courts, netting, rebates, interest and old books did to what is open.
    private Money DebtsSettled(Currency currency, IReadOnlyList<OpenItem> own)
    {
        var sum = Dividends(currency);
        foreach (var one in All<InsolvencyCase>(Streams.InsolvencyKind).Where(c => c.Facts.Currency == currency))
            sum -= Money.Sum(one.Lines.Select(l => l.GivenUp + l.SetOff), currency);
        foreach (var one in All<FactoringAssignment>(Streams.FactoringKind).Where(a => a.Facts.Currency == currency))
            foreach (var line in one.Lines)
            {
                var passed = Money.Sum(line.Collections.Where(c => !c.Payment.IsNone).Select(c => c.Amount), currency);
                if (one.Facts.Terms.Treatment == FactoringTreatment.Borrowing) sum -= line.Collected - passed;
                else sum += passed - (line.ReturnedOn is null ? line.Amount : line.Collected);
            }
        sum -= Money.Sum(All<NettingAccount>(Streams.NettingKind).SelectMany(a => a.Nettings)
            .Where(n => n.UndoneOn is null && n.Statement.Currency == currency).Select(n => n.Statement.Amount), currency);
        sum += Money.Sum(own.Where(i => i.TakenOverOn is not null || i.Kind == OpenItemKind.Interest || i.Id.Value.StartsWith("REB-", StringComparison.Ordinal))
            .Select(i => i.Amount), currency);
        return sum - Money.Sum(own.SelectMany(i => i.Applications).Where(a => a is { IsLive: true, Kind: ApplicationKind.Waiver }).Select(a => a.Amount), currency);
    }

    private void CheckDebts(IReadOnlyList<OpenItem> items)
    {
        var (journal, assignments) = (business.Books.JournalAsync().ToBlockingEnumerable().ToArray(), All<FactoringAssignment>(Streams.FactoringKind));
        Assert.All(All<InsolvencyCase>(Streams.InsolvencyKind), c => Assert.Empty(c.Check()));
        // What cases got back is what the items say; they lost no more than the items, of which a dispute may give up too.
        foreach (var (item, lines) in All<InsolvencyCase>(Streams.InsolvencyKind).SelectMany(c => c.Lines).GroupBy(l => items.Single(i => i.Id == l.Item)).Select(g => (g.Key, g)))
        {
            Assert.Equal((item.Id, Money.Sum(lines.Select(l => l.Recovered), item.Amount.Currency)), (item.Id, item.Recovered));
            Assert.True(Money.Sum(lines.Select(l => l.GivenUp), item.Amount.Currency) <= item.WrittenOff, $"{item.Id} is not given up in the books");
        }
        Assert.All(assignments, a => Assert.Empty(a.Check()));
        Assert.All(All<NettingAccount>(Streams.NettingKind), a => Assert.Empty(a.Check()));
        Assert.All(All<RebateAgreement>(Streams.RebateKind), a => Assert.Empty(a.Check()));
        Assert.All(All<ItemInterest>(Streams.ItemInterestKind), a => Assert.Empty(a.Check()));
        Assert.All(All<CustomerAccount>(Streams.CustomerKind), a => Assert.Empty(a.Check()));
        Assert.Empty(Expect.Success(new ReceivablesDesk(business.Books, entities).AuditAsync(Id).AsTask().Result).Findings);
        CheckControlAccounts(items, journal);
        CheckFactors(items, assignments, journal);
        foreach (var currency in (Currency[])[Currency.Eur, Currency.Usd])
        {
            Assert.Equal(Money.Zero(currency), Balance(journal, AccountRole.ReceiptsClearing, currency));
            Assert.Equal(Money.Sum(All<RebateAgreement>(Streams.RebateKind).Where(r => r.Terms.Currency == currency).Select(r => r.Liability.Document), currency),
                -Balance(journal, AccountRole.RefundLiability, currency));
            var netted = All<NettingAccount>(Streams.NettingKind).SelectMany(a => a.Nettings).Where(n => n.UndoneOn is null && n.Statement.Currency == currency).Select(n => n.Statement.Amount);
            var setOff = All<InsolvencyCase>(Streams.InsolvencyKind).Where(c => c.Facts.Currency == currency).SelectMany(c => c.Lines).Select(l => l.SetOff);
            Assert.Equal(Money.Sum(netted.Concat(setOff), currency), Balance(journal, AccountRole.TradePayable, currency));
        }
        // Within one currency nothing is won or lost by exchange.
        AccountRole[] exchange = [AccountRole.RealisedGain, AccountRole.RealisedLoss, AccountRole.FxRounding, AccountRole.FxClearing];
        Assert.DoesNotContain(journal.Where(e => e.Lines.All(l => l.Document.Currency == Currency.Eur)), e => e.Lines.Any(l => exchange.Contains(l.Account)));
        var aged = Expect.Success(new ReceivablesDesk(business.Books, entities).AgeAsync(new() { LegalEntity = Id, AsOf = Monday.PlusDays(4_000) }).AsTask().Result);
        Assert.Empty(aged.Quarantined);
        foreach (var currency in (Currency[])[Currency.Eur, Currency.Usd])
            Assert.Equal(Money.Sum(items.Where(i => i.IsOfAccount && i.Amount.Currency == currency).Select(i => i.Open), currency), aged.Report.Total(currency));
    }

    // The accounts of the items hold nothing but the items.
    private static void CheckControlAccounts(IReadOnlyList<OpenItem> items, JournalEntry[] journal)
    {
        var accounts = items.Select(i => i.Account).Distinct().ToArray();
        foreach (var account in accounts)
        {
            var functional = Money.Sum(journal.SelectMany(e => e.Lines).Where(l => l.Account == account).Select(l => l.SignedFunctional), Currency.Eur);
            Assert.Equal((account, Money.Sum(items.Where(i => i.Account == account).Select(i => i.OpenFunctional), Currency.Eur)), (account, functional));
            foreach (var currency in (Currency[])[Currency.Eur, Currency.Usd])
                Assert.Equal((account, Money.Sum(items.Where(i => i.Account == account && i.Amount.Currency == currency).Select(i => i.Open), currency)),
                    (account, Balance(journal, account, currency)));
        }
    }

    // What the factors' accounts say is what the assignments say, and of what was pledged nobody else took anything.
    private static void CheckFactors(IReadOnlyList<OpenItem> items, List<FactoringAssignment> assignments, JournalEntry[] journal)
    {
        foreach (var currency in (Currency[])[Currency.Eur, Currency.Usd])
            Assert.Equal(Money.Sum(assignments.Where(a => a.Facts.Currency == currency).Select(a => a.Balance.Document), currency),
                Balance(journal, AccountRole.FactorReceivable, currency) + Balance(journal, AccountRole.FactorLiability, currency));
        var functional = Money.Sum(assignments.Select(a => a.Balance.Functional), Currency.Eur);
        Assert.Equal(functional, Money.Sum(journal.SelectMany(e => e.Lines).Where(l => l.Account == AccountRole.FactorReceivable || l.Account == AccountRole.FactorLiability)
            .Select(l => l.SignedFunctional), Currency.Eur));
        foreach (var line in assignments.Where(a => a.Facts.Terms.Treatment == FactoringTreatment.Borrowing).SelectMany(a => a.Lines).Where(l => l.IsWithFactor))
            Assert.True(items.Single(i => i.Id == line.Item).Open >= line.Outstanding, $"{line.Item} is pledged for {line.Outstanding} and has less open");
    }

    private static Money Balance(JournalEntry[] journal, AccountRole account, Currency currency) => Money.Sum(journal.SelectMany(e => e.Lines)
        .Where(l => l.Account == account && l.Document.Currency == currency).Select(l => l.SignedDocument), currency);

    /// <summary>Every state is what its events make of nothing.</summary>
    public void CheckHistory()
    {
        var events = business.Books.ReadOutboxAsync(int.MaxValue).AsTask().Result.GroupBy(m => m.Stream).ToDictionary(g => g.Key, g => g.Select(m => m.Event).ToArray());
        Replay<OpenItem>(Streams.OpenItemKind, i => Streams.OpenItem(i.Id), e => OpenItem.From((OpenItemOpened)e), (s, e) => s.Apply((OpenItemEvent)e));
        Replay<Order>(Streams.OrderKind, o => Streams.Order(o.Id), e => Orders.Order.From((OrderCaptured)e), (s, e) => s.Apply((OrderEvent)e));
        Replay<InvoiceAccount>(Streams.InvoiceKind, i => Streams.Invoice(i.Id), e => InvoiceAccount.From((InvoicePosted)e), (s, e) => s.Apply((InvoiceEvent)e));
        Replay<CreditAccount>(Streams.CreditKind, a => Streams.Credit(a.LegalEntity, a.Customer), e => CreditAccount.From((CreditAccountOpened)e), (s, e) => s.Apply((CreditEvent)e));
        Replay<DisputeCase>(Streams.DisputeKind, d => Streams.Dispute(d.Id), e => DisputeCase.From((DisputeOpened)e), (s, e) => s.Apply((DisputeEvent)e));
        Replay<RefundRequest>(Streams.RefundKind, r => Streams.Refund(r.Id), e => RefundRequest.From((RefundRequested)e), (s, e) => s.Apply((RefundEvent)e));
        Replay<InsolvencyCase>(Streams.InsolvencyKind, c => Streams.Insolvency(c.Id), e => InsolvencyCase.From((InsolvencyOpened)e), (s, e) => s.Apply((InsolvencyEvent)e));
        Replay<FactoringAssignment>(Streams.FactoringKind, a => Streams.Factoring(a.Id), e => FactoringAssignment.From((ReceivablesAssigned)e), (s, e) => s.Apply((FactoringEvent)e));
        Replay<RebateAgreement>(Streams.RebateKind, a => Streams.Rebate(a.Id), e => RebateAgreement.From((RebateAgreed)e), (s, e) => s.Apply((RebateEvent)e));
        Replay<NettingAccount>(Streams.NettingKind, a => Streams.Netting(Id, a.Terms.Customer), e => NettingAccount.From((NettingAgreed)e), (s, e) => s.Apply((NettingEvent)e));
        Replay<PaymentAttempt>(Streams.PaymentAttemptKind, a => Streams.PaymentAttempt(a.Id), e => PaymentAttempt.From((PaymentStarted)e), (s, e) => s.Apply((PaymentAttemptEvent)e));
        Replay<DirectDebitMandate>(Streams.MandateKind, m => Streams.Mandate(m.Id), e => DirectDebitMandate.From((MandateSigned)e), (s, e) => s.Apply((MandateEvent)e));
        Replay<CustomerAccount>(Streams.CustomerKind, c => Streams.Customer(c.Id), e => CustomerAccount.From((CustomerOpened)e), (s, e) => s.Apply((CustomerEvent)e));
        Replay<Contract>(Streams.ContractKind, c => Streams.Contract(c.Id), e => Contract.From((ContractDrafted)e), (s, e) => s.Apply((ContractEvent)e));

        void Replay<TState>(string kind, Func<TState, StreamId> streamOf, Func<object, TState> born, Func<TState, object, TState> apply) where TState : class =>
            Assert.All(All<TState>(kind), state => Assert.Equal(state, events[streamOf(state)].Skip(1).Aggregate(born(events[streamOf(state)][0]), apply)));
    }
}
