namespace OrderToCash.Invoicing;

/// <summary>Where and when it was delivered (BG-13).</summary>
public sealed record DocumentDelivery
{
    /// <summary>Who received it (BT-70).</summary>
    public string? Name { get; init; }

    /// <summary>The place (BT-71).</summary>
    public DocumentId? LocationId { get; init; }

    /// <summary>The day (BT-72).</summary>
    public LocalDate? Date { get; init; }

    /// <summary>The address (BG-15).</summary>
    public DocumentAddress? Address { get; init; }
}
