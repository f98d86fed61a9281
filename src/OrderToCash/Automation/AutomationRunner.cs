using OrderToCash.Customers;
using OrderToCash.Invoicing;

namespace OrderToCash;

/// <summary>
/// Drains the outbox: each message becomes the commands it asks for. A batch is acknowledged after it was handled, so a
/// run that breaks off loses nothing; what it did is recognised by the ids of its commands and not done again.
/// </summary>
public sealed class AutomationRunner(
    IBooks books, OrderDesk orders, BillingDesk billing, PaymentDesk payments, AutomationPolicy policy)
{
    private const int BatchSize = 100;

    /// <summary>Handles what is in the outbox, with what follows from it, until nothing is left.</summary>
    /// <param name="progress">Told after each batch.</param>
    /// <param name="cancellationToken">Stops between two messages; the batch is then handled again by the next run.</param>
    public async Task<AutomationReport> RunAsync(
        IProgress<RunProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var (handled, done, refusals) = (0, 0, new List<AutomationRefusal>());
        while (await books.ReadOutboxAsync(BatchSize, cancellationToken).ConfigureAwait(false) is { Count: > 0 } batch)
        {
            foreach (var message in batch)
                foreach (var command in await CommandsAsync(message, cancellationToken).ConfigureAwait(false))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    var errors = await DispatchAsync(command, cancellationToken).ConfigureAwait(false);
                    if (errors.IsEmpty || IsDoneByAnother(command, errors)) done++;
                    else refusals.Add(new()
                    {
                        Sequence = message.Sequence, Stream = message.Stream, Command = command, Errors = errors,
                    });
                }
            await books.AcknowledgeAsync(batch[^1].Sequence, cancellationToken).ConfigureAwait(false);
            handled += batch.Count;
            progress?.Report(new() { Done = handled, Refused = refusals.Count });
        }
        return new() { Handled = handled, Done = done, Refusals = refusals.ToEquatableArray() };
    }

    private async Task<EquatableArray<Command>> CommandsAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (message.Event is not InvoicePosted { Invoice: var invoice }) return Automation.React(message.Event, policy);
        var customer = await books.LoadAsync<CustomerAccount>(Streams.Customer(invoice.Customer), cancellationToken)
            .ConfigureAwait(false);
        return Automation.React(message.Event, policy, customer?.State.ProfileOn(invoice.DocumentDate));
    }

    private async Task<EquatableArray<DomainError>> DispatchAsync(
        Command command, CancellationToken cancellationToken) => command switch
    {
        ConfirmOrder confirm => (await orders.ConfirmAsync(confirm, cancellationToken).ConfigureAwait(false)).Errors,
        BillOrder bill => (await billing.BillAsync(bill, cancellationToken).ConfigureAwait(false)).Errors,
        SendInvoice send => (await billing.SendAsync(send, cancellationToken).ConfigureAwait(false)).Errors,
        ApplyCredit apply => (await payments.ApplyCreditAsync(apply, cancellationToken).ConfigureAwait(false)).Errors,
        _ => throw new ArgumentException($"No desk takes {command.GetType().Name}.", nameof(command)),
    };

    // An invoice takes all that is delivered: the bill of an earlier shipment may have taken this one's goods as well. Most
    // customers have no credit to use.
    private static bool IsDoneByAnother(Command command, EquatableArray<DomainError> errors) => command switch
    {
        BillOrder => errors.All(e => e.Code == ProcessErrors.NothingToBill.Code),
        ApplyCredit => errors.All(e => e.Code == ProcessErrors.NothingToApply.Code),
        _ => false,
    };
}
