namespace OrderToCash.Invoicing;

public sealed partial record InvoiceAccount
{
    /// <summary>
    /// Records that the document went out. The same way to the same place a second time is a decision without events.
    /// </summary>
    /// <param name="channel">How.</param>
    /// <param name="endpoint">Where to; empty for letters.</param>
    /// <param name="by">Who sent it.</param>
    /// <param name="at">When.</param>
    public Result<Decision<InvoiceAccount, InvoiceEvent>> Send(Channel channel, string endpoint, Actor by, Instant at) =>
        Sent.Any(s => s.Channel == channel && s.Endpoint == (endpoint ?? ""))
            ? Decision.Of<InvoiceAccount, InvoiceEvent>(this, Fold)
            : Decision.Of<InvoiceAccount, InvoiceEvent>(
                this, Fold, new InvoiceSent { InvoiceId = Id, Channel = channel, Endpoint = endpoint ?? "", By = by, At = at });

    /// <summary>
    /// Posts a credit note at price, tax, rounding and rate of the invoice. Amounts are cumulative: each note is the rounded
    /// credit of all notes so far less what the earlier ones credited, so that crediting everything in any split comes to exactly
    /// nothing. Refused with all findings of <see cref="CreditNoteErrors"/>.
    /// </summary>
    /// <param name="posting">What is credited, and why.</param>
    /// <param name="by">Who posts.</param>
    /// <param name="at">When.</param>
    public Result<Decision<InvoiceAccount, InvoiceEvent>> Credit(CreditNotePosting posting, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(posting);
        var findings = CreditChecks.Findings(this, posting);
        if (findings.Count > 0) return Result.Failure<Decision<InvoiceAccount, InvoiceEvent>>(findings);
        var items = CreditComputation.Items(this, posting);
        if (items.IsNothing)
            return Result.Failure<Decision<InvoiceAccount, InvoiceEvent>>(CreditNoteErrors.NothingToCredit.With(
                ("number", Invoice.Number)));
        return CreditComputation.Make(this, posting, items, by, at).Bind(note => Decision.Of<InvoiceAccount, InvoiceEvent>(
            this, Fold, new CreditNotePosted { InvoiceId = Id, CreditNote = note, By = by, At = at }));
    }

    private static InvoiceAccount Fold(InvoiceAccount state, InvoiceEvent happened) => state.Apply(happened);
}
