using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>What happens to a posted invoice.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(InvoicePosted), "invoice.posted")]
[JsonDerivedType(typeof(InvoiceSent), "invoice.sent")]
[JsonDerivedType(typeof(CreditNotePosted), "invoice.credit-note-posted")]
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
