namespace OrderToCash.Orders;

public sealed partial record Order
{
    /// <summary>
    /// Records goods that leave, in one event for all lines; fees leave with the first of them.
    /// Refused, in this order: <see cref="OrderErrors.Closed"/>,
    /// <see cref="OrderErrors.Cancelled"/>, <see cref="OrderErrors.NotConfirmed"/>, <see cref="OrderErrors.ShipmentKnown"/>; the
    /// findings of the lines (<see cref="OrderErrors.NoLines"/>, <see cref="OrderErrors.LineUnknown"/>,
    /// <see cref="OrderErrors.LineRepeated"/>, <see cref="OrderErrors.UnitMismatch"/>,
    /// <see cref="OrderErrors.QuantityNotPositive"/>); each <see cref="OrderErrors.OnHold"/> and
    /// <see cref="OrderErrors.OverDelivery"/>. O(lines + holds).
    /// </summary>
    /// <param name="shipment">The shipment; recorded once.</param>
    /// <param name="on">The business day.</param>
    /// <param name="lines">What leaves.</param>
    /// <param name="policy">Names the tolerance.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<Decision<Order, OrderEvent>> Ship(
        ShipmentId shipment, LocalDate on, EquatableArray<LineQuantity> lines, OrderPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (IsOver() is { } over) return Refused(over);
        if (Clock.Confirmed is null) return Refused(OrderErrors.NotConfirmed.With(("order", Id)));
        if (Shipments.AsSpan().IndexOf(shipment) >= 0)
            return Refused(OrderErrors.ShipmentKnown.At("shipment", ("shipment", shipment)));
        var refused = CheckQuantities(lines, (line, quantity, target) => IsOverDelivered(line, quantity, policy, target));
        if (refused.All(e => e.Code == OrderErrors.OverDelivery.Code)) refused.InsertRange(0, BlockingHolds(lines));
        return refused.Count > 0
            ? Result.Failure<Decision<Order, OrderEvent>>(refused)
            : Happened(new OrderShipped { Order = Id, By = by, At = at, Shipment = shipment, On = on, Lines = WithFees(lines) });
    }

    /// <summary>
    /// Records what an invoice bills. Also on a closed order: what was delivered can always be invoiced. Refused:
    /// <see cref="OrderErrors.NotConfirmed"/>, the findings of the lines as in <see cref="Ship"/>,
    /// <see cref="OrderErrors.OverInvoiced"/>.
    /// </summary>
    /// <param name="invoice">The invoice.</param>
    /// <param name="on">The date on it.</param>
    /// <param name="lines">What it bills.</param>
    /// <param name="policy">Names the basis of billing.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<Decision<Order, OrderEvent>> RecordInvoiced(
        InvoiceId invoice, LocalDate on, EquatableArray<LineQuantity> lines, OrderPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (Clock.Confirmed is null) return Refused(OrderErrors.NotConfirmed.With(("order", Id)));
        var refused = CheckQuantities(lines, (line, quantity, target) =>
            line.Billed + quantity <= line.Billable(policy.BillingBasis) ? null
                : OrderErrors.OverInvoiced.At(target, ("quantity", quantity),
                ("line", line.Id), ("billed", line.Billed + quantity), ("bound", line.Billable(policy.BillingBasis))));
        return refused.Count > 0
            ? Result.Failure<Decision<Order, OrderEvent>>(refused)
            : Happened(new OrderInvoiced { Order = Id, By = by, At = at, Invoice = invoice, On = on, Lines = lines });
    }

    /// <summary>
    /// Records what a credit note takes back, also on a closed order. Refused: the findings of the lines as in
    /// <see cref="Ship"/>, <see cref="OrderErrors.OverCredited"/>.
    /// </summary>
    /// <param name="creditNote">The credit note.</param>
    /// <param name="on">The date on it.</param>
    /// <param name="lines">What it takes back.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<Decision<Order, OrderEvent>> RecordCredited(
        InvoiceId creditNote, LocalDate on, EquatableArray<LineQuantity> lines, Actor by, Instant at)
    {
        var refused = CheckQuantities(lines, (line, quantity, target) => quantity <= line.Billed ? null
            : OrderErrors.OverCredited.At(target,
            ("quantity", quantity), ("line", line.Id), ("bound", line.Billed)));
        return refused.Count > 0
            ? Result.Failure<Decision<Order, OrderEvent>>(refused)
            : Happened(new OrderCredited
            {
                Order = Id, By = by, At = at, CreditNote = creditNote, On = on, Lines = lines,
            });
    }

    /// <summary>
    /// Records goods that came back, also on a closed order. What was billed of them waits for its credit note
    /// (<see cref="OrderLine.ToCredit"/>). Refused: the findings of the lines as in <see cref="Ship"/>,
    /// <see cref="OrderErrors.OverReturned"/>, <see cref="OrderErrors.ReasonMissing"/>.
    /// </summary>
    /// <param name="on">The business day.</param>
    /// <param name="lines">What came back.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<Decision<Order, OrderEvent>> ReceiveReturn(
        LocalDate on, EquatableArray<LineQuantity> lines, string reason, Actor by, Instant at)
    {
        var refused = CheckQuantities(lines, (line, quantity, target) => quantity <= line.Kept ? null
            : OrderErrors.OverReturned.At(target,
            ("quantity", quantity), ("line", line.Id), ("bound", line.Kept)));
        if (string.IsNullOrWhiteSpace(reason)) refused.Add(OrderErrors.ReasonMissing.At("reason"));
        return refused.Count > 0
            ? Result.Failure<Decision<Order, OrderEvent>>(refused)
            : Happened(new ReturnReceived { Order = Id, By = by, At = at, On = on, Lines = lines, Reason = reason });
    }

    // Fees are charged once: they leave with the first goods.
    private EquatableArray<LineQuantity> WithFees(EquatableArray<LineQuantity> lines)
    {
        if (!Lines[^1].Priced.IsFee) return lines;
        var named = lines.Select(l => l.Line).ToHashSet();
        return lines.AddRange(Remainder(Lines.Where(l => l.Priced.IsFee && !named.Contains(l.Id))));
    }

    private List<DomainError> CheckQuantities(
        EquatableArray<LineQuantity> lines, Func<OrderLine, Quantity, string, DomainError?> bound)
    {
        var errors = new List<DomainError>();
        if (lines.IsEmpty) errors.Add(OrderErrors.NoLines.At("lines"));
        var index = Index();
        var seen = new HashSet<OrderLineId>(lines.Count);
        var beyond = new List<DomainError>();
        for (var i = 0; i < lines.Count; i++)
        {
            var (id, quantity) = (lines[i].Line, lines[i].Quantity);
            if (!index.TryGetValue(id, out var at))
                errors.Add(OrderErrors.LineUnknown.At($"lines[{i}]", ("line", id)));
            else if (!seen.Add(id))
                errors.Add(OrderErrors.LineRepeated.At($"lines[{i}]", ("line", id)));
            else if (quantity.Unit != Lines[at].Ordered.Unit)
                errors.Add(OrderErrors.UnitMismatch.At($"lines[{i}]", ("quantity", quantity), ("unit", Lines[at].Ordered.Unit),
                    ("line", id)));
            else if (!quantity.IsPositive)
                errors.Add(OrderErrors.QuantityNotPositive.At($"lines[{i}]", ("quantity", quantity), ("line", id)));
            else if (bound(Lines[at], quantity, $"lines[{i}]") is { } error)
                beyond.Add(error);
        }
        return errors.Count > 0 ? errors : beyond;
    }

    private static DomainError? IsOverDelivered(OrderLine line, Quantity quantity, OrderPolicy policy, string target)
    {
        var wanted = line.Ordered - line.Cancelled;
        var bound = Quantity.Of(wanted.Value * (1 + policy.OverDelivery.Fraction), wanted.Unit);
        return line.Shipped + quantity <= bound ? null : OrderErrors.OverDelivery.At(target,
            ("quantity", quantity), ("line", line.Id), ("shipped", line.Shipped + quantity), ("bound", bound));
    }

    private IEnumerable<DomainError> BlockingHolds(EquatableArray<LineQuantity> lines)
    {
        if (Holds.IsEmpty) return [];
        var shipped = lines.Select(l => l.Line).ToHashSet();
        return Holds
            .Where(h => h.IsBlocking && (h.IsOnOrder || shipped.Contains(h.Line)))
            .Select(h => OrderErrors.OnHold.With(("type", h.Type), ("scope", ScopeOf(h.Line)), ("reason", h.Reason)));
    }
}
