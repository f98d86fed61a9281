using OrderToCash.Matching;
using OrderToCash.Receivables;

namespace OrderToCash;

public sealed partial class CashDesk
{
    /// <summary>
    /// A person says what a payment on account is for: it is applied - transferred first, where it is booked on another
    /// customer -
    /// and in the same commit it is remembered who pays for whom. Money nobody could be named for goes to the customer as a whole
    /// when the items are one customer's. Refuses <c>match-memory.not-a-person</c>, <c>nothing-chosen</c>, and what
    /// <see cref="ApplyAsync"/> refuses.
    /// </summary>
    public ValueTask<Result<OpenItem>> ConfirmAsync(ConfirmMatch command, CancellationToken cancellationToken = default)
    {
        var payment = CashAllocation.ItemOf(command.Payment);
        return ChangeAsync(command, payment, command.Allocations.Select(a => a.Item), null, async (work, seller, at) =>
        {
            var (chain, learning) = (work.Chain, work.Learning);
            await learning.OpenAsync(command.Payment, chain.Item(payment), cancellationToken).ConfigureAwait(false);
            var settled = Settled(chain, command.Allocations);
            await learning.LearnAsync(settled, MatchSource.Human, cancellationToken).ConfigureAwait(false);
            if (command.Allocations.IsEmpty) return;
            var splitting = new CashSplitting(chain, work.Passing, seller, command.Id.Value, command.On, command.By, at);
            if (chain.Item(payment).Customer != seller.UnidentifiedPayer
                || settled.Select(s => s.Customer).Distinct().Count() != 1)
            {
                splitting.Apply(payment, command.Allocations);
                return;
            }
            var moved = splitting.MoveTo(settled[0].Customer, payment, null,
                splitting.ReasonOf(seller.UnidentifiedPayer, settled[0].Customer));
            if (chain.Errors.Count == 0) splitting.Apply(moved, command.Allocations);
        }, cancellationToken);
    }

    /// <summary>
    /// A person says what a payment is not for, or whom its payer does not pay for; the engine never proposes it again. The money
    /// stays where it is. Refuses <c>match-memory.not-a-person</c>, <c>nothing-chosen</c>, <c>still-confirmed</c>,
    /// <c>process.not-found</c>.
    /// </summary>
    public ValueTask<Result<MatchCase>> RejectAsync(RejectMatch command, CancellationToken cancellationToken = default)
    {
        var stream = Streams.OpenItem(CashAllocation.ItemOf(command.Payment));
        return runner.RunAsync(command, Streams.MatchCase(command.Payment), async () =>
        {
            var stored = await runner.RequireAsync<OpenItem>(stream, i => i.Check(), cancellationToken).ConfigureAwait(false);
            if (!stored.IsSuccess) return CommandRunner.Refuse<MatchCase>(stored.Errors);
            var item = stored.Value.State;
            if (!legalEntities.TryFind(item.LegalEntity, out var seller))
                return CommandRunner.Refuse<MatchCase>(ProcessErrors.NoLegalEntity(item.LegalEntity));
            var learning = new MatchLearning(books, seller, command.By, clock.GetCurrentInstant());
            await learning.OpenAsync(command.Payment, item, cancellationToken).ConfigureAwait(false);
            await learning.RejectAsync(command, cancellationToken).ConfigureAwait(false);
            return learning.Errors.Count > 0
                ? CommandRunner.Refuse<MatchCase>(learning.Errors)
                : Result.Success(CommandRunner.Decided(learning.Case!, [.. learning.Changes()]));
        }, cancellationToken);
    }

    /// <summary>
    /// A person moves money on account to the customer whose it is; from the account of unidentified money that says who pays.
    /// The answer is the payment it came from. Refuses <c>match-memory.not-a-person</c> and what
    /// <see cref="Ledger.TransferPayment"/> refuses.
    /// </summary>
    public ValueTask<Result<OpenItem>> TransferAsync(TransferPayment command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Payment, [], command.Amount, async (work, seller, at) =>
        {
            var (chain, learning) = (work.Chain, work.Learning);
            var item = chain.Item(command.Payment);
            new CashSplitting(chain, work.Passing, seller, command.Id.Value, command.On, command.By, at)
                .MoveTo(command.Customer, command.Payment, command.Amount, command.Reason);
            if (item.Customer != seller.UnidentifiedPayer || item.Kind != OpenItemKind.Payment) return;
            var payment = await PaymentOfAsync(item, cancellationToken).ConfigureAwait(false);
            await learning.OpenAsync(payment, item, cancellationToken).ConfigureAwait(false);
            await learning.RememberAsync(command.Customer, MatchSource.Human, cancellationToken).ConfigureAwait(false);
        }, cancellationToken);

    // What was transferred belongs to the payment it came with.
    private async Task<PaymentId> PaymentOfAsync(OpenItem credit, CancellationToken cancellationToken)
    {
        while (!credit.TransferredFrom.IsNone
            && await books.LoadAsync<OpenItem>(Streams.OpenItem(credit.TransferredFrom), cancellationToken).ConfigureAwait(false)
                is { } source)
            credit = source.State;
        return new(credit.Id.Value);
    }

    private static IEnumerable<PayerKey> PayersOf(BankEntry entry) => PayerKey.Of(IncomingPayment.Of(new("-"), entry));

    private async Task<PayerDirectory> KnownAsync(
        LegalEntity seller, PayerDirectory payers, IEnumerable<PayerKey> keys, CancellationToken cancellationToken)
    {
        var memories = new List<PayerMemory>();
        foreach (var key in keys.Distinct().Order())
            if (await memory.FindAsync(seller.Id, key, cancellationToken).ConfigureAwait(false) is { } known) memories.Add(known);
        return payers.With(memories, seller.Matching.Memory, clock.GetCurrentInstant());
    }
}
