namespace OrderToCash.Invoicing;

/// <summary>
/// A draft handed out before there is an invoice: for customs, for a payment in advance, for the buyer's approval. Its
/// reference is no number of a legal series, nothing is posted, and it is dropped without a trace in the books.
/// </summary>
public sealed record ProFormaInvoice
{
    /// <summary>What it shows.</summary>
    public required DraftInvoice Draft { get; init; }

    /// <summary>What it is called by; not a number of the legal series.</summary>
    public required string Reference { get; init; }

    /// <summary>Who handed it out.</summary>
    public required Actor IssuedBy { get; init; }

    /// <summary>When.</summary>
    public required Instant IssuedAt { get; init; }

    /// <summary>The totals that an invoice over it would have.</summary>
    public InvoiceTotals Totals() => Draft.Totals();

    /// <summary>
    /// A pro forma of a draft whose amounts hold; refused with what <see cref="DraftInvoice.Check"/> finds of everything but its
    /// type.
    /// </summary>
    /// <param name="draft">What it shows; its type becomes 325.</param>
    /// <param name="reference">What it is called by.</param>
    /// <param name="by">Who hands it out.</param>
    /// <param name="at">When.</param>
    /// <exception cref="ArgumentException">The reference is blank.</exception>
    public static Result<ProFormaInvoice> Of(DraftInvoice draft, string reference, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentException.ThrowIfNullOrWhiteSpace(reference);
        var findings = (draft with { Type = DocumentType.Invoice }).Check();
        return Result.Validated(new ProFormaInvoice
        {
            Draft = draft with { Type = DocumentType.ProForma }, Reference = reference, IssuedBy = by, IssuedAt = at,
        }, findings);
    }
}
