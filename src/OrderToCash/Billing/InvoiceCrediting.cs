using OrderToCash.Credit;
using OrderToCash.Invoicing;
using OrderToCash.Orders;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Loads what a credit note touches, and posts it once the number is known.</summary>
internal sealed class InvoiceCrediting(IBooks books, ILegalEntities legalEntities, IExchangeRates exchange, CommandRunner runner,
    CreditStreams credit)
{
    /// <summary>Everything a credit note touches.</summary>
    internal sealed record Parts(LegalEntity Seller, Stored<InvoiceAccount> Invoice, IReadOnlyList<Stored<OpenItem>> Items,
        IReadOnlyList<PrepaymentPart> Prepayments, IReadOnlyList<(int Line, Stored<OpenItem> Item)> Deferrals,
            DecisionChain<Order, OrderEvent>? Order, DecisionChain<CreditAccount, CreditEvent> Credit,
        LimitRates Rates, SeriesPlace Series, BilledBefore Before, ExchangeRate? RefundRate, Instant At);

    /// <summary>What a credit note did, open for more decisions in the same commit.</summary>
    internal sealed record Outcome(CreditNote Note, DecisionChain<InvoiceAccount, InvoiceEvent> Invoice,
        DecisionChain<Order, OrderEvent>? Order, DecisionChain<CreditAccount, CreditEvent> Credit, LedgerChain Ledger,
        IReadOnlyList<DecisionChain<InvoiceAccount, InvoiceEvent>> Released, SeriesTaking Series);

    /// <summary>The preparation of the command.</summary>
    public async Task<Result<Preparation<InvoiceAccount>>> PrepareAsync(
        CreditInvoice command, Instant at, CancellationToken cancellationToken)
    {
        var loaded = await LoadAsync(command, at, cancellationToken).ConfigureAwait(false);
        return loaded.Map(parts => new Preparation<InvoiceAccount>(numbers => Credit(command, parts, numbers).Bind(done =>
            Result.Validated(new Prepared<InvoiceAccount>(done.Invoice.State,
            [
                .. done.Series.Changes(), .. parts.Before.Changes(command.CreditNote), .. done.Ledger.Changes(),
                .. done.Released.SelectMany(r => r.Changes(Streams.Invoice(r.State.Id))),
                .. done.Invoice.Changes(Streams.Invoice(command.Invoice)),
                .. done.Order?.Changes(Streams.Order(done.Order.State.Id)) ?? [],
                .. done.Credit.Changes(Streams.Credit(parts.Seller.Id, parts.Invoice.State.Invoice.Customer)),
            ])
            {
                Entries = done.Ledger.Entries, Amount = done.Note.Totals.Payable,
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
        var noted = await BilledBefore.WithCreditNoteAsync(books, command.CreditNote, cancellationToken).ConfigureAwait(false);
        if (!noted.IsSuccess) return Result.Failure<Parts>(noted.Errors);
        var before = await BilledBefore.WithNumberAsync(noted.Value, books, invoice.LegalEntity, invoice.Customer,
            command.Number, cancellationToken).ConfigureAwait(false);
        if (!before.IsSuccess) return Result.Failure<Parts>(before.Errors);
        var refund = await RefundRateAsync(command, seller, cancellationToken).ConfigureAwait(false);
        if (!refund.IsSuccess) return Result.Failure<Parts>(refund.Errors);
        var items = await ItemsAsync(invoice, cancellationToken).ConfigureAwait(false);
        if (!items.IsSuccess) return Result.Failure<Parts>(items.Errors);

        DecisionChain<Order, OrderEvent>? order = null;
        if (invoice.Lines.FirstOrDefault(l => !l.OrderLine.IsNone) is { } billed)
        {
            var found = await runner.RequireAsync<Order>(Streams.Order(billed.Order), o => o.Check(), cancellationToken)
                .ConfigureAwait(false);
            if (!found.IsSuccess) return Result.Failure<Parts>(found.Errors);
            order = new(found.Value.State, found.Value.Version);
        }
        var prepaid = await new PrepaymentLoading(runner)
            .LoadAsync(PrepaymentLoading.Of(stored.Value.State), cancellationToken).ConfigureAwait(false);
        if (!prepaid.IsSuccess) return Result.Failure<Parts>(prepaid.Errors);
        var revenue = await books.LoadAsync<RevenueAccount>(Streams.Revenue(invoice.Id), cancellationToken).ConfigureAwait(false);
        var deferrals = revenue is null
            ? Result.Success(new List<(int, Stored<OpenItem>)>())
            : await RevenueWork.DeferralsAsync(books, revenue.State, invoice, cancellationToken).ConfigureAwait(false);
        if (!deferrals.IsSuccess) return Result.Failure<Parts>(deferrals.Errors);
        var account = await credit.LoadAsync(seller.Id, invoice.Customer, invoice.Currency, command.By, at, cancellationToken)
            .ConfigureAwait(false);
        var documents = prepaid.Value.SelectMany(p => p.Deposits).Select(d => (d.State.Amount.Currency, d.State.DocumentDate));
        var rates = await credit.RatesAsync(
            [(invoice.Currency, invoice.DocumentDate), (invoice.Currency, command.DocumentDate), .. documents],
            account.State.Currency, cancellationToken).ConfigureAwait(false);
        var series = await SeriesPlace
            .LoadAsync(books, seller, seller.CreditNoteSeries, command.DocumentDate, cancellationToken)
            .ConfigureAwait(false);
        return rates.Map(r => new Parts(seller, stored.Value, items.Value, prepaid.Value, deferrals.Value, order, account, r,
            series, before.Value, refund.Value.Rate, at));
    }

    private readonly record struct KnownRate(ExchangeRate? Rate);

    private async Task<Result<KnownRate>> RefundRateAsync(
        CreditInvoice command, LegalEntity seller, CancellationToken cancellationToken)
    {
        if (command.Refund is not { } bank) return Result.Success(default(KnownRate));
        if (!seller.BankAccounts.Contains(bank.Account))
            return Result.Failure<KnownRate>(CashPlanning.Foreign(bank, seller));
        var (from, to) = (bank.Amount.Currency, seller.FunctionalCurrency);
        if (from == to) return Result.Success(default(KnownRate));
        return await exchange.FindAsync(from, to, bank.BookedOn, cancellationToken).ConfigureAwait(false) is { } rate
            ? Result.Success(new KnownRate(rate))
            : Result.Failure<KnownRate>(ProcessErrors.RateMissing.With(("from", from), ("to", to), ("date", bank.BookedOn)));
    }

    private async Task<Result<List<Stored<OpenItem>>>> ItemsAsync(Invoice invoice, CancellationToken cancellationToken)
    {
        var (items, broken) = (new List<Stored<OpenItem>>(), new List<DomainError>());
        foreach (var instalment in invoice.Instalments)
        {
            var stream = Streams.OpenItem(InvoiceLedger.ItemOf(invoice, instalment.Number));
            if (await books.LoadAsync<OpenItem>(stream, cancellationToken).ConfigureAwait(false) is { } item
                && SoundItems.IsSound(item.State, broken)) items.Add(item);
        }
        return Result.Validated(items, broken);
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
        var ledger = new LedgerChain(
            [.. parts.Items, .. parts.Prepayments.SelectMany(p => p.Deposits), .. parts.Deferrals.Select(d => d.Item)]);
        var released = Book(command, parts, note, credited.Value.State, ledger, account);
        List<DomainError> refused = [.. ledger.Errors, .. released.SelectMany(r => r.Errors)];
        if (refused.Count > 0) return Result.Failure<Outcome>(refused);
        if (order is not null && ReturnedLines(note) is { IsEmpty: false } lines)
        {
            var on = command.DocumentDate;
            if (command.GoodsReturned) order.Then(o => o.ReceiveReturn(on, lines, ReasonOf(command), command.By, parts.At));
            order.Then(o => o.RecordCredited(command.CreditNote, on, lines, command.By, parts.At));
        }
        var invoice = new DecisionChain<InvoiceAccount, InvoiceEvent>(
            credited.Value.State, parts.Invoice.Version, credited.Value.Events);
        return Result.Success(new Outcome(note, invoice, order, account, ledger, released, series));
    }

    // The note in the ledger; the prepayments that a final invoice credited as a whole had deducted are deposits again.
    private static List<DecisionChain<InvoiceAccount, InvoiceEvent>> Book(CreditInvoice command, Parts parts, CreditNote note,
        InvoiceAccount after, LedgerChain ledger, DecisionChain<CreditAccount, CreditEvent> account)
    {
        var (policy, by, at) = (parts.Seller.Ledger, command.By, parts.At);
        var items = parts.Items.Select(i => i.State).ToEquatableArray();
        var deposits = parts.Prepayments.SelectMany(p => p.Deposits).Select(d => d.State.Id).ToArray();
        if (after.Invoice.Type == DocumentType.Prepayment)
        {
            // A request for prepayment that nobody paid is in no ledger.
            if (note.Totals.Payable.IsPositive && IsOverReceived(parts.Invoice.State, note))
                ledger.Then(() => Ledger.CreditDeposits(
                    ledger.Items(deposits), InvoiceLedger.DepositFacts(note, after.Invoice, ledger.Items(deposits)),
                    InvoiceLedger.DepositParts(note, ledger.Items(deposits).ToArray()), policy, by, at), FollowCredits);
            Refund();
            return [];
        }
        foreach (var (line, deferral) in parts.Deferrals) Undefer(line, deferral.State);
        if (note.Totals.Payable.IsPositive)
            ledger.Then(() => Ledger.IssueCreditNote(
                items, InvoiceLedger.Facts(note), Applications(note, items), policy, by, at), Follow);
        Refund();
        if (parts.Prepayments.Count == 0 || !after.IsFullyCredited) return [];
        var taken = ledger.Items(deposits)
            .Where(d => d.Applications.Any(a => a.IsLive && a.Entry == InvoiceLedger.EntryOf(after.Invoice))).ToEquatableArray();
        if (!taken.IsEmpty)
            ledger.Then(() => Ledger.ReleaseDeposits(taken, InvoiceLedger.ReleaseFacts(after.Invoice, note), policy, by, at),
                FollowCredits);
        return [.. parts.Prepayments.Select(p => new DecisionChain<InvoiceAccount, InvoiceEvent>(p.Account.State,
            p.Account.Version)
            .Then(a => a.Release(after, by, at)))];

        // What is credited before it was performed was never revenue.
        void Undefer(int line, OpenItem deferral)
        {
            var credited = Money.Sum(note.Lines.Where(l => l.InvoiceLine == line).Select(l => l.Net), deferral.Amount.Currency);
            var amount = Money.Min(credited, -deferral.Open);
            if (!amount.IsPositive) return;
            var key = DerivedId.Of($"{InvoiceLedger.ItemOf(note)}>{deferral.Id}");
            ledger.Then(() => Ledger.RecogniseRevenue(deferral, new()
            {
                Entry = new(DerivedId.Of($"J-{key}")), Item = deferral.Id, Application = new(key), Date = note.DocumentDate,
                Amount = amount, Role = AccountRole.SalesReturns,
            }, policy, by, at));
        }

        void Refund()
        {
            if (command.Refund is not { } bank) return;
            var id = InvoiceLedger.ItemOf(note);
            ledger.Then(() => !ledger.Knows(id)
                ? Result.Failure<LedgerDecision>(LedgerErrors.NothingOpen.At("refund", ("item", id)))
                : Ledger.Refund(ledger.Item(id), new()
                {
                    Entry = new(DerivedId.Of($"J-{id}>refund")), Item = id, Application = new(DerivedId.Of($"{id}>refund")),
                    Date = bank.BookedOn, Amount = -bank.Amount, Rate = parts.RefundRate,
                }, policy, by, at), FollowCredits);
        }

        void Follow(EquatableArray<OpenItem> before, LedgerDecision decision) =>
            CreditStreams.Follow(account, before, decision, parts.Rates, by, at);

        void FollowCredits(EquatableArray<OpenItem> before, LedgerDecision decision) =>
            CreditStreams.FollowCredits(account, before, decision, parts.Rates, by, at);
    }

    private static bool IsOverReceived(InvoiceAccount account, CreditNote note) =>
        account.RemainingGross - note.Totals.Gross < account.Received;

    // What is unpaid is taken back without the ledger, what was received through it: one note does one of them.
    private static DomainError? Received(InvoiceAccount account, CreditNote note)
    {
        if (account.Invoice.Type != DocumentType.Prepayment || !IsOverReceived(account, note)) return null;
        var (gross, unpaid) = (note.Totals.Gross, account.RemainingGross - account.Received);
        return !unpaid.IsPositive ? null : ProcessErrors.PrepaymentReceived.With(
            ("gross", gross), ("number", account.Invoice.Number), ("unpaid", unpaid));
    }

    // A credit note settles the open instalments of its invoice, the oldest first; what is too much stays the customer's credit,
    // as does what is of an instalment that a factor lent on or bought.
    private static EquatableArray<ApplicationRequest> Applications(CreditNote note, EquatableArray<OpenItem> items)
    {
        var left = note.Totals.Payable;
        var requests = new List<ApplicationRequest>();
        foreach (var item in items)
        {
            var amount = Money.Min(left, Money.Max(item.Unpledged, Money.Zero(left.Currency)));
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
