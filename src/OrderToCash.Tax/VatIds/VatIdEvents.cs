using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>What happens to the check of a VAT id.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(VatIdCheckRequested), "vat-id.check-requested")]
[JsonDerivedType(typeof(VatIdVerified), "vat-id.verified")]
[JsonDerivedType(typeof(VatIdRejected), "vat-id.rejected")]
[JsonDerivedType(typeof(VatIdCheckFailed), "vat-id.check-failed")]
public abstract record VatIdEvent
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>Who asked or answered.</summary>
    public required Actor By { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }
}

/// <summary>Somebody wants the id checked.</summary>
public sealed record VatIdCheckRequested : VatIdEvent
{
    /// <summary>The id with its country.</summary>
    public required TaxRegistration Registration { get; init; }
}

/// <summary>The service found the id valid.</summary>
public sealed record VatIdVerified : VatIdEvent
{
    /// <summary>The day of the answer.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The proof; empty when the service gave none.</summary>
    public string ConsultationNumber { get; init => field = value ?? ""; } = "";

    /// <summary>The name the id is registered for, when the service said.</summary>
    public string TraderName { get; init => field = value ?? ""; } = "";
}

/// <summary>The service found the id not valid.</summary>
public sealed record VatIdRejected : VatIdEvent
{
    /// <summary>The day of the answer.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The proof; empty when the service gave none.</summary>
    public string ConsultationNumber { get; init => field = value ?? ""; } = "";
}

/// <summary>The service gave no answer.</summary>
public sealed record VatIdCheckFailed : VatIdEvent
{
    /// <summary>Why.</summary>
    public string Reason { get; init => field = value ?? ""; } = "";
}
