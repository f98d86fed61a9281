namespace OrderToCash.Orders;

public sealed partial record Order
{
    /// <summary>The order that its first event makes.</summary>
    public static Order From(OrderCaptured captured)
    {
        ArgumentNullException.ThrowIfNull(captured);
        var lines = new OrderLine[captured.Lines.Count];
        for (var i = 0; i < lines.Length; i++) lines[i] = OrderLine.Of(captured.Lines[i]);
        return new()
        {
            Terms = captured.Terms,
            Revision = 1,
            Lines = [.. lines],
            Findings = captured.Findings,
            Clock = new() { Captured = captured.At },
            ContentKey = captured.ContentKey,
        };
    }

    /// <summary>The order after an event. The only way it changes; O(lines).</summary>
    /// <exception cref="ArgumentException">The event is about another order, is a second capture, or is unknown.</exception>
    public Order Apply(OrderEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        if (happened.Order != Id)
            throw new ArgumentException($"An event of {happened.Order} does not fit {Id}.", nameof(happened));
        return happened switch
        {
            CouponUsed e => this with
            {
                CouponUses = CouponUses.Add(new() { Coupon = e.Coupon, Customer = e.Customer, Order = e.Order, Off = e.Off }),
            },
            CouponReturned e => this with
            {
                CouponUses = CouponUses.Where(u => u.Coupon != e.Coupon || u.Customer != e.Customer).ToEquatableArray(),
            },
            OrderAmended e => With(e),
            FindingWaived e => this with { Findings = Waived(e) },
            OrderConfirmed e => this with { Clock = Clock with { Confirmed = e.At } },
            HoldPlaced e => this with
            {
                Holds = Holds.Add(new() { Type = e.Type, Line = e.Line, IsBlocking = e.IsBlocking, Reason = e.Reason, By = e.By,
                    At = e.At, NeedsRole = e.NeedsRole }),
            },
            HoldReleased e => this with { Holds = Holds.Where(h => h.Type != e.Type || h.Line != e.Line).ToEquatableArray() },
            OrderShipped e => this with
            {
                Lines = Moved(e.Lines, (line, quantity) => line with { Shipped = line.Shipped + quantity }),
                Shipments = Shipments.Add(e.Shipment),
                Movements = Dated(QuantityMovementKind.Delivered, e.On, e.Lines),
                Clock = Clock with { FirstShipped = Clock.FirstShipped ?? e.At, Shipped = e.At },
            },
            OrderInvoiced e => this with
            {
                Lines = Moved(e.Lines, (line, quantity) => line with { Invoiced = line.Invoiced + quantity }),
                Movements = Dated(QuantityMovementKind.Billed, e.On, e.Lines),
                Clock = Clock with { Invoiced = e.At },
            },
            OrderCredited e => this with
            {
                Lines = Moved(e.Lines, (line, quantity) => line with { Credited = line.Credited + quantity }),
                Movements = Dated(QuantityMovementKind.Credited, e.On, e.Lines),
            },
            ReturnReceived e => this with
            {
                Lines = Moved(e.Lines, (line, quantity) => line with { Returned = line.Returned + quantity }),
                Movements = Dated(QuantityMovementKind.Returned, e.On, e.Lines),
            },
            RemainderCancelled e => this with { Lines = Moved(e.Lines,
                (line, quantity) => line with { Cancelled = line.Cancelled + quantity }) },
            OrderClosed e => this with
            {
                Clock = e.Clock,
                Closure = new() { IsShort = e.IsShort, Reason = e.Reason, By = e.By, At = e.At },
            },
            _ => throw new ArgumentException($"An order does not know {happened.GetType().Name} here.", nameof(happened)),
        };
    }

    private EquatableArray<OrderFinding> Waived(FindingWaived e) => Findings
        .Select(f => f.Error.Code == e.Code && (f.Error.Target ?? "") == e.Target && f.Waiver is null
            ? f with { Waiver = new() { Reason = e.Reason, By = e.By, At = e.At } }
            : f)
        .ToEquatableArray();

    // One pass over the order and one over the event.
    private EquatableArray<OrderLine> Moved(EquatableArray<LineQuantity> quantities, Func<OrderLine, Quantity, OrderLine> move)
    {
        var index = Index();
        var next = Lines.AsSpan().ToArray();
        foreach (var moved in quantities)
        {
            var at = index[moved.Line];
            next[at] = move(next[at], moved.Quantity);
        }
        return EquatableArray.Create<OrderLine>(next);
    }

    private Dictionary<OrderLineId, int> Index()
    {
        var index = new Dictionary<OrderLineId, int>(Lines.Count);
        for (var i = 0; i < Lines.Count; i++) index.Add(Lines[i].Id, i);
        return index;
    }
}
