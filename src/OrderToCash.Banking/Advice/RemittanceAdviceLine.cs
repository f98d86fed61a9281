namespace OrderToCash.Banking;

/// <summary>
/// What is paid on one document. All amounts are signed: above zero for invoices, below for credit notes that are netted.
/// Gross less discount less deductions is what is paid.
/// </summary>
public sealed record RemittanceAdviceLine
{
    /// <summary>The document as the payer names it.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>The document's date; null when not stated.</summary>
    public LocalDate? DocumentDate { get; init; }

    /// <summary>The payer's own reference, such as its order; empty when there is none.</summary>
    public string PayerReference { get; init => field = value ?? ""; } = "";

    /// <summary>
    /// Whose document it is, by its number in a scheme of the two parties, where the payer pays for others; empty when not
    /// stated.
    /// </summary>
    public string DebtorId { get; init => field = value ?? ""; } = "";

    /// <summary>What is paid on it.</summary>
    public required Money Paid { get; init; }

    /// <summary>What the document asks for, as the payer sees it; null when not stated.</summary>
    public Money? Gross { get; init; }

    /// <summary>What is taken off as early-payment discount.</summary>
    public Money Discount { get; init; }

    /// <summary>What is taken off for other reasons.</summary>
    public EquatableArray<AdviceDeduction> Deductions { get; init; }
}
