using OrderToCash.Collections;
using OrderToCash.Credit;
using OrderToCash.Invoicing;
using OrderToCash.Matching;
using OrderToCash.Orders;
using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

/// <summary>A seller with three customers and two currencies that random commands are given to, and the laws that hold after each.</summary>
internal sealed partial class RandomBusiness
{
    private readonly ABusiness business;

    private static readonly LegalEntity Selling = Seller with
    {
        Disputes = DisputePolicy.Standard with { Allowance = [Eur(1_000), Usd(1_000)] },
        Refunds = new() { Tiers = [new() { UpTo = Eur(10_000), Approvals = 1 }, new() { UpTo = Usd(10_000), Approvals = 1 }] },
        Orders = Seller.Orders with { Pricing = PricingPolicy.Standard with { Coupons = [new() { Code = new("ONCE"), Amount = Eur(3), IsOncePerCustomer = true }] } },
        BusinessInterest = LateInterestPolicies.GermanBusiness, TaxRelief = true, Sending = SendingPolicy.Default with { DunsUnsent = true },
        Provisions = new() { Version = "1", Classes = [new() { Class = "all", Rates = [.. Enumerable.Repeat(Percentage.Of(5), 5)] }] },
        Providers = [new() { Provider = "psp", PaysWithinDays = 10 }], Collecting = CollectionPolicy.Standard with { Fee = new() { IsActual = true, Amount = Eur(5) } },
    };

    private readonly Dictionary<PaymentId, Money> received = [];
    private long events;

    private RandomBusiness() => business = new(known: entities = new(Selling));

    public static RandomBusiness Open()
    {
        var world = new RandomBusiness();
        world.OpenAsync().GetAwaiter().GetResult();
        return world;
    }

    /// <summary>An order by its place, from the newest; but for one step in five one that the command can be about.</summary>
    public OrderId OrderFor(ProcessStep step)
    {
        var orders = All<Order>(Streams.OrderKind);
        var fitting = step.Extra == 0 ? orders : orders.Where(o => step.Kind switch
        {
            "confirm" => o.Status == OrderStatus.Captured,
            "release" => o.Holds.Any(h => h.Type == HoldType.Credit),
            "ship" or "ship-all" => o.Status is OrderStatus.Confirmed or OrderStatus.PartlyShipped && !o.IsOnHold && o.Lines.Any(l => l.ToShip.IsPositive),
            "bill" or "accrue" => o.Lines.Any(l => l.ToInvoice.IsPositive),
            "cancel" => o.Status is not OrderStatus.Closed && o.Lines.Any(l => l.ToShip.IsPositive),
            "close" => o.Status is OrderStatus.Invoiced or OrderStatus.Cancelled,
            "amend" => o.Status is OrderStatus.Captured or OrderStatus.Confirmed or OrderStatus.PartlyShipped,
            _ => true,
        }).ToList();
        return fitting.Count == 0 ? default : fitting[^(1 + (step.Which % fitting.Count))].Id;
    }

    /// <summary>A part of what is to be shipped of a line; one step in five more than that.</summary>
    public EquatableArray<LineQuantity> PartOf(OrderId order, ProcessStep step)
    {
        var line = Nth(All<Order>(Streams.OrderKind).First(o => o.Id == order).Lines.Where(l => step.Extra == 0 || l.ToShip.IsPositive), step.Extra)!;
        var quantity = step.Extra == 0 ? step.Quantity / 2m : Math.Min(step.Quantity / 2m, line.ToShip.Value);
        return Some((line.Id.Value, quantity));
    }

    /// <summary>What of a quantity the first line of an invoice has left to credit; all of it where it is to be too much.</summary>
    public decimal Left(InvoiceAccount invoice, decimal quantity, bool isTooMuch)
    {
        var line = invoice.Invoice.Lines[0];
        var left = line.Quantity.Value - invoice.Credited.Where(c => c.Line == 1).Sum(c => c.Quantity.Value);
        return isTooMuch || left <= 0 ? quantity : Math.Min(quantity, left);
    }

    public InvoiceAccount? Invoice(int which, Func<InvoiceAccount, bool> isMeant) => Nth(All<InvoiceAccount>(Streams.InvoiceKind).Where(isMeant), which);

    public InvoiceId? Invoice(int which) =>
        All<InvoiceAccount>(Streams.InvoiceKind) is { Count: > 0 } invoices ? invoices[which % invoices.Count].Id : null;

    /// <summary>The command of a step about money.</summary>
    public Command? Cash(ProcessStep step, CommandId id, int number)
    {
        var on = Monday.PlusDays(number);
        var items = All<OpenItem>(Streams.OpenItemKind);
        var debits = items.Where(i => i.IsDebit && (!i.Open.IsZero || step.Extra == 0)).ToArray();
        var payments = items.Where(i => i.Kind == OpenItemKind.Payment).ToArray();
        var debit = debits.Length == 0 ? null : debits[step.Which % debits.Length];
        var payment = Nth(payments.Where(p => step.Extra == 0 || !p.Open.IsZero || step.Kind != "apply"), step.Quantity);
        if (step.Kind == "apply" && payment is not null && step.Extra > 0)
            debit = Nth(debits.Where(d => d.Amount.Currency == payment.Amount.Currency && (step.Extra > 1 || d.Customer == payment.Customer)), step.Which);
        return step.Kind switch
        {
            "on-account" => Received(id, number, new($"C-{1 + (step.Which % 3)}"), Money.Of(step.Quantity * 10, (step.Which % 3 == 1) != (step.Extra == 0) ? Currency.Usd : Currency.Eur), on, []),
            "apply" when debit is not null && payment is not null && payment.Amount.Currency == debit.Amount.Currency => new ApplyPayment
            {
                Id = id, By = Anna, Payment = new(payment.Id.Value), On = on,
                Allocations = [Of(debit.Id, Money.Min(debit.Open, -payment.Open), Money.Zero(debit.Amount.Currency), step.Extra == 1)],
            },
            "unapply" when items.SelectMany(i => i.Applications, (i, a) => (i, a)).Where(x => step.Extra == 0 || (!x.i.IsDebit && x.a.IsLive)).ToArray() is { Length: > 0 } made
                && made[step.Which % made.Length] is var (item, application) =>
                new UnapplyPayment { Id = id, By = Anna, Application = application.Id, Credit = item.Id, On = on },
            "bounce" when payment is not null => new ReturnPayment
            {
                Id = id, By = Anna, Payment = new(payment.Id.Value), Entry = ABusiness.Received($"{id}", payment.Amount, on) with { IsReversal = true },
            },
            "cross-pay" when debit is not null => Received(id, number, new("C-1"), debit.Open, on, [Of(debit.Id, debit.Open, Money.Zero(debit.Open.Currency), false)]),
            _ when debit is null || (!debit.Open.IsPositive && step.Extra > 0) || !step.Kind.StartsWith("pay", StringComparison.Ordinal) => null,
            _ => Paid(step, id, number, debit!, on),
        };
    }

    /// <summary>Gives a command, then once more: the second time changes nothing. True when it was done.</summary>
    public bool Give(Command command)
    {
        var before = business.Books.JournalAsync().ToBlockingEnumerable().Count();
        var errors = ErrorsOf(command);
        // Each step is a command of its own: one taken for another would be refused whatever it asks.
        Assert.DoesNotContain(errors, e => e.Code == ProcessErrors.CommandConflict.Code);
        Assert.DoesNotContain(business.Books.JournalAsync().ToBlockingEnumerable().Skip(before), e => e.Date <= entities.Through);
        if (errors.IsEmpty && command is BookPayment booked) received[booked.Payment] = booked.Entry.Amount;
        if (errors.IsEmpty && command is BookInsolvencyDividend { Payment.IsNone: true } dividend)
            received[new(All<InsolvencyCase>(Streams.InsolvencyKind).Single(c => c.Id == dividend.Case).Dividends[^1].Payment.Value)] = dividend.Amount;
        if (errors.IsEmpty && command is ReturnPayment returned) received.Remove(returned.Payment);
        if (command is BookPayment or ReturnPayment or BillOrder or UnapplyPayment)
            Assert.DoesNotContain(errors, e => e.Code.StartsWith("credit.", StringComparison.Ordinal));
        CheckAgreement(command, errors.IsEmpty, before);
        if (errors.IsEmpty) CheckBlocks(command);
        // Days only go on: what was claimed once stays claimed, whatever came of it, unless it is said to be secured after all.
        if (command is FileInsolvencyClaim { Known.Secured.IsEmpty: true }) Assert.DoesNotContain(errors, e => e.Code == InsolvencyErrors.LineUsed.Code);
        var after = Events();
        // That a gateway was asked is written before it is; a ledger that refuses what it took leaves the question open.
        if (!errors.IsEmpty && command is not AskGateway) Assert.Equal(events, after);
        events = after;
        if (errors.IsEmpty) Assert.Empty(ErrorsOf(command));
        Assert.Equal(events, Events());
        return errors.IsEmpty;
    }

    /// <summary>The command of a step about other documents.</summary>
    public Command? Document(ProcessStep step, CommandId id, int number)
    {
        var (on, invoices) = (Monday.PlusDays(number), All<InvoiceAccount>(Streams.InvoiceKind));
        var requests = invoices.Where(i => i.Invoice.Type == DocumentType.Prepayment && (i.Deducted is null || step.Extra == 0)
            && (step.Kind != "receive" || step.Extra == 0 || i.Received < i.RemainingGross)).ToArray();
        var request = requests.Length == 0 ? null : requests[step.Which % requests.Length];
        var currency = step.Which % 3 == 1 ? Currency.Usd : Currency.Eur;
        var order = request is null || step.Kind != "bill-final" ? default : (Nth(All<Order>(Streams.OrderKind).Where(o => step.Extra == 0
            || (o.Terms.Customer == request.Invoice.Customer && o.Terms.Currency == request.Invoice.Currency && o.Lines.Any(l => l.ToInvoice.IsPositive))), step.Quantity)?.Id ?? default);
        return step.Kind switch
        {
            "fee" or "service" or "prepay" => new PostInvoice
            {
                Id = id, By = Anna,
                Draft = DocumentTests.Draft($"I-{number}", step.Kind == "fee" ? DocumentType.FeeNote : step.Kind == "prepay" ? DocumentType.Prepayment : DocumentType.Invoice,
                    step.Quantity * 3.33m, on, $"C-{1 + (step.Which % 3)}", currency),
            },
            "receive" when request is not null => new ReceivePrepayment
            {
                Id = id, By = Anna, Invoice = request.Id, Payment = new($"PAY-{number}"),
                Entry = ABusiness.Received($"{id}", step.Extra < 3 ? request.RemainingGross - request.Received : Money.Of(step.Quantity, request.Invoice.Currency), on),
            },
            "bill-final" when request is not null && !order.IsNone => new BillOrder
            {
                Id = id, By = Anna, Order = order, Invoice = new($"I-{number}"), DocumentDate = on, TaxPoint = on, Prepayments = [request.Id],
            },
            "credit-amount" when Invoice(step.Which) is { } credited => new CreditInvoice
            {
                Id = id, By = Anna, Invoice = credited, CreditNote = new($"CN-{number}"), DocumentDate = on, Reason = CreditReason.Price,
                Gross = Money.Of(step.Quantity, invoices.First(i => i.Id == credited).Invoice.Currency),
            },
            "debit" or "replace" when Invoice(step.Which) is { } corrected => new CorrectInvoice
            {
                Id = id, By = Anna, Invoice = corrected, Correction = new($"I-{number}"), DocumentDate = on, Reason = CreditReason.Underbilling,
                Kind = step.Kind == "debit" ? CorrectionKind.DebitNote : CorrectionKind.Replacement, CreditNote = step.Kind == "debit" ? default : new($"CN-{number}"),
                Lines = step.Kind == "debit" ? [DocumentTests.LineOf(Money.Of(step.Quantity, invoices.First(i => i.Id == corrected).Invoice.Currency))] : [],
            },
            _ => null,
        };
    }

    public void CheckLaws()
    {
        var (items, invoices) = (All<OpenItem>(Streams.OpenItemKind), All<InvoiceAccount>(Streams.InvoiceKind));
        Assert.All(items, i => Assert.Empty(i.Check()));
        Assert.All(invoices, i => Assert.Empty(i.Check()));
        Assert.All(All<Order>(Streams.OrderKind), o => Assert.Empty(o.Check()));
        var accounts = All<CreditAccount>(Streams.CreditKind);
        Assert.All(accounts, a => Assert.Empty(a.Check()));
        CheckJournal(items);
        foreach (var account in accounts) CheckExposure(account, items.Where(i => i.Customer == account.Customer));
        CheckNumbers("INV", invoices.Select(i => i.Invoice.Number));
        CheckNumbers("CN", invoices.SelectMany(i => i.CreditNotes).Select(n => n.Number));
        CheckClaims(items);
        CheckOffice();
        CheckDebts(items);
        CheckContracts();
        CheckInsolvent();
        foreach (var currency in (Currency[])[Currency.Eur, Currency.Usd]) CheckOpen(currency, items, invoices);
        var happened = business.Books.ReadOutboxAsync(int.MaxValue).AsTask().Result.Select(m => m.Event).ToArray();
        DocumentTests.AssertTied([.. happened.OfType<InvoiceEvent>()], business.Books.JournalAsync().ToBlockingEnumerable(), happened.OfType<RebateEvent>());
    }

    private async Task OpenAsync()
    {
        await business.OpenCustomerAsync("C-1", limit: 60);
        await business.OpenCustomerAsync("C-2", Currency.Usd, 2_000, Currency.Eur);
        await business.OpenCustomerAsync("C-3", limit: 100_000, terms: PaymentTerms.Immediate);
        events = Events();
    }

    private static void CheckExposure(CreditAccount account, IEnumerable<OpenItem> items)
    {
        var (debits, credits) = (Money.Zero(account.Currency), Money.Zero(account.Currency));
        foreach (var item in items)
        {
            var rate = Rates.Find(item.Amount.Currency, account.Currency, item.DocumentDate);
            var open = item.Amount.Currency == account.Currency ? item.Open : item.Open.Convert(rate!, Rounding.HalfAwayFromZero);
            if (item.IsDebit) debits += open;
            else credits -= open;
        }
        Assert.Equal((account.Customer, debits, credits), (account.Customer, account.OpenReceivable, account.UnappliedCredit));
    }

    private void CheckJournal(IReadOnlyList<OpenItem> items)
    {
        var balances = new Dictionary<OpenItemId, (Money Document, Money Functional)>();
        foreach (var partition in business.Books.JournalAsync().ToBlockingEnumerable().GroupBy(e => (e.LegalEntity, e.Customer)))
            Assert.Empty(JournalChain.Verify(partition));
        foreach (var entry in business.Books.JournalAsync().ToBlockingEnumerable())
        {
            Assert.True(Money.Sum(entry.Lines.Select(l => l.SignedFunctional), Currency.Eur).IsZero, $"{entry.Id} does not balance");
            foreach (var lines in entry.Lines.GroupBy(l => l.Document.Currency))
                Assert.True(Money.Sum(lines.Select(l => l.SignedDocument), lines.Key).IsZero, $"{entry.Id} does not balance in {lines.Key}");
            foreach (var line in entry.Lines)
                if (line.Item is { } id)
                    balances[id] = balances.TryGetValue(id, out var b) ? (b.Document + line.SignedDocument, b.Functional + line.SignedFunctional) : (line.SignedDocument, line.SignedFunctional);
        }
        // What one entry opens and settles at once passes no account.
        foreach (var item in items)
        {
            var (document, functional) = balances.GetValueOrDefault(item.Id, (Money.Zero(item.Amount.Currency), Money.Zero(Currency.Eur)));
            Assert.Equal((item.Id, item.Open, item.OpenFunctional), (item.Id, document, functional));
        }
    }

    // What was invoiced, less credit notes, money kept, discounts and small rests, is what is open.
    private void CheckOpen(Currency currency, IReadOnlyList<OpenItem> items, IReadOnlyList<InvoiceAccount> invoices)
    {
        var own = items.Where(i => i.Amount.Currency == currency).ToArray();
        var mine = invoices.Where(i => i.Invoice.Currency == currency).ToArray();
        var given = own.SelectMany(i => i.Applications).Where(a => a.IsLive)
            .Select(a => (a.Discount ?? Money.Zero(currency)) + (a.Rest ?? Money.Zero(currency)));
        var none = Money.Zero(currency);
        var (requests, supplies) = (mine.Where(i => i.Invoice.Type == DocumentType.Prepayment).ToArray(), mine.Where(i => i.Invoice.Type != DocumentType.Prepayment));
        var deposits = own.Where(i => i.Kind == OpenItemKind.Deposit).Select(i => i.Open);
        var expected = Money.Sum(supplies.Select(i => i.Invoice.Totals.Payable - i.CreditedGross), currency) + Money.Sum(deposits, currency)
            - Money.Sum(requests.Select(i => Money.Max(none, Money.Sum(i.GivenBack.Select(s => s.Gross), currency))), currency) - Money.Sum(received.Values.Where(m => m.Currency == currency), currency) - Money.Sum(given, currency)
            + ClaimsSettled(currency) + TakenOtherwise(currency, own, requests) + DebtsSettled(currency, own) + ChargedBack(currency, own);
        Assert.Equal(expected, Money.Sum(own.Select(i => i.Open), currency));
    }

    private static void CheckNumbers(string series, IEnumerable<InvoiceNumber> numbers)
    {
        var all = numbers.Select(n => n.Value).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(Enumerable.Range(1, all.Length).Select(n => $"{series}-2025-{n:000000}"), all);
    }

    private static Command Paid(ProcessStep step, CommandId id, int number, OpenItem debit, LocalDate on)
    {
        var none = Money.Zero(debit.Amount.Currency);
        var discount = step.Kind == "pay-discount" ? debit.DiscountOn(step.Extra > 2 ? on.PlusDays(-3) : on) ?? none : none;
        var rest = step.Kind == "pay-short" ? Money.Min(Money.Of(step.Extra * 2, debit.Amount.Currency), debit.Open) : none;
        var cash = debit.Open - discount - rest;
        if (step.Kind == "pay" && step.Extra == 4) cash = debit.Open.Times(Percentage.Of(50), Rounding.HalfAwayFromZero);
        var over = step.Kind == "pay-over" ? Money.Of(step.Quantity, debit.Amount.Currency) : none;
        return Received(id, number, debit.Customer, cash + over, on, [new() { Item = debit.Id, Cash = cash, Discount = discount, WriteOff = rest }]);
    }

    private static BookPayment Received(
        CommandId id, int number, CustomerId customer, Money amount, LocalDate on, EquatableArray<MatchAllocation> allocations) => new()
        {
            Id = id, By = Anna, LegalEntity = Id, Customer = customer, Payment = new($"PAY-{number}"),
            Entry = ABusiness.Received($"{id}", amount, on), Allocations = allocations,
        };

    private static MatchAllocation Of(OpenItemId item, Money cash, Money discount, bool writeOff) =>
        new() { Item = item, Cash = cash, Discount = discount, WriteOff = writeOff ? Money.Of(1, cash.Currency) : Money.Zero(cash.Currency) };

    private EquatableArray<DomainError> ErrorsOf(Command command) => (command switch
    {
        CaptureOrder c => business.Orders.CaptureAsync(c).AsTask().Result.Errors,
        ConfirmOrder c => business.Orders.ConfirmAsync(c).AsTask().Result.Errors,
        ReleaseCredit c => business.Orders.ReleaseAsync(c).AsTask().Result.Errors,
        ShipOrder c => business.Orders.ShipAsync(c).AsTask().Result.Errors,
        CancelOrderRemainder c => business.Orders.CancelRemainderAsync(c).AsTask().Result.Errors,
        CloseOrder c => business.Orders.CloseAsync(c).AsTask().Result.Errors,
        BillOrder c => business.Billing.BillAsync(c).AsTask().Result.Errors,
        PostInvoice c => business.Billing.PostAsync(c).AsTask().Result.Errors,
        CorrectInvoice c => business.Billing.CorrectAsync(c).AsTask().Result.Errors,
        ReceivePrepayment c => business.Billing.ReceiveAsync(c).AsTask().Result.Errors,
        CreditInvoice c => business.Billing.CreditAsync(c).AsTask().Result.Errors,
        ApplyPayment c => business.Cash.ApplyAsync(c).AsTask().Result.Errors,
        UnapplyPayment c => business.Cash.UnapplyAsync(c).AsTask().Result.Errors,
        _ => OfficeErrors(command),
    });

    private long Events() => business.Books.ReadOutboxAsync(int.MaxValue).AsTask().Result.Count;

    private List<TState> All<TState>(string kind) where TState : class =>
        business.Books.AllAsync<TState>(kind).ToBlockingEnumerable().Select(s => s.State).ToList();
}
