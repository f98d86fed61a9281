using OrderToCash.Customers;
using OrderToCash.Invoicing;
using OrderToCash.Orders;

namespace OrderToCash;

/// <summary>Documents that bill no delivery, and corrections of invoices.</summary>
internal sealed class DocumentBilling(IBooks books, ILegalEntities legalEntities, IExchangeRates rates, CommandRunner runner,
    CreditStreams credit)
{
    private static readonly DocumentType[] Types =
    [
        DocumentType.Invoice, DocumentType.Partial, DocumentType.Factored, DocumentType.SelfBilled, DocumentType.Prepayment,
        DocumentType.FeeNote,
    ];

    /// <summary>The preparation of a document that bills no delivery.</summary>
    public async Task<Result<Preparation<InvoiceAccount>>> PrepareAsync(
        PostInvoice command, Instant at, CancellationToken cancellationToken)
    {
        var draft = command.Draft;
        if (!Types.Contains(draft.Type))
            return CommandRunner.Refuse<InvoiceAccount>(ProcessErrors.WrongDocument.At("draft.type",
                ("capability", nameof(PostInvoice)), ("type", draft.Type)));
        if (OrderLines(draft) is { Length: > 0 } named) return CommandRunner.Refuse<InvoiceAccount>(named);
        if (!legalEntities.TryFind(draft.LegalEntity, out var seller))
            return CommandRunner.Refuse<InvoiceAccount>(ProcessErrors.NoLegalEntity(draft.LegalEntity));
        var loaded = await LoadAsync(seller, draft, command.Number, command.AcceptsHeld, [], command.By, at, cancellationToken)
            .ConfigureAwait(false);
        return loaded.Map(p => p with { Revenue = command.Revenue }).Map(parts => new Preparation<InvoiceAccount>(
            numbers => DocumentPosting.Post(parts, numbers).Map(posted => posted.Prepare(parts, [])))
        {
            Series = parts.Series,
        });
    }

    /// <summary>The preparation of a correction.</summary>
    public async Task<Result<Preparation<InvoiceAccount>>> PrepareAsync(
        CorrectInvoice command, Instant at, CancellationToken cancellationToken)
    {
        var stored = await runner
            .RequireAsync<InvoiceAccount>(Streams.Invoice(command.Invoice), i => i.Check(), cancellationToken)
            .ConfigureAwait(false);
        if (!stored.IsSuccess) return CommandRunner.Refuse<InvoiceAccount>(stored.Errors);
        var invoice = stored.Value.State.Invoice;
        if (!legalEntities.TryFind(invoice.LegalEntity, out var seller))
            return CommandRunner.Refuse<InvoiceAccount>(ProcessErrors.NoLegalEntity(invoice.LegalEntity));
        var isReplacement = command.Kind == CorrectionKind.Replacement;
        if (invoice.Type == DocumentType.Prepayment && Stands(command, stored.Value.State) is { } stands)
            return CommandRunner.Refuse<InvoiceAccount>(stands);
        var draft = DraftOf(command, stored.Value.State);
        if (!isReplacement && OrderLines(draft) is { Length: > 0 } named) return CommandRunner.Refuse<InvoiceAccount>(named);
        var prepaid = isReplacement && invoice.Type != DocumentType.Prepayment
            ? PrepaymentLoading.Of(stored.Value.State)
            : [];
        var loaded = await LoadAsync(seller, draft, command.Number, true, prepaid, command.By, at, cancellationToken)
            .ConfigureAwait(false);
        if (!loaded.IsSuccess) return CommandRunner.Refuse<InvoiceAccount>(loaded.Errors);
        var parts = loaded.Value;
        if (!isReplacement)
            return Result.Success(new Preparation<InvoiceAccount>(numbers => DocumentPosting.Post(parts, numbers)
                .Bind(posted => stored.Value.State.Correct(posted.Account.Invoice, false, command.By, at)
                    .Map(corrected => posted.Prepare(
                        parts, CommandRunner.Changes(Streams.Invoice(command.Invoice), stored.Value.Version, corrected)))))
            {
                Series = parts.Series,
            });

        var cancelling = new CreditInvoice
        {
            Id = command.Id, By = command.By, Invoice = command.Invoice, CreditNote = command.CreditNote,
            DocumentDate = command.DocumentDate, Reason = command.Reason, ReasonText = command.ReasonText,
            Number = command.CreditNoteNumber,
        };
        var cancelled = await new InvoiceCrediting(books, legalEntities, rates, runner, credit)
            .LoadAsync(cancelling, at, cancellationToken).ConfigureAwait(false);
        return cancelled.Map(c => new Preparation<InvoiceAccount>(numbers => Replace(cancelling, c, parts, numbers))
        {
            Series = [parts.Invoices.Series, parts.CreditNotes.Series],
        });
    }

    // What the cancelled invoice had deducted is deducted anew.
    private static Result<Prepared<InvoiceAccount>> Replace(
        CreditInvoice cancelling, InvoiceCrediting.Parts cancelled, DocumentParts parts, Numbers numbers) =>
        InvoiceCrediting.Credit(cancelling, cancelled, numbers).Bind(done =>
        {
            var prepaid = parts.Prepayments
                .Select(p => p with { Chain = done.Released.FirstOrDefault(r => r.State.Id == p.Account.State.Id) }).ToArray();
            return DocumentPosting.Post(parts with { Prepayments = prepaid }, numbers, done).Bind(posted =>
            {
                var replacement = posted.Account.Invoice;
                done.Invoice.Then(i => i.Correct(replacement, true, parts.By, parts.At));
                if (LinesOf(parts.Draft) is { IsEmpty: false } lines)
                    done.Order?.Then(o =>
                        o.RecordInvoiced(replacement.Id, replacement.DocumentDate, lines, parts.Seller.Orders, parts.By,
                            parts.At));
                var prepared = posted.Prepare(parts,
                [
                    .. cancelled.Before.Changes(cancelling.CreditNote),
                    .. done.Invoice.Changes(Streams.Invoice(cancelling.Invoice)),
                    .. done.Order?.Changes(Streams.Order(done.Order.State.Id)) ?? [],
                ]);
                return Result.Validated(
                    prepared, [.. done.Invoice.Errors, .. done.Order?.Errors ?? [], .. posted.Credit.Errors]);
            });
        });

    // A request for money is replaced as long as nobody paid it; more money is asked for by another request.
    private static DomainError? Stands(CorrectInvoice command, InvoiceAccount account) => command.Kind switch
    {
        not CorrectionKind.Replacement => ProcessErrors.WrongDocument.At("invoice",
            ("capability", $"{nameof(CorrectInvoice)} by {command.Kind}"), ("type", account.Invoice.Type)),
        _ when !account.Receipts.IsEmpty => ProcessErrors.PrepaymentPaid.At("invoice",
            ("number", account.Invoice.Number), ("received", account.Received)),
        _ => null,
    };

    private async Task<Result<DocumentParts>> LoadAsync(LegalEntity seller, DraftInvoice draft, InvoiceNumber given,
        bool acceptsHeld, EquatableArray<InvoiceId> prepayments, Actor by, Instant at, CancellationToken cancellationToken)
    {
        var customer = await runner
            .RequireAsync<CustomerAccount>(Streams.Customer(draft.Customer), c => c.Check(), cancellationToken)
            .ConfigureAwait(false);
        if (!customer.IsSuccess) return Result.Failure<DocumentParts>(customer.Errors);
        if (ProcessErrors.Blocked(customer.Value.State, CustomerBlockKind.Invoices) is { } blocked)
            return Result.Failure<DocumentParts>(blocked);
        if (customer.Value.State.ProfileOn(draft.DocumentDate) is not { } buyer)
            return Result.Failure<DocumentParts>(ProcessErrors.NoProfile.At("documentDate",
                ("customer", draft.Customer), ("date", draft.DocumentDate)));
        var facts = new PostingFacts { NeedsBuyerTaxId = buyer.TaxStatus == CustomerTaxStatus.Business };
        return await new DocumentLoading(books, rates, runner, credit)
            .LoadAsync(seller, buyer, draft, given, facts, acceptsHeld, prepayments, by, at, cancellationToken)
                .ConfigureAwait(false);
    }

    private static DraftInvoice DraftOf(CorrectInvoice command, InvoiceAccount account)
    {
        var (id, date, reason) = (command.Correction, command.DocumentDate, command.Reason);
        var draft = command.Kind switch
        {
            CorrectionKind.DebitNote => account.DraftDebitNote(id, date, reason, command.Lines),
            CorrectionKind.Difference => account.DraftDifference(id, date, reason, command.Lines),
            CorrectionKind.Replacement => account.DraftReplacement(id, date, reason),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.Kind, "No such kind of correction."),
        };
        if (command.Kind == CorrectionKind.Replacement && !command.Lines.IsEmpty) draft = draft with { Lines = command.Lines };
        return draft with { ReasonText = command.ReasonText };
    }

    private static EquatableArray<LineQuantity> LinesOf(DraftInvoice draft) => draft.Lines
        .Where(l => !l.OrderLine.IsNone && l.Quantity.IsPositive)
        .Select(l => new LineQuantity { Line = l.OrderLine, Quantity = l.Quantity }).ToEquatableArray();

    private static DomainError[] OrderLines(DraftInvoice draft) => [.. draft.Lines.Index()
        .Where(l => !l.Item.OrderLine.IsNone)
        .Select(l => ProcessErrors.OrderLineNamed.At($"lines[{l.Index}].orderLine",
            ("line", l.Index + 1), ("order", l.Item.Order), ("title", draft.Type.Title)))];
}
