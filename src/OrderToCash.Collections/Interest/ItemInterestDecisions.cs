using OrderToCash.Receivables;

namespace OrderToCash.Collections;

public sealed partial record ItemInterest
{
    /// <summary>
    /// Charges what is due and was not charged: the whole interest through a day less all charges so far, so that charges in any
    /// steps add up to one. What a dispute or a late entry made less later is made up by the days to come. Refuses
    /// <c>interest.other-item</c>, <c>charged-through</c>, <c>nothing-due</c>, <c>below-minimum</c>.
    /// </summary>
    /// <param name="computed">The interest since the due date.</param>
    /// <param name="minimum">What is charged at least.</param>
    /// <param name="charge">The id of the interest's item.</param>
    /// <param name="on">The date of the document.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<Decision<ItemInterest, ItemInterestEvent>> ChargeInterest(
        LateInterest computed, Money minimum, OpenItemId charge, LocalDate on, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(computed);
        if (computed.Item != Item || computed.Total.Currency != Currency)
            return Refuse(InterestErrors.OtherItem.At("computed", ("other", computed.Item), ("item", Item)));
        if (ChargedThrough is { } charged && computed.Through <= charged)
            return Refuse(InterestErrors.ChargedThrough.At("through",
                ("item", Item), ("charged", charged), ("through", computed.Through)));
        var amount = computed.Total - Charged;
        if (!amount.IsPositive)
            return Refuse(InterestErrors.NothingDue.With(
                ("item", Item), ("total", computed.Total), ("through", computed.Through), ("charged", Charged)));
        if (minimum.Currency == Currency && amount < minimum)
            return Refuse(InterestErrors.BelowMinimum.With(("item", Item), ("amount", amount), ("minimum", minimum)));
        return Happened(new LateInterestCharged
        {
            Item = Item, By = by, At = at, Computed = computed,
            Charge = new() { Charge = charge, Through = computed.Through, Amount = amount, On = on },
        });
    }

    /// <summary>
    /// Charges the lump sum by law, once. Refuses <c>interest.compensated</c>, <c>interest.no-compensation</c>: no scheme, no
    /// band, not late, or all of it disputed.
    /// </summary>
    /// <param name="item">The item owed.</param>
    /// <param name="pauses">What disputes keep out.</param>
    /// <param name="policy">The rule for this debtor.</param>
    /// <param name="charge">The id of the compensation's item.</param>
    /// <param name="on">The date of the document.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<Decision<ItemInterest, ItemInterestEvent>> Compensate(OpenItem item, EquatableArray<InterestPause> pauses,
        LateInterestPolicy policy, OpenItemId charge, LocalDate on, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(policy);
        if (item.Id != Item) return Refuse(InterestErrors.OtherItem.At("item", ("other", item.Id), ("item", Item)));
        if (!Compensation.IsNone)
            return Refuse(InterestErrors.Compensated.With(("item", Item), ("charge", Compensation)));
        if (policy.Compensation is not { } scheme) return None($"policy {policy.Code} has none");
        if (!item.IsDebit || !policy.Bears(item.Kind)) return None($"a {item.Kind} bears none");
        var late = LateInterest.Spans(item, pauses, on);
        if (late.IsEmpty) return None("it was not late");
        // The debt is what was late first.
        var amount = scheme.For(late[0].Amount);
        return amount.IsPositive
            ? Happened(new LateCompensationCharged { Item = Item, By = by, At = at, Charge = charge, Amount = amount, On = on })
            : None($"{scheme.Code} has none in {Currency}");

        Result<Decision<ItemInterest, ItemInterestEvent>> None(string why) =>
            Refuse(InterestErrors.NoCompensation.With(("item", Item), ("why", why)));
    }

    /// <summary>
    /// Gives a charge up: its days stay charged. Nothing happens when that was done. Refuses <c>interest.charge-unknown</c>,
    /// <c>interest.reason-missing</c>.
    /// </summary>
    public Result<Decision<ItemInterest, ItemInterestEvent>> Waive(
        OpenItemId charge, string reason, LocalDate on, Actor by, Instant at)
    {
        if (Charge(charge) is not { } known)
            return Refuse(InterestErrors.ChargeUnknown.At("charge", ("item", Item), ("charge", charge)));
        if (known.WaivedBecause.Length > 0) return Happened();
        return string.IsNullOrWhiteSpace(reason)
            ? Refuse(InterestErrors.ReasonMissing.At("reason", ("charge", charge)))
            : Happened(new LateInterestWaived { Item = Item, By = by, At = at, Charge = charge, Reason = reason, On = on });
    }

    private static Result<Decision<ItemInterest, ItemInterestEvent>> Refuse(DomainError error) =>
        Result.Failure<Decision<ItemInterest, ItemInterestEvent>>(error);

    private Result<Decision<ItemInterest, ItemInterestEvent>> Happened(params ReadOnlySpan<ItemInterestEvent> events) =>
        Decision.Of(this, static (s, e) => s.Apply(e), events);
}
