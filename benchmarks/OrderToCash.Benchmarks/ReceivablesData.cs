using OrderToCash.Benchmarks.Peers;
using OrderToCash.Receivables;

namespace OrderToCash.Benchmarks;

/// <summary>Receivables for both sides, from a seed.</summary>
internal static class ReceivablesData
{
    public static readonly LocalDate Day = new(2026, 3, 31);
    public static readonly Instant KnownAt = Instant.FromUtc(2026, 4, 2, 0, 0);
    public static readonly LegalEntityId Entity = new("DE01");
    public static readonly LedgerPolicy Policy = new() { FunctionalCurrency = Currency.Eur };
    public static readonly Actor Clerk = Actor.Person("clerk");
    private static readonly Currency[] Currencies = [Currency.Eur, Currency.Usd];

    /// <summary>How many rows the movements belong to: customers in two currencies.</summary>
    public const int Rows = 4_000;

    /// <summary>Movements over two years: some after the day, some recorded later than what is known.</summary>
    public static AgingMovement[] Movements(int count)
    {
        var (random, day) = (new Random(42), AgingMovement.DayOf(Day));
        var movements = new AgingMovement[count];
        for (var i = 0; i < count; i++)
        {
            var on = day - 700 + random.Next(730);
            var amount = random.Next(-90_000, 100_000);
            movements[i] = new()
            {
                Row = random.Next(Rows), On = on, AgedFrom = on + random.Next(-60, 61), Amount = amount, FunctionalAmount = amount,
                RecordedAt = (Instant.FromUnixTimeSeconds(on * 86_400L) + Duration.FromSeconds(random.Next(86_400 * 5))).ToUnixTimeTicks(),
            };
        }
        return movements;
    }

    public static Currency CurrencyOf(int row) => Currencies[row % 2];

    public static List<HandWrittenMovement> HandWritten(AgingMovement[] movements)
    {
        var customers = Enumerable.Range(0, Rows).Select(row => $"C-{row / 2:00000}").ToArray();
        var epoch = new DateOnly(1970, 1, 1);
        return movements.Select(m => new HandWrittenMovement
        {
            Customer = customers[m.Row], Currency = CurrencyOf(m.Row).Code, Date = epoch.AddDays(m.On), DueDate = epoch.AddDays(m.AgedFrom),
            RecordedAt = DateTime.UnixEpoch.AddTicks(m.RecordedAt), Amount = m.Amount / 100m,
        }).ToList();
    }

    public static OpenItem Invoice(string id, CustomerId customer, decimal amount, LocalDate on, LocalDate due) => Ledger.IssueInvoice(new()
    {
        Entry = new("J-" + id), LegalEntity = Entity, Customer = customer, DocumentNumber = id, DocumentDate = on,
        Instalments = [new() { Item = new(id), Instalment = new() { Number = 1, DueDate = due, Amount = Money.Of(amount, Currency.Eur) } }],
        Postings = [new() { Account = AccountRole.Sales, Amount = Money.Of(amount, Currency.Eur) }],
    }, Policy, Clerk, KnownAt).Value.Items[0].State;

    /// <summary>Money on an invoice, as one command.</summary>
    public static LedgerDecision Pay(OpenItem invoice, string payment, Money cash) => Ledger.ReceiveAndApply([invoice], new()
    {
        Entry = new("J-" + payment), Item = new(payment), LegalEntity = Entity, Customer = invoice.Customer, DocumentNumber = payment, Date = Day, Cash = cash,
    }, [new() { Id = new("A-" + payment), Credit = new(payment), Debit = invoice.Id, Amount = cash }], Policy, Clerk, KnownAt).Value;

    /// <summary>The items of one customer: so many open, every third paid in part, so many paid.</summary>
    public static List<OpenItem> Account(int open, int paid)
    {
        var (random, items) = (new Random(7), new List<OpenItem>());
        for (var i = 0; i < open + paid; i++)
        {
            var on = Day.PlusDays(-random.Next(400));
            var invoice = Invoice($"INV-{i:000000}", new("C-1"), random.Next(1_000, 900_000) / 100m, on, on.PlusDays(30));
            var cash = i >= open ? invoice.Open : i % 3 == 0 ? Money.FromMinorUnits(invoice.Open.MinorUnits / 2, Currency.Eur) : default(Money?);
            items.AddRange(cash is { } money ? Pay(invoice, $"PAY-{i}", money).Items.Select(item => item.State) : [invoice]);
        }
        return items;
    }

    public static HandWrittenItem HandWritten(OpenItem item)
    {
        var own = new HandWrittenItem
        {
            Id = item.Id.Value, Customer = item.Customer.Value, Currency = item.Amount.Currency.Code, Amount = item.Amount.Amount,
            DocumentDate = item.DocumentDate.ToDateOnly(), DueDate = item.DueDate.ToDateOnly(),
        };
        own.Allocations.AddRange(item.Applications.Select(a => new HandWrittenAllocation(a.Counterpart.Value, a.On.ToDateOnly(), a.Amount.Amount)));
        return own;
    }
}
