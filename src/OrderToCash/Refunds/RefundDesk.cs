using OrderToCash.Banking;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Pays credit back: asked for, approved by somebody else, sent and posted in one commit, followed to the end.</summary>
public sealed class RefundDesk(IBooks books, ILegalEntities legalEntities, IExchangeRates rates, IClock clock,
    IAuthorizationPolicy? authorization = null)
{
    private readonly CommandRunner runner = new(books, authorization);
    private readonly LedgerPosting posting = new(new(books, rates));
    private readonly DepositRefunding deposits = new(books, legalEntities, rates, new(books, authorization));

    /// <summary>
    /// Asks for a refund. Refuses what <see cref="RefundRequest.Request"/> refuses, <c>process.already-exists</c>.
    /// </summary>
    public ValueTask<Result<RefundRequest>> RequestAsync(RequestRefund command, CancellationToken cancellationToken = default)
    {
        var (facts, stream) = (command.Facts, Streams.Refund(command.Facts.Refund));
        return runner.RunAsync(command, stream, async () =>
        {
            if (await books.LoadAsync<RefundRequest>(stream, cancellationToken).ConfigureAwait(false) is not null)
                return CommandRunner.Refuse<RefundRequest>(ProcessErrors.AlreadyExists.With(("stream", stream)));
            var stored = await ItemAsync(facts.Credit, cancellationToken).ConfigureAwait(false);
            if (!stored.IsSuccess) return CommandRunner.Refuse<RefundRequest>(stored.Errors);
            var credit = stored.Value.State;
            if (!legalEntities.TryFind(credit.LegalEntity, out var seller))
                return CommandRunner.Refuse<RefundRequest>(ProcessErrors.NoLegalEntity(credit.LegalEntity));
            var claimed = Money.Zero(credit.Amount.Currency);
            await foreach (var other in books.AllAsync<RefundRequest>(Streams.RefundKind, cancellationToken)
                .ConfigureAwait(false))
                if (other.State.IsClaiming && other.State.Facts.Credit == facts.Credit) claimed += other.State.Facts.Amount;
            return RefundRequest.Request(facts, credit, claimed, seller.Refunds, command.By, clock.GetCurrentInstant())
                .Map(decision => CommandRunner.Decided(
                    new Prepared<RefundRequest>(decision.State, CommandRunner.Changes(stream, 0, decision))
                    {
                        Amount = facts.Amount,
                    }));
        }, cancellationToken);
    }

    /// <summary>Approves a request. Refuses what <see cref="RefundRequest.Approve"/> refuses.</summary>
    public ValueTask<Result<RefundRequest>> ApproveAsync(ApproveRefund command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Refund, (r, at) => r.Approve(command.By, at), cancellationToken);

    /// <summary>Cancels or declines a request. Refuses what its decisions refuse.</summary>
    public ValueTask<Result<RefundRequest>> RejectAsync(RejectRefund command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Refund, (r, at) => r.RequestedBy.Id == command.By.Id
            ? r.Cancel(command.Reason, command.By, at)
            : r.Decline(command.Reason, command.By, at), cancellationToken);

    /// <summary>
    /// Sends the money and posts it: what is open of the credit is looked at in this commit. A deposit on a prepayment invoice
    /// goes back by a credit note over it, so that its tax is corrected by a document; both are one commit. A refund through a
    /// gateway is asked of it by <see cref="PaymentDesk"/> afterwards. Refuses what <see cref="RefundRequest.Order"/> and <see
    /// cref="Ledger.Refund"/> refuse, <c>process.customer-blocked</c>, and for deposits what <see
    /// cref="BillingDesk.CreditAsync"/>
    /// refuses (<c>process.prepayment-received</c> while a part of the prepayment is unpaid and not credited).
    /// </summary>
    public ValueTask<Result<RefundRequest>> OrderAsync(OrderRefund command, CancellationToken cancellationToken = default) =>
        runner.RunAsync(command, Streams.Refund(command.Refund), async () =>
        {
            var loaded = await LoadAsync(command.Refund, r => r.Facts.Credit, cancellationToken).ConfigureAwait(false);
            if (!loaded.IsSuccess) return CommandRunner.Refuse<RefundRequest>(loaded.Errors);
            var (stored, item, seller, at) = loaded.Value;
            var request = stored.State;
            if (await BlockAsync(request.Customer, cancellationToken).ConfigureAwait(false) is { } block)
                return CommandRunner.Refuse<RefundRequest>(block);
            if (item.State.Kind == OpenItemKind.Deposit && request.Status == RefundStatus.Approved
                && await deposits.FindAsync(item.State.Id, cancellationToken).ConfigureAwait(false) is { } prepayment)
                return await deposits.PrepareAsync(command, stored, item, prepayment, EndToEndOf(request.Id), at,
                    cancellationToken).ConfigureAwait(false);
            var application = new ItemApplicationId(DerivedId.Of($"{request.Id}>{item.State.Id}"));
            return await PostAsync(command, stored, item, seller, at,
                request.Order(item.State, application, EndToEndOf(request.Id), command.On, command.By, at),
                Ledger.Refund(item.State, new()
                {
                    Entry = new(DerivedId.Of($"J-{command.Id}")), Item = item.State.Id, Application = application,
                    Date = command.On, Amount = request.Facts.Amount, CashAccount = DepositRefunding.AccountOf(request),
                }, seller.Ledger, command.By, at), cancellationToken).ConfigureAwait(false);
        }, cancellationToken);

    /// <summary>Records that the money arrived. Refuses what <see cref="RefundRequest.Confirm"/> refuses.</summary>
    public ValueTask<Result<RefundRequest>> ConfirmAsync(ConfirmRefund command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Refund, (r, at) => r.Confirm(command.On, command.By, at), cancellationToken);

    /// <summary>
    /// Records that the money did not arrive, and opens the credit again. Refuses what <see cref="RefundRequest.Fail"/> and
    /// <see cref="Ledger.Unapply"/> refuse.
    /// </summary>
    public ValueTask<Result<RefundRequest>> FailAsync(FailRefund command, CancellationToken cancellationToken = default) =>
        runner.RunAsync(command, Streams.Refund(command.Refund), async () =>
        {
            var loaded = await LoadAsync(command.Refund, r => r.PaidFrom, cancellationToken).ConfigureAwait(false);
            if (!loaded.IsSuccess) return CommandRunner.Refuse<RefundRequest>(loaded.Errors);
            var (stored, item, seller, at) = loaded.Value;
            return await PostAsync(command, stored, item, seller, at,
                stored.State.Fail(command.Reason, command.On, command.By, at),
                Ledger.Unapply([item.State], new()
                {
                    Entry = new(DerivedId.Of($"J-{command.Id}")), Application = stored.State.Application, Date = command.On,
                }, seller.Ledger, command.By, at), cancellationToken).ConfigureAwait(false);
        }, cancellationToken);

    /// <summary>
    /// The order for the bank with the transfers of refunds ordered on a day; nothing is written. Refuses
    /// <c>process.legal-entity-unknown</c>.
    /// </summary>
    public async ValueTask<Result<CreditTransferFile>> FileAsync(LegalEntityId legalEntity, SepaAccount debtor, string messageId,
        LocalDate orderedOn, LocalDate executeOn, CancellationToken cancellationToken = default)
    {
        if (!legalEntities.TryFind(legalEntity, out var seller))
            return Result.Failure<CreditTransferFile>(ProcessErrors.NoLegalEntity(legalEntity));
        var transfers = new List<SepaTransfer>();
        await foreach (var one in books.AllAsync<RefundRequest>(Streams.RefundKind, cancellationToken).ConfigureAwait(false))
            if (one.State is { Status: RefundStatus.Ordered } refund && refund.LegalEntity == legalEntity
                && refund.OrderedOn == orderedOn && refund.Facts.Route.Attempt.IsNone)
                transfers.Add(new()
                {
                    EndToEndId = refund.EndToEndId, Amount = refund.Facts.Amount, Text = refund.Facts.Reason,
                    Creditor = new() { Name = refund.Facts.Route.Name, Iban = refund.Facts.Route.Iban },
                });
        return Result.Success(new CreditTransferFile
        {
            MessageId = messageId, CreatedAt = clock.GetCurrentInstant(), Sender = seller.Party.Name, Debtor = debtor,
            ExecuteOn = executeOn, Transfers = transfers.ToEquatableArray(),
        });
    }

    private sealed record Loaded(Stored<RefundRequest> Refund, Stored<OpenItem> Item, LegalEntity Seller, Instant At);

    private async Task<Result<Loaded>> LoadAsync(
        RefundId refund, Func<RefundRequest, OpenItemId> itemOf, CancellationToken cancellationToken)
    {
        var stored = await runner.RequireAsync<RefundRequest>(Streams.Refund(refund), r => r.Check(), cancellationToken)
            .ConfigureAwait(false);
        if (!stored.IsSuccess) return Result.Failure<Loaded>(stored.Errors);
        var item = await ItemAsync(itemOf(stored.Value.State), cancellationToken).ConfigureAwait(false);
        if (!item.IsSuccess) return Result.Failure<Loaded>(item.Errors);
        return legalEntities.TryFind(stored.Value.State.LegalEntity, out var seller)
            ? Result.Success(new Loaded(stored.Value, item.Value, seller, clock.GetCurrentInstant()))
            : Result.Failure<Loaded>(ProcessErrors.NoLegalEntity(stored.Value.State.LegalEntity));
    }

    private async Task<Result<Preparation<RefundRequest>>> PostAsync(Command command, Stored<RefundRequest> stored,
        Stored<OpenItem> item, LegalEntity seller, Instant at, Result<Decision<RefundRequest, RefundEvent>> decision,
        Result<LedgerDecision> ledger, CancellationToken cancellationToken)
    {
        if (!decision.IsSuccess) return CommandRunner.Refuse<RefundRequest>(decision.Errors);
        var changes = CommandRunner.Changes(Streams.Refund(stored.State.Id), stored.Version, decision.Value);
        if (decision.Value.Events.IsEmpty) return Result.Success(CommandRunner.Decided(decision.Value.State, changes));
        var posted = await posting.PostAsync(seller, [item], ledger, command.By, at, cancellationToken).ConfigureAwait(false);
        return posted.Map(p => CommandRunner.Decided(
            new Prepared<RefundRequest>(decision.Value.State, [.. changes, .. p.Changes])
            {
                Entries = p.Entries, Amount = stored.State.Facts.Amount,
            }));
    }

    private ValueTask<Result<RefundRequest>> ChangeAsync(Command command, RefundId refund,
        Func<RefundRequest, Instant, Result<Decision<RefundRequest, RefundEvent>>> decide, CancellationToken cancellationToken)
    {
        var stream = Streams.Refund(refund);
        return runner.RunAsync(command, stream, async () =>
        {
            var stored = await runner.RequireAsync<RefundRequest>(stream, r => r.Check(), cancellationToken)
                .ConfigureAwait(false);
            return stored.Bind(s => decide(s.State, clock.GetCurrentInstant()).Map(d => CommandRunner.Decided(
                new Prepared<RefundRequest>(d.State, CommandRunner.Changes(stream, s.Version, d))
                {
                    Amount = s.State.Facts.Amount,
                })));
        }, cancellationToken);
    }

    private Task<Result<Stored<OpenItem>>> ItemAsync(OpenItemId id, CancellationToken cancellationToken) =>
        runner.RequireAsync<OpenItem>(Streams.OpenItem(id), i => i.Check(), cancellationToken);

    private async Task<DomainError?> BlockAsync(CustomerId customer, CancellationToken cancellationToken)
    {
        var account = await books.LoadAsync<Customers.CustomerAccount>(Streams.Customer(customer), cancellationToken)
            .ConfigureAwait(false);
        return account?.State.BlockOf(Customers.CustomerBlockKind.Refunds) is { } block
            ? ProcessErrors.CustomerBlocked.With(("customer", customer), ("kind", block.Kind), ("reason", block.Reason))
            : null;
    }

    // At most 35 characters that banks carry unchanged.
    private static string EndToEndOf(RefundId refund) =>
        refund.Value is { Length: <= 32 } text && text.All(char.IsAsciiLetterOrDigit)
        ? $"RF-{text}"
        : "RF-" + ContentHash.OfUtf8(System.Text.Encoding.UTF8.GetBytes(refund.Value)).Value[..24];
}
