namespace OrderToCash.Invoicing;

/// <summary>The tax of one category and rate (BG-23).</summary>
public sealed record DocumentTaxSubtotal
{
    /// <summary>The base (BT-116).</summary>
    public DocumentAmount? TaxableAmount { get; init; }

    /// <summary>The tax (BT-117).</summary>
    public DocumentAmount? TaxAmount { get; init; }

    /// <summary>The category (UNTDID 5305) (BT-118).</summary>
    public string? Category { get; init; }

    /// <summary>The rate in percent (BT-119).</summary>
    public decimal? Rate { get; init; }

    /// <summary>
    /// The tax that the category is of, where it is not VAT; empty when the file does not say. Null is VAT, the only tax EN 16931
    /// knows.
    /// </summary>
    public string? TaxScheme { get; init; }

    /// <summary>Why no tax is charged, in words (BT-120).</summary>
    public string? ExemptionReason { get; init; }

    /// <summary>Why no tax is charged (VATEX) (BT-121).</summary>
    public string? ExemptionReasonCode { get; init; }
}
