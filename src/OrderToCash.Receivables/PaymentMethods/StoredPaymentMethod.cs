using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>A way to pay that a customer left with us: a token of the provider or a mandate, never the number itself.</summary>
public sealed record StoredPaymentMethod
{
    /// <summary>Its id.</summary>
    public required PaymentMethodId Id { get; init; }

    /// <summary>What sort.</summary>
    public required PaymentMethodKind Kind { get; init; }

    /// <summary>The provider's token, or the mandate's reference.</summary>
    public required string Token { get; init; }

    /// <summary>What the customer knows it by: <c>Visa ending in 4242</c>.</summary>
    public string Label { get; init => field = value ?? ""; } = "";

    /// <summary>The last day it can be used, inclusive; null when it does not expire.</summary>
    public LocalDate? ExpiresOn { get; init; }

    /// <summary>How many takings failed in a row.</summary>
    public int FailuresInARow { get; init; }

    /// <summary>Why nothing is taken from it automatically; empty when something may.</summary>
    public string BlockedBecause { get; init => field = value ?? ""; } = "";

    /// <summary>Why it is gone for good; empty while it is not.</summary>
    public string EndedBecause { get; init => field = value ?? ""; } = "";

    /// <summary>True when it is gone for good.</summary>
    [JsonIgnore]
    public bool IsEnded => EndedBecause.Length > 0;

    /// <summary>True when nothing is taken from it automatically.</summary>
    [JsonIgnore]
    public bool IsBlocked => BlockedBecause.Length > 0;

    /// <summary>True when money may be taken from it on a day without asking.</summary>
    public bool IsUsableOn(LocalDate day) => !IsBlocked && !IsEnded && (ExpiresOn is not { } last || day <= last);

    /// <summary>The label; the token stays out of logs.</summary>
    public override string ToString() => $"{Kind} {Label}";
}
