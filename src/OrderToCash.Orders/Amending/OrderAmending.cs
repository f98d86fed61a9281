namespace OrderToCash.Orders;

public sealed partial record Order
{
    /// <summary>
    /// Changes a running order: what has moved - shipped, billed, cancelled - stays at its price, the rest is priced anew with
    /// discounts, gifts and fees. A line that has moved may only be cut down to what moved; more of it, or another price, is a
    /// line of its own. Fees that were charged are not charged again. The revision goes up by one and says what changed;
    /// discounts beyond
    /// the authority put the order on a price hold. An amendment that changes nothing is a decision without events. Refused:
    /// <see cref="OrderErrors.Closed"/>, <see cref="OrderErrors.Cancelled"/>, <see cref="OrderErrors.ReasonMissing"/>, blocking
    /// findings as by capture, <see cref="OrderErrors.LineFrozen"/> per line, <see cref="OrderErrors.CouponsFrozen"/>.
    /// </summary>
    /// <param name="amendment">What is wanted.</param>
    /// <param name="facts">The customer's group, coupon uses of other orders, roles of who gives discounts.</param>
    /// <param name="rules">Usually <see cref="OrderRules.BuiltIn"/>.</param>
    /// <param name="policy">The policy of the legal entity.</param>
    /// <param name="by">Who amends.</param>
    /// <param name="at">When.</param>
    public Result<Decision<Order, OrderEvent>> Amend(OrderAmendment amendment, PricingFacts facts,
        EquatableArray<IOrderRule> rules, OrderPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(amendment);
        ArgumentNullException.ThrowIfNull(policy);
        if (IsOver() is { } over) return Refused(over);
        if (string.IsNullOrWhiteSpace(amendment.Reason)) return Refused(OrderErrors.ReasonMissing.At("reason"));
        var terms = Terms with
        {
            Discount = amendment.Discount, RequestedDate = amendment.RequestedDate, ShipTo = amendment.ShipTo ?? Terms.ShipTo,
        };
        var findings = OrderRules.Check(new() { Terms = terms, Lines = amendment.Lines, Policy = policy }, rules);
        if (findings.Any(f => f.Severity == FindingSeverity.Block && !IsWaivedBefore(f)))
            return Result.Failure<Decision<Order, OrderEvent>>(findings
                .Where(f => f.Severity == FindingSeverity.Block && !IsWaivedBefore(f)).Select(f => f.Error));
        var frozen = Lines.Where(l => l.HasMoved).ToArray();
        var faults = FrozenFaults(amendment, frozen);
        if (faults.Count > 0) return Result.Failure<Decision<Order, OrderEvent>>(faults);

        var amended = Amended(terms, amendment, frozen, facts, policy, by, at);
        // What pricing finds blocks a confirmed order as it would have blocked the confirmation.
        var blocks = Clock.Confirmed is null ? [] : amended.Findings.Where(f => f.IsOpenBlock).Select(f => f.Error).ToList();
        if (blocks.Count > 0) return Result.Failure<Decision<Order, OrderEvent>>(blocks);
        var after = Apply(amended);
        if (amended.Changes.IsEmpty) return Unchanged();
        List<OrderEvent> events = [amended];
        if (!after.Holds.Any(h => h.NeedsRole is not null) && after.DiscountHold(facts.Roles, policy, by, at) is { } hold)
            events.Add(hold);
        return Happened([.. events]);
    }

    private OrderAmended Amended(OrderTerms terms, OrderAmendment amendment, OrderLine[] frozen, PricingFacts facts,
        OrderPolicy policy, Actor by, Instant at)
    {
        var kept = frozen.Select(l => l.Id).ToHashSet();
        var open = amendment.Lines.Where(l => !kept.Contains(l.Id)).ToEquatableArray();
        var priced = open.IsEmpty
            ? new PricedOrder { Lines = [] }
            : OrderPricing.Price(terms with { Discount = DiscountLeft(terms.Discount, frozen, policy) }, open,
                policy.Pricing ?? PricingPolicy.Standard, facts, policy.LineRounding);
        var isCharged = frozen.Any(l => l.Priced.IsFee);
        var lines = priced.Lines.Where(l => !kept.Contains(l.Terms.Id) && !(isCharged && l.IsFee)).ToEquatableArray();
        var wanted = amendment.Lines.ToDictionary(l => l.Id);
        var cut = frozen.Where(l => l.ToShip.IsPositive && !l.Priced.IsMade)
            .Select(l => new LineQuantity
            {
                Line = l.Id,
                Quantity = wanted.TryGetValue(l.Id, out var left) ? l.Ordered - l.Cancelled - left.Quantity : l.ToShip,
            })
            .Where(l => l.Quantity.IsPositive).ToEquatableArray();
        var amended = new OrderAmended
        {
            Order = Id, By = by, At = at, Revision = Revision + 1, Reason = amendment.Reason, Terms = terms, Lines = lines,
            Cancelled = cut, Findings = priced.Findings, CouponUses = priced.CouponUses, Changes = [], Before = Amount,
                After = Amount,
        };
        var after = Apply(amended);
        return amended with { Changes = ChangesTo(after), After = after.Amount };
    }

    // What moved is as it was agreed, but for the part that does not come any more.
    private List<DomainError> FrozenFaults(OrderAmendment amendment, OrderLine[] frozen)
    {
        var faults = new List<DomainError>();
        if (frozen.Length > 0 && !CouponUses.IsEmpty) faults.Add(OrderErrors.CouponsFrozen.With(("order", Id)));
        var wanted = amendment.Lines.Index().ToDictionary(l => l.Item.Id);
        foreach (var line in frozen)
        {
            if (line.Priced.IsMade || !wanted.TryGetValue(line.Id, out var now)) continue;
            var left = line.Ordered - line.Cancelled;
            var isSame = now.Item with { Quantity = line.Ordered } == line.Priced.Wanted;
            if (!isSame || now.Item.Quantity.Unit != left.Unit || now.Item.Quantity > left || now.Item.Quantity < line.Shipped)
                faults.Add(OrderErrors.LineFrozen.At($"lines[{now.Index}]",
                    ("line", line.Id), ("shipped", line.Shipped), ("left", left)));
        }
        return faults;
    }

    // An amount off the order that lines which moved have had is not given again.
    private static DocumentDiscount? DiscountLeft(DocumentDiscount? discount, OrderLine[] frozen, OrderPolicy policy)
    {
        if (discount?.Amount is not { } amount || frozen.Length == 0) return discount;
        var nets = Money.Sum(frozen.Where(l => !l.Priced.IsFee).Select(l => l.Priced.Net), amount.Currency);
        var had = Money.Sum(frozen.Select(l => l.Priced.DocumentDiscount), amount.Currency)
            - OrderPricing.DiscountOf(discount with { Amount = null }, nets, policy.LineRounding);
        var none = Money.Zero(amount.Currency);
        return discount with { Amount = Money.Max(none, amount - Money.Max(none, had)) };
    }

    private bool IsWaivedBefore(OrderFinding finding) => finding.IsWaivable && Findings.Any(f =>
        f.Waiver is not null && f.Error.Code == finding.Error.Code && f.Error.Target == finding.Error.Target);

    private EquatableArray<OrderChange> ChangesTo(Order after)
    {
        var changes = new List<OrderChange>();
        Add(default, "requested date", Terms.RequestedDate, after.Terms.RequestedDate);
        Add(default, "delivery address", string.Join(", ", Terms.ShipTo.Lines.Append(Terms.ShipTo.City)),
            string.Join(", ", after.Terms.ShipTo.Lines.Append(after.Terms.ShipTo.City)));
        var then = after.Lines.ToDictionary(l => l.Id);
        foreach (var line in Lines)
        {
            if (!then.Remove(line.Id, out var now))
            {
                Add(line.Id, "line", line.Priced.Terms.Description, null);
                continue;
            }
            var (old, anew) = (line.Priced.Terms, now.Priced.Terms);
            Add(line.Id, "product", old.Product, anew.Product);
            Add(line.Id, "quantity", line.Ordered - line.Cancelled, now.Ordered - now.Cancelled);
            Add(line.Id, "price", old.UnitPrice, anew.UnitPrice);
            Add(line.Id, "amount", line.Priced.Amount, now.Priced.Amount);
        }
        foreach (var line in then.Values) Add(line.Id, "line", null, line.Priced.Terms.Description);
        return [.. changes];

        void Add(OrderLineId line, string what, object? before, object? now)
        {
            var (one, other) = (Text(before), Text(now));
            if (one != other || before is null != now is null)
                changes.Add(new() { Line = line, What = what, Before = one, After = other });
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        LocalDate day => NodaTime.Text.LocalDatePattern.Iso.Format(day),
        _ => value.ToString() ?? "",
    };

    private Order With(OrderAmended e)
    {
        var cut = e.Cancelled.ToDictionary(c => c.Line, c => c.Quantity);
        var priced = e.Lines.ToDictionary(l => l.Terms.Id);
        var (lines, fees) = (new List<OrderLine>(), new List<OrderLine>());
        foreach (var line in Lines)
        {
            OrderLine? now = null;
            if (line.HasMoved)
                now = cut.TryGetValue(line.Id, out var quantity) ? line with { Cancelled = line.Cancelled + quantity } : line;
            else if (priced.Remove(line.Id, out var anew)) now = OrderLine.Of(anew);
            if (now is not null) (now.Priced.IsFee ? fees : lines).Add(now);
        }
        foreach (var line in e.Lines)
            if (priced.ContainsKey(line.Terms.Id)) (line.IsFee ? fees : lines).Add(OrderLine.Of(line));
        // Fees come last: they leave with the first goods.
        lines.AddRange(fees);
        return this with
        {
            Terms = e.Terms, Revision = e.Revision, Lines = [.. lines],
            CouponUses = e.CouponUses, Findings = Findings.AddRange(e.Findings),
            Revisions = Revisions.Add(new()
            {
                Number = e.Revision, Reason = e.Reason, Changes = e.Changes, Before = e.Before, After = e.After, By = e.By,
                    At = e.At,
            }),
        };
    }
}
