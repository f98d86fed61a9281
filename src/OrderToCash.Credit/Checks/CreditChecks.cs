namespace OrderToCash.Credit;

public sealed partial record CreditAccount
{
    /// <summary>
    /// Checks an order against limit and rules and, when the answer is yes, holds the headroom in the same step. A no is a
    /// decision too, with an event, not a refusal. Reservations that ended are dropped first. Refused:
    /// <see cref="CreditErrors.CurrencyMismatch"/>, <see cref="CreditErrors.AmountNotPositive"/>,
    /// <see cref="CreditErrors.AlreadyReserved"/>.
    /// </summary>
    /// <param name="request">The order; of an order that holds something already only what comes on top.</param>
    /// <param name="facts">What the house knows of the customer.</param>
    /// <param name="policy">What is made of it.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<Decision<CreditAccount, CreditEvent>> CheckAndReserve(
        CreditCheckRequest request, CreditFacts facts, CreditPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(policy);
        if (CheckAmount(request.Amount, "amount") is { } wrong) return Refused(wrong);
        var events = new List<CreditEvent>(2);
        var current = this;
        if (Expired(by, at) is { } expired)
        {
            events.Add(expired);
            current = Apply(expired);
        }
        if (current.Position(request.Order)?.Covers(request.Revision) == true)
            return Refused(CreditErrors.AlreadyReserved.At("revision", ("order", request.Order), ("revision", request.Revision)));
        var decision = current.Assess(request, facts, policy);
        var until = at + Duration.FromHours(policy.ReservationHours == 0 ? 72 : policy.ReservationHours);
        events.Add(decision.IsApproved
            ? new CreditReserved { LegalEntity = LegalEntity, Customer = Customer, By = by, At = at, Decision = decision,
                Until = until }
            : new CreditWithheld { LegalEntity = LegalEntity, Customer = Customer, By = by, At = at, Decision = decision });
        return Happened([.. events]);
    }

    /// <summary>
    /// Follows an amendment of an order: only an increase is checked, as by <see cref="CheckAndReserve"/>; a decrease frees what
    /// it frees without a check; an equal amount changes nothing and has no event. Refused as those two are.
    /// </summary>
    /// <param name="request">The order with its new revision and its new gross amount; zero or more.</param>
    /// <param name="before">The gross amount of the revision before.</param>
    /// <param name="facts">What the house knows of the customer.</param>
    /// <param name="policy">What is made of it.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<Decision<CreditAccount, CreditEvent>> CheckAmendment(
        CreditCheckRequest request, Money before, CreditFacts facts, CreditPolicy policy, Actor by, Instant at)
    {
        if (CheckZeroOrMore(request.Amount, "amount") is { } wrong) return Refused(wrong);
        if (CheckZeroOrMore(before, "before") is { } wrongBefore) return Refused(wrongBefore);
        var increase = request.Amount - before;
        return increase.Sign switch
        {
            > 0 => CheckAndReserve(request with { Amount = increase }, facts, policy, by, at),
            < 0 => CancelRemainder(request.Order, -increase, by, at),
            _ => Happened(),
        };
    }

    /// <summary>What <see cref="CheckAndReserve"/> would decide, and the exposure it would leave; nothing happens.</summary>
    /// <returns>The decision, or what the check would refuse.</returns>
    public Result<CreditDecision> WhatIf(CreditCheckRequest request, CreditFacts facts, CreditPolicy policy, Instant at)
    {
        var answer = CheckAndReserve(request, facts, policy, Actor.System("what-if"), at);
        return answer.Map(d => d.Events[^1] is CreditReserved reserved ? reserved.Decision
            : ((CreditWithheld)d.Events[^1]).Decision);
    }

    /// <summary>
    /// Lets one revision of an order pass a hold, up to an amount and until a day; it takes the place of an earlier release of
    /// the order. What is rejected can't be released. Refused: <see cref="CreditErrors.CurrencyMismatch"/>,
    /// <see cref="CreditErrors.AmountNotPositive"/>, <see cref="CreditErrors.ReasonMissing"/>,
    /// <see cref="CreditErrors.ReleaseEnded"/>, <see cref="CreditErrors.BeyondAuthority"/>.
    /// </summary>
    /// <param name="request">The order, its revision and the most that may pass.</param>
    /// <param name="on">The business day of the release.</param>
    /// <param name="until">The last day it holds.</param>
    /// <param name="authority">Up to which amount the actor may release, itself included.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<Decision<CreditAccount, CreditEvent>> Release(
        CreditCheckRequest request, LocalDate on, LocalDate until, Money authority, string reason, Actor by, Instant at)
    {
        if (CheckAmount(request.Amount, "amount") is { } wrong) return Refused(wrong);
        if (authority.Currency != Currency)
            return Refused(CreditErrors.CurrencyMismatch.At("authority", ("amount", authority), ("currency", Currency)));
        if (string.IsNullOrWhiteSpace(reason)) return Refused(CreditErrors.ReasonMissing.At("reason"));
        if (until < on) return Refused(CreditErrors.ReleaseEnded.At("until", ("until", until), ("on", on)));
        if (request.Amount > authority)
            return Refused(CreditErrors.BeyondAuthority.At("amount", ("amount", request.Amount), ("authority", authority),
                ("actor", by)));
        var release = new CreditRelease
        {
            Order = request.Order, Revision = request.Revision, Amount = request.Amount, Until = until, Reason = reason, By = by,
        };
        return Happened(new CreditReleased { LegalEntity = LegalEntity, Customer = Customer, By = by, At = at,
            Release = release });
    }

    private CreditDecision Assess(CreditCheckRequest request, CreditFacts facts, CreditPolicy policy)
    {
        var decision = new CreditDecision
        {
            Outcome = CreditOutcome.Approve, Order = request.Order, Revision = request.Revision, Amount = request.Amount,
            Limit = LimitOn(facts.On)?.Limit ?? policy.DefaultLimit ?? CreditLimit.Zero, Exposure = Exposure,
            Facts = facts, Policy = policy.Name, AccountVersion = Version,
        };
        var reasons = new List<CreditCheckReason>();
        foreach (var rule in CreditRules.All)
            if (rule(decision, policy) is { } reason) reasons.Add(reason);
        var worst = reasons.Count == 0 ? CreditOutcome.Approve : reasons.Max(r => r.Outcome);
        var release = worst == CreditOutcome.Hold ? ReleaseFor(request, facts.On) : null;
        return decision with
        {
            Reasons = reasons.ToEquatableArray(), Release = release,
            Outcome = release is null ? worst : CreditOutcome.ApproveWithWarning,
        };
    }

    private CreditRelease? ReleaseFor(CreditCheckRequest request, LocalDate on)
    {
        foreach (var release in Releases)
            if (release.Order == request.Order && release.Revision == request.Revision && request.Amount <= release.Amount
                && on <= release.Until)
                return release;
        return null;
    }
}
