using OrderToCash.Invoicing;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Books money on a prepayment invoice: the invoice knows it, and the ledger has a deposit with its tax.</summary>
internal sealed class PrepaymentReceiving(IBooks books, ILegalEntities legalEntities, IExchangeRates rates, CommandRunner runner,
    CreditStreams credit)
{
    /// <summary>The preparation of the command.</summary>
    public async Task<Result<Preparation<InvoiceAccount>>> PrepareAsync(
        ReceivePrepayment command, Instant at, CancellationToken cancellationToken)
    {
        var stored = await runner
            .RequireAsync<InvoiceAccount>(Streams.Invoice(command.Invoice), i => i.Check(), cancellationToken)
            .ConfigureAwait(false);
        if (!stored.IsSuccess) return CommandRunner.Refuse<InvoiceAccount>(stored.Errors);
        var invoice = stored.Value.State.Invoice;
        if (!legalEntities.TryFind(invoice.LegalEntity, out var seller))
            return CommandRunner.Refuse<InvoiceAccount>(ProcessErrors.NoLegalEntity(invoice.LegalEntity));
        if (!seller.BankAccounts.Contains(command.Entry.Account))
            return CommandRunner.Refuse<InvoiceAccount>(CashPlanning.Foreign(command.Entry, seller));
        var stream = Streams.OpenItem(CashAllocation.ItemOf(command.Payment));
        if (await books.LoadAsync<OpenItem>(stream, cancellationToken).ConfigureAwait(false) is not null)
            return CommandRunner.Refuse<InvoiceAccount>(ProcessErrors.AlreadyExists.With(("stream", stream)));
        var (amount, on) = (command.Entry.Amount, command.Entry.BookedOn);
        var isForeign = amount.Currency != seller.FunctionalCurrency;
        var rate = isForeign
            ? await rates.FindAsync(amount.Currency, seller.FunctionalCurrency, on, cancellationToken).ConfigureAwait(false)
            : null;
        if (isForeign && rate is null)
            return CommandRunner.Refuse<InvoiceAccount>(ProcessErrors.RateMissing.With(
                ("from", amount.Currency), ("to", seller.FunctionalCurrency), ("date", on)));

        var prepaid = await new PrepaymentLoading(runner).LoadAsync([invoice.Id], cancellationToken).ConfigureAwait(false);
        if (!prepaid.IsSuccess) return CommandRunner.Refuse<InvoiceAccount>(prepaid.Errors);
        var deposits = prepaid.Value.SelectMany(p => p.Deposits).Select(d => d.State).ToArray();
        var received = stored.Value.State.Receive(command.Payment, amount, on, command.By, at);
        if (!received.IsSuccess) return CommandRunner.Refuse<InvoiceAccount>(received.Errors);
        var receipt = received.Value.State.Receipts[^1];
        var ledger = Ledger.ReceivePayment(new()
        {
            Entry = new(DerivedId.Of($"J-{command.Payment}")), Item = CashAllocation.ItemOf(command.Payment),
            LegalEntity = seller.Id, Customer = invoice.Customer, DocumentNumber = invoice.Number.Value, Date = on,
            Cash = amount, Rate = rate, Kind = OpenItemKind.Deposit, Role = AccountRole.CustomerDeposit,
            TaxShares = receipt.TaxShares,
            FunctionalTaxes = isForeign ? DocumentTaxJournal.FunctionalTaxes(invoice, deposits, receipt.TaxShares) : [],
        }, seller.Ledger, command.By, at);
        if (!ledger.IsSuccess) return CommandRunner.Refuse<InvoiceAccount>(ledger.Errors);

        var account = await credit.LoadAsync(seller.Id, invoice.Customer, amount.Currency, command.By, at, cancellationToken)
            .ConfigureAwait(false);
        var known = await credit.RatesAsync([(amount.Currency, on)], account.State.Currency, cancellationToken)
            .ConfigureAwait(false);
        if (!known.IsSuccess) return CommandRunner.Refuse<InvoiceAccount>(known.Errors);
        CreditStreams.FollowCredits(account, [], ledger.Value, known.Value, command.By, at);
        return account.Errors.Count > 0
            ? CommandRunner.Refuse<InvoiceAccount>(account.Errors)
            : Result.Success(CommandRunner.Decided(new Prepared<InvoiceAccount>(received.Value.State,
            [
                .. CommandRunner.Changes(Streams.Invoice(command.Invoice), stored.Value.Version, received.Value),
                .. LedgerChanges.Of(ledger.Value, []), .. account.Changes(Streams.Credit(seller.Id, invoice.Customer)),
            ])
            {
                Entries = [.. ledger.Value.Entries], Amount = amount,
            }));
    }

    /// <summary>
    /// The preparation of a return by the bank. What is left of the deposit goes with its tax; what a credit note gave back, or a
    /// final invoice deducted, the customer owes: the open rest of those credit notes is taken up for it at once.
    /// </summary>
    public async Task<Result<Preparation<InvoiceAccount>>> PrepareAsync(
        TakeBackPrepayment command, Instant at, CancellationToken cancellationToken)
    {
        var stored = await runner
            .RequireAsync<InvoiceAccount>(Streams.Invoice(command.Invoice), i => i.Check(), cancellationToken)
            .ConfigureAwait(false);
        if (!stored.IsSuccess) return CommandRunner.Refuse<InvoiceAccount>(stored.Errors);
        var (account, entry) = (stored.Value.State, command.Entry);
        if (!legalEntities.TryFind(account.Invoice.LegalEntity, out var seller))
            return CommandRunner.Refuse<InvoiceAccount>(ProcessErrors.NoLegalEntity(account.Invoice.LegalEntity));
        if (!seller.BankAccounts.Contains(entry.Account))
            return CommandRunner.Refuse<InvoiceAccount>(CashPlanning.Foreign(entry, seller));
        var prepaid = await new PrepaymentLoading(runner).LoadAsync([account.Id], cancellationToken).ConfigureAwait(false);
        if (!prepaid.IsSuccess) return CommandRunner.Refuse<InvoiceAccount>(prepaid.Errors);
        var deposits = prepaid.Value[0].Deposits;
        var deposit = deposits.FirstOrDefault(d => d.State.Id == CashAllocation.ItemOf(command.Payment));
        var receipt = account.Receipts.FirstOrDefault(r => r.Payment == command.Payment);
        var owed = deposit is null || receipt is null ? [] : Gone(receipt, deposit.State);
        var returned = account.Return(command.Payment, entry.BookedOn, owed, command.By, at);
        if (!returned.IsSuccess) return CommandRunner.Refuse<InvoiceAccount>(returned.Errors);
        if (!CashPlanning.IsReturnOf(entry, -receipt!.Amount))
            return CommandRunner.Refuse<InvoiceAccount>(CashPlanning.ReturnUnknown(entry));
        var item = deposit!.State;
        var notes = owed.IsEmpty ? [] : await NotesAsync(item, cancellationToken).ConfigureAwait(false);
        var limits = await credit.LoadAsync(
            seller.Id, account.Invoice.Customer, item.Amount.Currency, command.By, at, cancellationToken).ConfigureAwait(false);
        var days = notes.Select(n => n.State.DocumentDate).Append(item.DocumentDate).Append(entry.BookedOn);
        var known = await credit.RatesAsync(days.Select(d => (item.Amount.Currency, d)), limits.State.Currency, cancellationToken)
            .ConfigureAwait(false);
        if (!known.IsSuccess) return CommandRunner.Refuse<InvoiceAccount>(known.Errors);
        var ledger = TakeBack(command, account.Invoice, deposits.Select(d => d.State), new([deposit, .. notes]), item, owed,
            seller.Ledger, at, (before, decision) =>
                CreditStreams.Follow(limits, before, decision, known.Value, command.By, at));
        var errors = (DomainError[])[.. ledger.Errors, .. limits.Errors];
        return errors.Length > 0
            ? CommandRunner.Refuse<InvoiceAccount>(errors)
            : Result.Success(CommandRunner.Decided(new Prepared<InvoiceAccount>(returned.Value.State,
            [
                .. CommandRunner.Changes(Streams.Invoice(command.Invoice), stored.Value.Version, returned.Value),
                .. ledger.Changes(), .. limits.Changes(Streams.Credit(seller.Id, account.Invoice.Customer)),
            ])
            {
                Entries = ledger.Entries, Amount = entry.Amount.Abs(),
            }));
    }

    // What of a receipt is no deposit any more.
    private static EquatableArray<TaxShare> Gone(PrepaymentReceipt receipt, OpenItem deposit)
    {
        if (deposit.Open == deposit.Amount) return [];
        var left = deposit.TaxSharesLeft;
        return receipt.TaxShares.Select((s, i) => s with { Base = s.Base - left[i].Base, Tax = s.Tax - left[i].Tax })
            .ToEquatableArray();
    }

    // The credit notes that the deposit went into, as far as they are open.
    private async Task<List<Stored<OpenItem>>> NotesAsync(OpenItem deposit, CancellationToken cancellationToken)
    {
        var notes = new List<Stored<OpenItem>>();
        foreach (var application in deposit.Applications)
            if (application is { IsLive: true, ByCreditNote: true } && notes.All(n => n.State.Id != application.Counterpart)
                && await books.LoadAsync<OpenItem>(Streams.OpenItem(application.Counterpart), cancellationToken)
                    .ConfigureAwait(false) is { } note && note.State.Check().IsEmpty && note.State.Open.IsNegative)
                notes.Add(note);
        return notes;
    }

    private static LedgerChain TakeBack(TakeBackPrepayment command, Invoice invoice, IEnumerable<OpenItem> deposits,
        LedgerChain ledger, OpenItem item, EquatableArray<TaxShare> owed, LedgerPolicy policy, Instant at,
        Action<EquatableArray<OpenItem>, LedgerDecision> follow)
    {
        var notes = ledger.All.Where(i => i.Id != item.Id).ToArray();
        var id = owed.IsEmpty ? default : new OpenItemId(DerivedId.Of($"{item.Id}>owed"));
        var back = item.TaxSharesLeft.Select(s => s with { Base = -s.Base, Tax = -s.Tax }).ToEquatableArray();
        ledger.Then(() => Ledger.ReturnPayment([item], new()
        {
            Entry = new(DerivedId.Of($"J-{command.Id}")), Payment = item.Id, Closing = new(DerivedId.Of($"{item.Id}>return")),
            Date = command.Entry.BookedOn, Owed = id,
            FunctionalTaxes = item.Amount.Currency == policy.FunctionalCurrency ? [] : DocumentTaxJournal
                .FunctionalTaxes(invoice, deposits, back).Select(t => -t).ToEquatableArray(),
        }, policy, command.By, at), follow);
        foreach (var note in notes)
            ledger.Then(() => TakeUp(ledger.Item(id), note), follow);
        return ledger;

        // What is still open of a credit note pays what its money is owed for, not before what was done with it.
        Result<LedgerDecision> TakeUp(OpenItem debt, OpenItem note)
        {
            var on = note.Applications.Select(a => a.ReversedOn ?? a.On)
                .Append(note.DocumentDate).Append(command.Entry.BookedOn).Max();
            var amount = Money.Min(debt.Open, -note.Open);
            if (!amount.IsPositive) return Result.Success(new LedgerDecision { Items = [], Entries = [] });
            return Ledger.Apply([note, debt], new()
            {
                Entry = new(DerivedId.Of($"J-{command.Id}>{note.Id}")), Date = on,
                Applications =
                [
                    new() { Id = new(DerivedId.Of($"{note.Id}>{debt.Id}")), Credit = note.Id, Debit = debt.Id, Amount = amount },
                ],
            }, policy, command.By, at);
        }
    }
}
