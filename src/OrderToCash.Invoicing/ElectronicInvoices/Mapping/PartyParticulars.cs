namespace OrderToCash.Invoicing;

/// <summary>What an e-invoice says of a party beyond what a posted document holds.</summary>
public sealed record PartyParticulars
{
    /// <summary>The electronic address (BT-34, BT-49); Peppol and XRechnung demand it.</summary>
    public DocumentId? Endpoint { get; init; }

    /// <summary>Identifiers, such as a GLN (BT-29, BT-46).</summary>
    public EquatableArray<DocumentId> Ids { get; init; }

    /// <summary>The scheme of the registration number (BT-30-1, BT-47-1): ISO 6523, such as 0192; null for none.</summary>
    public string? LegalIdScheme { get; init; }

    /// <summary>The name it is known by (BT-28, BT-45).</summary>
    public string? TradingName { get; init; }

    /// <summary>The local tax registration (BT-32); of the seller.</summary>
    public string? TaxRegistrationId { get; init; }

    /// <summary>Legal form, capital, court of registration (BT-33); of the seller.</summary>
    public string? AdditionalLegalInformation { get; init; }

    /// <summary>Whom to ask (BG-6, BG-9); XRechnung demands it of the seller.</summary>
    public DocumentContact? Contact { get; init; }
}
