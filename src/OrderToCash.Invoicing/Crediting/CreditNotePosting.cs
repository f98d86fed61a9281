namespace OrderToCash.Invoicing;

/// <summary>What a credit note is to take back of an invoice, and why.</summary>
public sealed record CreditNotePosting
{
    /// <summary>The id of the credit note.</summary>
    public required InvoiceId Id { get; init; }

    /// <summary>The number, taken inside the commit.</summary>
    public required InvoiceNumber Number { get; init; }

    /// <summary>The date on the document, and the day the tax is corrected.</summary>
    public required LocalDate DocumentDate { get; init; }

    /// <summary>Why.</summary>
    public required CreditReason Reason { get; init; }

    /// <summary>The reason in words; empty when the code says it all.</summary>
    public string ReasonText { get; init => field = value ?? ""; } = "";

    /// <summary>True: everything that is left of the invoice; then <see cref="Lines"/> is empty.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The lines to credit, each once.</summary>
    public EquatableArray<CreditRequest> Lines { get; init; }
}
