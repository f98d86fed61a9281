using System.Text.Json.Serialization;
using OrderToCash.Orders;

namespace OrderToCash;

/// <summary>Changes a running order; credit is checked for the increase.</summary>
public sealed record AmendOrder : Command
{
    /// <summary>Which order.</summary>
    public required OrderId Order { get; init; }

    /// <summary>What it is to become.</summary>
    public required OrderAmendment Amendment { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }

    /// <summary>What pricing must know of the customer and of who gives discounts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PricingFacts Pricing { get; init; }
}

/// <summary>Offers prices to a customer.</summary>
public sealed record OfferQuote : Command
{
    /// <summary>The quote's number.</summary>
    public required QuoteId Quote { get; init; }

    /// <summary>What the order will be; its number is that of the order.</summary>
    public required OrderTerms Terms { get; init; }

    /// <summary>What is offered, at which price.</summary>
    public required EquatableArray<OrderLineTerms> Lines { get; init; }

    /// <summary>The last day it holds, inclusive.</summary>
    public required LocalDate ValidThrough { get; init; }

    /// <summary>What pricing must know of the customer.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PricingFacts Pricing { get; init; }
}

/// <summary>The customer takes a quote: its order is captured at its prices.</summary>
public sealed record AcceptQuote : Command
{
    /// <summary>Which quote.</summary>
    public required QuoteId Quote { get; init; }

    /// <summary>The day of the acceptance.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The roles of who takes the order in: who may give the discounts in it.</summary>
    public EquatableArray<string> Roles { get; init; }
}

/// <summary>The customer does not want a quote.</summary>
public sealed record DeclineQuote : Command
{
    /// <summary>Which quote.</summary>
    public required QuoteId Quote { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>Ends a quote whose last day went by; before that nothing happens.</summary>
public sealed record ExpireQuote : Command
{
    /// <summary>Which quote.</summary>
    public required QuoteId Quote { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }
}
