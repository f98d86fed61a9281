namespace OrderToCash.Invoicing;

public sealed partial record InvoiceAccount
{
    /// <summary>
    /// The draft of a debit note (383) over what this document billed too little; of a self-billed document one more of its kind
    /// (389), because the buyer makes it. It is posted like any draft, and recorded here
    /// by <see cref="Correct"/> in the same commit.
    /// </summary>
    /// <param name="id">The id of the debit note.</param>
    /// <param name="documentDate">Its date, and the day of its tax.</param>
    /// <param name="reason">Why.</param>
    /// <param name="lines">What is billed more; a price difference is a line of its own.</param>
    public DraftInvoice DraftDebitNote(
        InvoiceId id, LocalDate documentDate, CreditReason reason, params IEnumerable<InvoiceLine> lines) =>
        DraftFollowing(id, documentDate, CorrectedBy(DocumentType.DebitNote), reason) with { Lines = [.. lines] };

    /// <summary>
    /// The draft of a corrective invoice (384) by the difference: lines below zero take back, lines above zero bill more. A
    /// difference below zero in sum is a credit note. Of a self-billed document it is a 389.
    /// </summary>
    /// <inheritdoc cref="DraftDebitNote" path="/param"/>
    public DraftInvoice DraftDifference(
        InvoiceId id, LocalDate documentDate, CreditReason reason, params IEnumerable<InvoiceLine> lines) =>
        DraftFollowing(id, documentDate, CorrectedBy(DocumentType.Corrective), reason) with { Lines = [.. lines] };

    /// <summary>
    /// The draft of a corrective invoice (384) in the place of this one: everything as it was, to be changed where it was wrong.
    /// This document is credited as a whole in the same commit; then <see cref="Correct"/> records the replacement.
    /// Prepayments and self-billed documents are replaced by their own kind (386, 389). The prepayments that this document
    /// deducts are left out: they are deducted anew once it is credited (<see cref="DraftInvoice.Deduct"/>).
    /// </summary>
    /// <param name="id">The id of the corrective invoice.</param>
    /// <param name="documentDate">Its date; the day of the tax stays that of the supply.</param>
    /// <param name="reason">Why.</param>
    public DraftInvoice DraftReplacement(InvoiceId id, LocalDate documentDate, CreditReason reason) => Invoice.Content.Draft with
    {
        Id = id, Type = Invoice.Type == DocumentType.Prepayment ? Invoice.Type : CorrectedBy(DocumentType.Corrective),
        DocumentDate = documentDate, Reason = reason, Preceding = [CitedInvoice.Of(Invoice)],
        Lines = Invoice.Lines.Where(l => l.Prepayment is null).ToEquatableArray(),
    };

    /// <summary>
    /// Records a debit note or corrective invoice that cites this document. One that is recorded already is a decision without
    /// events. Refused with <see cref="InvoiceErrors.NoCorrection"/>, <see cref="InvoiceErrors.NotCancelled"/>.
    /// </summary>
    /// <param name="correction">The posted document, 383 or 384; 389 for a self-billed one, 386 in the place of a 386.</param>
    /// <param name="isReplacement">True when it stands in the place of this one, which must be credited as a whole.</param>
    /// <param name="by">Who posts.</param>
    /// <param name="at">When.</param>
    public Result<Decision<InvoiceAccount, InvoiceEvent>> Correct(Invoice correction, bool isReplacement, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(correction);
        var recorded = Correction.Of(correction, isReplacement);
        if (Corrections.Any(c => c == recorded)) return Decision.Of<InvoiceAccount, InvoiceEvent>(this, Fold);
        if (Fault(correction, isReplacement) is { } why)
            return Result.Failure<Decision<InvoiceAccount, InvoiceEvent>>(InvoiceErrors.NoCorrection.With(
                ("correction", correction.Number), ("number", Invoice.Number), ("why", why)));
        if (isReplacement && !IsFullyCredited)
            return Result.Failure<Decision<InvoiceAccount, InvoiceEvent>>(InvoiceErrors.NotCancelled.With(
                ("number", Invoice.Number), ("left", RemainingGross)));
        return Decision.Of<InvoiceAccount, InvoiceEvent>(
            this, Fold, new InvoiceCorrected { InvoiceId = Id, Correction = recorded, By = by, At = at });
    }

    private string? Fault(Invoice correction, bool isReplacement) => correction switch
    {
        { Type: var type } when !IsCorrectedBy(type, isReplacement) =>
            isReplacement && type == DocumentType.DebitNote ? "a debit note replaces nothing" : "it is of another type",
        _ when correction.Content.Draft.Preceding.All(p => p.Number != Invoice.Number) => "it does not cite it",
        _ when correction.LegalEntity != Invoice.LegalEntity || correction.Currency != Invoice.Currency =>
            "it is of another seller or currency",
        _ when correction.DocumentDate < Invoice.DocumentDate => "it is older",
        _ when Corrections.Any(c => c.Id == correction.Id || c.Number == correction.Number || c.IsReplacement) =>
            "that is recorded otherwise",
        _ => null,
    };

    private DocumentType CorrectedBy(DocumentType usual) => Invoice.Type.IsSelfBilled ? DocumentType.SelfBilled : usual;

    private bool IsCorrectedBy(DocumentType type, bool isReplacement) => Invoice.Type switch
    {
        var own when own.IsSelfBilled => type == DocumentType.SelfBilled,
        var own when own == DocumentType.Prepayment && isReplacement && type == own => true,
        _ => type == DocumentType.Corrective || type == DocumentType.DebitNote && !isReplacement,
    };

    private DraftInvoice DraftFollowing(InvoiceId id, LocalDate documentDate, DocumentType type, CreditReason reason) =>
        Invoice.Content.Draft with
        {
            Id = id, Type = type, DocumentDate = documentDate, TaxPoint = documentDate, Reason = reason, ReasonText = "",
            Preceding = [CitedInvoice.Of(Invoice)], Lines = [], AllowancesCharges = [], Prepaid = null, RoundingAmount = null,
            PricesIncludeTax = false,
        };
}
