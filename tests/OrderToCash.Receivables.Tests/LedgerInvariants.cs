using System.Text.Json;

namespace OrderToCash.Receivables.Tests;

/// <summary>What must hold in the books after every command, each by its name.</summary>
internal static class LedgerInvariants
{
    private static readonly Currency Eur = Currency.Eur;

    internal static readonly IReadOnlyDictionary<string, Action<Books, LedgerDecision>> AfterEachStep = new Dictionary<string, Action<Books, LedgerDecision>>
    {
        ["debit equals credit in the functional currency"] = (_, d) => Assert.All(d.Entries, e =>
            Assert.True(Money.Sum(e.Lines.Select(l => l.SignedFunctional), e.FunctionalCurrency).IsZero)),
        ["debit equals credit in each document currency"] = (_, d) => Assert.All(d.Entries.SelectMany(e => e.Lines.GroupBy(l => l.Document.Currency)), g =>
            Assert.True(Money.Sum(g.Select(l => l.SignedDocument), g.Key).IsZero)),
        ["no amount is below zero"] = (_, d) => Assert.All(d.Entries.SelectMany(e => e.Lines), l => Assert.False(l.Document.IsNegative || l.Functional.IsNegative)),
        ["no line moves nothing"] = (_, d) => Assert.All(d.Entries.SelectMany(e => e.Lines), l => Assert.False(l.Document.IsZero && l.Functional.IsZero)),
        ["both amounts are one in one currency"] = (_, d) => Assert.All(d.Entries.SelectMany(e => e.Lines).Where(l => l.Document.Currency == Eur && !l.Account.IsFunctionalOnly),
            l => Assert.Equal(l.Document, l.Functional)),
        ["exchange lines have no document amount"] = (_, d) => Assert.All(d.Entries.SelectMany(e => e.Lines).Where(l => l.Account.IsFunctionalOnly),
            l => Assert.True(l.Document.IsZero)),
        ["lines of one side, account, currency and item are one"] = (_, d) => Assert.All(d.Entries, e =>
            Assert.Equal(e.Lines.Count, e.Lines.Select(l => (l.Side, l.Account, l.Document.Currency, l.Item)).Distinct().Count())),
        ["touched items keep their own rules"] = (_, d) => Assert.All(d.Items, i => Assert.Empty(i.State.Check())),
        ["touched items have events"] = (_, d) => Assert.All(d.Items, i => Assert.NotEmpty(i.Events)),
        ["no item crosses zero on any day"] = (_, d) => Assert.All(d.Items, i => Assert.True(Days(i.State).All(day => i.State.OpenOn(day).Sign * i.State.Amount.Sign >= 0))),
        ["a settled item carries nothing"] = (_, d) => Assert.All(d.Items.Where(i => i.State.Open.IsZero),
            i => Assert.True(i.State.OpenFunctional.IsZero && i.State.OpenAdjustment.IsZero)),
        ["both sides of an application agree"] = BothSidesAgree,
        ["no receipt leaves money between currencies"] = (b, _) => Assert.True(b.Balance(AccountRole.FxClearing).IsZero),
        ["items and control accounts agree"] = ControlAccountsAgree,
        ["revaluations of items are the adjustment account"] = (b, _) => Assert.Equal(Money.Sum(b.Items.Values.Select(Adjusted), Eur), b.Balance(AccountRole.FxAdjustment)),
        ["tax that waits for payment is the pending account"] = (b, _) => Assert.Equal(-Money.Sum(b.Items.Values.Select(Pending), Eur), b.Balance(AccountRole.PendingOutputTax)),
        ["no more was recovered than written off"] = (_, d) => Assert.All(d.Items, i => Assert.True(i.State.Recovered <= i.State.WrittenOff)),
        ["nothing is posted in a closed period"] = (b, d) => Assert.All(d.Entries, e => Assert.Null(b.Policy.LockExceptions.IsEmpty && e.Date <= b.Policy.LockedThrough ? e : null)),
        ["the projection is the fold of the journal, byte for byte"] = (b, _) => Assert.Equal(
            JsonSerializer.Serialize(LedgerBalances.Of(b.Journal).Items), JsonSerializer.Serialize(LedgerBalances.ItemsOf(b.Items.Values))),
    };

    internal static readonly IReadOnlyDictionary<string, Action<LedgerMachine>> OfDisputes = new Dictionary<string, Action<LedgerMachine>>
    {
        ["cases keep their own rules"] = m => Assert.All(m.Disputes.Cases.Values, c => Assert.Empty(c.Check())),
        ["the account of disputes knows what its cases keep apart"] = m => Assert.Equal(
            m.Disputes.Account.Parts(), DisputeEffects.Withheld(m.Disputes.Cases.Values, LocalDate.MaxIsoValue)),
        ["disputed and undisputed parts are what is open"] = m => Assert.All(m.Books.Items.Values.Where(i => i.IsDebit), i =>
        {
            var disputed = DisputeEffects.DisputedOf(i.Open, i.Id, m.Disputes.Account.Parts());
            Assert.True(!disputed.IsNegative && disputed <= i.Open);
        }),
        ["a case keeps apart no more than is claimed"] = m => Assert.All(m.Disputes.Cases.Values, c => Assert.All(c.WithheldOn(LocalDate.MaxIsoValue),
            p => Assert.True(p.Amount.IsPositive && p.Amount <= c.DisputedOf(p.Item)))),
        ["interest runs on no more than is open and undisputed"] = InterestIsOnTheRest,
        ["what is overdue for the credit check is not all disputed"] = OverdueIsUndisputed,
    };

    internal static readonly IReadOnlyDictionary<string, Action<LedgerMachine>> OfDisputesInTheEnd = new Dictionary<string, Action<LedgerMachine>>
    {
        ["a case is the fold of its events"] = m => Assert.All(m.Disputes.Streams, s =>
            Assert.Equal(m.Disputes.Cases[s.Key], s.Value.Skip(1).Aggregate(DisputeCase.From((DisputeOpened)s.Value[0]), (c, e) => c.Apply(e)))),
        ["columns with disputed and promised parts are the balance on any day, as known at any moment"] = ColumnsAddUp,
    };

    internal static readonly IReadOnlyDictionary<string, Action<Books, LocalDate>> InTheEnd = new Dictionary<string, Action<Books, LocalDate>>
    {
        ["the state is the fold of the events"] = (b, _) => Assert.All(b.Streams, s =>
            Assert.Equal(b.Items[s.Key], s.Value.Skip(1).Aggregate(OpenItem.From((OpenItemOpened)s.Value[0]), (item, e) => item.Apply(e)))),
        ["ages add up to the balance on any day"] = AgesAddUp,
        ["on any day, as known at any moment, items are what the journal said"] = AsOfAgrees,
        ["a pass over movements is the aging of the items"] = MovementsAge,
        ["the end of time is now"] = (b, _) => Assert.All(b.Items.Values, i => Assert.Equal(i.Open, i.OpenOn(LocalDate.MaxIsoValue))),
        ["the chain holds"] = (b, _) => Assert.Empty(JournalChain.Verify(b.Chained(), b.Chain)),
        ["journal and items agree"] = (b, _) => Assert.Empty(LedgerBalances.Of(b.Journal).Check(b.Items.Values)),
    };

    private static IEnumerable<LocalDate> Days(OpenItem item) => item.Applications
        .SelectMany(a => a.ReversedOn is { } back ? [a.On, back] : new[] { a.On }).Append(item.DocumentDate).Distinct();

    private static Money Adjusted(OpenItem item) => item.OpenAdjustment
        + Money.Sum(item.Revaluations.Where(r => r is { IsLive: true, StaysUntilSettled: false }).Select(r => r.Adjustment), Eur);

    private static Money Pending(OpenItem item) => (item.PendingTax ?? Money.Zero(Eur))
        - Money.Sum(item.Applications.Where(a => a.IsLive).Select(a => a.ExigibleFunctional ?? Money.Zero(Eur)), Eur);

    private static void InterestIsOnTheRest(LedgerMachine machine)
    {
        var cases = machine.Disputes.Cases.Values;
        if (cases.Count == 0) return;
        var pauses = DisputeEffects.InterestPauses(cases);
        foreach (var item in cases.SelectMany(c => c.Parts).Select(p => machine.Books.Items[p.Item]).Distinct())
            foreach (var span in DisputeEffects.InterestSpans(item, pauses, item.DueDate, machine.Today.PlusDays(60)))
            {
                Assert.True(span.From < span.Until && span.From > item.DueDate && span.Amount.IsPositive && span.Amount <= item.OpenOn(span.From.PlusDays(-1)));
                foreach (var one in cases.Where(c => c.IsUndecided && c.OpenedOn <= span.From))
                    Assert.True(span.Amount <= Money.Max(item.OpenOn(span.From.PlusDays(-1)) - one.DisputedOf(item.Id, item.Amount.Currency), Money.Zero(item.Amount.Currency)));
            }
    }

    private static Money DisputedOf(this DisputeCase one, OpenItemId item, Currency currency) =>
        one.Currency == currency ? one.DisputedOf(item) : Money.Zero(currency);

    private static void OverdueIsUndisputed(LedgerMachine machine)
    {
        var (withheld, today) = (machine.Disputes.Account.Parts(), machine.Today);
        var owed = machine.Books.Items.Values.Where(i => i.IsDebit && i.IsOfAccount && i.DueDate < today
            && DisputeEffects.DisputedOf(i.Open, i.Id, withheld) < i.Open).ToList();
        Assert.Equal(owed.Count == 0 ? 0 : owed.Max(i => Period.DaysBetween(i.DueDate, today)),
            DisputeEffects.OldestOverdueDays(machine.Books.Items.Values, withheld, today));
    }

    // The disputed column is what the cases kept apart on that day, by that knowledge, as far as it was open: no later case shows.
    private static void ColumnsAddUp(LedgerMachine machine)
    {
        var (books, today) = (machine.Books, machine.Today);
        foreach (var day in (LocalDate[])[today.PlusDays(-5), today.PlusDays(-1), today, today.PlusDays(45)])
            foreach (var moment in (Instant?[])[null, .. books.Journal.Count == 0 ? [] : new Instant?[] { books.Journal[books.Journal.Count / 2].RecordedAt }])
            {
                var report = Aging.Of(books.Items.Values, day, new(), moment, machine.Disputes.PartsOn(day, moment));
                var withheld = DisputeEffects.Withheld(machine.Disputes.Cases.Values, day, moment);
                var balances = LedgerBalances.ItemsAsOf(books.Items.Values.Where(i => i.IsOfAccount), day, moment);
                foreach (var currency in LedgerMachine.Currencies)
                {
                    Assert.Equal(Money.Sum(balances.Where(b => b.Open.Currency == currency).Select(b => b.Open), currency), report.Total(currency));
                    Assert.Equal(
                        Money.Sum(books.Items.Values.Where(i => i.IsDebit && i.IsOfAccount && i.Amount.Currency == currency)
                            .Select(i => DisputeEffects.DisputedOf(i.OpenAsOf(day, moment ?? Instant.MaxValue), i.Id, withheld)), currency),
                        Money.Sum(report.Rows.Where(r => r.Unapplied.Currency == currency).SelectMany(r => r.Disputed), currency));
                }
            }
    }

    private static void BothSidesAgree(Books books, LedgerDecision decision)
    {
        foreach (var item in decision.Items)
            foreach (var application in item.State.Applications.Where(a => a.Kind == ApplicationKind.Settlement))
            {
                var other = books.Items[application.Counterpart].Applications.Single(a => a.Id == application.Id);
                Assert.Equal((item.State.Id, application.IsLive, application.On), (other.Counterpart, other.IsLive, other.On));
            }
    }

    private static void ControlAccountsAgree(Books books, LedgerDecision decision)
    {
        var balances = LedgerBalances.Of(books.Journal);
        foreach (var role in books.Items.Values.Select(i => i.Account).Distinct())
            Assert.Equal(Money.Sum(books.Items.Values.Where(i => i.Account == role).Select(i => i.OpenFunctional), Eur), balances.Balance(Books.Entity, role, Eur));
    }

    private static void AgesAddUp(Books books, LocalDate today)
    {
        var parts = books.Items.Values.Where(i => i.IsDebit).Select((i, n) => new AgingParts
        {
            Item = i.Id, Disputed = n % 3 == 0 ? i.Amount.Part(i.Amount, i.Amount + i.Amount + i.Amount) : null, Promised = n % 2 == 0 ? i.Amount : null,
        }).ToList();
        foreach (var credits in Enum.GetValues<AgingCredits>())
            foreach (var day in (LocalDate[])[today.PlusDays(-7), today, today.PlusDays(50)])
                foreach (var moment in (Instant?[])[null, books.Journal.Count == 0 ? null : books.Journal[books.Journal.Count / 2].RecordedAt])
                {
                    var report = Aging.Of(books.Items.Values, day, new() { Credits = credits, Limits = credits == AgingCredits.Apart ? [-7, 3, 10] : [] }, moment, parts);
                    var balances = LedgerBalances.ItemsAsOf(books.Items.Values.Where(i => i.IsOfAccount), day, moment);
                    foreach (var currency in LedgerMachine.Currencies)
                        Assert.Equal(Money.Sum(balances.Where(b => b.Open.Currency == currency).Select(b => b.Open), currency), report.Total(currency));
                    Assert.Equal(Money.Sum(balances.Select(b => b.OpenFunctional), Eur), report.FunctionalTotal(Books.Entity, Eur));
                }
    }

    private static void AsOfAgrees(Books books, LocalDate today)
    {
        for (var back = -9; back <= 4; back += 3)
            for (var part = 0; part <= 3; part++)
            {
                Instant? moment = part == 3 || books.Journal.Count == 0 ? null : books.Journal[(books.Journal.Count - 1) * part / 3].RecordedAt;
                Assert.Equal(
                    JsonSerializer.Serialize(LedgerBalances.AsOf(books.Journal, today.PlusDays(back), moment).Items),
                    JsonSerializer.Serialize(LedgerBalances.ItemsAsOf(books.Items.Values, today.PlusDays(back), moment)));
            }
    }

    private static void MovementsAge(Books books, LocalDate today)
    {
        foreach (var credits in Enum.GetValues<AgingCredits>())
        {
            var policy = new AgingPolicy { Credits = credits, Basis = credits == AgingCredits.Apart ? AgingBasis.DocumentDate : AgingBasis.DueDate };
            Instant? moment = credits == AgingCredits.AllByDate || books.Journal.Count == 0 ? null : books.Journal[books.Journal.Count / 2].RecordedAt;
            var (movements, scan) = (new List<AgingMovement>(), new AgingScan(policy, today, moment));
            var rows = books.Items.Values.Select(i => (i.Customer, i.Amount.Currency)).Distinct().Order().ToList();
            foreach (var item in books.Items.Values) AgingMovement.Write(item, rows.IndexOf((item.Customer, item.Amount.Currency)), policy, movements);
            scan.Add([.. movements]);
            foreach (var row in Aging.Of(books.Items.Values, today, policy, moment).Rows)
            {
                var index = rows.IndexOf((row.Customer, row.Unapplied.Currency));
                Assert.Equal((row.Buckets, row.Unapplied), (scan.Amounts(index, row.Unapplied.Currency).Buckets, scan.Amounts(index, row.Unapplied.Currency).Unapplied));
                Assert.Equal(row.Functional, scan.FunctionalAmounts(index, Eur));
            }
        }
    }
}
