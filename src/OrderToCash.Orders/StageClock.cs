using System.Text.Json.Serialization;

namespace OrderToCash.Orders;

/// <summary>When an order passed its stages; null for a stage it has not reached. The facts behind cycle times.</summary>
public sealed record StageClock
{
    /// <summary>Taken in.</summary>
    public required Instant Captured { get; init; }

    /// <summary>Promised to the customer.</summary>
    public Instant? Confirmed { get; init; }

    /// <summary>The first goods left.</summary>
    public Instant? FirstShipped { get; init; }

    /// <summary>The latest goods left; final when nothing is left to ship.</summary>
    public Instant? Shipped { get; init; }

    /// <summary>The latest invoice was recorded; final when nothing is left to invoice.</summary>
    public Instant? Invoiced { get; init; }

    /// <summary>Paid in full, as handed in at closure.</summary>
    public Instant? Paid { get; init; }

    /// <summary>Closed.</summary>
    public Instant? Closed { get; init; }

    /// <summary>From capture to payment; null until both are known.</summary>
    [JsonIgnore]
    public Duration? OrderToCash => Paid - Captured;
}
