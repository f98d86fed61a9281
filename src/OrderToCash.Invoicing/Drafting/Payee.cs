namespace OrderToCash.Invoicing;

/// <summary>Who is paid, where it is not the seller: a factor, a cash pool (EN 16931 BG-10).</summary>
public sealed record Payee
{
    /// <summary>The name (BT-59).</summary>
    public required string Name { get; init; }

    /// <summary>An id with its ISO 6523 scheme (BT-60).</summary>
    public DocumentId? Id { get; init; }

    /// <summary>The number in the company register, with its scheme (BT-61).</summary>
    public DocumentId? RegistrationNumber { get; init; }
}
