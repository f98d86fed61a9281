namespace OrderToCash.Orders;

public sealed partial record Order
{
    /// <summary>
    /// Takes an order in: checks it by all rules at once, prices it and keeps the findings. Refused with every blocking finding
    /// when one of them is about a malformed order, or with <see cref="OrderErrors.Duplicate"/> when the same order is known.
    /// </summary>
    /// <param name="terms">What was agreed.</param>
    /// <param name="lines">What was ordered.</param>
    /// <param name="sameReference">Known orders with the same <see cref="OrderContent.ReferenceKeyOf"/>.</param>
    /// <param name="rules">Usually <see cref="OrderRules.BuiltIn"/>.</param>
    /// <param name="policy">The policy of the legal entity.</param>
    /// <param name="by">Who captures.</param>
    /// <param name="at">When.</param>
    public static Result<Decision<Order, OrderEvent>> Capture(OrderTerms terms, EquatableArray<OrderLineTerms> lines,
        EquatableArray<KnownOrder> sameReference, EquatableArray<IOrderRule> rules, OrderPolicy policy, Actor by, Instant at) =>
        Capture(terms, lines, default, sameReference, rules, policy, by, at);

    /// <summary>
    /// The same, with facts for pricing. Coupons that are not taken and fees that can't be measured are findings; discounts
    /// beyond the authority of who gives them put the order on a price hold until <see cref="ApproveDiscounts"/>.
    /// </summary>
    /// <param name="terms">What was agreed.</param>
    /// <param name="lines">What was ordered.</param>
    /// <param name="facts">The customer's group, coupon uses, roles of who gives discounts.</param>
    /// <param name="sameReference">Known orders with the same <see cref="OrderContent.ReferenceKeyOf"/>.</param>
    /// <param name="rules">Usually <see cref="OrderRules.BuiltIn"/>.</param>
    /// <param name="policy">The policy of the legal entity.</param>
    /// <param name="by">Who captures.</param>
    /// <param name="at">When.</param>
    public static Result<Decision<Order, OrderEvent>> Capture(OrderTerms terms, EquatableArray<OrderLineTerms> lines,
        PricingFacts facts, EquatableArray<KnownOrder> sameReference, EquatableArray<IOrderRule> rules, OrderPolicy policy,
        Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(policy);
        var key = OrderContent.KeyOf(terms, lines);
        foreach (var known in sameReference)
            if (known.ContentKey == key)
                return Refused(OrderErrors.Duplicate.At("externalReference", ("known", known.Id),
                    ("reference", terms.ExternalReference)));
        var findings = OrderRules.Check(new() { Terms = terms, Lines = lines, SameReference = sameReference, Policy = policy },
            rules);
        if (findings.Any(f => f is { Severity: FindingSeverity.Block, IsWaivable: false }))
            return Result.Failure<Decision<Order, OrderEvent>>(findings
                .Where(f => f.Severity == FindingSeverity.Block).Select(f => f.Error));
        var priced = OrderPricing.Price(terms, lines, policy.Pricing ?? PricingPolicy.Standard, facts, policy.LineRounding);
        return Born(new()
        {
            Order = terms.Id, By = by, At = at, Terms = terms, Lines = priced.Lines,
            Findings = priced.Findings.IsEmpty ? findings : findings.AddRange(priced.Findings), ContentKey = key,
            Policy = policy.Name, Pricing = policy.Pricing?.Name,
        }, priced.CouponUses, facts.Roles, policy);
    }

    /// <summary>
    /// Takes in the order that a quote became, at the prices that were offered: nothing is priced again. Refused with
    /// <see cref="OrderErrors.QuoteDecided"/> for a quote that was not accepted.
    /// </summary>
    /// <param name="quote">The accepted quote.</param>
    /// <param name="roles">The roles of who takes it in: who may give the discounts in it.</param>
    /// <param name="policy">The policy of the legal entity.</param>
    /// <param name="by">Who captures.</param>
    /// <param name="at">When.</param>
    public static Result<Decision<Order, OrderEvent>> CaptureQuoted(
        Quote quote, EquatableArray<string> roles, OrderPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(quote);
        ArgumentNullException.ThrowIfNull(policy);
        if (quote.Status != QuoteStatus.Accepted)
            return Refused(OrderErrors.QuoteDecided.With(("quote", quote.Id), ("status", quote.Status)));
        return Born(new()
        {
            Order = quote.Terms.Id, By = by, At = at, Terms = quote.Terms, Lines = quote.Lines, Findings = quote.Findings,
            ContentKey = OrderContent.KeyOf(quote.Terms, OrderPricing.Wanted(quote.Lines)), Policy = quote.Policy,
            Pricing = policy.Pricing?.Name,
        }, quote.CouponUses, roles, policy);
    }

    private static Result<Decision<Order, OrderEvent>> Born(OrderCaptured captured, EquatableArray<CouponUse> coupons,
        EquatableArray<string> roles, OrderPolicy policy)
    {
        var state = From(captured);
        List<OrderEvent> events = [captured];
        foreach (var use in coupons)
            events.Add(new CouponUsed { Order = captured.Order, By = captured.By, At = captured.At, Coupon = use.Coupon,
                Customer = use.Customer, Off = use.Off });
        if (state.DiscountHold(roles, policy, captured.By, captured.At) is { } hold) events.Add(hold);
        for (var i = 1; i < events.Count; i++) state = state.Apply(events[i]);
        return Result.Success(new Decision<Order, OrderEvent> { State = state, Events = events.ToEquatableArray() });
    }

    /// <summary>
    /// A person takes a finding on himself; one that is waived already stays as it is, without an event. Refused:
    /// <see cref="OrderErrors.Closed"/>, <see cref="OrderErrors.FindingUnknown"/>, <see cref="OrderErrors.ReasonMissing"/>,
    /// <see cref="OrderErrors.PersonNeeded"/>.
    /// </summary>
    public Result<Decision<Order, OrderEvent>> Waive(string code, string? target, string reason, Actor by, Instant at)
    {
        if (IsOver() is { } over) return Refused(over);
        var found = Findings.FirstOrDefault(f => f.Error.Code == code && (f.Error.Target ?? "") == (target ?? ""));
        if (found is null) return Refused(OrderErrors.FindingUnknown.With(("order", Id), ("code", code), ("target", target)));
        if (string.IsNullOrWhiteSpace(reason)) return Refused(OrderErrors.ReasonMissing.At("reason"));
        if (by.IsAutomatic) return Refused(OrderErrors.PersonNeeded.With(("actor", by)));
        return found.Waiver is not null
            ? Unchanged()
            : Happened(new FindingWaived { Order = Id, By = by, At = at, Code = code, Target = target ?? "", Reason = reason });
    }

    /// <summary>
    /// Promises the order; a confirmed one stays as it is, without an event. Refused: <see cref="OrderErrors.Closed"/>,
    /// <see cref="OrderErrors.Cancelled"/>, and <see cref="OrderErrors.FindingsOpen"/> once for each blocking finding without a
    /// waiver.
    /// </summary>
    public Result<Decision<Order, OrderEvent>> Confirm(Actor by, Instant at)
    {
        if (IsOver() is { } over) return Refused(over);
        if (Clock.Confirmed is not null) return Unchanged();
        var open = Findings.Where(f => f.IsOpenBlock)
            .Select(f => OrderErrors.FindingsOpen.At(f.Error.Target, ("order", Id), ("code", f.Error.Code),
                ("target", f.Error.Target)))
            .ToArray();
        return open.Length > 0
            ? Result.Failure<Decision<Order, OrderEvent>>(open)
            : Happened(new OrderConfirmed { Order = Id, By = by, At = at });
    }

    /// <summary>
    /// Makes goods wait, of the order or of one line. Refused: <see cref="OrderErrors.Closed"/>,
    /// <see cref="OrderErrors.Cancelled"/>, <see cref="OrderErrors.LineUnknown"/>, <see cref="OrderErrors.ReasonMissing"/>,
    /// <see cref="OrderErrors.HoldExists"/>.
    /// </summary>
    /// <param name="type">Why, as a code.</param>
    /// <param name="line">The line; <c>default</c> for the whole order.</param>
    /// <param name="isBlocking">False for a mere note to whoever ships.</param>
    /// <param name="reason">Why, in words.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<Decision<Order, OrderEvent>> PlaceHold(HoldType type, OrderLineId line, bool isBlocking, string reason,
        Actor by, Instant at)
    {
        if (type.IsNone) throw new ArgumentException("A hold needs a type.", nameof(type));
        if (IsOver() is { } over) return Refused(over);
        if (!line.IsNone && Line(line) is null) return Refused(OrderErrors.LineUnknown.At("line", ("line", line)));
        if (string.IsNullOrWhiteSpace(reason)) return Refused(OrderErrors.ReasonMissing.At("reason"));
        return Holds.Any(h => h.Type == type && h.Line == line)
            ? Refused(OrderErrors.HoldExists.With(("type", type), ("scope", ScopeOf(line))))
            : Happened(new HoldPlaced { Order = Id, By = by, At = at, Type = type, Line = line, IsBlocking = isBlocking,
                Reason = reason });
    }

    /// <summary>
    /// Ends an open hold. Refused: <see cref="OrderErrors.HoldUnknown"/>, <see cref="OrderErrors.ReasonMissing"/>,
    /// <see cref="OrderErrors.ApprovalNeeded"/> for one that waits for <see cref="ApproveDiscounts"/>.
    /// </summary>
    public Result<Decision<Order, OrderEvent>> ReleaseHold(HoldType type, OrderLineId line, string reason, Actor by, Instant at)
    {
        var hold = Holds.FirstOrDefault(h => h.Type == type && h.Line == line);
        if (hold is null) return Refused(OrderErrors.HoldUnknown.With(("type", type), ("scope", ScopeOf(line))));
        if (hold.NeedsRole is { } role) return Refused(OrderErrors.ApprovalNeeded.With(("order", Id), ("role", role)));
        return string.IsNullOrWhiteSpace(reason)
            ? Refused(OrderErrors.ReasonMissing.At("reason"))
            : Happened(new HoldReleased { Order = Id, By = by, At = at, Type = type, Line = line, Reason = reason });
    }

    /// <summary>
    /// Cancels what is still to ship, of all lines or of those named. When nothing of the order left or will, its coupons can
    /// be used again. Refused: <see cref="OrderErrors.Closed"/>,
    /// <see cref="OrderErrors.LineUnknown"/>, <see cref="OrderErrors.ReasonMissing"/>, <see cref="OrderErrors.NothingToCancel"/>.
    /// </summary>
    /// <param name="reason">Why.</param>
    /// <param name="lines">The lines; empty for all.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<Decision<Order, OrderEvent>> CancelRemainder(string reason, EquatableArray<OrderLineId> lines, Actor by,
        Instant at)
    {
        if (Closure is not null) return Refused(OrderErrors.Closed.With(("order", Id)));
        var index = lines.IsEmpty ? [] : Index();
        var unknown = lines.Where(id => !index.ContainsKey(id)).Select(id =>
            OrderErrors.LineUnknown.At("lines", ("line", id))).ToArray();
        if (unknown.Length > 0) return Result.Failure<Decision<Order, OrderEvent>>(unknown);
        if (string.IsNullOrWhiteSpace(reason)) return Refused(OrderErrors.ReasonMissing.At("reason"));
        var rest = WithStrandedFees(Remainder(lines.IsEmpty ? Lines : lines.Distinct().Select(id => Lines[index[id]])));
        return rest.IsEmpty
            ? Refused(OrderErrors.NothingToCancel.With())
            : Happened(WithCoupons(new RemainderCancelled { Order = Id, By = by, At = at, Lines = rest, Reason = reason }));
    }

    // An order of which nothing ever left used no coupon.
    private OrderEvent[] WithCoupons(RemainderCancelled cancelled) =>
        CouponUses.IsEmpty || Apply(cancelled).Lines.Any(l => l.Shipped.IsPositive || l.ToShip.IsPositive
            || l.Invoiced.IsPositive)
            ? [cancelled]
            : [cancelled, .. CouponUses.Select(u => new CouponReturned
            {
                Order = Id, By = cancelled.By, At = cancelled.At, Coupon = u.Coupon, Customer = u.Customer, Off = u.Off,
            })];

    /// <summary>
    /// Ends a delivered, invoiced and paid order; a closed one stays as it is, without an event. Refused with all that is
    /// missing: <see cref="OrderErrors.NotDelivered"/>, <see cref="OrderErrors.NotInvoiced"/>,
    /// <see cref="OrderErrors.NotCredited"/> per line, <see cref="OrderErrors.NotPaid"/>. An order on which nothing was invoiced
    /// needs no payment.
    /// </summary>
    public Result<Decision<Order, OrderEvent>> Close(ClosingFacts facts, Actor by, Instant at)
    {
        if (Closure is not null) return Unchanged();
        var missing = new List<DomainError>();
        var invoiced = false;
        for (var i = 0; i < Lines.Count; i++)
        {
            var line = Lines[i];
            Missing(OrderErrors.NotDelivered, line.ToShip);
            Missing(OrderErrors.NotInvoiced, line.ToInvoice);
            Missing(OrderErrors.NotCredited, line.ToCredit);
            invoiced |= line.Invoiced.IsPositive;

            void Missing(ErrorCode code, Quantity quantity)
            {
                if (quantity.IsPositive) missing.Add(code.At($"lines[{i}]", ("quantity", quantity), ("line", line.Id)));
            }
        }
        if (invoiced && facts.PaidAt is null) missing.Add(OrderErrors.NotPaid.With(("order", Id)));
        return missing.Count > 0
            ? Result.Failure<Decision<Order, OrderEvent>>(missing)
            : Happened(new OrderClosed { Order = Id, By = by, At = at, IsShort = false,
                Clock = Clock with { Paid = facts.PaidAt, Closed = at } });
    }

    /// <summary>
    /// Ends an order that is not complete, with a reason: what is still to ship is cancelled. Delivered goods can still be
    /// invoiced, credited and returned. A closed order stays as it is, without an event. Refused:
    /// <see cref="OrderErrors.ReasonMissing"/>.
    /// </summary>
    public Result<Decision<Order, OrderEvent>> ShortClose(string reason, ClosingFacts facts, Actor by, Instant at)
    {
        if (Closure is not null) return Unchanged();
        if (string.IsNullOrWhiteSpace(reason)) return Refused(OrderErrors.ReasonMissing.At("reason"));
        var closed = new OrderClosed
        {
            Order = Id, By = by, At = at, IsShort = true, Reason = reason,
            Clock = Clock with { Paid = facts.PaidAt, Closed = at },
        };
        var rest = Remainder(Lines);
        return rest.IsEmpty
            ? Happened(closed)
            : Happened(
                [.. WithCoupons(new() { Order = Id, By = by, At = at, Lines = rest, Reason = reason }), closed]);
    }

    private static EquatableArray<LineQuantity> Remainder(IEnumerable<OrderLine> lines) => lines
        .Where(l => l.ToShip.IsPositive)
        .Select(l => new LineQuantity { Line = l.Id, Quantity = l.ToShip })
        .ToEquatableArray();

    // Fees leave with the first goods: when none are left to leave, nobody owes them.
    private EquatableArray<LineQuantity> WithStrandedFees(EquatableArray<LineQuantity> rest)
    {
        if (Lines.IsEmpty || !Lines[^1].Priced.IsFee) return rest;
        var cancelled = rest.Select(l => l.Line).ToHashSet();
        return Lines.Any(l => !l.Priced.IsFee && l.ToShip.IsPositive && !cancelled.Contains(l.Id)) ? rest
            : rest.AddRange(Remainder(Lines.Where(l => l.Priced.IsFee && !cancelled.Contains(l.Id))));
    }

    private static string ScopeOf(OrderLineId line) => line.IsNone ? "the order" : $"line {line}";

    private DomainError? IsOver() => Status switch
    {
        OrderStatus.Closed => OrderErrors.Closed.With(("order", Id)),
        OrderStatus.Cancelled => OrderErrors.Cancelled.With(("order", Id)),
        _ => null,
    };

    private Result<Decision<Order, OrderEvent>> Happened(params ReadOnlySpan<OrderEvent> events) =>
        Decision.Of(this, static (order, e) => order.Apply(e), events);

    private Result<Decision<Order, OrderEvent>> Unchanged() => Happened();

    private static Result<Decision<Order, OrderEvent>> Refused(DomainError error) =>
        Result.Failure<Decision<Order, OrderEvent>>(error);
}
