using System.Text.Json.Serialization;

namespace OrderToCash.Orders;

/// <summary>Prices offered to a customer for a while: what becomes an order without being priced again.</summary>
public sealed partial record Quote
{
    /// <summary>Its number.</summary>
    public required QuoteId Id { get; init; }

    /// <summary>What the order will be.</summary>
    public required OrderTerms Terms { get; init; }

    /// <summary>The lines with their amounts, gifts and fees included.</summary>
    public required EquatableArray<PricedLine> Lines { get; init; }

    /// <summary>What the rules found.</summary>
    public EquatableArray<OrderFinding> Findings { get; init; }

    /// <summary>Coupons that take something off; they are used when it is accepted.</summary>
    public EquatableArray<CouponUse> CouponUses { get; init; }

    /// <summary>The last day it holds, inclusive.</summary>
    public required LocalDate ValidThrough { get; init; }

    /// <summary>The policy it was checked under.</summary>
    public required string Policy { get; init; }

    /// <summary>Where it stands.</summary>
    public QuoteStatus Status { get; init; }

    /// <summary>The order it became; none while it did not.</summary>
    public OrderId Order { get; init; }

    /// <summary>Why it was declined; empty when it was not.</summary>
    public string DeclinedBecause { get; init => field = value ?? ""; } = "";

    /// <summary>What it comes to, before tax.</summary>
    [JsonIgnore]
    public Money Amount => Money.Sum(Lines.Select(l => l.Amount), Terms.Currency);

    /// <summary>The state after the first event.</summary>
    public static Quote From(QuoteOffered offered)
    {
        ArgumentNullException.ThrowIfNull(offered);
        return new()
        {
            Id = offered.Quote, Terms = offered.Terms, Lines = offered.Lines, Findings = offered.Findings,
            CouponUses = offered.CouponUses, ValidThrough = offered.ValidThrough, Policy = offered.Policy,
        };
    }

    /// <summary>The state after an event.</summary>
    /// <exception cref="ArgumentException">The event is another quote's, or of a kind this version does not know.</exception>
    public Quote Apply(QuoteEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        if (happened.Quote != Id)
            throw new ArgumentException($"An event of {happened.Quote} does not fit {Id}.", nameof(happened));
        return happened switch
        {
            QuoteOffered offered => From(offered),
            QuoteAccepted accepted => this with { Status = QuoteStatus.Accepted, Order = accepted.Order },
            QuoteDeclined declined => this with { Status = QuoteStatus.Declined, DeclinedBecause = declined.Reason },
            QuoteExpired => this with { Status = QuoteStatus.Expired },
            _ => throw new ArgumentException($"A quote does not know {happened.GetType().Name}.", nameof(happened)),
        };
    }

    /// <summary>Every broken invariant of a stored quote: <see cref="OrderErrors.StateBroken"/>.</summary>
    public EquatableArray<DomainError> Check()
    {
        var errors = new List<DomainError>();
        if (Lines.IsEmpty) Broken("lines", "there is no line");
        if (Lines.Any(l => l.Gross.Currency != Terms.Currency || !l.IsReplayed)) Broken("lines", "an amount does not follow");
        if (Status == QuoteStatus.Accepted == Order.IsNone) Broken("order", "an order and an acceptance go together");
        if (Status == QuoteStatus.Declined == (DeclinedBecause.Length == 0)) Broken("declinedBecause", "a decline has a reason");
        return [.. errors];

        void Broken(string target, string what) => errors.Add(OrderErrors.StateBroken.At(target, ("what", what)));
    }
}
