using OrderToCash.Invoicing;
using OrderToCash.Orders;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>
/// Revenue by performance: what was deferred becomes revenue, what is unbilled at the end of a period is accrued.
/// </summary>
internal sealed class RevenueWork(IBooks books, ILegalEntities legalEntities, IExchangeRates rates, CommandRunner runner)
{
    private static AccountRole Unbilled { get; } = new(RevenueProposal.Unbilled);

    /// <summary>What is due becomes revenue, each part on its own day.</summary>
    public async Task<Result<Preparation<RevenueAccount>>> PrepareAsync(
        RecogniseRevenue command, Instant at, CancellationToken cancellationToken)
    {
        var account = await runner.RequireAsync<RevenueAccount>(
            Streams.Revenue(command.Invoice), r => r.Check(), cancellationToken).ConfigureAwait(false);
        var invoice = await runner.RequireAsync<InvoiceAccount>(
            Streams.Invoice(command.Invoice), i => i.Check(), cancellationToken).ConfigureAwait(false);
        if (!account.IsSuccess || !invoice.IsSuccess)
            return CommandRunner.Refuse<RevenueAccount>([.. account.Errors, .. invoice.Errors]);
        var posted = invoice.Value.State.Invoice;
        if (!legalEntities.TryFind(posted.LegalEntity, out var seller))
            return CommandRunner.Refuse<RevenueAccount>(ProcessErrors.NoLegalEntity(posted.LegalEntity));
        var deferrals = await DeferralsAsync(books, account.Value.State, posted, cancellationToken).ConfigureAwait(false);
        if (!deferrals.TryGet(out var items, out var broken)) return CommandRunner.Refuse<RevenueAccount>(broken);
        var ledger = new LedgerChain(items.Select(i => i.Item));
        var open = items.Select(i => new DeferredLine { Line = i.Line, Amount = -i.Item.State.Open }).ToEquatableArray();
        var decided = account.Value.State.Recognise(command.Through, open, command.By, at);
        if (!decided.IsSuccess) return CommandRunner.Refuse<RevenueAccount>(decided.Errors);
        foreach (var released in decided.Value.Events.OfType<RevenueReleased>().Where(e => !e.Amount.IsZero))
        {
            var id = InvoiceLedger.DeferralOf(posted, account.Value.State.Releases[released.Position].Line);
            var key = DerivedId.Of($"{id}>{released.Position}");
            ledger.Then(() => Ledger.RecogniseRevenue(ledger.Item(id), new()
            {
                Entry = new(DerivedId.Of($"J-{key}")), Item = id, Application = new(key), Date = released.On,
                    Amount = released.Amount,
            }, seller.Ledger, command.By, at));
        }
        return ledger.Errors.Count > 0
            ? CommandRunner.Refuse<RevenueAccount>(ledger.Errors)
            : Result.Success(CommandRunner.Decided(new Prepared<RevenueAccount>(decided.Value.State,
            [
                .. CommandRunner.Changes(Streams.Revenue(command.Invoice), account.Value.Version, decided.Value),
                .. ledger.Changes(),
            ])
            {
                Entries = ledger.Entries,
            }));
    }

    /// <summary>What was delivered and unbilled is an asset on the last day of the period, and none on the next.</summary>
    public async Task<Result<Preparation<Order>>> PrepareAsync(
        AccrueUnbilled command, Instant at, CancellationToken cancellationToken)
    {
        var stored = await runner.RequireAsync<Order>(Streams.Order(command.Order), o => o.Check(), cancellationToken)
            .ConfigureAwait(false);
        if (!stored.IsSuccess) return CommandRunner.Refuse<Order>(stored.Errors);
        var order = stored.Value.State;
        if (!legalEntities.TryFind(order.Terms.LegalEntity, out var seller))
            return CommandRunner.Refuse<Order>(ProcessErrors.NoLegalEntity(order.Terms.LegalEntity));
        var amount = order.UnbilledOn(command.PeriodEnd, seller.Orders);
        if (!amount.IsPositive) return CommandRunner.Refuse<Order>(ProcessErrors.NothingToBill.With(("order", command.Order)));
        var rate = amount.Currency == seller.FunctionalCurrency
            ? null
            : await rates.FindAsync(amount.Currency, seller.FunctionalCurrency, command.PeriodEnd, cancellationToken)
                .ConfigureAwait(false);
        if (rate is null && amount.Currency != seller.FunctionalCurrency)
            return CommandRunner.Refuse<Order>(ProcessErrors.RateMissing.With(
                ("from", amount.Currency), ("to", seller.FunctionalCurrency), ("date", command.PeriodEnd)));
        var key = DerivedId.Of($"U-{command.Order}-{NodaTime.Text.LocalDatePattern.Iso.Format(command.PeriodEnd)}");
        var item = new OpenItemId(key);
        if (await books.LoadAsync<OpenItem>(Streams.OpenItem(item), cancellationToken).ConfigureAwait(false) is not null)
            return CommandRunner.Refuse<Order>(ProcessErrors.AlreadyExists.With(("stream", Streams.OpenItem(item))));
        var ledger = new LedgerChain([]).Then(() => Ledger.RecogniseBeforeInvoice(new()
        {
            Entry = new($"J-{key}"), Item = item, LegalEntity = seller.Id, Customer = order.Terms.Customer,
            DocumentNumber = order.Id.Value, Date = command.PeriodEnd, Amount = amount, Rate = rate, Role = Unbilled,
        }, seller.Ledger, command.By, at));
        ledger.Then(() => Ledger.Reverse([ledger.Item(item)], ledger.Entries[0],
            new() { Entry = new(DerivedId.Of($"J-{key}>back")), Date = command.PeriodEnd.PlusDays(1) }, seller.Ledger,
                command.By, at));
        return ledger.Errors.Count > 0
            ? CommandRunner.Refuse<Order>(ledger.Errors)
            : Result.Success(CommandRunner.Decided(new Prepared<Order>(order, [.. ledger.Changes()])
            {
                Entries = ledger.Entries, Amount = amount,
            }));
    }

    /// <summary>What is still deferred of an invoice, by line; a broken item is <c>process.corrupt-state</c>.</summary>
    public static async Task<Result<List<(int Line, Stored<OpenItem> Item)>>> DeferralsAsync(
        IBooks books, RevenueAccount account, Invoice invoice, CancellationToken cancellationToken)
    {
        var (items, broken) = (new List<(int, Stored<OpenItem>)>(), new List<DomainError>());
        foreach (var line in account.Releases.Select(r => r.Line).Distinct())
        {
            var stream = Streams.OpenItem(InvoiceLedger.DeferralOf(invoice, line));
            if (await books.LoadAsync<OpenItem>(stream, cancellationToken).ConfigureAwait(false) is { } item
                && SoundItems.IsSound(item.State, broken))
                items.Add((line, item));
        }
        return Result.Validated(items, broken);
    }
}
