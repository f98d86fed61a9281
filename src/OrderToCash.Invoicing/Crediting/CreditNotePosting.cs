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

    /// <summary>
    /// True: everything that is left of the invoice; then <see cref="Lines"/>, <see cref="AllowancesCharges"/> and <see
    /// cref="Gross"/> are empty.
    /// </summary>
    public bool IsWhole { get; init; }

    /// <summary>The lines to credit, each once.</summary>
    public EquatableArray<CreditRequest> Lines { get; init; }

    /// <summary>
    /// Allowances and charges of the document to credit, each once. Those that go with the lines are credited in step with them
    /// without being named.
    /// </summary>
    public EquatableArray<AllowanceChargeCredit> AllowancesCharges { get; init; }

    /// <summary>
    /// An amount with tax, taken off all that is left in proportion; then nothing else is named. Null for lines or the whole.
    /// </summary>
    public Money? Gross { get; init; }

    /// <summary>The last document of the number's series; null for the first one, or for numbers that are not ours.</summary>
    public SeriesPosition? Previous { get; init; }

    /// <summary>Whether a document may be older than the last one of its series.</summary>
    public Chronology Chronology { get; init; }

    /// <summary>Fields of the host.</summary>
    public EquatableArray<Tag> Tags { get; init; }
}
