using System.Diagnostics.CodeAnalysis;
using OrderToCash.Invoicing;
using OrderToCash.Orders;
using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

internal sealed partial class RandomBusiness
{
    public static readonly string[] OfficeKinds =
    [
        "quote", "accept", "accept", "amend", "coupon", "send", "mandate", "mandate-status", "collect", "collect", "collection-sent", "collected", "not-collected",
        "charge", "charge", "ask", "ask", "ask", "payout", "lock", "take-back", "take-back", "accrue", "transfer", "apply-credit", "export",
    ];

    private readonly LyingGateway gateway = new();
    private readonly Locking entities;

    /// <summary>The seller, whose period may be locked as days go by.</summary>
    private sealed class Locking(LegalEntity seller) : ILegalEntities
    {
        public LocalDate? Through { get; set; }

        public bool TryFind(LegalEntityId id, [NotNullWhen(true)] out LegalEntity? legalEntity) =>
            (legalEntity = id == seller.Id ? seller with { LockedThrough = Through } : null) is not null;
    }

    /// <summary>The command of a step of sales, of cards and direct debits, and of the accountant.</summary>
    public Command? Office(ProcessStep step, CommandId id, int number)
    {
        var (on, order, customer) = (Monday.PlusDays(number), OrderFor(step), $"C-{1 + (step.Which % 3)}");
        var currency = step.Which % 3 == 1 ? Currency.Usd : Currency.Eur;
        switch (step.Kind)
        {
            case "lock":
                // Now and then ahead of the days to come: then money and documents wait.
                entities.Through = on.PlusDays(step.Extra == 0 ? 2 : -step.Quantity);
                return null;
            case "quote":
                return new OfferQuote
                {
                    Id = id, By = Anna, Quote = new($"Q-{number}"), Terms = Terms($"SO-Q{number}", customer, currency) with { ExternalReference = "" },
                    Lines = [Line(1, step.Quantity, 7.37m, currency)], ValidThrough = on.PlusDays(step.Extra * 3),
                };
            case "accept" when Nth(All<Quote>(Streams.QuoteKind).Where(q => step.Extra == 0 || (q.Status == QuoteStatus.Offered && q.ValidThrough >= on)), step.Which) is { } quote:
                return step.Extra switch
                {
                    0 => new DeclineQuote { Id = id, By = Anna, Quote = quote.Id, Reason = "dear" },
                    1 => new ExpireQuote { Id = id, By = Anna, Quote = quote.Id, On = on },
                    _ => new AcceptQuote { Id = id, By = Anna, Quote = quote.Id, On = on },
                };
            case "coupon":
                return new CaptureOrder
                {
                    Id = id, By = Anna, Terms = Terms($"SO-{number}", customer, currency) with { ExternalReference = "", Coupons = [new("ONCE")] },
                    Lines = [Line(1, step.Quantity, 7.37m + step.Extra, currency)],
                };
            case "amend" when !order.IsNone && All<Order>(Streams.OrderKind).First(o => o.Id == order) is var amended:
                var same = OrderAmendment.Of(amended, "asked by phone");
                return new AmendOrder
                {
                    Id = id, By = Anna, Order = order, On = on,
                    Amendment = same with { Lines = [.. same.Lines.Take(1 + (step.Extra % 2)).Select(l => l with { Quantity = Quantity.Pieces(step.Quantity) })] },
                };
            case "send" when Invoice(step.Which) is { } sent:
                return new SendInvoice { Id = id, By = Anna, Invoice = sent, Channel = Primitives.Channel.Electronic, Endpoint = "0204:04011000-12345-67" };
            case "take-back" when TakenBack(step) is { } taken:
                return new TakeBackPrepayment
                {
                    Id = id, By = Anna, Invoice = taken.Invoice, Payment = taken.Receipt.Payment,
                    Entry = ABusiness.Received($"{id}", -taken.Receipt.Amount, on) with { IsReversal = true },
                };
            case "accrue" when !order.IsNone:
                return new AccrueUnbilled { Id = id, By = Anna, Order = order, PeriodEnd = step.Extra > 1 ? on : on.PlusDays(-step.Quantity) };
            case "transfer" when Nth(All<OpenItem>(Streams.OpenItemKind).Where(i => i.Kind == OpenItemKind.Payment && (!i.Open.IsZero || step.Extra == 0)), step.Quantity) is { } payment:
                if (step.Extra > 0 && payment.Customer.Value == customer) customer = $"C-{1 + ((step.Which + 1) % 3)}";
                return new TransferPayment { Id = id, By = Anna, Payment = payment.Id, Customer = new(customer), On = on, Reason = "a sister's" };
            case "apply-credit" when step.Extra == 0 || All<OpenItem>(Streams.OpenItemKind).Any(i => i.Customer.Value == customer && !i.IsDebit && !i.Open.IsZero):
                return new ApplyCredit { Id = id, By = Anna, LegalEntity = Id, Customer = new(customer), On = on };
            case "export":
                return new ExportJournal { Id = id, By = Anna, LegalEntity = Id, Mapping = Everything(), Limit = step.Quantity };
            default:
                return Card(step, id, number, on, new(customer), currency);
        }
    }

    private (InvoiceId Invoice, PrepaymentReceipt Receipt)? TakenBack(ProcessStep step)
    {
        var all = All<InvoiceAccount>(Streams.InvoiceKind).SelectMany(i => i.Receipts.Where(r => r.ReturnedOn is null || step.Extra == 0), (i, r) => (i.Id, r)).ToArray();
        return all.Length == 0 ? null : all[step.Which % all.Length];
    }

    private AccountMapping Everything() => new()
    {
        Version = "1",
        Rules = [.. business.Books.JournalAsync().ToBlockingEnumerable().SelectMany(e => e.Lines).Select(l => l.Account).Distinct().Select(r => new AccountRule { Role = r, Account = $"A-{r}" })],
    };

    private Command? Card(ProcessStep step, CommandId id, int number, LocalDate on, CustomerId customer, Currency currency)
    {
        var debits = All<OpenItem>(Streams.OpenItemKind).Where(i => i.IsDebit && i.Open.IsPositive && i.Kind != OpenItemKind.ContractAsset).ToArray();
        var debit = Nth(debits, step.Quantity);
        var mandates = All<DirectDebitMandate>(Streams.MandateKind);
        // Most commands are about a mandate they can be about.
        var mandate = Nth(mandates.Where(m => step.Extra == 0 || (step.Kind == "collect" ? debits.Any(d => d.Customer == m.Facts.Customer) : m.Collections.Any(c => c.IsOnItsWay))), step.Which);
        if (step.Kind == "mandate-status") mandate = Nth(mandates, step.Which);
        var attempt = Nth(All<PaymentAttempt>(Streams.PaymentAttemptKind)
            .Where(a => step.Extra == 0 || a.Status is PaymentAttemptStatus.Created or PaymentAttemptStatus.Pending or PaymentAttemptStatus.Unknown or PaymentAttemptStatus.Authorized), step.Which);
        var collection = mandate is null || mandate.Collections.IsEmpty ? null : mandate.Collections[step.Quantity % mandate.Collections.Count];
        return step.Kind switch
        {
            "charge" => new StartPayment
            {
                Id = id, By = Anna, Facts = new()
                {
                    Attempt = new($"PA-{number}"), LegalEntity = Id, Customer = debit?.Customer ?? customer, Amount = debit?.Open ?? Money.Of(step.Quantity, currency), Token = "tok_1",
                    Shares = debit is null || step.Extra == 0 ? [] : [new() { Item = debit.Id, Amount = debit.Open }],
                },
            },
            "ask" when attempt is not null => new AskGateway
            {
                Id = id, By = Anna, Attempt = attempt.Id, On = on,
                Operation = step.Extra == 0 ? GatewayOperation.Void : attempt.Authorized.IsZero ? GatewayOperation.Authorize : GatewayOperation.Capture,
            },
            "payout" => Payout(step, id, number, on),
            "mandate" => new RecordMandate
            {
                Id = id, By = Anna, IsChecked = step.Extra > 0, Facts = new()
                {
                    Mandate = new($"M-{number}"), LegalEntity = Id, Customer = customer, CreditorId = "DE98ZZZ09999999999", Scheme = MandateScheme.Core, SignedOn = on,
                    Debtor = new() { Name = "Nordwind GmbH", Iban = Iban.Parse("DE02120300000000202051").Value },
                },
            },
            "mandate-status" when mandate is not null => new ChangeMandateStatus
            {
                Id = id, By = Anna, Mandate = mandate.Id, On = on, Reason = "asked", Status = (MandateStatus)(step.Extra % Enum.GetValues<MandateStatus>().Length),
            },
            "collect" when mandate is not null && (Nth(debits.Where(d => d.Customer == mandate.Facts.Customer), step.Quantity) ?? debit) is { } owed => new CollectByMandate
            {
                Id = id, By = Anna, Mandate = mandate.Id, Today = on,
                Request = new() { EndToEndId = $"E-{number}", Item = owed.Id, Amount = owed.Open, DueOn = on.PlusDays(16), PreNotifiedOn = on },
            },
            "collection-sent" when collection is not null => new SendCollection
            {
                Id = id, By = Anna, Mandate = mandate!.Id, EndToEndId = collection.EndToEndId, On = on, Message = $"MSG-{step.Which}", Batch = $"MSG-{step.Which}-{step.Extra}",
            },
            "collected" when collection is not null => new SettleCollection { Id = id, By = Anna, Mandate = mandate!.Id, EndToEndId = collection.EndToEndId, On = on.PlusDays(20) },
            "not-collected" when collection is not null => new FailCollection
            {
                Id = id, By = Anna, Mandate = mandate!.Id,
                Failure = new() { EndToEndId = collection.EndToEndId, IsReject = step.Extra == 1, Reason = step.Extra == 2 ? "MD01" : "AM04", On = on.PlusDays(20), Charges = Eur(step.Extra) },
            },
            _ => null,
        };
    }

    // What the provider pays out is what the books expect, or a part of it; at times it is wrong.
    private BookPayout? Payout(ProcessStep step, CommandId id, int number, LocalDate on)
    {
        var expected = Expect.Success(business.Payouts.ExpectAsync(Id).AsTask().Result).Movements;
        if (expected.IsEmpty) return null;
        var currency = expected[step.Which % expected.Count].Gross.Currency;
        var rows = expected.Where(m => m.Gross.Currency == currency).Take(step.Quantity).Select((m, i) => new PayoutRow
        {
            Reference = $"{number}-{i}", Kind = m.Kind, Payment = m.Payment, Gross = m.Gross, Fee = Money.Zero(currency), Net = m.Gross,
        }).ToArray();
        var total = Money.Sum(rows.Select(r => r.Net), currency);
        return new()
        {
            Id = id, By = Anna, LegalEntity = Id, Bank = step.Extra == 0 ? total + total : total,
            Report = new() { Id = new($"PO-{number}"), Provider = "psp", PaidOn = on, Amount = total, Rows = [.. rows] },
        };
    }

    // Cards bring money beside the bank; the fee of a return and what a returned deposit left behind are owed without an invoice.
    private Money TakenOtherwise(Currency currency, IReadOnlyList<OpenItem> own, IEnumerable<InvoiceAccount> requests) =>
        Money.Sum(own.Where(i => i.Kind == OpenItemKind.Fee && i.Invoice.IsNone).Select(i => i.Amount), currency)
        + Money.Sum(requests.SelectMany(r => r.Receipts).Where(r => r.ReturnedOn is not null).Select(r => r.Amount), currency)
        - Money.Sum(All<PaymentAttempt>(Streams.PaymentAttemptKind).Where(a => a.Captured.Currency == currency).Select(a => a.Captured), currency);

    private void CheckOffice()
    {
        Assert.All(All<Quote>(Streams.QuoteKind), q => Assert.Empty(q.Check()));
        Assert.All(All<DirectDebitMandate>(Streams.MandateKind), m => Assert.Empty(m.Check()));
        Assert.All(All<PaymentAttempt>(Streams.PaymentAttemptKind), a => Assert.Empty(a.Check()));
        var expected = Expect.Success(business.Payouts.ExpectAsync(Id).AsTask().Result);
        foreach (var currency in (Currency[])[Currency.Eur, Currency.Usd])
            Assert.Equal(business.BalanceAsync(AccountRole.Provider, currency).Result, expected.Net(currency));
        if (business.Exports.ExportsAsync(Id).AsTask().Result is { } exports)
            Assert.Equal(Enumerable.Range(1, exports.Exports.Count), exports.Exports.Select(e => e.Number));
    }

    private EquatableArray<DomainError> OfficeErrors(Command command) => command switch
    {
        OfferQuote c => business.Quotes.OfferAsync(c).AsTask().Result.Errors,
        AcceptQuote c => business.Quotes.AcceptAsync(c).AsTask().Result.Errors,
        DeclineQuote c => business.Quotes.DeclineAsync(c).AsTask().Result.Errors,
        ExpireQuote c => business.Quotes.ExpireAsync(c).AsTask().Result.Errors,
        AmendOrder c => business.Orders.AmendAsync(c).AsTask().Result.Errors,
        SendInvoice c => business.Billing.SendAsync(c).AsTask().Result.Errors,
        TakeBackPrepayment c => business.Billing.TakeBackAsync(c).AsTask().Result.Errors,
        AccrueUnbilled c => business.Billing.AccrueAsync(c).AsTask().Result.Errors,
        TransferPayment c => business.Cash.TransferAsync(c).AsTask().Result.Errors,
        ApplyCredit c => business.Payments.ApplyCreditAsync(c).AsTask().Result.Errors,
        ExportJournal c => business.Exports.ExportAsync(c).AsTask().Result.Errors,
        StartPayment c => business.Payments.StartAsync(c).AsTask().Result.Errors,
        AskGateway c => business.Payments.AskAsync(c, gateway).AsTask().Result.Errors,
        BookPayout c => business.Payouts.BookAsync(c).AsTask().Result.Errors,
        RecordMandate c => business.DirectDebits.RecordAsync(c).AsTask().Result.Errors,
        ChangeMandateStatus c => business.DirectDebits.ChangeStatusAsync(c).AsTask().Result.Errors,
        CollectByMandate c => business.DirectDebits.CollectAsync(c).AsTask().Result.Errors,
        SendCollection c => business.DirectDebits.SendAsync(c).AsTask().Result.Errors,
        SettleCollection c => business.DirectDebits.SettleAsync(c).AsTask().Result.Errors,
        FailCollection c => business.DirectDebits.FailAsync(c).AsTask().Result.Errors,
        _ => DebtErrors(command),
    };
}
