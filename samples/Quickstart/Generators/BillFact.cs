namespace OrderToCash.Quickstart;

/// <summary>What a payer knows of an invoice or a credit note: enough to pay it, nothing of the books.</summary>
public sealed record BillFact
{
    /// <summary>The document's number.</summary>
    public required string Number { get; init; }

    /// <summary>The reference printed for payments; empty when there is none.</summary>
    public string PaymentReference { get; init => field = value ?? ""; } = "";

    /// <summary>Whose it is.</summary>
    public required string CustomerKey { get; init; }

    /// <summary>The date on it.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>The last day to pay without being late.</summary>
    public required LocalDate DueDate { get; init; }

    /// <summary>What may be deducted for early payment; null when nothing.</summary>
    public DiscountTier? Discount { get; init; }

    /// <summary>What is asked for, or given back; above zero.</summary>
    public required Money Gross { get; init; }

    /// <summary>True for a credit note.</summary>
    public bool IsCredit { get; init; }
}
