using OrderToCash.Invoicing;

namespace OrderToCash;

/// <summary>
/// Posts a document that bills no delivery of an order: a prepayment invoice (386), fees and interest (84), an invoice over a
/// service, a self-billed invoice (389) under the buyer's number. What an order delivered is billed by <see cref="BillOrder"/>,
/// what cites an invoice is posted by <see cref="CorrectInvoice"/>.
/// </summary>
public sealed record PostInvoice : Command
{
    /// <summary>The document; the seller's party on it is the host's to fill.</summary>
    public required DraftInvoice Draft { get; init; }

    /// <summary>When its lines become revenue; a line without a term is earned when it is billed.</summary>
    public EquatableArray<RevenueTerm> Revenue { get; init; }

    /// <summary>The buyer's number of a self-billed document; none for all others.</summary>
    public InvoiceNumber Number { get; init; }

    /// <summary>True when somebody looked at what the check before posting would hold.</summary>
    public bool AcceptsHeld { get; init; }
}

/// <summary>
/// Posts a debit note (383) or a corrective invoice (384) on an invoice; on a self-billed one a 389 under the buyer's number. A
/// request for prepayment is replaced by another (386) as long as nobody paid it.
/// </summary>
public sealed record CorrectInvoice : Command
{
    /// <summary>The invoice that was wrong.</summary>
    public required InvoiceId Invoice { get; init; }

    /// <summary>The id of the correction; its number is taken inside the commit.</summary>
    public required InvoiceId Correction { get; init; }

    /// <summary>Which sort of correction.</summary>
    public required CorrectionKind Kind { get; init; }

    /// <summary>The date on it.</summary>
    public required LocalDate DocumentDate { get; init; }

    /// <summary>Why, as a code.</summary>
    public required CreditReason Reason { get; init; }

    /// <summary>Why, in words.</summary>
    public string ReasonText { get; init => field = value ?? ""; } = "";

    /// <summary>What is billed more or less; of a replacement all its lines, empty for those of the invoice.</summary>
    public EquatableArray<InvoiceLine> Lines { get; init; }

    /// <summary>The buyer's number of the correction of a self-billed invoice; none for all others.</summary>
    public InvoiceNumber Number { get; init; }

    /// <summary>
    /// The buyer's number of the credit note, for the replacement of a self-billed invoice; none for all others.
    /// </summary>
    public InvoiceNumber CreditNoteNumber { get; init; }

    /// <summary>The id of the credit note that takes the invoice back, for a replacement; else none.</summary>
    public InvoiceId CreditNote { get; init; }
}

/// <summary>
/// Books that the bank took money on a prepayment invoice back: what is left of the deposit is gone with its tax, and the invoice
/// waits for that money. What a credit note gave back of it, or a final invoice deducted, the customer owes again as an item of
/// its own, which the open rest of such a credit note pays at once.
/// </summary>
public sealed record TakeBackPrepayment : Command
{
    /// <summary>The prepayment invoice.</summary>
    public required InvoiceId Invoice { get; init; }

    /// <summary>The payment as it was booked.</summary>
    public required PaymentId Payment { get; init; }

    /// <summary>The bank's line of the return.</summary>
    public required BankEntry Entry { get; init; }
}

/// <summary>
/// Books money that came in on a prepayment invoice: a deposit of the customer, with the tax that falls due on it.
/// </summary>
public sealed record ReceivePrepayment : Command
{
    /// <summary>The prepayment invoice.</summary>
    public required InvoiceId Invoice { get; init; }

    /// <summary>The payment's id.</summary>
    public required PaymentId Payment { get; init; }

    /// <summary>The bank's line; at most what is still to be received.</summary>
    public required BankEntry Entry { get; init; }
}
