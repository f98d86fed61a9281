namespace OrderToCash.Invoicing;

/// <summary>What a document refers to besides orders and preceding invoices.</summary>
public sealed record DocumentReferences
{
    /// <summary>The project (BT-11).</summary>
    public string Project { get; init => field = value ?? ""; } = "";

    /// <summary>The contract (BT-12).</summary>
    public string Contract { get; init => field = value ?? ""; } = "";

    /// <summary>The seller's order (BT-14).</summary>
    public string SalesOrder { get; init => field = value ?? ""; } = "";

    /// <summary>The receiving advice (BT-15).</summary>
    public string ReceivingAdvice { get; init => field = value ?? ""; } = "";

    /// <summary>The despatch advice (BT-16).</summary>
    public string DespatchAdvice { get; init => field = value ?? ""; } = "";

    /// <summary>The call for tenders or the lot (BT-17).</summary>
    public string Tender { get; init => field = value ?? ""; } = "";

    /// <summary>What the invoice is about: a meter, a vehicle, a subscription (BT-18).</summary>
    public DocumentId? InvoicedObject { get; init; }

    /// <summary>Where the buyer books it (BT-19).</summary>
    public string BuyerAccounting { get; init => field = value ?? ""; } = "";

    /// <summary>Supporting documents (BG-24).</summary>
    public EquatableArray<SupportingDocument> Supporting { get; init; }
}
