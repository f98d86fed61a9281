namespace OrderToCash.Invoicing;

/// <summary>The totals (BG-22).</summary>
public sealed record DocumentTotals
{
    /// <summary>The sum of the line nets (BT-106).</summary>
    public DocumentAmount? LineNet { get; init; }

    /// <summary>The sum of the document's allowances (BT-107).</summary>
    public DocumentAmount? Allowances { get; init; }

    /// <summary>The sum of the document's charges (BT-108).</summary>
    public DocumentAmount? Charges { get; init; }

    /// <summary>The total without tax (BT-109).</summary>
    public DocumentAmount? Net { get; init; }

    /// <summary>The total tax (BT-110).</summary>
    public DocumentAmount? Tax { get; init; }

    /// <summary>The total tax in the tax currency (BT-111).</summary>
    public DocumentAmount? TaxInTaxCurrency { get; init; }

    /// <summary>The total with tax (BT-112).</summary>
    public DocumentAmount? Gross { get; init; }

    /// <summary>What was paid before (BT-113).</summary>
    public DocumentAmount? Prepaid { get; init; }

    /// <summary>What was added to round the amount due (BT-114).</summary>
    public DocumentAmount? Rounding { get; init; }

    /// <summary>The amount due (BT-115).</summary>
    public DocumentAmount? Payable { get; init; }
}
