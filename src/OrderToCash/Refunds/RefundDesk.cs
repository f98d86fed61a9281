using OrderToCash.Banking;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Pays credit back: asked for, approved by somebody else, sent and posted in one commit, followed to the end.</summary>
public sealed class RefundDesk(IBooks books, ILegalEntities legalEntities, IExchangeRates rates, IClock clock,
    IAuthorizationPolicy? authorization = null)
{
    private readonly CommandRunner runner = new(books, authorization);
    private readonly LedgerPosting posting = new(new(books, rates));

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
    /// Sends the money and posts it: what is open of the credit is looked at in this commit. A refund through a gateway is
    /// asked of it by <see cref="PaymentDesk"/> afterwards. Refuses what <see cref="RefundRequest.Order"/> and <see
    /// cref="Ledger.Refund"/> refuse, <c>process.deposit</c> and <c>process.customer-blocked</c>.
    /// </summary>
    public ValueTask<Result<RefundRequest>> OrderAsync(OrderRefund command, CancellationToken cancellationToken = default) =>
        PostAsync(command, command.Refund, (request, item, seller, at) =>
        {
            var application = new ItemApplicationId(DerivedId.Of($"{request.Id}>{item.Id}"));
            var endToEnd = EndToEndOf(request.Id);
            var decision = request.Order(item, application, endToEnd, command.On, command.By, at);
            var ledger = Ledger.Refund(item, new()
            {
                Entry = new(DerivedId.Of($"J-{command.Id}")), Item = item.Id, Application = application, Date = command.On,
                Amount = request.Facts.Amount,
                CashAccount = request.Facts.Route.Attempt.IsNone ? default : AccountRole.Provider,
            }, seller.Ledger, command.By, at);
            return (decision, ledger);
        }, cancellationToken);

    /// <summary>Records that the money arrived. Refuses what <see cref="RefundRequest.Confirm"/> refuses.</summary>
    public ValueTask<Result<RefundRequest>> ConfirmAsync(ConfirmRefund command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Refund, (r, at) => r.Confirm(command.On, command.By, at), cancellationToken);

    /// <summary>
    /// Records that the money did not arrive, and opens the credit again. Refuses what <see cref="RefundRequest.Fail"/> and
    /// <see cref="Ledger.Unapply"/> refuse.
    /// </summary>
    public ValueTask<Result<RefundRequest>> FailAsync(FailRefund command, CancellationToken cancellationToken = default) =>
        PostAsync(command, command.Refund, (request, item, seller, at) => (
            request.Fail(command.Reason, command.On, command.By, at),
            Ledger.Unapply([item], new()
            {
                Entry = new(DerivedId.Of($"J-{command.Id}")), Application = request.Application, Date = command.On,
            }, seller.Ledger, command.By, at)), cancellationToken);

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

    private ValueTask<Result<RefundRequest>> PostAsync(Command command, RefundId refund,
        Func<RefundRequest, OpenItem, LegalEntity, Instant,
            (Result<Decision<RefundRequest, RefundEvent>> Decision, Result<LedgerDecision> Ledger)> decide,
        CancellationToken cancellationToken)
    {
        var stream = Streams.Refund(refund);
        return runner.RunAsync(command, stream, async () =>
        {
            var stored = await runner.RequireAsync<RefundRequest>(stream, r => r.Check(), cancellationToken)
                .ConfigureAwait(false);
            if (!stored.IsSuccess) return CommandRunner.Refuse<RefundRequest>(stored.Errors);
            var (request, at) = (stored.Value.State, clock.GetCurrentInstant());
            var item = await ItemAsync(request.Facts.Credit, cancellationToken).ConfigureAwait(false);
            if (!item.IsSuccess) return CommandRunner.Refuse<RefundRequest>(item.Errors);
            if (!legalEntities.TryFind(request.LegalEntity, out var seller))
                return CommandRunner.Refuse<RefundRequest>(ProcessErrors.NoLegalEntity(request.LegalEntity));
            if (item.Value.State.Kind == OpenItemKind.Deposit)
                return CommandRunner.Refuse<RefundRequest>(ProcessErrors.Deposit.With(
                    ("item", item.Value.State.Id), ("document", item.Value.State.DocumentNumber)));
            if (command is OrderRefund
                && await BlockAsync(request.Customer, cancellationToken).ConfigureAwait(false) is { } block)
                return CommandRunner.Refuse<RefundRequest>(block);
            var (decision, ledger) = decide(request, item.Value.State, seller, at);
            if (!decision.IsSuccess) return CommandRunner.Refuse<RefundRequest>(decision.Errors);
            var changes = CommandRunner.Changes(stream, stored.Value.Version, decision.Value);
            if (decision.Value.Events.IsEmpty) return Result.Success(CommandRunner.Decided(decision.Value.State, changes));
            var posted = await posting.PostAsync(seller, [item.Value], ledger, command.By, at, cancellationToken)
                .ConfigureAwait(false);
            return posted.Map(p => CommandRunner.Decided(
                new Prepared<RefundRequest>(decision.Value.State, [.. changes, .. p.Changes])
                {
                    Entries = p.Entries, Amount = request.Facts.Amount,
                }));
        }, cancellationToken);
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
