namespace OrderToCash.Invoicing;

/// <summary>The card that was charged (BG-18).</summary>
public sealed record PaymentCard
{
    /// <summary>At most the first six and last four digits (BT-87).</summary>
    public string? AccountNumber { get; init; }

    /// <summary>Its holder (BT-88).</summary>
    public string? HolderName { get; init; }

    /// <summary>The card network: UBL demands it, EN 16931 has no term for it.</summary>
    public string? NetworkId { get; init; }
}
