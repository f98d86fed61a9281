using System.Text.Json.Serialization;

namespace OrderToCash.Credit;

/// <summary>What one order holds of the exposure before it is invoiced. An empty position leaves the state.</summary>
public sealed record CreditPosition
{
    /// <summary>The order.</summary>
    public required OrderId Order { get; init; }

    /// <summary>The latest revision of the order that was reserved for; 0 for goods that left without a reservation.</summary>
    public required int Revision { get; init; }

    /// <summary>The latest revision that was confirmed; 0 before the first.</summary>
    public required int ConfirmedRevision { get; init; }

    /// <summary>Held, not confirmed.</summary>
    public required Money Reserved { get; init; }

    /// <summary>When the reservation ends, itself excluded; null without one.</summary>
    public Instant? ReservedUntil { get; init; }

    /// <summary>Confirmed, not delivered.</summary>
    public required Money Ordered { get; init; }

    /// <summary>Delivered, not invoiced.</summary>
    public required Money Delivered { get; init; }

    /// <summary>All three together.</summary>
    [JsonIgnore]
    public Money Total => Reserved + Ordered + Delivered;

    internal bool Covers(int revision) => revision <= ConfirmedRevision || Reserved.IsPositive && revision <= Revision;

    internal bool HasExpired(Instant at) => ReservedUntil is { } until && until <= at;
}
