namespace OrderToCash.Invoicing;

/// <summary>An account to transfer to (BG-17).</summary>
public sealed record CreditTransfer
{
    /// <summary>The account, an IBAN for SEPA (BT-84).</summary>
    public string? AccountId { get; init; }

    /// <summary>Its holder (BT-85).</summary>
    public string? AccountName { get; init; }

    /// <summary>Its bank, a BIC (BT-86).</summary>
    public string? ServiceProviderId { get; init; }
}
