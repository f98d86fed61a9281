using System.Text.Json.Serialization;

namespace OrderToCash.Orders;

/// <summary>What happened to a quote.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(QuoteOffered), "quote.offered")]
[JsonDerivedType(typeof(QuoteAccepted), "quote.accepted")]
[JsonDerivedType(typeof(QuoteDeclined), "quote.declined")]
[JsonDerivedType(typeof(QuoteExpired), "quote.expired")]
public abstract record QuoteEvent
{
    /// <summary>The quote.</summary>
    public required QuoteId Quote { get; init; }

    /// <summary>Who.</summary>
    public required Actor By { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}

/// <summary>Prices were offered.</summary>
public sealed record QuoteOffered : QuoteEvent
{
    /// <summary>What the order will be; its number is that of the order.</summary>
    public required OrderTerms Terms { get; init; }

    /// <summary>The lines with their amounts, gifts and fees included.</summary>
    public required EquatableArray<PricedLine> Lines { get; init; }

    /// <summary>What the rules found.</summary>
    public EquatableArray<OrderFinding> Findings { get; init; }

    /// <summary>Coupons that take something off.</summary>
    public EquatableArray<CouponUse> CouponUses { get; init; }

    /// <summary>The last day it holds, inclusive.</summary>
    public required LocalDate ValidThrough { get; init; }

    /// <summary>The policy it was checked under.</summary>
    public required string Policy { get; init; }
}

/// <summary>The customer took it: the order has its prices.</summary>
public sealed record QuoteAccepted : QuoteEvent
{
    /// <summary>The day.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The order.</summary>
    public required OrderId Order { get; init; }
}

/// <summary>The customer does not want it.</summary>
public sealed record QuoteDeclined : QuoteEvent
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>Its last day went by.</summary>
public sealed record QuoteExpired : QuoteEvent
{
    /// <summary>The day it was noticed.</summary>
    public required LocalDate On { get; init; }
}
