using OrderToCash.Credit;
using OrderToCash.Customers;
using OrderToCash.Invoicing;
using OrderToCash.Orders;
using OrderToCash.Receivables;
using OrderToCash.Tax;

namespace OrderToCash;

/// <summary>Loads what an invoice over an order needs, and posts it once the number is known.</summary>
internal sealed class OrderBilling(IBooks books, ILegalEntities legalEntities, IExchangeRates rates, ITaxRates taxRates,
    CommandRunner runner, CreditStreams credit)
{
    private sealed record Bill(LegalEntity Seller, DraftInvoice Draft, EquatableArray<Instalment> Instalments, ExchangeRate? Rate,
        DecisionChain<Order, OrderEvent> Order, DecisionChain<CreditAccount, CreditEvent> Credit,
        Money Exposure, NumberSeries Series, Instant At);

    /// <summary>The preparation of the command.</summary>
    public async Task<Result<Preparation<InvoiceAccount>>> PrepareAsync(
        BillOrder command, Instant at, CancellationToken cancellationToken)
    {
        var stored = await runner.RequireAsync<Order>(Streams.Order(command.Order), o => o.Check(), cancellationToken)
            .ConfigureAwait(false);
        if (!stored.IsSuccess) return CommandRunner.Refuse<InvoiceAccount>(stored.Errors);
        var order = stored.Value.State;
        if (!legalEntities.TryFind(order.Terms.LegalEntity, out var seller))
            return CommandRunner.Refuse<InvoiceAccount>(ProcessErrors.NoLegalEntity(order.Terms.LegalEntity));
        var customer = await runner
            .RequireAsync<CustomerAccount>(Streams.Customer(order.Terms.Customer), c => c.Check(), cancellationToken)
            .ConfigureAwait(false);
        if (!customer.IsSuccess) return CommandRunner.Refuse<InvoiceAccount>(customer.Errors);
        if (customer.Value.State.ProfileOn(command.DocumentDate) is not { } buyer)
            return CommandRunner.Refuse<InvoiceAccount>(
                ProcessErrors.NoProfile.At("documentDate", ("customer", order.Terms.Customer), ("date", command.DocumentDate)));
        var stream = Streams.Invoice(command.Invoice);
        if (await books.LoadAsync<InvoiceAccount>(stream, cancellationToken).ConfigureAwait(false) is not null)
            return CommandRunner.Refuse<InvoiceAccount>(ProcessErrors.AlreadyExists.With(("stream", stream)));

        var draft = Draft(command, order, seller, buyer);
        if (!draft.IsSuccess) return CommandRunner.Refuse<InvoiceAccount>(draft.Errors);
        var bill = await BillAsync(command, stored.Value, seller, buyer, draft.Value, at, cancellationToken)
            .ConfigureAwait(false);
        return bill.Map(b => new Preparation<InvoiceAccount>(numbers => Post(command, b, numbers.Next(b.Series)))
        {
            Series = [b.Series],
        });
    }

    private Result<DraftInvoice> Draft(BillOrder command, Order order, LegalEntity seller, CustomerProfile buyer)
    {
        if (OrderBill.Quantities(order).IsEmpty)
            return Result.Failure<DraftInvoice>(ProcessErrors.NothingToBill.With(("order", command.Order)));
        return OrderTaxation.Determine(order, seller, buyer, command.TaxPoint, taxRates)
            .Map(taxes => OrderBill.Draft(command, order, seller, buyer, taxes));
    }

    private async Task<Result<Bill>> BillAsync(BillOrder command, Stored<Order> stored, LegalEntity seller, CustomerProfile buyer,
        DraftInvoice draft, Instant at, CancellationToken cancellationToken)
    {
        var (date, customer) = (command.DocumentDate, draft.Customer);
        var totals = draft.Totals();
        var instalments = buyer.Terms.Schedule(date, totals.Payable, totals.Net, seller.Calendar);
        if (!instalments.IsSuccess) return Result.Failure<Bill>(instalments.Errors);
        var isForeign = draft.Currency != seller.FunctionalCurrency;
        var rate = isForeign
            ? await rates.FindAsync(draft.Currency, seller.FunctionalCurrency, date, cancellationToken).ConfigureAwait(false)
            : null;
        if (isForeign && rate is null)
            return Result.Failure<Bill>(ProcessErrors.RateMissing.With(
                ("from", draft.Currency), ("to", seller.FunctionalCurrency), ("date", date)));

        var order = new DecisionChain<Order, OrderEvent>(stored.State, stored.Version)
            .Then(o => o.RecordInvoiced(command.Invoice, OrderBill.Quantities(o), seller.Orders, command.By, at));
        var account = await credit.LoadAsync(seller.Id, customer, buyer.Currency, command.By, at, cancellationToken)
            .ConfigureAwait(false);
        var limit = account.State.Currency;
        var known = await credit.RatesAsync([(draft.Currency, date)], limit, cancellationToken).ConfigureAwait(false);
        // The exposure is the sum of the open items, each valued by itself: settling all of them leaves nothing.
        return known.Map(r => new Bill(seller, draft, instalments.Value, rate, order, account,
            Money.Sum(instalments.Value.Select(i => r.Value(i.Amount, date)), limit),
            BillingDesk.Series(seller.Id, BillingDesk.InvoiceNumbers, date), at));
    }

    private static Result<Prepared<InvoiceAccount>> Post(BillOrder command, Bill bill, long counter)
    {
        var number = BillingDesk.InvoiceNumbers.Format(command.DocumentDate.Year, counter);
        var reference = ReferenceSchemes.ByCode(bill.Seller.ReferenceScheme).MakeFrom(number.Value);
        if (!reference.IsSuccess) return Result.Failure<Prepared<InvoiceAccount>>(reference.Errors);
        var posted = bill.Draft.Post(new()
        {
            Number = number, Instalments = bill.Instalments, PaymentReference = reference.Value,
            FunctionalCurrency = bill.Seller.FunctionalCurrency, BookingRate = bill.Rate,
        }, command.By, bill.At);
        if (!posted.IsSuccess) return Result.Failure<Prepared<InvoiceAccount>>(posted.Errors);

        var facts = InvoiceLedger.Facts(posted.Value.State.Invoice);
        var ledger = facts is null ? null : Ledger.IssueInvoice(facts, bill.Seller.Ledger, command.By, bill.At);
        if (ledger is { IsSuccess: false }) return Result.Failure<Prepared<InvoiceAccount>>(ledger.Errors);
        var account = Exposed(command, bill);
        List<DomainError> errors = [.. bill.Order.Errors, .. account.Errors];
        if (errors.Count > 0) return Result.Failure<Prepared<InvoiceAccount>>(errors);
        return Result.Success(new Prepared<InvoiceAccount>(posted.Value.State,
        [
            StreamChange.Of(Streams.Invoice(command.Invoice), 0, posted.Value),
            .. bill.Order.Changes(Streams.Order(command.Order)),
            .. account.Changes(Streams.Credit(bill.Seller.Id, bill.Draft.Customer)),
            .. ledger is null ? [] : LedgerChanges.Of(ledger.Value, []),
        ])
        {
            Entries = ledger is null ? [] : [.. ledger.Value.Entries],
            Amount = posted.Value.State.Invoice.Totals.Payable,
        });
    }

    // The last invoice of an order takes what rounding left of its delivered value.
    private static DecisionChain<CreditAccount, CreditEvent> Exposed(BillOrder command, Bill bill)
    {
        var account = bill.Credit.Fork();
        if (!bill.Exposure.IsPositive) return account;
        var isComplete = bill.Order.State.Lines.All(l => l.ToShip.IsZero && l.ToInvoice.IsZero);
        var covered = isComplete && account.State.Position(command.Order) is { } position ? position.Delivered : bill.Exposure;
        return account.Then(a => a.RecordInvoiced(command.Order, covered, bill.Exposure, command.By, bill.At));
    }
}
