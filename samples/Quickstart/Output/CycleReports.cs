using OrderToCash.Insights;
using OrderToCash.Receivables;

namespace OrderToCash.Quickstart;

/// <summary>Computes the report from the books.</summary>
internal sealed class CycleReports(CycleResult result, JournalTotals totals, RejectionLog log, Valuation valuation)
{
    private const int WorstPayers = 12;

    private Currency Functional => result.Seller.FunctionalCurrency;

    /// <summary>The whole report.</summary>
    public CycleReport Of(ulong seed, EquatableArray<string> sources, EquatableArray<SelfCheck> checks) => new()
    {
        Seller = result.Seller.Party.Name,
        Functional = Functional,
        AsOf = result.AsOf,
        Seed = seed,
        FirstOrder = result.Documents.Count == 0 ? result.AsOf : result.Documents.Min(d => d.OrderedAt.Date),
        LastOrder = result.Documents.Count == 0 ? result.AsOf : result.Documents.Max(d => d.OrderedAt.Date),
        Sources = sources,
        Stages = Stages(),
        Movements = Movements(),
        Buckets = [.. new AgingPolicy().BucketNames(), "credits and cash on account"],
        Aging = AgingRows(),
        Weeks = Weeks(),
        Outcomes = Outcomes(),
        Figures = KeyFigures.Of(result, totals),
        WorstPayers = Worst(),
        Dunning = result.Letters.GroupBy(l => (l.AsOf, l.Level)).OrderBy(g => g.Key.AsOf).ThenBy(g => g.Key.Level).Select(g => new ReportDunning
        {
            On = g.Key.AsOf, Level = g.Key.Level, Letters = g.Count(), Amount = Sum(g.Select(l => InBooks(l.Total, l.AsOf))),
        }).ToEquatableArray(),
        Holds = result.Holds.ToEquatableArray(),
        Rejections = log.All.GroupBy(r => (r.File, r.Code)).Select(g => new ReportRejection
        {
            File = g.Key.File, Code = g.Key.Code, Count = g.Count(), Example = g.First().ToString(),
        }).ToEquatableArray(),
        Checks = checks,
    };

    private EquatableArray<ReportStage> Stages()
    {
        var invoices = result.Items.Where(i => i.Kind == OpenItemKind.Invoice).ToList();
        var settled = invoices.Where(i => i.OpenOn(result.AsOf).IsZero).ToList();
        return
        [
            new() { Name = "orders captured, without tax", Count = result.Orders.Count, Amount = Sum(result.Orders.Select(o => InBooks(o.Amount, o.Terms.OrderDate))) },
            Orders("orders confirmed, without tax", o => o.Clock.Confirmed is not null),
            Orders("orders shipped, without tax", o => o.Clock.FirstShipped is not null),
            new() { Name = "invoices posted, with tax", Count = result.Invoices.Count, Amount = Sum(result.Invoices.Select(i => i.Invoice.FunctionalTotals.Payable)) },
            new() { Name = "invoices settled, with tax", Count = settled.Count, Amount = Sum(settled.Select(i => i.FunctionalAmount)) },
        ];

        ReportStage Orders(string name, Func<Orders.Order, bool> reached) => new()
        {
            Name = name, Count = result.Orders.Count(reached), Amount = Sum(result.Orders.Where(reached).Select(o => InBooks(o.Amount, o.Terms.OrderDate))),
        };
    }

    // Every event that touched trade receivables, so that the steps add up to the balance whatever happened.
    private EquatableArray<ReportMovement> Movements()
    {
        var role = AccountRole.TradeReceivable;
        var steps = totals.EventsOf(role).Select(e => new ReportMovement { Name = Words(e.Event), Amount = e.Amount, Journal = $"{e.Event}, {role}" }).ToList();
        var first = steps.FindIndex(s => s.Amount.IsPositive);
        if (first > 0) steps = [steps[first], .. steps.Where((_, i) => i != first)];
        return [.. steps, new() { Name = "open receivables", Amount = totals.Balance(role), IsTotal = true, Journal = $"balance of {role}" }];
    }

    private EquatableArray<ReportAging> AgingRows()
    {
        var aging = Aging.Of(result.Items, result.AsOf, new() { Credits = AgingCredits.Apart });
        var rows = new List<ReportAging>();
        foreach (var currency in aging.Rows.GroupBy(r => r.Unapplied.Currency).OrderBy(g => g.Key))
        {
            var amounts = new List<Money>();
            for (var i = 0; i < aging.Buckets.Count; i++) amounts.Add(Money.Sum(currency.Select(r => r.Buckets[i]), currency.Key));
            amounts.Add(Money.Sum(currency.Select(r => r.Unapplied), currency.Key));
            rows.Add(new() { Currency = currency.Key, Amounts = amounts.ToEquatableArray(), Total = Money.Sum(amounts, currency.Key) });
        }
        var all = CarryingAmounts(aging.Buckets.Count);
        rows.Add(new() { Currency = Functional, Amounts = all, Total = Sum(all), IsTotal = true });
        return rows.ToEquatableArray();
    }

    // In the currency of the books an item counts with the amount it is carried at, so that the row is the journal's balance.
    private EquatableArray<Money> CarryingAmounts(int buckets)
    {
        var policy = new AgingPolicy();
        var sums = Enumerable.Repeat(Money.Zero(Functional), buckets + 1).ToArray();
        foreach (var item in result.Items)
        {
            var bucket = item.Kind == OpenItemKind.Payment ? buckets : policy.BucketOf(Period.DaysBetween(item.DueDate, result.AsOf));
            sums[bucket] += item.OpenFunctional;
        }
        return sums.ToEquatableArray();
    }

    private EquatableArray<ReportWeek> Weeks()
    {
        var received = result.Decisions.Where(d => d.IsBooked)
            .GroupBy(d => Monday(d.Plan.Entry.BookedOn)).ToDictionary(g => g.Key, g => Sum(g.Select(d => InBooks(d.Plan.Entry.Amount, d.Plan.Entry.BookedOn))));
        var due = result.Items.Where(i => i.Kind == OpenItemKind.Invoice && i.DueDate <= result.AsOf)
            .GroupBy(i => Monday(i.DueDate)).ToDictionary(g => g.Key, g => Sum(g.Select(i => i.FunctionalAmount)));
        var weeks = new List<ReportWeek>();
        if (received.Count + due.Count == 0) return default;
        for (var monday = received.Keys.Concat(due.Keys).Min(); monday <= received.Keys.Concat(due.Keys).Max(); monday = monday.PlusDays(7))
            weeks.Add(new() { Monday = monday, Received = received.GetValueOrDefault(monday, Money.Zero(Functional)), Due = due.GetValueOrDefault(monday, Money.Zero(Functional)) });
        return weeks.ToEquatableArray();
    }

    private EquatableArray<ReportOutcome> Outcomes()
    {
        var byName = result.Decisions.ToLookup(BankOutcome.Of);
        return BankOutcome.All.Where(o => byName[o.Name].Any()).Select(o => new ReportOutcome
        {
            Name = o.Name, IsApplied = o.IsApplied, Count = byName[o.Name].Count(),
            Amount = Sum(byName[o.Name].Select(d => InBooks(d.Plan.Entry.Amount, d.Plan.Entry.BookedOn))),
        }).ToEquatableArray();
    }

    private EquatableArray<ReportPayer> Worst()
    {
        var levels = result.Letters.GroupBy(l => l.Customer).ToDictionary(g => g.Key, g => g.OrderBy(l => l.AsOf).Last().Level);
        return result.Items.Where(i => i.Amount.IsPositive && i.OpenOn(result.AsOf).IsPositive).GroupBy(i => i.Customer).Select(g =>
        {
            var overdue = g.Where(i => i.DueDate < result.AsOf).ToList();
            return new ReportPayer
            {
                Customer = g.Key, Name = result.Customers[g.Key.Value].Party.Name, Country = Countries.NameOf(result.Customers[g.Key.Value].Country),
                Overdue = Sum(overdue.Select(i => InBooks(i.OpenOn(result.AsOf), result.AsOf))),
                Open = Sum(g.Select(i => InBooks(i.OpenOn(result.AsOf), result.AsOf))),
                OldestDays = overdue.Count == 0 ? 0 : overdue.Max(i => Period.DaysBetween(i.DueDate, result.AsOf)),
                Level = levels.GetValueOrDefault(g.Key),
            };
        }).Where(p => p.Overdue.IsPositive).OrderByDescending(p => p.Overdue).ThenBy(p => p.Customer).Take(WorstPayers).ToEquatableArray();
    }

    private Money Sum(IEnumerable<Money> amounts) => Money.Sum(amounts, Functional);

    private Money InBooks(Money amount, LocalDate on) => valuation.Of(amount, on);

    private static LocalDate Monday(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);

    private static readonly Dictionary<string, string> BusinessWords = new(StringComparer.Ordinal)
    {
        [JournalEvents.InvoiceIssued] = "invoices issued",
        [JournalEvents.CreditNoteIssued] = "credit notes issued",
        [JournalEvents.PaymentApplied] = "payments applied",
        [JournalEvents.PaymentAppliedWithDiscount] = "payments with early-payment discount",
        [JournalEvents.PaymentAppliedWithWriteOff] = "payments with a small rest written off",
        [JournalEvents.PaymentReturned] = "payments returned by the bank",
        [JournalEvents.PaymentUnapplied] = "applications taken back",
    };

    private static string Words(string name) => BusinessWords.GetValueOrDefault(name, name);
}
