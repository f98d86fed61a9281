namespace OrderToCash.Invoicing;

/// <summary>A party: seller (BG-4), buyer (BG-7), payee (BG-10) or tax representative (BG-11).</summary>
public sealed record DocumentParty
{
    /// <summary>The registered name (BT-27, BT-44, BT-59, BT-62).</summary>
    public string? Name { get; init; }

    /// <summary>The name it is known by (BT-28, BT-45).</summary>
    public string? TradingName { get; init; }

    /// <summary>Its identifiers (BT-29, BT-46, BT-60).</summary>
    public EquatableArray<DocumentId> Ids { get; init; }

    /// <summary>Its registration as a legal entity (BT-30, BT-47, BT-61).</summary>
    public DocumentId? LegalId { get; init; }

    /// <summary>Its VAT id, with the country prefix (BT-31, BT-48, BT-63).</summary>
    public string? VatId { get; init; }

    /// <summary>Its local tax registration (BT-32).</summary>
    public string? TaxRegistrationId { get; init; }

    /// <summary>Legal form, capital, court of registration (BT-33).</summary>
    public string? AdditionalLegalInformation { get; init; }

    /// <summary>Its electronic address (BT-34, BT-49).</summary>
    public DocumentId? Endpoint { get; init; }

    /// <summary>Its postal address (BG-5, BG-8, BG-12).</summary>
    public DocumentAddress? Address { get; init; }

    /// <summary>Whom to ask (BG-6, BG-9).</summary>
    public DocumentContact? Contact { get; init; }
}
