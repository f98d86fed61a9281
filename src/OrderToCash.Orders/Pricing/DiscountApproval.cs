namespace OrderToCash.Orders;

public sealed partial record Order
{
    /// <summary>What was given away by hand; O(lines).</summary>
    /// <param name="policy">Names the rounding.</param>
    public DiscountFacts GivenAway(OrderPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return DiscountFacts.Of(Lines.Select(l => l.Priced).ToEquatableArray(), Terms.Currency, policy.LineRounding);
    }

    /// <summary>
    /// A person with the authority takes the discounts given by hand on himself: the price hold ends. Refused:
    /// <see cref="OrderErrors.HoldUnknown"/> when nothing waits for it, <see cref="OrderErrors.ReasonMissing"/>,
    /// <see cref="OrderErrors.PersonNeeded"/>, <see cref="PricingErrors.MakerIsChecker"/> for who captured the order,
    /// <see cref="PricingErrors.NoAuthority"/>; <see cref="PricingErrors.AuthorityMissing"/> with what goes beyond his roles.
    /// </summary>
    /// <param name="reason">Why.</param>
    /// <param name="roles">The roles of who approves.</param>
    /// <param name="on">The business day: names the version of the authority.</param>
    /// <param name="policy">Names the authority.</param>
    /// <param name="by">Who approves.</param>
    /// <param name="at">When.</param>
    public Result<Decision<Order, OrderEvent>> ApproveDiscounts(string reason, EquatableArray<string> roles, LocalDate on,
        OrderPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (Holds.FirstOrDefault(h => h.NeedsRole is not null) is not { } hold)
            return Refused(OrderErrors.HoldUnknown.With(("type", HoldType.Price), ("scope", ScopeOf(default))));
        if (string.IsNullOrWhiteSpace(reason)) return Refused(OrderErrors.ReasonMissing.At("reason"));
        if (by.IsAutomatic) return Refused(OrderErrors.PersonNeeded.With(("actor", by)));
        if (by.Id == hold.By.Id) return Refused(PricingErrors.MakerIsChecker.With(("actor", by), ("order", Id)));
        if (DiscountAuthority.On(policy.DiscountAuthority, on) is not { } authority)
            return Refused(PricingErrors.NoAuthority.With(("date", on)));
        var verdict = authority.Judge(GivenAway(policy), roles);
        return verdict.IsAllowed
            ? Happened(new HoldReleased { Order = Id, By = by, At = at, Type = hold.Type, Line = hold.Line, Reason = reason })
            : Result.Failure<Decision<Order, OrderEvent>>(
            [
                PricingErrors.AuthorityMissing.With(("actor", by), ("order", Id), ("role", verdict.Role)), .. verdict.Reasons,
            ]);
    }

    /// <summary>The hold that the discounts of a captured order need; null when they are within the authority.</summary>
    private HoldPlaced? DiscountHold(EquatableArray<string> roles, OrderPolicy policy, Actor by, Instant at)
    {
        if (policy.DiscountAuthority.IsEmpty) return null;
        var facts = GivenAway(policy);
        if (facts.IsNothing) return null;
        var verdict = DiscountAuthority.On(policy.DiscountAuthority, Terms.OrderDate)?.Judge(facts, roles);
        if (verdict is { IsAllowed: true }) return null;
        EquatableArray<DomainError> reasons = verdict?.Reasons ?? [PricingErrors.NoAuthority.With(("date", Terms.OrderDate))];
        return new()
        {
            Order = Id, By = by, At = at, Type = HoldType.Price, IsBlocking = true, NeedsRole = verdict?.Role ?? "",
            Reason = string.Join(" ", reasons.Select(r => r.Message)),
        };
    }
}
