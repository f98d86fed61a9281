using OrderToCash.Customers;
using OrderToCash.Invoicing;

namespace OrderToCash;

/// <summary>The way of invoices to their receivers: the log of attempts and what the invoice shows of it.</summary>
internal sealed class InvoiceDelivering(IBooks books, ILegalEntities legalEntities, CommandRunner runner)
{
    /// <summary>Somebody sent it.</summary>
    public async Task<Result<Preparation<InvoiceAccount>>> SendAsync(
        SendInvoice command, Instant at, CancellationToken cancellationToken)
    {
        var loaded = await LoadAsync(command.Invoice, cancellationToken).ConfigureAwait(false);
        if (!loaded.IsSuccess) return CommandRunner.Refuse<InvoiceAccount>(loaded.Errors);
        var (account, sending) = loaded.Value;
        var route = new DeliveryRoute { Channel = command.Channel, Endpoint = command.Endpoint };
        var logged = sending is null
            ? Result.Success(InvoiceSending.Sent(command.Invoice, route, command.By, at))
            : sending.State.RecordSent(route, command.By, at);
        return logged.Bind(log => account.State.Send(command.Channel, command.Endpoint, command.By, at)
            .Map(sent => CommandRunner.Decided(sent.State,
            [
                .. CommandRunner.Changes(Streams.Invoice(command.Invoice), account.Version, sent),
                .. CommandRunner.Changes(Streams.Sending(command.Invoice), sending?.Version ?? 0, log),
            ])));
    }

    /// <summary>It is handed to the next channel.</summary>
    public async Task<Result<Preparation<InvoiceSending>>> QueueAsync(
        QueueInvoice command, Instant at, CancellationToken cancellationToken)
    {
        var loaded = await LoadAsync(command.Invoice, cancellationToken).ConfigureAwait(false);
        if (!loaded.IsSuccess) return CommandRunner.Refuse<InvoiceSending>(loaded.Errors);
        var (account, sending) = loaded.Value;
        var invoice = account.State.Invoice;
        if (!legalEntities.TryFind(invoice.LegalEntity, out var seller))
            return CommandRunner.Refuse<InvoiceSending>(ProcessErrors.NoLegalEntity(invoice.LegalEntity));
        var chain = sending is null ? null : new DecisionChain<InvoiceSending, InvoiceSendingEvent>(sending.State,
            sending.Version);
        if (chain is null)
        {
            var routes = command.Routes.IsEmpty
                ? await RoutesAsync(invoice, cancellationToken).ConfigureAwait(false)
                : command.Routes;
            var started = InvoiceSending.Start(command.Invoice, routes, command.By, at);
            if (!started.IsSuccess) return CommandRunner.Refuse<InvoiceSending>(started.Errors);
            chain = new(started.Value.State, 0, started.Value.Events);
        }
        else if (!command.Routes.IsEmpty)
        {
            chain.Then(s => s.ChangeRoutes(command.Routes, command.By, at));
        }
        chain.Then(s => s.Queue(seller.Sending, command.By, at));
        return chain.Errors.Count > 0
            ? CommandRunner.Refuse<InvoiceSending>(chain.Errors)
            : Result.Success(CommandRunner.Decided(chain.State, [.. chain.Changes(Streams.Sending(command.Invoice))]));
    }

    /// <summary>A channel reported.</summary>
    public async Task<Result<Preparation<InvoiceSending>>> ReportAsync(
        ReportDelivery command, Instant at, CancellationToken cancellationToken)
    {
        var loaded = await LoadAsync(command.Invoice, cancellationToken).ConfigureAwait(false);
        if (!loaded.IsSuccess) return CommandRunner.Refuse<InvoiceSending>(loaded.Errors);
        var (account, sending) = loaded.Value;
        if (sending is null)
            return CommandRunner.Refuse<InvoiceSending>(
                ProcessErrors.NotFound.With(("stream", Streams.Sending(command.Invoice))));
        var reported = sending.State.Report(
            command.Attempt, command.Status, command.Reason, command.IsPermanent, command.By, at);
        if (!reported.IsSuccess) return CommandRunner.Refuse<InvoiceSending>(reported.Errors);
        var changes = CommandRunner.Changes(Streams.Sending(command.Invoice), sending.Version, reported.Value).ToList();
        if (command.Status is DeliveryStatus.Sent or DeliveryStatus.Delivered)
        {
            var route = sending.State.Attempts[command.Attempt - 1].Route;
            var sent = account.State.Send(route.Channel, route.Endpoint, command.By, at);
            if (!sent.IsSuccess) return CommandRunner.Refuse<InvoiceSending>(sent.Errors);
            changes.AddRange(CommandRunner.Changes(Streams.Invoice(command.Invoice), account.Version, sent.Value));
        }
        return Result.Success(CommandRunner.Decided(reported.Value.State, changes));
    }

    private async Task<Result<(Stored<InvoiceAccount> Account, Stored<InvoiceSending>? Sending)>> LoadAsync(
        InvoiceId id, CancellationToken cancellationToken)
    {
        var account = await runner.RequireAsync<InvoiceAccount>(Streams.Invoice(id), i => i.Check(), cancellationToken)
            .ConfigureAwait(false);
        if (!account.IsSuccess) return Result.Failure<(Stored<InvoiceAccount>, Stored<InvoiceSending>?)>(account.Errors);
        var stream = Streams.Sending(id);
        if (await books.LoadAsync<InvoiceSending>(stream, cancellationToken).ConfigureAwait(false) is null)
            return Result.Success<(Stored<InvoiceAccount>, Stored<InvoiceSending>?)>((account.Value, null));
        var sending = await runner.RequireAsync<InvoiceSending>(stream, s => s.Check(), cancellationToken).ConfigureAwait(false);
        return sending.Map<(Stored<InvoiceAccount>, Stored<InvoiceSending>?)>(s => (account.Value, s));
    }

    // The buyer's own channel, if there is an address for it; a letter always arrives somewhere.
    private async Task<EquatableArray<DeliveryRoute>> RoutesAsync(Invoice invoice, CancellationToken cancellationToken)
    {
        var customer = await books.LoadAsync<CustomerAccount>(Streams.Customer(invoice.Customer), cancellationToken)
            .ConfigureAwait(false);
        var letter = new DeliveryRoute { Channel = Channel.Letter };
        if (customer?.State.ProfileOn(invoice.DocumentDate) is not { } buyer || buyer.InvoiceChannel == Channel.Letter)
            return [letter];
        var endpoint = buyer.ContactFor(ContactPurpose.Invoicing, buyer.InvoiceChannel)?.Endpoint ?? "";
        return endpoint.Length == 0 && buyer.InvoiceChannel != Channel.Portal
            ? [letter]
            : [new() { Channel = buyer.InvoiceChannel, Endpoint = endpoint }, letter];
    }
}
