namespace OrderToCash.Invoicing;

/// <summary>What an electronic invoice says of a seller or buyer besides name, address and tax registrations.</summary>
public sealed record PartyDetails
{
    /// <summary>The name it trades under (BT-28, BT-45).</summary>
    public string TradingName { get; init => field = value ?? ""; } = "";

    /// <summary>Ids with their ISO 6523 scheme (BT-29, BT-46).</summary>
    public EquatableArray<DocumentId> Ids { get; init; }

    /// <summary>The ISO 6523 scheme of the registration number (BT-30-1, BT-47-1).</summary>
    public string RegistrationScheme { get; init => field = value ?? ""; } = "";

    /// <summary>The local tax number, where there is one besides the VAT id (BT-32).</summary>
    public string LocalTaxNumber { get; init => field = value ?? ""; } = "";

    /// <summary>Legal form, share capital and the like (BT-33).</summary>
    public string LegalForm { get; init => field = value ?? ""; } = "";

    /// <summary>The electronic address with its EAS scheme (BT-34, BT-49).</summary>
    public DocumentId? Endpoint { get; init; }

    /// <summary>Whom to ask (BG-6, BG-9).</summary>
    public DocumentContact? Contact { get; init; }
}
