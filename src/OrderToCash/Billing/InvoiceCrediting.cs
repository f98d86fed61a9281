using OrderToCash.Credit;
using OrderToCash.Invoicing;
using OrderToCash.Orders;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Loads what a credit note touches, and posts it once the number is known.</summary>
internal sealed class InvoiceCrediting(IBooks books, ILegalEntities legalEntities, CommandRunner runner, CreditStreams credit)
{
    private sealed record Parts(LegalEntity Seller, Stored<InvoiceAccount> Invoice, IReadOnlyList<Stored<OpenItem>> Items,
        DecisionChain<Order, OrderEvent>? Order, DecisionChain<CreditAccount, CreditEvent> Credit,
        LimitRates Rates, NumberSeries Series, Instant At);

    /// <summary>The preparation of the command.</summary>
    public async Task<Result<Preparation<InvoiceAccount>>> PrepareAsync(
        CreditInvoice command, Instant at, CancellationToken cancellationToken)
    {
        var stored = await runner
            .RequireAsync<InvoiceAccount>(Streams.Invoice(command.Invoice), i => i.Check(), cancellationToken)
            .ConfigureAwait(false);
        if (!stored.IsSuccess) return CommandRunner.Refuse<InvoiceAccount>(stored.Errors);
        var invoice = stored.Value.State.Invoice;
        if (!legalEntities.TryFind(invoice.LegalEntity, out var seller))
            return CommandRunner.Refuse<InvoiceAccount>(ProcessErrors.NoLegalEntity(invoice.LegalEntity));
        var items = await ItemsAsync(invoice, cancellationToken).ConfigureAwait(false);

        DecisionChain<Order, OrderEvent>? order = null;
        if (invoice.Lines.Count > 0 && invoice.Lines[0].Order is { IsNone: false } id)
        {
            var found = await runner.RequireAsync<Order>(Streams.Order(id), o => o.Check(), cancellationToken)
                .ConfigureAwait(false);
            if (!found.IsSuccess) return CommandRunner.Refuse<InvoiceAccount>(found.Errors);
            order = new(found.Value.State, found.Value.Version);
        }
        var account = await credit.LoadAsync(seller.Id, invoice.Customer, invoice.Currency, command.By, at, cancellationToken)
            .ConfigureAwait(false);
        var rates = await credit.RatesAsync([(invoice.Currency, invoice.DocumentDate), (invoice.Currency, command.DocumentDate)],
            account.State.Currency, cancellationToken).ConfigureAwait(false);
        var series = BillingDesk.Series(seller.Id, BillingDesk.CreditNoteNumbers, command.DocumentDate);
        return rates.Map(r =>
        {
            var parts = new Parts(seller, stored.Value, items, order, account, r, series, at);
            return new Preparation<InvoiceAccount>(numbers => Credit(command, parts, numbers.Next(series))) { Series = [series] };
        });
    }

    private async Task<List<Stored<OpenItem>>> ItemsAsync(Invoice invoice, CancellationToken cancellationToken)
    {
        var items = new List<Stored<OpenItem>>();
        foreach (var instalment in invoice.Instalments)
        {
            var stream = Streams.OpenItem(InvoiceLedger.ItemOf(invoice.Number, instalment.Number));
            if (await books.LoadAsync<OpenItem>(stream, cancellationToken).ConfigureAwait(false) is { } item) items.Add(item);
        }
        return items;
    }

    private static Result<Prepared<InvoiceAccount>> Credit(CreditInvoice command, Parts parts, long counter)
    {
        var credited = parts.Invoice.State.Credit(new()
        {
            Id = command.CreditNote, Number = BillingDesk.CreditNoteNumbers.Format(command.DocumentDate.Year, counter),
            DocumentDate = command.DocumentDate, Reason = command.Reason, ReasonText = command.ReasonText,
            IsWhole = command.Lines.IsEmpty, Lines = command.Lines,
        }, command.By, parts.At);
        if (!credited.IsSuccess) return Result.Failure<Prepared<InvoiceAccount>>(credited.Errors);
        var note = ((CreditNotePosted)credited.Value.Events[^1]).CreditNote;

        var (account, order) = (parts.Credit.Fork(), parts.Order?.Fork());
        List<StreamChange> changes = [StreamChange.Of(Streams.Invoice(command.Invoice), parts.Invoice.Version, credited.Value)];
        IReadOnlyList<JournalEntry> entries = [];
        if (note.Totals.Payable.IsPositive)
        {
            var items = parts.Items.Select(i => i.State).ToEquatableArray();
            var ledger = Ledger.IssueCreditNote(
                items, InvoiceLedger.Facts(note), Applications(note, items), parts.Seller.Ledger, command.By, parts.At);
            if (!ledger.IsSuccess) return Result.Failure<Prepared<InvoiceAccount>>(ledger.Errors);
            CreditStreams.Follow(account, items, ledger.Value, parts.Rates, command.By, parts.At);
            changes.AddRange(LedgerChanges.Of(ledger.Value, parts.Items));
            entries = [.. ledger.Value.Entries];
        }
        if (order is not null && ReturnedLines(note) is { IsEmpty: false } lines)
        {
            if (command.GoodsReturned) order.Then(o => o.ReceiveReturn(lines, ReasonOf(command), command.By, parts.At));
            order.Then(o => o.RecordCredited(command.CreditNote, lines, command.By, parts.At));
            changes.AddRange(order.Changes(Streams.Order(order.State.Id)));
        }
        changes.AddRange(account.Changes(Streams.Credit(parts.Seller.Id, parts.Invoice.State.Invoice.Customer)));
        List<DomainError> errors = [.. order?.Errors ?? [], .. account.Errors];
        return errors.Count > 0
            ? Result.Failure<Prepared<InvoiceAccount>>(errors)
            : Result.Success(new Prepared<InvoiceAccount>(credited.Value.State, changes)
            {
                Entries = entries, Amount = note.Totals.Payable,
            });
    }

    // A credit note settles the open instalments of its invoice, the oldest first; what is too much stays the customer's credit.
    private static EquatableArray<ApplicationRequest> Applications(CreditNote note, EquatableArray<OpenItem> items)
    {
        var left = note.Totals.Payable;
        var requests = new List<ApplicationRequest>();
        foreach (var item in items)
        {
            var amount = Money.Min(left, Money.Max(item.Open, Money.Zero(left.Currency)));
            if (!amount.IsPositive) continue;
            left -= amount;
            requests.Add(new()
            {
                Id = new(DerivedId.Of($"{note.Number}>{item.Id}")), Credit = InvoiceLedger.ItemOf(note.Number, 1),
                Debit = item.Id,
                Amount = amount,
            });
        }
        return requests.ToEquatableArray();
    }

    private static EquatableArray<LineQuantity> ReturnedLines(CreditNote note) => note.Lines
        .Where(l => l.Quantity.IsPositive && !l.OrderLine.IsNone)
        .Select(l => new LineQuantity { Line = l.OrderLine, Quantity = l.Quantity }).ToEquatableArray();

    private static string ReasonOf(
        CreditInvoice command) => command.ReasonText.Length > 0 ? command.ReasonText : command.Reason.ToString();
}
