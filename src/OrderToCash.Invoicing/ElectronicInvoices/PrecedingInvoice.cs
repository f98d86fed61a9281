namespace OrderToCash.Invoicing;

/// <summary>A document that this one refers back to (BG-3).</summary>
public sealed record PrecedingInvoice
{
    /// <summary>Its number (BT-25).</summary>
    public string? Number { get; init; }

    /// <summary>Its date of issue (BT-26).</summary>
    public LocalDate? IssueDate { get; init; }
}
