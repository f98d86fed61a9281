namespace OrderToCash.Tax;

/// <summary>A question to the service that checks VAT ids (VIES, HMRC).</summary>
public sealed record VatIdQuery
{
    /// <summary>The id to check, with its country.</summary>
    public required TaxRegistration Registration { get; init; }

    /// <summary>The seller's own id: services give a consultation number only to who names himself; may be empty.</summary>
    public string RequesterId { get; init => field = value ?? ""; } = "";
}
