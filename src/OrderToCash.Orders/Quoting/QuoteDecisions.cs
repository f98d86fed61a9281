namespace OrderToCash.Orders;

public sealed partial record Quote
{
    /// <summary>
    /// Offers prices. Refused with every blocking finding that can't be waived, and <see cref="OrderErrors.QuoteDates"/>.
    /// </summary>
    /// <param name="id">The quote's number.</param>
    /// <param name="terms">What the order will be.</param>
    /// <param name="lines">What is offered.</param>
    /// <param name="validThrough">The last day it holds, inclusive; not before the order date of the terms.</param>
    /// <param name="facts">The customer's group and coupon uses.</param>
    /// <param name="rules">Usually <see cref="OrderRules.BuiltIn"/>.</param>
    /// <param name="policy">The policy of the legal entity.</param>
    /// <param name="by">Who offers.</param>
    /// <param name="at">When.</param>
    public static Result<Decision<Quote, QuoteEvent>> Offer(QuoteId id, OrderTerms terms, EquatableArray<OrderLineTerms> lines,
        LocalDate validThrough, PricingFacts facts, EquatableArray<IOrderRule> rules, OrderPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(policy);
        if (validThrough < terms.OrderDate)
            return Refuse(OrderErrors.QuoteDates.At("validThrough", ("from", terms.OrderDate), ("through", validThrough)));
        var findings = OrderRules.Check(new() { Terms = terms, Lines = lines, Policy = policy }, rules);
        if (findings.Any(f => f is { Severity: FindingSeverity.Block, IsWaivable: false }))
            return Result.Failure<Decision<Quote, QuoteEvent>>(
                findings.Where(f => f.Severity == FindingSeverity.Block).Select(f => f.Error));
        var priced = OrderPricing.Price(terms, lines, policy.Pricing ?? PricingPolicy.Standard, facts, policy.LineRounding);
        var offered = new QuoteOffered
        {
            Quote = id, By = by, At = at, Terms = terms, Lines = priced.Lines, CouponUses = priced.CouponUses,
            Findings = priced.Findings.IsEmpty ? findings : findings.AddRange(priced.Findings),
            ValidThrough = validThrough, Policy = policy.Name,
        };
        return Decision.Born<Quote, QuoteEvent>(From(offered), offered);
    }

    /// <summary>
    /// The customer takes it: <see cref="Order.CaptureQuoted"/> makes the order in the same commit. Accepted before it is a
    /// decision without events. Refused with <see cref="OrderErrors.QuoteDecided"/>, <see cref="OrderErrors.QuoteExpired"/>.
    /// </summary>
    /// <param name="on">The day of the acceptance.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="at">When.</param>
    public Result<Decision<Quote, QuoteEvent>> Accept(LocalDate on, Actor by, Instant at)
    {
        if (Status == QuoteStatus.Accepted) return Decide();
        if (Status == QuoteStatus.Declined) return Refuse(Decided());
        return on > ValidThrough || Status == QuoteStatus.Expired
            ? Refuse(OrderErrors.QuoteExpired.With(("quote", Id), ("through", ValidThrough), ("on", on)))
            : Decide(new QuoteAccepted { Quote = Id, By = by, At = at, On = on, Order = Terms.Id });
    }

    /// <summary>
    /// The customer does not want it; a second time is a decision without events. Refused with
    /// <see cref="OrderErrors.ReasonMissing"/>, <see cref="OrderErrors.QuoteDecided"/>.
    /// </summary>
    public Result<Decision<Quote, QuoteEvent>> Decline(string reason, Actor by, Instant at)
    {
        if (Status == QuoteStatus.Declined) return Decide();
        if (Status == QuoteStatus.Accepted) return Refuse(Decided());
        return string.IsNullOrWhiteSpace(reason)
            ? Refuse(OrderErrors.ReasonMissing.At("reason"))
            : Decide(new QuoteDeclined { Quote = Id, By = by, At = at, Reason = reason });
    }

    /// <summary>Ends it when its last day went by; before, and when it is decided, nothing happens.</summary>
    public Result<Decision<Quote, QuoteEvent>> Expire(LocalDate on, Actor by, Instant at) =>
        Status != QuoteStatus.Offered || on <= ValidThrough
            ? Decide()
            : Decide(new QuoteExpired { Quote = Id, By = by, At = at, On = on });

    private DomainError Decided() => OrderErrors.QuoteDecided.With(("quote", Id), ("status", Status));

    private static Result<Decision<Quote, QuoteEvent>> Refuse(DomainError error) =>
        Result.Failure<Decision<Quote, QuoteEvent>>(error);

    private Result<Decision<Quote, QuoteEvent>> Decide(params ReadOnlySpan<QuoteEvent> events) =>
        Decision.Of(this, (state, happened) => state.Apply(happened), events);
}
