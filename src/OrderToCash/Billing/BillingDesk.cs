using OrderToCash.Invoicing;
using OrderToCash.Orders;
using OrderToCash.Tax;

namespace OrderToCash;

/// <summary>
/// Bills orders and credits invoices. The number is taken inside the commit, together with the order's ledger, the open
/// items, the journal and the exposure: all of it or nothing.
/// </summary>
public sealed class BillingDesk(IBooks books, ILegalEntities legalEntities, IExchangeRates rates, ITaxRates taxRates,
    IClock clock, IAuthorizationPolicy? authorization = null)
{
    private readonly CommandRunner runner = new(books, authorization);
    private readonly CreditStreams credit = new(books, rates);

    /// <summary>The series of invoices.</summary>
    public static NumberFormat InvoiceNumbers { get; } = NumberFormat.Of("INV");

    /// <summary>The series of credit notes.</summary>
    public static NumberFormat CreditNoteNumbers { get; } = NumberFormat.Of("CN");

    /// <summary>
    /// Posts an invoice over what an order has delivered and not yet billed. Credit never keeps delivered goods from being
    /// billed. Refuses <c>process.nothing-to-bill</c>, <c>process.customer-blocked</c> while the customer is blocked for
    /// invoices, a missing exchange rate, and what tax, terms, posting and ledger refuse.
    /// </summary>
    public ValueTask<Result<InvoiceAccount>> BillAsync(BillOrder command, CancellationToken cancellationToken = default) =>
        runner.RunAsync(command, Streams.Invoice(command.Invoice),
            () => new OrderBilling(books, legalEntities, rates, taxRates, runner, credit)
                .PrepareAsync(command, clock.GetCurrentInstant(), cancellationToken), cancellationToken);

    /// <summary>
    /// Posts a credit note and applies it to what is open of the invoice. Refuses what
    /// <see cref="InvoiceAccount.Credit"/> refuses.
    /// </summary>
    public ValueTask<Result<InvoiceAccount>> CreditAsync(CreditInvoice command, CancellationToken cancellationToken = default) =>
        runner.RunAsync(command, Streams.Invoice(command.Invoice),
            () => new InvoiceCrediting(books, legalEntities, rates, runner, credit)
                .PrepareAsync(command, clock.GetCurrentInstant(), cancellationToken), cancellationToken);

    /// <summary>
    /// Posts a document that bills no delivery: prepayment, fees, service, self-billed. Refuses <c>process.order-line-named</c>,
    /// <c>process.wrong-document</c>, <c>process.customer-blocked</c> while the customer is blocked for invoices,
    /// <c>process.number-misplaced</c>, what the check before posting holds, and what posting and ledger refuse.
    /// </summary>
    public ValueTask<Result<InvoiceAccount>> PostAsync(PostInvoice command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return runner.RunAsync(command, Streams.Invoice(command.Draft.Id),
            () => new DocumentBilling(books, legalEntities, rates, runner, credit)
                .PrepareAsync(command, clock.GetCurrentInstant(), cancellationToken), cancellationToken);
    }

    /// <summary>
    /// Posts a debit note or corrective invoice; a replacement takes the invoice back in the same commit. Refuses
    /// <c>process.order-line-named</c>, <c>process.customer-blocked</c> while the customer is blocked for invoices, and what
    /// crediting, posting, <see cref="InvoiceAccount.Correct"/> and ledger refuse.
    /// </summary>
    public ValueTask<Result<InvoiceAccount>> CorrectAsync(CorrectInvoice command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return runner.RunAsync(command, Streams.Invoice(command.Correction),
            () => new DocumentBilling(books, legalEntities, rates, runner, credit)
                .PrepareAsync(command, clock.GetCurrentInstant(), cancellationToken), cancellationToken);
    }

    /// <summary>
    /// Books money on a prepayment invoice as a deposit, with its tax. Refuses an account that is not ours, a missing rate, and
    /// what <see cref="InvoiceAccount.Receive"/> and the ledger refuse.
    /// </summary>
    public ValueTask<Result<InvoiceAccount>> ReceiveAsync(
        ReceivePrepayment command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return runner.RunAsync(command, Streams.Invoice(command.Invoice),
            () => new PrepaymentReceiving(books, legalEntities, rates, runner, credit)
                .PrepareAsync(command, clock.GetCurrentInstant(), cancellationToken), cancellationToken);
    }

    /// <summary>
    /// Books that the bank took a prepayment back. Refuses an account that is not ours, <c>process.return-unknown</c> when the
    /// line takes back another amount, and what
    /// <see cref="InvoiceAccount.Return(PaymentId, LocalDate, EquatableArray{TaxShare}, Actor, Instant)"/> and the ledger refuse.
    /// </summary>
    public ValueTask<Result<InvoiceAccount>> TakeBackAsync(
        TakeBackPrepayment command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return runner.RunAsync(command, Streams.Invoice(command.Invoice),
            () => new PrepaymentReceiving(books, legalEntities, rates, runner, credit)
                .PrepareAsync(command, clock.GetCurrentInstant(), cancellationToken), cancellationToken);
    }

    /// <summary>Records that an invoice went out; sending it again the same way changes nothing.</summary>
    public ValueTask<Result<InvoiceAccount>> SendAsync(SendInvoice command, CancellationToken cancellationToken = default) =>
        runner.RunAsync(command, Streams.Invoice(command.Invoice),
            () => Delivering.SendAsync(command, clock.GetCurrentInstant(), cancellationToken), cancellationToken);

    /// <summary>
    /// Hands an invoice to the next channel. Refuses what <see cref="InvoiceSending.Start"/>,
    /// <see cref="InvoiceSending.ChangeRoutes"/> and <see cref="InvoiceSending.Queue"/> refuse.
    /// </summary>
    public ValueTask<Result<InvoiceSending>> QueueAsync(QueueInvoice command, CancellationToken cancellationToken = default) =>
        runner.RunAsync(command, Streams.Sending(command.Invoice),
            () => Delivering.QueueAsync(command, clock.GetCurrentInstant(), cancellationToken), cancellationToken);

    /// <summary>
    /// Records what a channel reports; what went out shows on the invoice too. Refuses what <see cref="InvoiceSending.Report"/>
    /// refuses.
    /// </summary>
    public ValueTask<Result<InvoiceSending>> ReportAsync(
        ReportDelivery command, CancellationToken cancellationToken = default) =>
        runner.RunAsync(command, Streams.Sending(command.Invoice),
            () => Delivering.ReportAsync(command, clock.GetCurrentInstant(), cancellationToken), cancellationToken);

    /// <summary>
    /// Records that the receiver has an invoice. Refuses an invoice that never went out, and what
    /// <see cref="InvoiceSending.Acknowledge"/> refuses.
    /// </summary>
    public ValueTask<Result<InvoiceSending>> AcknowledgeAsync(
        AcknowledgeReceipt command, CancellationToken cancellationToken = default) =>
        runner.ChangeAsync<InvoiceSending, InvoiceSendingEvent>(command, Streams.Sending(command.Invoice), s => s.Check(),
            s => s.Acknowledge(command.ReceivedOn, command.How, command.By, clock.GetCurrentInstant()), cancellationToken);

    /// <summary>
    /// Makes revenue of what is due of an invoice's deferrals; nothing due writes nothing. Refuses <c>process.not-found</c> when
    /// nothing was deferred, and what the ledger refuses.
    /// </summary>
    public ValueTask<Result<RevenueAccount>> RecogniseAsync(
        RecogniseRevenue command, CancellationToken cancellationToken = default) =>
        runner.RunAsync(command, Streams.Revenue(command.Invoice),
            () => new RevenueWork(books, legalEntities, rates, runner)
                .PrepareAsync(command, clock.GetCurrentInstant(), cancellationToken), cancellationToken);

    /// <summary>
    /// Records the day of a performance that was billed before. Refuses what <see cref="RevenueAccount.Perform"/> refuses.
    /// </summary>
    public ValueTask<Result<RevenueAccount>> PerformAsync(
        RecordPerformance command, CancellationToken cancellationToken = default) =>
        runner.ChangeAsync<RevenueAccount, RevenueEvent>(command, Streams.Revenue(command.Invoice), r => r.Check(),
            r => r.Perform(command.Line, command.On, command.By, clock.GetCurrentInstant()), cancellationToken);

    /// <summary>
    /// Accrues what an order had delivered and not yet billed on a day, by the days of its deliveries and documents
    /// (<see cref="Order.UnbilledOn"/>), and takes it back on the next day: two entries, once per order and period.
    /// Refuses <c>process.nothing-to-bill</c>, <c>process.already-exists</c>, a missing rate, and what the ledger refuses.
    /// </summary>
    public ValueTask<Result<Order>> AccrueAsync(AccrueUnbilled command, CancellationToken cancellationToken = default) =>
        runner.RunAsync(command, Streams.Order(command.Order),
            () => new RevenueWork(books, legalEntities, rates, runner)
                .PrepareAsync(command, clock.GetCurrentInstant(), cancellationToken), cancellationToken);

    private InvoiceDelivering Delivering => new(books, legalEntities, runner);

    internal static NumberSeries Series(LegalEntityId legalEntity, NumberFormat format, LocalDate date) =>
        new() { LegalEntity = legalEntity, Series = format.Series, Year = date.Year };
}
