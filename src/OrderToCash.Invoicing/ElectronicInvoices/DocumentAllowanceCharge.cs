namespace OrderToCash.Invoicing;

/// <summary>An allowance or charge of the document (BG-20, BG-21) or of a line (BG-27, BG-28).</summary>
public sealed record DocumentAllowanceCharge
{
    /// <summary>True for a charge, false for an allowance; null when the file does not say.</summary>
    public bool? IsCharge { get; init; }

    /// <summary>The amount without tax (BT-92, BT-99, BT-136, BT-141).</summary>
    public DocumentAmount? Amount { get; init; }

    /// <summary>What the percentage is of (BT-93, BT-100, BT-137, BT-142).</summary>
    public DocumentAmount? BaseAmount { get; init; }

    /// <summary>The percentage of the base (BT-94, BT-101, BT-138, BT-143).</summary>
    public decimal? Percent { get; init; }

    /// <summary>The tax category; on the document only (BT-95, BT-102).</summary>
    public string? TaxCategory { get; init; }

    /// <summary>The tax rate in percent; on the document only (BT-96, BT-103).</summary>
    public decimal? TaxRate { get; init; }

    /// <summary>
    /// The tax that the category is of, where it is not VAT; empty when the file does not say. Null is VAT, the only tax EN 16931
    /// knows.
    /// </summary>
    public string? TaxScheme { get; init; }

    /// <summary>The reason in words (BT-97, BT-104, BT-139, BT-144).</summary>
    public string? Reason { get; init; }

    /// <summary>The reason (allowance: UNTDID 5189, charge: UNTDID 7161) (BT-98, BT-105, BT-140, BT-145).</summary>
    public string? ReasonCode { get; init; }
}
