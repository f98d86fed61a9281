using OrderToCash.Collections;
using OrderToCash.Customers;
using OrderToCash.Invoicing;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Runs dunning: a plan anybody can read, then letter by letter. Executing a plan again sends nothing twice.</summary>
public sealed class CollectionsDesk(
    IBooks books, ILegalEntities legalEntities, IClock clock, IAuthorizationPolicy? authorization = null)
{
    private readonly CommandRunner runner = new(books, authorization);

    /// <summary>
    /// What dunning would do on a day; nothing is written. Kept out by themselves are what cases of the books dispute that day,
    /// insolvent and blocked customers, and invoices that were not sent, failed or are on their way
    /// (<see cref="LegalEntity.Sending"/>).
    /// </summary>
    /// <param name="legalEntity">Whose receivables.</param>
    /// <param name="stops">What keeps items out besides: promises, pauses.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async ValueTask<Result<DunningPlan>> PlanAsync(
        LegalEntityId legalEntity, EquatableArray<DunningStop> stops, LocalDate asOf,
        CancellationToken cancellationToken = default)
    {
        if (!legalEntities.TryFind(legalEntity, out var seller))
            return Result.Failure<DunningPlan>(ProcessErrors.NoLegalEntity(legalEntity));
        var (items, cases, broken) = (new List<OpenItem>(), new List<DunningCase>(), new List<DomainError>());
        await foreach (var item in books.OpenItemsAsync(new() { LegalEntity = legalEntity }, cancellationToken)
            .ConfigureAwait(false))
            if (item.State.Customer != seller.UnidentifiedPayer && IsDunned(item.State.Kind)
                && SoundItems.IsSound(item.State, broken)) items.Add(item.State);
        var all = stops.ToList();
        await ReceiveAsync(items, all, seller, asOf, cancellationToken).ConfigureAwait(false);
        await foreach (var known in books.AllAsync<DunningCase>(Streams.DunningKind, cancellationToken).ConfigureAwait(false))
            if (known.State.LegalEntity == legalEntity) cases.Add(known.State);
        all.AddRange(await new DunningObstacles(books).FindAsync(items, asOf, cancellationToken).ConfigureAwait(false));
        return Result.Success(
            DunningRun.Plan(items, cases, all, seller.Dunning, asOf) with { Quarantined = broken.ToEquatableArray() });
    }

    /// <summary>
    /// Executes a letter, unless what it asks for was paid or changed since the plan was made. Refuses
    /// <c>process.letter-outdated</c>, <c>process.customer-blocked</c> for a customer who is insolvent or blocked for dunning by
    /// now, and what <see cref="DunningCase.Execute"/> refuses.
    /// </summary>
    public ValueTask<Result<DunningCase>> ExecuteAsync(ExecuteDunning command, CancellationToken cancellationToken = default)
    {
        var stream = Streams.Dunning(command.Letter.LegalEntity, command.Letter.Customer);
        return runner.RunAsync(command, stream, async () =>
        {
            var stored = await books.LoadAsync<DunningCase>(stream, cancellationToken).ConfigureAwait(false) is null
                ? null
                : await runner.RequireAsync<DunningCase>(stream, c => c.Check(), cancellationToken).ConfigureAwait(false);
            if (stored is { IsSuccess: false }) return CommandRunner.Refuse<DunningCase>(stored.Errors);
            var (known, at) = (stored?.Value, clock.GetCurrentInstant());
            var decision = known is null
                ? DunningCase.Open(command.Letter, command.By, at)
                : known.State.Execute(command.Letter, command.By, at);
            if (!decision.IsSuccess) return CommandRunner.Refuse<DunningCase>(decision.Errors);
            var outdated = decision.Value.Events.IsEmpty ? [] : await OutdatedAsync(command.Letter, cancellationToken)
                .ConfigureAwait(false);
            return outdated.Count > 0
                ? CommandRunner.Refuse<DunningCase>(outdated)
                : Result.Success(CommandRunner.Decided(
                    decision.Value.State, CommandRunner.Changes(stream, known?.Version ?? 0, decision.Value)));
        }, cancellationToken);
    }

    /// <summary>
    /// Cures what is settled and restores what is open again. Refuses <c>process.not-found</c> for a customer never
    /// dunned.
    /// </summary>
    public ValueTask<Result<DunningCase>> RefreshAsync(RefreshDunning command, CancellationToken cancellationToken = default)
    {
        var stream = Streams.Dunning(command.LegalEntity, command.Customer);
        return runner.RunAsync(command, stream, async () =>
        {
            var stored = await runner.RequireAsync<DunningCase>(stream, c => c.Check(), cancellationToken).ConfigureAwait(false);
            if (!stored.IsSuccess) return CommandRunner.Refuse<DunningCase>(stored.Errors);
            var open = new HashSet<OpenItemId>();
            var query = new OpenItemQuery { LegalEntity = command.LegalEntity, Customer = command.Customer };
            await foreach (var item in books.OpenItemsAsync(query, cancellationToken).ConfigureAwait(false))
                open.Add(item.State.Id);
            var at = clock.GetCurrentInstant();
            var settled = stored.Value.State.Items.Where(i => !open.Contains(i.Item)).Select(i => i.Item).ToEquatableArray();
            var reopened = stored.Value.State.Items.Where(i => open.Contains(i.Item)).Select(i => i.Item).ToEquatableArray();
            var chain = new DecisionChain<DunningCase, DunningEvent>(stored.Value.State, stored.Value.Version)
                .Then(c => c.Cure(settled, command.On, command.By, at))
                .Then(c => c.Restore(reopened, command.On, command.By, at));
            return chain.Errors.Count > 0
                ? CommandRunner.Refuse<DunningCase>(chain.Errors)
                : Result.Success(CommandRunner.Decided(chain.State, [.. chain.Changes(stream)]));
        }, cancellationToken);
    }

    // Deposits wait for their own supply, deferrals for their performance: neither is a credit that could settle a debt.
    private static bool IsDunned(OpenItemKind kind) =>
        kind is not (OpenItemKind.Deposit or OpenItemKind.Deferral or OpenItemKind.ContractAsset);

    // The stops of what did not arrive, and the days on the way where they count.
    private async Task ReceiveAsync(List<OpenItem> items, List<DunningStop> stops, LegalEntity seller, LocalDate asOf,
        CancellationToken cancellationToken)
    {
        var wanted = items.Where(i => i.IsDebit && !i.Invoice.IsNone).Select(i => i.Invoice).ToHashSet();
        var known = new Dictionary<InvoiceId, InvoiceSending>();
        await foreach (var sending in books.AllAsync<InvoiceSending>(Streams.SendingKind, cancellationToken)
            .ConfigureAwait(false))
            if (wanted.Contains(sending.State.Invoice)) known[sending.State.Invoice] = sending.State;
        for (var i = 0; i < items.Count; i++)
        {
            var receipt = ReceiptFacts.Of(items[i], known.GetValueOrDefault(items[i].Invoice), seller, asOf);
            if (ReceiptFacts.StopOf(items[i], receipt) is { } stop) stops.Add(stop);
            items[i] = ReceiptFacts.Due(items[i], receipt, seller.Sending);
        }
    }

    private async Task<List<DomainError>> OutdatedAsync(DunningLetter letter, CancellationToken cancellationToken)
    {
        var outdated = new List<DomainError>();
        if (!legalEntities.TryFind(letter.LegalEntity, out var seller)) return [ProcessErrors.NoLegalEntity(letter.LegalEntity)];
        var customer = await books.LoadAsync<CustomerAccount>(Streams.Customer(letter.Customer), cancellationToken)
            .ConfigureAwait(false);
        if (customer is not null && DunningObstacles.BlockOf(customer.State, letter.AsOf) is { } blocked) outdated.Add(blocked);
        var account = Streams.DisputeAccount(letter.LegalEntity, letter.Customer);
        var disputes = await books.LoadAsync<DisputeAccount>(account, cancellationToken).ConfigureAwait(false);
        var disputed = disputes?.State.Parts() ?? [];
        for (var i = 0; i < letter.Lines.Count; i++)
        {
            var line = letter.Lines[i];
            var item = await books.LoadAsync<OpenItem>(Streams.OpenItem(line.Item), cancellationToken).ConfigureAwait(false);
            if (item is not null && !SoundItems.IsSound(item.State, outdated)) continue;
            var open = item?.State.Open ?? Money.Zero(line.Amount.Currency);
            var owed = open - DisputeEffects.DisputedOf(open, line.Item, disputed);
            if (open < line.Amount + line.Withheld || owed < line.Amount)
                outdated.Add(ProcessErrors.LetterOutdated.At($"lines[{i}]",
                ("asked", line.Amount), ("item", line.Item), ("open", owed)));
            if (item is null || item.State.Invoice.IsNone) continue;
            var sending = await books.LoadAsync<InvoiceSending>(Streams.Sending(item.State.Invoice), cancellationToken)
                .ConfigureAwait(false);
            if (ReceiptFacts.Of(item.State, sending?.State, seller, letter.AsOf) is { BlocksDunning: true } receipt)
                outdated.Add(ProcessErrors.NotReceived.At($"lines[{i}]", ("number", line.DocumentNumber),
                    ("reason", receipt.Because)));
        }
        return outdated;
    }
}
