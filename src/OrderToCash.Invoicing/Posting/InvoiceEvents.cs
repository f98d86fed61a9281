using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>What happens to a posted invoice.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(InvoicePosted), "invoice.posted")]
[JsonDerivedType(typeof(InvoiceSent), "invoice.sent")]
[JsonDerivedType(typeof(CreditNotePosted), "invoice.credit-note-posted")]
[JsonDerivedType(typeof(InvoiceCorrected), "invoice.corrected")]
[JsonDerivedType(typeof(PrepaymentReceived), "invoice.prepayment-received")]
[JsonDerivedType(typeof(PrepaymentReturned), "invoice.prepayment-returned")]
[JsonDerivedType(typeof(PrepaymentDeducted), "invoice.prepayment-deducted")]
[JsonDerivedType(typeof(PrepaymentReleased), "invoice.prepayment-released")]
public abstract record InvoiceEvent
{
    /// <summary>The invoice it happened to.</summary>
    public required InvoiceId InvoiceId { get; init; }

    /// <summary>Who did it.</summary>
    public required Actor By { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }
}

/// <summary>A draft got its number and became immutable.</summary>
public sealed record InvoicePosted : InvoiceEvent
{
    /// <summary>The document.</summary>
    public required Invoice Invoice { get; init; }

    /// <summary>What the check before posting found; null where none was made.</summary>
    public PostingReport? Report { get; init; }
}

/// <summary>The document went out to the buyer.</summary>
public sealed record InvoiceSent : InvoiceEvent
{
    /// <summary>How.</summary>
    public required Channel Channel { get; init; }

    /// <summary>Where to: the mail address, the endpoint; empty for letters.</summary>
    public string Endpoint { get; init => field = value ?? ""; } = "";
}

/// <summary>A credit note took back part of the invoice, or all that was left of it.</summary>
public sealed record CreditNotePosted : InvoiceEvent
{
    /// <summary>The document.</summary>
    public required CreditNote CreditNote { get; init; }
}

/// <summary>A debit note or corrective invoice was posted that cites this document.</summary>
public sealed record InvoiceCorrected : InvoiceEvent
{
    /// <summary>What was posted.</summary>
    public required Correction Correction { get; init; }
}

/// <summary>Money was received on a prepayment invoice: its tax falls due.</summary>
public sealed record PrepaymentReceived : InvoiceEvent
{
    /// <summary>The money, and the tax in it.</summary>
    public required PrepaymentReceipt Receipt { get; init; }
}

/// <summary>Money received on a prepayment invoice went back: a bounce, or a refund before the supply.</summary>
public sealed record PrepaymentReturned : InvoiceEvent
{
    /// <summary>The payment that was recorded.</summary>
    public required PaymentId Payment { get; init; }

    /// <summary>The day it went back: the day the tax on it is corrected.</summary>
    public required LocalDate ReturnedOn { get; init; }

    /// <summary>
    /// What of it stays received, because a credit note gave it away or a final invoice deducted it before: the customer owes the
    /// money instead. Empty when nothing was used.
    /// </summary>
    public EquatableArray<TaxShare> Owed { get; init; }
}

/// <summary>A final invoice deducts what is left of the prepayment invoice.</summary>
public sealed record PrepaymentDeducted : InvoiceEvent
{
    /// <summary>The final invoice.</summary>
    public required CitedInvoice Final { get; init; }
}

/// <summary>The final invoice was credited as a whole: the prepayment stands by itself again.</summary>
public sealed record PrepaymentReleased : InvoiceEvent
{
    /// <summary>The final invoice that deducted it.</summary>
    public required CitedInvoice Final { get; init; }
}
