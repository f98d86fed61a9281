using System.Text.Json.Serialization;

namespace OrderToCash.Credit;

/// <summary>
/// What a customer owes or will owe, gross, in the limit's currency. Each unit of value is in exactly one bucket.
/// </summary>
public sealed record CreditExposure
{
    /// <summary>Headroom held for orders that are not confirmed yet.</summary>
    public required Money Reserved { get; init; }

    /// <summary>Confirmed and not yet delivered.</summary>
    public required Money Ordered { get; init; }

    /// <summary>Delivered and not yet invoiced.</summary>
    public required Money DeliveredNotInvoiced { get; init; }

    /// <summary>Invoiced and not yet settled, disputed parts included.</summary>
    public required Money OpenReceivable { get; init; }

    /// <summary>Money and credit notes not yet applied; it lowers the total.</summary>
    public required Money UnappliedCredit { get; init; }

    /// <summary>The four buckets less the unapplied credit; below zero when the customer has money with us.</summary>
    [JsonIgnore]
    public Money Total => Reserved + Ordered + DeliveredNotInvoiced + OpenReceivable - UnappliedCredit;
}
