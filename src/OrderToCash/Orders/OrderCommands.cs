using System.Text.Json.Serialization;
using OrderToCash.Orders;

namespace OrderToCash;

/// <summary>Captures an order from any channel.</summary>
public sealed record CaptureOrder : Command
{
    /// <summary>Who orders, from whom, where to, when.</summary>
    public required OrderTerms Terms { get; init; }

    /// <summary>What is ordered, at which price.</summary>
    public required EquatableArray<OrderLineTerms> Lines { get; init; }

    /// <summary>What pricing must know of the customer and of who gives discounts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PricingFacts Pricing { get; init; }
}

/// <summary>
/// Confirms an order: credit is checked and reserved in the same commit; what credit withholds is put on hold instead.
/// </summary>
public sealed record ConfirmOrder : Command
{
    /// <summary>Which order.</summary>
    public required OrderId Order { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>Approves discounts that wait on a price hold.</summary>
public sealed record ApproveDiscounts : Command
{
    /// <summary>Which order.</summary>
    public required OrderId Order { get; init; }

    /// <summary>The roles of who approves, as the host knows them.</summary>
    public required EquatableArray<string> Roles { get; init; }

    /// <summary>The business date: names the version of the authority.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>Ships goods of an order.</summary>
public sealed record ShipOrder : Command
{
    /// <summary>Which order.</summary>
    public required OrderId Order { get; init; }

    /// <summary>The shipment's number.</summary>
    public required ShipmentId Shipment { get; init; }

    /// <summary>The day the goods left.</summary>
    public required LocalDate On { get; init; }

    /// <summary>What left; empty for all that is still to ship.</summary>
    public EquatableArray<LineQuantity> Lines { get; init; }
}

/// <summary>Closes an order that is delivered, invoiced and paid.</summary>
public sealed record CloseOrder : Command
{
    /// <summary>Which order.</summary>
    public required OrderId Order { get; init; }

    /// <summary>When the last of its invoices was settled.</summary>
    public Instant? PaidAt { get; init; }
}

/// <summary>Cancels what is still to ship of an order.</summary>
public sealed record CancelOrderRemainder : Command
{
    /// <summary>Which order.</summary>
    public required OrderId Order { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}
