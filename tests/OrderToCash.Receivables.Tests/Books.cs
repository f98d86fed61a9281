using System.Globalization;

namespace OrderToCash.Receivables.Tests;

/// <summary>A ledger in memory, with commands that fill in what a test does not care about. Each refusal leaves it as it was.</summary>
internal sealed class Books(LedgerPolicy policy)
{
    private int number;

    public static readonly LocalDate Day = new(2026, 3, 2);
    public static readonly Actor Clerk = Actor.Person("clerk");
    public static readonly LegalEntityId Entity = new("LE-1");
    public static readonly CustomerId Customer = new("C-1");

    public LedgerPolicy Policy { get; set; } = policy;
    public Dictionary<OpenItemId, OpenItem> Items { get; } = [];
    public Dictionary<OpenItemId, List<OpenItemEvent>> Streams { get; } = [];
    public List<JournalEntry> Journal { get; } = [];
    public Instant Now => Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromMinutes(number);

    public static Books InEuro(decimal? tolerance = null) => new(new()
    {
        FunctionalCurrency = Currency.Eur,
        SmallDifference = tolerance is { } t ? Money.Of(t, Currency.Eur) : null,
    });

    public OpenItem this[string id] => Items[new(id)];

    public EquatableArray<OpenItem> All => Items.Values.ToEquatableArray();

    public JournalEntryId NextEntry() => new("J-" + (++number).ToString(CultureInfo.InvariantCulture));

    public Result<LedgerDecision> Commit(Result<LedgerDecision> result)
    {
        if (!result.IsSuccess) return result;
        foreach (var decision in result.Value.Items)
        {
            var id = decision.State.Id;
            if (!Streams.TryGetValue(id, out var stream)) Streams[id] = stream = [];
            stream.AddRange(decision.Events);
            Items[id] = decision.State;
        }
        Journal.AddRange(result.Value.Entries);
        return result;
    }

    public Result<LedgerDecision> Invoice(string id, Money amount, ExchangeRate? rate = null, LocalDate? on = null, int due = 30,
        EquatableArray<DiscountTier> discounts = default, EquatableArray<TaxShare> taxes = default, DiscountTaxMode mode = default)
    {
        var tax = Money.Sum(taxes.Select(t => t.Tax), amount.Currency);
        return Commit(Ledger.IssueInvoice(new()
        {
            Entry = NextEntry(),
            LegalEntity = Entity,
            Customer = Customer,
            DocumentNumber = id,
            DocumentDate = on ?? Day,
            Instalments =
            [
                new() { Item = new(id), Instalment = new() { Number = 1, DueDate = (on ?? Day).PlusDays(due), Amount = amount, Discounts = discounts, TaxShares = taxes } },
            ],
            Postings = [new() { Account = AccountRole.Sales, Amount = amount - tax }, new() { Account = AccountRole.OutputTax, Amount = tax }],
            Rate = rate,
            DiscountTax = mode,
        }, Policy, Clerk, Now));
    }

    public Result<LedgerDecision> Credit(string id, Money amount, ExchangeRate? rate = null, LocalDate? on = null,
        EquatableArray<ApplicationRequest> applications = default) => Commit(Ledger.IssueCreditNote(All, new()
        {
            Entry = NextEntry(),
            Item = new(id),
            LegalEntity = Entity,
            Customer = Customer,
            DocumentNumber = id,
            DocumentDate = on ?? Day,
            Postings = [new() { Account = AccountRole.SalesReturns, Amount = amount }],
            Rate = rate,
        }, applications, Policy, Clerk, Now));

    public PaymentFacts PaymentOf(string id, Money cash, ExchangeRate? rate = null, LocalDate? on = null, Money? settles = null) => new()
    {
        Entry = NextEntry(),
        Item = new(id),
        LegalEntity = Entity,
        Customer = Customer,
        DocumentNumber = id,
        Date = on ?? Day,
        Cash = cash,
        Rate = rate,
        Settles = settles,
    };

    public Result<LedgerDecision> Receive(string id, Money cash, ExchangeRate? rate = null, LocalDate? on = null, Money? settles = null) =>
        Commit(Ledger.ReceivePayment(PaymentOf(id, cash, rate, on, settles), Policy, Clerk, Now));

    public static ApplicationRequest Request(string id, string credit, string debit, Money amount, bool discount = false, RestTreatment rest = default) =>
        new() { Id = new(id), Credit = new(credit), Debit = new(debit), Amount = amount, TakeDiscount = discount, Rest = rest };

    public Result<LedgerDecision> Apply(LocalDate on, params ApplicationRequest[] requests)
    {
        var touched = requests.SelectMany(r => new[] { r.Credit, r.Debit }).Distinct().Where(Items.ContainsKey).Select(id => Items[id]);
        return Commit(Ledger.Apply(touched.ToEquatableArray(), new() { Entry = NextEntry(), Date = on, Applications = [.. requests] }, Policy, Clerk, Now));
    }

    public Result<LedgerDecision> Unapply(string application, LocalDate on) => Commit(Ledger.Unapply(
        All, new() { Entry = NextEntry(), Application = new(application), Date = on }, Policy, Clerk, Now));

    public Result<LedgerDecision> Return(string payment, LocalDate on, Money? charges = null, string owed = "") => Commit(Ledger.ReturnPayment(All, new()
    {
        Entry = NextEntry(), Payment = new(payment), Closing = new("R-" + payment), Date = on, Charges = charges, ChargesEntry = NextEntry(), Owed = owed.Length == 0 ? default : new(owed),
    }, Policy, Clerk, Now));

    public SettlementFacts Part(string item, string application, LocalDate on, Money? amount = null, ExchangeRate? rate = null) => new()
    {
        Entry = NextEntry(), Item = new(item), Application = new(application), Date = on, Amount = amount, Rate = rate,
    };

    public Result<LedgerDecision> Refund(string item, string application, LocalDate on, Money? amount = null, ExchangeRate? rate = null) =>
        Commit(Ledger.Refund(this[item], Part(item, application, on, amount, rate), Policy, Clerk, Now));

    public Result<LedgerDecision> WriteOff(string item, string application, LocalDate on, Money? amount = null) =>
        Commit(Ledger.WriteOffDifference(this[item], Part(item, application, on, amount), Policy, Clerk, Now));

    /// <summary>The end of the chain of this customer's entries, as the store would keep it.</summary>
    public JournalChain Chain { get; private set; } = new() { LegalEntity = Entity };

    /// <summary>The journal recorded in one chain; entries without a customer are in another one.</summary>
    public List<JournalEntry> Chained()
    {
        Chain = new() { LegalEntity = Entity, Customer = Customer };
        var chained = new List<JournalEntry>();
        foreach (var entry in Journal.Where(e => e.Customer == Customer))
        {
            Chain = Chain.Append(entry, out var linked);
            chained.Add(linked);
        }
        return chained;
    }

    /// <summary>Debit less credit over the whole journal, in the functional currency.</summary>
    public Money Balance(AccountRole role) => Money.Sum(Journal.Select(e => e.Balance(role)), Policy.FunctionalCurrency);

    /// <summary>The last entry as a bookkeeper writes it: side, account, amount, functional amount where it differs, item.</summary>
    public string LastEntry => Text(Journal[^1]);

    public static string Text(JournalEntry entry) => string.Join('\n', entry.Lines.Select(l =>
        $"{(l.Side == EntrySide.Debit ? "D" : "C")} {l.Account} {l.Document}"
        + (l.Document == l.Functional ? "" : $" = {l.Functional}") + (l.Item is { } item ? $" {item}" : "")).Order(StringComparer.Ordinal));
}
