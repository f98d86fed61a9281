using OrderToCash.Collections;
using OrderToCash.Credit;
using OrderToCash.Customers;
using OrderToCash.Invoicing;
using OrderToCash.Matching;
using OrderToCash.Orders;
using OrderToCash.Receivables;
using OrderToCash.Tax;

namespace OrderToCash.Tests;

/// <summary>A small German seller with its desks over books in memory; the clock stands still unless a test moves it.</summary>
internal sealed class ABusiness
{
    public const string Account = "DE89370400440532013000";
    public static readonly LocalDate Monday = new(2025, 3, 3);
    public static readonly LegalEntityId Id = new("DE01");
    public static readonly Actor Anna = Actor.Person("anna");
    public static readonly Actor Bert = Actor.Person("bert");

    private int commands;

    public ABusiness(IBooks? books = null, IAuthorizationPolicy? authorization = null, LegalEntity? seller = null, LegalEntity? sister = null, ILegalEntities? known = null)
    {
        Books = books ?? new InMemoryBooks();
        var entities = known ?? new LegalEntityList(sister is null ? [seller ?? Seller] : [seller ?? Seller, sister]);
        Customers = new(Books, Clock, authorization);
        Orders = new(Books, entities, Rates, BuiltInTaxRates.Table, Clock, authorization);
        Quotes = new(Books, entities, Clock, authorization);
        Credit = new(Books, Rates, entities, Clock, authorization);
        Contracts = new(Books, entities, Clock, authorization);
        Billing = new(Books, entities, Rates, BuiltInTaxRates.Table, Clock, authorization);
        Cash = new(Books, entities, Rates, Clock, authorization);
        Collections = new(Books, entities, Clock, authorization);
        Disputes = new(Books, entities, Rates, Clock, authorization);
        DirectDebits = new(Books, entities, Rates, Clock, authorization);
        Payments = new(Books, entities, Rates, Clock, authorization);
        PaymentMethods = new(Books, Clock, authorization);
        Refunds = new(Books, entities, Rates, Clock, authorization);
        Payouts = new(Books, entities, Rates, Clock, authorization);
        Insolvencies = new(Books, entities, Rates, Clock, authorization);
        Factoring = new(Books, entities, Rates, Clock, authorization);
        Closing = new(Books, entities, Clock, authorization);
        Rebates = new(Books, entities, Rates, Clock, authorization);
        UnappliedCash = new(Books, entities, Clock, authorization);
        Netting = new(Books, entities, Rates, Clock, authorization);
        Opening = new(Books, entities, Rates, Clock, authorization);
        Exports = new(Books, entities, Clock, authorization);
        Interest = new(Books, entities, Rates, Clock, authorization);
    }

    public static LegalEntity Seller { get; } = new()
    {
        Id = Id,
        Party = new()
        {
            Name = "Laternenwerk GmbH",
            Address = new() { Lines = ["Werkstraße 1"], City = "Lübeck", PostCode = "23552", Country = new("DE") },
            TaxRegistrations = [new() { Country = new("DE"), Id = "DE136695976" }],
        },
        FunctionalCurrency = Currency.Eur,
        BankAccounts = [Account],
        Calendar = BusinessCalendar.EveryDay,
        UnidentifiedPayer = new("UNKNOWN"),
        SmallDifference = Money.Of(5, Currency.Eur),
        Orders = OrderPolicy.Standard,
        Credit = CreditPolicy.Standard,
        TaxComputation = TaxComputation.ByBreakdown,
        Matching = MatchingPolicy.Standard,
        Dunning = DunningPolicy.Default,
    };

    public static ExchangeRateTable Rates { get; } = new(Enumerable.Range(0, 120).SelectMany(day => (ExchangeRate[])
    [
        new(Currency.Eur, Currency.Usd, 1.10m + (day % 7 * 0.0133m), Monday.PlusDays(day), "ECB"),
        new(Currency.Eur, Currency.Jpy, 158.93m + (day % 5 * 0.77m), Monday.PlusDays(day), "ECB"),
        new(Currency.Eur, Currency.Of("KWD"), 0.33217m + (day % 4 * 0.00131m), Monday.PlusDays(day), "ECB"),
    ]));

    public IBooks Books { get; }

    public AClock Clock { get; } = new();

    public CustomerDesk Customers { get; }

    public OrderDesk Orders { get; }

    public QuoteDesk Quotes { get; }

    public CreditDesk Credit { get; }

    public ContractDesk Contracts { get; }

    public BillingDesk Billing { get; }

    public CashDesk Cash { get; }

    public CollectionsDesk Collections { get; }

    public DisputeDesk Disputes { get; }

    public DirectDebitDesk DirectDebits { get; }

    public PaymentDesk Payments { get; }

    public PaymentMethodDesk PaymentMethods { get; }

    public RefundDesk Refunds { get; }

    public PayoutDesk Payouts { get; }

    public InsolvencyDesk Insolvencies { get; }

    public FactoringDesk Factoring { get; }

    public ClosingDesk Closing { get; }

    public RebateDesk Rebates { get; }

    public UnappliedCashDesk UnappliedCash { get; }

    public NettingDesk Netting { get; }

    public OpeningDesk Opening { get; }

    public ExportDesk Exports { get; }

    public InterestDesk Interest { get; }

    public static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    public static Money Usd(decimal amount) => Money.Of(amount, Currency.Usd);

    public CommandId Next() => new($"cmd-{++commands}");

    public static CustomerProfile Profile(Currency currency, PaymentTerms? terms = null) => new()
    {
        Party = new()
        {
            Name = "Nordwind GmbH",
            Address = new() { Lines = ["Hafenstraße 1"], City = "Kiel", PostCode = "24103", Country = new("DE") },
            TaxRegistrations = [new() { Country = new("DE"), Id = "DE811907980" }],
        },
        TaxStatus = CustomerTaxStatus.Business, Currency = currency, Terms = terms ?? PaymentTerms.Days(30).WithDiscount(Percentage.Of(2), 10),
        Language = "de-DE", InvoiceChannel = Channel.Electronic, DunningChannel = Channel.Letter,
        Contacts = [new() { Purpose = ContactPurpose.Invoicing, Channel = Channel.Electronic, Endpoint = "0204:04011000-12345-67" }],
    };

    public async Task<CustomerAccount> OpenCustomerAsync(string id = "C-7", Currency? currency = null, decimal limit = 10_000, Currency? limitCurrency = null,
        PaymentTerms? terms = null)
    {
        var account = Expect.Success(await Customers.OpenAsync(new()
        {
            Id = Next(), By = Anna, Customer = new(id), EffectiveFrom = Monday, Profile = Profile(currency ?? Currency.Eur, terms), Reason = "new",
        }));
        var of = limitCurrency ?? currency ?? Currency.Eur;
        if (limit > 0) Expect.Success(await Credit.GrantAsync(new()
        {
            Id = Next(), By = Anna, LegalEntity = Id, Customer = new(id), Currency = of,
            Limit = new() { Limit = CreditLimit.Of(Money.Of(limit, of)), From = Monday, ApprovedBy = new("bert") },
        }));
        return account;
    }

    public static OrderTerms Terms(string order, string customer = "C-7", Currency? currency = null) => new()
    {
        Id = new(order), LegalEntity = Id, Customer = new(customer), Channel = OrderChannel.Edi, ExternalReference = $"PO-{order}",
        BillTo = Profile(Currency.Eur).Party, ShipTo = Profile(Currency.Eur).Party.Address, Currency = currency ?? Currency.Eur, OrderDate = Monday,
        RequestedDate = Monday.PlusDays(7),
    };

    public static OrderLineTerms Line(int number, decimal quantity, decimal price, Currency? currency = null) => new()
    {
        Id = new($"{number}"), Product = new($"P-{number}"), Description = $"Lantern {number}", Quantity = Quantity.Pieces(quantity),
        UnitPrice = UnitPrice.Of(price, currency ?? Currency.Eur),
    };

    public ValueTask<Result<Order>> CaptureAsync(string order, string customer = "C-7", Currency? currency = null, params (decimal Quantity, decimal Price)[] lines) =>
        Orders.CaptureAsync(new()
        {
            Id = Next(), By = Anna, Terms = Terms(order, customer, currency),
            Lines = [.. lines.Select((l, i) => Line(i + 1, l.Quantity, l.Price, currency))],
        });

    public ValueTask<Result<Order>> ConfirmAsync(string order) => Orders.ConfirmAsync(new() { Id = Next(), By = Anna, Order = new(order), On = Monday });

    public ValueTask<Result<Order>> ShipAsync(string order, string shipment, params (string Line, decimal Quantity)[] lines) => Orders.ShipAsync(new()
    {
        Id = Next(), By = Anna, Order = new(order), Shipment = new(shipment), On = Monday, Lines = Some(lines),
    });

    public ValueTask<Result<InvoiceAccount>> BillAsync(string order, string invoice, LocalDate? on = null) => Billing.BillAsync(new()
    {
        Id = Next(), By = Anna, Order = new(order), Invoice = new(invoice), DocumentDate = on ?? Monday, TaxPoint = on ?? Monday,
    });

    /// <summary>An order that was captured, confirmed, shipped and billed on the first Monday.</summary>
    public async Task<InvoiceAccount> BilledAsync(string order, string invoice, decimal price, string customer = "C-7", Currency? currency = null)
    {
        Expect.Success(await CaptureAsync(order, customer, currency, (10, price)));
        Expect.Success(await ConfirmAsync(order));
        Expect.Success(await ShipAsync(order, $"S-{order}"));
        return Expect.Success(await BillAsync(order, invoice));
    }

    public ValueTask<Result<InvoiceAccount>> SendAsync(string invoice, Channel channel = Channel.Electronic, string endpoint = "0204:04011000-12345-67") =>
        Billing.SendAsync(new() { Id = Next(), By = Anna, Invoice = new(invoice), Channel = channel, Endpoint = endpoint });

    public static BankEntry Received(string identity, Money amount, LocalDate on, string text = "", string endToEnd = "") => new()
    {
        Account = Account, Identity = identity, BookedOn = on, Amount = amount, RemittanceText = text, EndToEndId = endToEnd,
        CounterpartyName = "NORDWIND", CounterpartyAccount = "DE02120300000000202051", Charges = Money.Zero(amount.Currency),
    };

    public async Task<CashPlan> PlanAsync(params BankEntry[] entries) =>
        Expect.Success(await Cash.PlanAsync(Id, [.. entries], PayerDirectory.Create([new() { Account = "DE02120300000000202051", Customer = new("C-7") }])));

    /// <summary>Plans and books a statement; the answer of each line that was booked.</summary>
    public async Task<CashPlan> ImportAsync(params BankEntry[] entries)
    {
        var plan = await PlanAsync(entries);
        foreach (var command in plan.Commands(Anna)) Expect.Success(await GiveAsync(command));
        return plan;
    }

    public async ValueTask<Result<OpenItem>> GiveAsync(Command command) => command switch
    {
        BookPayment book => await Cash.BookAsync(book),
        ReturnPayment back => await Cash.ReturnAsync(back),
        ConfirmRefund paid => await CreditOfAsync(await Refunds.ConfirmAsync(paid)),
        FailRefund back => await CreditOfAsync(await Refunds.FailAsync(back)),
        _ => throw new ArgumentException(command.GetType().Name),
    };

    private async Task<Result<OpenItem>> CreditOfAsync(Result<RefundRequest> refund) =>
        refund.IsSuccess ? Result.Success(await ItemAsync(refund.Value.Facts.Credit.Value)) : Result.Failure<OpenItem>(refund.Errors);

    public static EquatableArray<LineQuantity> Some(params (string Line, decimal Quantity)[] lines) =>
        lines.Select(l => new LineQuantity { Line = new(l.Line), Quantity = Quantity.Pieces(l.Quantity) }).ToEquatableArray();

    public async Task<CreditAccount> AccountAsync(string customer = "C-7") =>
        (await Books.LoadAsync<CreditAccount>(Streams.Credit(Id, new(customer))))!.State;

    public async Task<OpenItem> ItemAsync(string id) => (await Books.LoadAsync<OpenItem>(Streams.OpenItem(new(id))))!.State;

    public async Task<Money> BalanceAsync(AccountRole role, Currency? currency = null)
    {
        var balance = Money.Zero(currency ?? Currency.Eur);
        await foreach (var entry in Books.JournalAsync())
            foreach (var line in entry.Lines)
                if (line.Account == role) balance += currency is null ? line.SignedFunctional : line.Document.Currency == currency ? line.SignedDocument : Money.Zero(balance.Currency);
        return balance;
    }
}

/// <summary>A clock that is set.</summary>
internal sealed class AClock : IClock
{
    public Instant Now { get; set; } = Instant.FromUtc(2025, 3, 3, 8, 0);

    public Instant GetCurrentInstant() => Now;
}
