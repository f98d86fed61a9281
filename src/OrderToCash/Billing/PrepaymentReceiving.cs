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

    /// <summary>The preparation of a return by the bank.</summary>
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
        var returned = account.Return(command.Payment, entry.BookedOn, command.By, at);
        if (!returned.IsSuccess) return CommandRunner.Refuse<InvoiceAccount>(returned.Errors);
        if (!CashPlanning.IsReturnOf(entry, -account.Receipts.First(r => r.Payment == command.Payment).Amount))
            return CommandRunner.Refuse<InvoiceAccount>(CashPlanning.ReturnUnknown(entry));
        var deposit = await runner.RequireAsync<OpenItem>(
            Streams.OpenItem(CashAllocation.ItemOf(command.Payment)), i => i.Check(), cancellationToken).ConfigureAwait(false);
        if (!deposit.IsSuccess) return CommandRunner.Refuse<InvoiceAccount>(deposit.Errors);
        var item = deposit.Value.State;
        // A credit note gave money of this prepayment back: which receipt it was of is no longer told apart.
        if (account.Received > account.RemainingGross)
            return CommandRunner.Refuse<InvoiceAccount>(LedgerErrors.UsedSince.At("payment",
                ("item", item.Id), ("entry", item.Entry), ("left", account.RemainingGross), ("amount", account.Received)));
        var ledger = new LedgerChain([deposit.Value]).Then(() => Ledger.ReturnPayment([item], new()
        {
            Entry = new(DerivedId.Of($"J-{command.Id}")), Payment = item.Id, Closing = new(DerivedId.Of($"{item.Id}>return")),
            Date = entry.BookedOn,
        }, seller.Ledger, command.By, at));
        var limits = await credit.LoadAsync(
            seller.Id, account.Invoice.Customer, item.Amount.Currency, command.By, at, cancellationToken).ConfigureAwait(false);
        var known = await credit.RatesAsync([(item.Amount.Currency, item.DocumentDate)], limits.State.Currency, cancellationToken)
            .ConfigureAwait(false);
        if (!known.IsSuccess || ledger.Errors.Count > 0)
            return CommandRunner.Refuse<InvoiceAccount>([.. known.Errors, .. ledger.Errors]);
        var lost = known.Value.Within(known.Value.Value(-item.Open, item.DocumentDate), limits.State.UnappliedCredit);
        if (lost.IsPositive) limits.Then(a => a.WithdrawUnapplied(lost, command.By, at));
        return limits.Errors.Count > 0
            ? CommandRunner.Refuse<InvoiceAccount>(limits.Errors)
            : Result.Success(CommandRunner.Decided(new Prepared<InvoiceAccount>(returned.Value.State,
            [
                .. CommandRunner.Changes(Streams.Invoice(command.Invoice), stored.Value.Version, returned.Value),
                .. ledger.Changes(), .. limits.Changes(Streams.Credit(seller.Id, account.Invoice.Customer)),
            ])
            {
                Entries = ledger.Entries, Amount = entry.Amount.Abs(),
            }));
    }
}
