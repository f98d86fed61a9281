using OrderToCash.Credit;
using OrderToCash.Invoicing;
using OrderToCash.Orders;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Loads what a credit note touches, and posts it once the number is known.</summary>
internal sealed class InvoiceCrediting(IBooks books, ILegalEntities legalEntities, CommandRunner runner, CreditStreams credit)
{
    /// <summary>Everything a credit note touches.</summary>
    internal sealed record Parts(LegalEntity Seller, Stored<InvoiceAccount> Invoice, IReadOnlyList<Stored<OpenItem>> Items,
        DecisionChain<Order, OrderEvent>? Order, DecisionChain<CreditAccount, CreditEvent> Credit,
        LimitRates Rates, SeriesPlace Series, BilledBefore Before, Instant At);

    /// <summary>What a credit note did, open for more decisions in the same commit.</summary>
    internal sealed record Outcome(CreditNote Note, DecisionChain<InvoiceAccount, InvoiceEvent> Invoice,
        DecisionChain<Order, OrderEvent>? Order, DecisionChain<CreditAccount, CreditEvent> Credit,
        IReadOnlyList<StreamChange> Changes, IReadOnlyList<JournalEntry> Entries);

    /// <summary>The preparation of the command.</summary>
    public async Task<Result<Preparation<InvoiceAccount>>> PrepareAsync(
        CreditInvoice command, Instant at, CancellationToken cancellationToken)
    {
        var loaded = await LoadAsync(command, at, cancellationToken).ConfigureAwait(false);
        return loaded.Map(parts => new Preparation<InvoiceAccount>(numbers => Credit(command, parts, numbers).Bind(done =>
            Result.Validated(new Prepared<InvoiceAccount>(done.Invoice.State,
            [
                .. done.Changes, .. done.Invoice.Changes(Streams.Invoice(command.Invoice)),
                .. done.Order?.Changes(Streams.Order(done.Order.State.Id)) ?? [],
                .. done.Credit.Changes(Streams.Credit(parts.Seller.Id, parts.Invoice.State.Invoice.Customer)),
            ])
            {
                Entries = done.Entries, Amount = done.Note.Totals.Payable,
            }, [.. done.Order?.Errors ?? [], .. done.Credit.Errors])))
        {
            Series = [parts.Series.Series],
        });
    }

    /// <summary>Loads what the credit note touches.</summary>
    public async Task<Result<Parts>> LoadAsync(CreditInvoice command, Instant at, CancellationToken cancellationToken)
    {
        var stored = await runner
            .RequireAsync<InvoiceAccount>(Streams.Invoice(command.Invoice), i => i.Check(), cancellationToken)
            .ConfigureAwait(false);
        if (!stored.IsSuccess) return Result.Failure<Parts>(stored.Errors);
        var invoice = stored.Value.State.Invoice;
        if (!legalEntities.TryFind(invoice.LegalEntity, out var seller))
            return Result.Failure<Parts>(ProcessErrors.NoLegalEntity(invoice.LegalEntity));
        if (invoice.Type.IsSelfBilled == command.Number.IsNone)
            return Result.Failure<Parts>(ProcessErrors.NumberMisplaced.At("number",
                ("number", command.Number), ("type", invoice.Type)));
        var before = await BilledBefore.WithNumberAsync(BilledBefore.Nothing, books, invoice.LegalEntity, invoice.Customer,
            command.Number, cancellationToken).ConfigureAwait(false);
        if (!before.IsSuccess) return Result.Failure<Parts>(before.Errors);
        var items = await ItemsAsync(invoice, cancellationToken).ConfigureAwait(false);

        DecisionChain<Order, OrderEvent>? order = null;
        if (invoice.Lines.Count > 0 && invoice.Lines[0].Order is { IsNone: false } id)
        {
            var found = await runner.RequireAsync<Order>(Streams.Order(id), o => o.Check(), cancellationToken)
                .ConfigureAwait(false);
            if (!found.IsSuccess) return Result.Failure<Parts>(found.Errors);
            order = new(found.Value.State, found.Value.Version);
        }
        var account = await credit.LoadAsync(seller.Id, invoice.Customer, invoice.Currency, command.By, at, cancellationToken)
            .ConfigureAwait(false);
        var rates = await credit.RatesAsync([(invoice.Currency, invoice.DocumentDate), (invoice.Currency, command.DocumentDate)],
            account.State.Currency, cancellationToken).ConfigureAwait(false);
        var series = await SeriesPlace
            .LoadAsync(books, seller, BillingDesk.CreditNoteNumbers, command.DocumentDate, cancellationToken)
            .ConfigureAwait(false);
        return rates.Map(r => new Parts(seller, stored.Value, items, order, account, r, series, before.Value, at));
    }

    private async Task<List<Stored<OpenItem>>> ItemsAsync(Invoice invoice, CancellationToken cancellationToken)
    {
        var items = new List<Stored<OpenItem>>();
        foreach (var instalment in invoice.Instalments)
        {
            var stream = Streams.OpenItem(InvoiceLedger.ItemOf(invoice, instalment.Number));
            if (await books.LoadAsync<OpenItem>(stream, cancellationToken).ConfigureAwait(false) is { } item) items.Add(item);
        }
        return items;
    }

    /// <summary>Posts the credit note inside a commit.</summary>
    public static Result<Outcome> Credit(CreditInvoice command, Parts parts, Numbers numbers)
    {
        var series = parts.Series.Begin(numbers, command.By, parts.At);
        var previous = series.Last;
        var isWhole = command.Lines.IsEmpty && command.Gross is null;
        var credited = parts.Invoice.State.Credit(new()
        {
            Id = command.CreditNote, Number = command.Number.IsNone ? series.Next(command.DocumentDate) : command.Number,
            DocumentDate = command.DocumentDate, Reason = command.Reason, ReasonText = command.ReasonText,
            IsWhole = isWhole, Lines = command.Lines, Gross = command.Gross,
            Previous = command.Number.IsNone ? previous : null, Chronology = parts.Seller.Chronology ?? Chronology.Free,
        }, command.By, parts.At);
        if (!credited.IsSuccess) return Result.Failure<Outcome>(credited.Errors);
        var note = ((CreditNotePosted)credited.Value.Events[^1]).CreditNote;
        if (Received(parts.Invoice.State, note) is { } received) return Result.Failure<Outcome>(received);

        var (account, order) = (parts.Credit.Fork(), parts.Order?.Fork());
        List<StreamChange> changes = [.. series.Changes(), .. parts.Before.Changes(command.CreditNote)];
        IReadOnlyList<JournalEntry> entries = [];
        // A request for prepayment that nobody paid is in no ledger.
        if (note.Totals.Payable.IsPositive && parts.Invoice.State.Invoice.Type != DocumentType.Prepayment)
        {
            var items = parts.Items.Select(i => i.State).ToEquatableArray();
            var ledger = Ledger.IssueCreditNote(
                items, InvoiceLedger.Facts(note), Applications(note, items), parts.Seller.Ledger, command.By, parts.At);
            if (!ledger.IsSuccess) return Result.Failure<Outcome>(ledger.Errors);
            CreditStreams.Follow(account, items, ledger.Value, parts.Rates, command.By, parts.At);
            changes.AddRange(LedgerChanges.Of(ledger.Value, parts.Items));
            entries = [.. ledger.Value.Entries];
        }
        if (order is not null && ReturnedLines(note) is { IsEmpty: false } lines)
        {
            if (command.GoodsReturned) order.Then(o => o.ReceiveReturn(lines, ReasonOf(command), command.By, parts.At));
            order.Then(o => o.RecordCredited(command.CreditNote, lines, command.By, parts.At));
        }
        var invoice = new DecisionChain<InvoiceAccount, InvoiceEvent>(
            credited.Value.State, parts.Invoice.Version, credited.Value.Events);
        return Result.Success(new Outcome(note, invoice, order, account, changes, entries));
    }

    private static DomainError? Received(InvoiceAccount account, CreditNote note)
    {
        if (account.Invoice.Type != DocumentType.Prepayment) return null;
        var (gross, unpaid) = (note.Totals.Gross, account.RemainingGross - account.Received);
        return gross <= unpaid ? null : ProcessErrors.PrepaymentReceived.With(
            ("gross", gross), ("number", account.Invoice.Number), ("unpaid", unpaid));
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
                Id = new(DerivedId.Of($"{note.Number}>{item.Id}")), Credit = InvoiceLedger.ItemOf(note),
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
