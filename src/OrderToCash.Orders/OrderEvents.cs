using System.Text.Json.Serialization;

namespace OrderToCash.Orders;

/// <summary>What happened to an order.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(OrderCaptured), "order.captured")]
[JsonDerivedType(typeof(CouponUsed), "order.coupon-used")]
[JsonDerivedType(typeof(CouponReturned), "order.coupon-returned")]
[JsonDerivedType(typeof(OrderAmended), "order.amended")]
[JsonDerivedType(typeof(FindingWaived), "order.finding-waived")]
[JsonDerivedType(typeof(OrderConfirmed), "order.confirmed")]
[JsonDerivedType(typeof(HoldPlaced), "order.hold-placed")]
[JsonDerivedType(typeof(HoldReleased), "order.hold-released")]
[JsonDerivedType(typeof(OrderShipped), "order.shipped")]
[JsonDerivedType(typeof(OrderInvoiced), "order.invoiced")]
[JsonDerivedType(typeof(OrderCredited), "order.credited")]
[JsonDerivedType(typeof(ReturnReceived), "order.return-received")]
[JsonDerivedType(typeof(RemainderCancelled), "order.remainder-cancelled")]
[JsonDerivedType(typeof(OrderClosed), "order.closed")]
public abstract record OrderEvent
{
    /// <summary>The order.</summary>
    public required OrderId Order { get; init; }

    /// <summary>Who.</summary>
    public required Actor By { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}

/// <summary>An order came in, was checked and priced.</summary>
public sealed record OrderCaptured : OrderEvent
{
    /// <summary>What was agreed, without the lines.</summary>
    public required OrderTerms Terms { get; init; }

    /// <summary>The lines with their amounts.</summary>
    public required EquatableArray<PricedLine> Lines { get; init; }

    /// <summary>What the rules found; none of them a malformed order.</summary>
    public EquatableArray<OrderFinding> Findings { get; init; }

    /// <summary>The key that finds the same order again.</summary>
    public required ContentHash ContentKey { get; init; }

    /// <summary>The policy it was checked under.</summary>
    public required string Policy { get; init; }

    /// <summary>The pricing policy it was priced under; null for the standard one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Pricing { get; init; }
}

/// <summary>A coupon took something off the order.</summary>
public sealed record CouponUsed : OrderEvent
{
    /// <summary>The coupon.</summary>
    public required CouponCode Coupon { get; init; }

    /// <summary>Who used it.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>What it took off, all lines together.</summary>
    public required Money Off { get; init; }
}

/// <summary>The order was cancelled before anything left: its coupon can be used again.</summary>
public sealed record CouponReturned : OrderEvent
{
    /// <summary>The coupon.</summary>
    public required CouponCode Coupon { get; init; }

    /// <summary>Who had used it.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>What it had taken off.</summary>
    public required Money Off { get; init; }
}

/// <summary>A running order was changed: what had moved stays, the rest was priced anew.</summary>
public sealed record OrderAmended : OrderEvent
{
    /// <summary>The number of the revision.</summary>
    public required int Revision { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>What is agreed now, without the lines.</summary>
    public required OrderTerms Terms { get; init; }

    /// <summary>The lines that had not moved, as they are priced now; those before them are gone.</summary>
    public required EquatableArray<PricedLine> Lines { get; init; }

    /// <summary>What will not come any more of lines that had moved.</summary>
    public EquatableArray<LineQuantity> Cancelled { get; init; }

    /// <summary>What pricing found.</summary>
    public EquatableArray<OrderFinding> Findings { get; init; }

    /// <summary>The coupons that take something off now.</summary>
    public EquatableArray<CouponUse> CouponUses { get; init; }

    /// <summary>The old and the new, side by side.</summary>
    public required EquatableArray<OrderChange> Changes { get; init; }

    /// <summary>What the order came to, before tax.</summary>
    public required Money Before { get; init; }

    /// <summary>What it comes to.</summary>
    public required Money After { get; init; }
}

/// <summary>Somebody took a finding on himself.</summary>
public sealed record FindingWaived : OrderEvent
{
    /// <summary>The finding's code.</summary>
    public required string Code { get; init; }

    /// <summary>The finding's target; empty for the whole order.</summary>
    public required string Target { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>The order was promised to the customer.</summary>
public sealed record OrderConfirmed : OrderEvent;

/// <summary>Goods must wait.</summary>
public sealed record HoldPlaced : OrderEvent
{
    /// <summary>Why, as a code.</summary>
    public required HoldType Type { get; init; }

    /// <summary>The line; <c>default</c> for the whole order.</summary>
    public OrderLineId Line { get; init; }

    /// <summary>True when shipping waits for it.</summary>
    public required bool IsBlocking { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>The role that must approve discounts; empty when no role may; null for any other hold.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NeedsRole { get; init; }
}

/// <summary>Goods need not wait any more.</summary>
public sealed record HoldReleased : OrderEvent
{
    /// <summary>The hold's type.</summary>
    public required HoldType Type { get; init; }

    /// <summary>The line; <c>default</c> for the whole order.</summary>
    public OrderLineId Line { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Reason { get; init; }
}

/// <summary>Goods left the house; one event for all lines of the shipment.</summary>
public sealed record OrderShipped : OrderEvent
{
    /// <summary>The shipment.</summary>
    public required ShipmentId Shipment { get; init; }

    /// <summary>The business day it left: the tax point of its goods.</summary>
    public required LocalDate On { get; init; }

    /// <summary>What left.</summary>
    public required EquatableArray<LineQuantity> Lines { get; init; }
}

/// <summary>Quantities were invoiced.</summary>
public sealed record OrderInvoiced : OrderEvent
{
    /// <summary>The invoice.</summary>
    public required InvoiceId Invoice { get; init; }

    /// <summary>The date on it; null in events stored before it was kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LocalDate? On { get; init; }

    /// <summary>What was invoiced.</summary>
    public required EquatableArray<LineQuantity> Lines { get; init; }
}

/// <summary>Invoiced quantities were credited.</summary>
public sealed record OrderCredited : OrderEvent
{
    /// <summary>The credit note.</summary>
    public required InvoiceId CreditNote { get; init; }

    /// <summary>The date on it; null in events stored before it was kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LocalDate? On { get; init; }

    /// <summary>What was credited.</summary>
    public required EquatableArray<LineQuantity> Lines { get; init; }
}

/// <summary>Goods came back.</summary>
public sealed record ReturnReceived : OrderEvent
{
    /// <summary>The business day they came back; null in events stored before it was kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LocalDate? On { get; init; }

    /// <summary>What came back.</summary>
    public required EquatableArray<LineQuantity> Lines { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>What was still to ship will not come any more.</summary>
public sealed record RemainderCancelled : OrderEvent
{
    /// <summary>What was cancelled.</summary>
    public required EquatableArray<LineQuantity> Lines { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>The order is over.</summary>
public sealed record OrderClosed : OrderEvent
{
    /// <summary>True when it was closed before it was delivered, invoiced and paid.</summary>
    public required bool IsShort { get; init; }

    /// <summary>Why it was closed short; empty for a regular end.</summary>
    public string Reason { get; init => field = value ?? ""; } = "";

    /// <summary>When it passed its stages: the facts of its cycle times.</summary>
    public required StageClock Clock { get; init; }
}
