using System.Text.Json.Serialization;

namespace OrderToCash.Orders;

/// <summary>
/// A sales order: what was agreed, its priced lines with a ledger of quantities each, open holds, findings and the stages it
/// passed. Its status is derived from them.
/// </summary>
public sealed partial record Order
{
    /// <summary>What was agreed, without the lines.</summary>
    public required OrderTerms Terms { get; init; }

    /// <summary>1 for the order as captured; credit approvals are bound to it.</summary>
    public required int Revision { get; init; }

    /// <summary>The lines with their ledgers, as the customer wrote them.</summary>
    public required EquatableArray<OrderLine> Lines { get; init; }

    /// <summary>What the rules found at capture, with their waivers.</summary>
    public EquatableArray<OrderFinding> Findings { get; init; }

    /// <summary>Open holds, the oldest first.</summary>
    public EquatableArray<Hold> Holds { get; init; }

    /// <summary>Shipments recorded, the oldest first.</summary>
    public EquatableArray<ShipmentId> Shipments { get; init; }

    /// <summary>
    /// What moved on which day, in the order it was recorded; what was recorded before days were kept is not among them.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public EquatableArray<QuantityMovement> Movements { get; init; }

    /// <summary>Coupons that took something off, in that order.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public EquatableArray<CouponUse> CouponUses { get; init; }

    /// <summary>Its amendments, the oldest first; empty for an order as captured.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public EquatableArray<OrderRevision> Revisions { get; init; }

    /// <summary>When it passed its stages.</summary>
    public required StageClock Clock { get; init; }

    /// <summary>The key that finds the same order again: <see cref="OrderContent.KeyOf"/>.</summary>
    public required ContentHash ContentKey { get; init; }

    /// <summary>How it ended; null while it runs.</summary>
    public OrderClosure? Closure { get; init; }

    /// <summary>The order's number.</summary>
    [JsonIgnore]
    public OrderId Id => Terms.Id;

    /// <summary>The sum of the line nets (BT-106).</summary>
    [JsonIgnore]
    public Money Net => Sum(line => line.Priced.Net);

    /// <summary>The order's discount.</summary>
    [JsonIgnore]
    public Money Discount => Sum(line => line.Priced.DocumentDiscount);

    /// <summary>What the order brings, before tax.</summary>
    [JsonIgnore]
    public Money Amount => Sum(line => line.Priced.Amount);

    /// <summary>True while a blocking hold is open, on the order or any line.</summary>
    [JsonIgnore]
    public bool IsOnHold => Holds.Any(h => h.IsBlocking);

    /// <summary>Where it stands; O(lines).</summary>
    [JsonIgnore]
    public OrderStatus Status
    {
        get
        {
            if (Closure is not null) return OrderStatus.Closed;
            var (shipped, toShip, toInvoice) = (false, false, false);
            foreach (var line in Lines)
            {
                shipped |= line.Shipped.IsPositive;
                toShip |= line.ToShip.IsPositive;
                toInvoice |= line.ToInvoice.IsPositive;
            }
            return (shipped, toShip) switch
            {
                (false, false) => OrderStatus.Cancelled,
                (false, true) => Clock.Confirmed is null ? OrderStatus.Captured : OrderStatus.Confirmed,
                (true, true) => OrderStatus.PartlyShipped,
                (true, false) => toInvoice ? OrderStatus.Shipped : OrderStatus.Invoiced,
            };
        }
    }

    /// <summary>The line of that id, or null; O(lines).</summary>
    public OrderLine? Line(OrderLineId id)
    {
        foreach (var line in Lines)
            if (line.Id == id) return line;
        return null;
    }

    /// <summary>
    /// Every broken invariant of a stored order: <see cref="OrderErrors.LedgerBroken"/> for a line whose quantities or amounts
    /// contradict each other, <see cref="OrderErrors.StateBroken"/> for the rest.
    /// </summary>
    public EquatableArray<DomainError> Check()
    {
        var errors = new List<DomainError>();
        var ids = new HashSet<OrderLineId>(Lines.Count);
        for (var i = 0; i < Lines.Count; i++)
        {
            var line = Lines[i];
            if (!ids.Add(line.Id))
                errors.Add(OrderErrors.StateBroken.At($"lines[{i}]", ("what", $"line {line.Id} is there twice")));
            if (!IsOneUnit(line) || !line.IsSound || !IsPriced(line.Priced))
                errors.Add(OrderErrors.LedgerBroken.At($"lines[{i}]", ("line", line.Id)));
            if (Clock.Confirmed is null && IsOneUnit(line) && (line.Shipped.IsPositive || line.Invoiced.IsPositive))
                errors.Add(OrderErrors.StateBroken.At($"lines[{i}]", ("what", "something moved before the confirmation")));
        }
        if (Lines.IsEmpty) errors.Add(OrderErrors.StateBroken.At("lines", ("what", "there is no line")));
        if (Clock.Confirmed is not null && Findings.Any(f => f.IsOpenBlock))
            errors.Add(OrderErrors.StateBroken.At("findings", ("what", "it is confirmed with open findings")));
        if (Holds.DistinctBy(h => (h.Type, h.Line)).Count() != Holds.Count)
            errors.Add(OrderErrors.StateBroken.At("holds", ("what", "two holds of a type are open in one scope")));
        if (Revision != 1 + Revisions.Count || Revisions.Index().Any(r => r.Item.Number != r.Index + 2))
            errors.Add(OrderErrors.StateBroken.At("revisions", ("what", "an amendment is missing")));
        if (Shipments.Distinct().Count() != Shipments.Count)
            errors.Add(OrderErrors.StateBroken.At("shipments", ("what", "a shipment is there twice")));
        if (errors.Count == 0 && HasForeignMovement())
            errors.Add(OrderErrors.StateBroken.At("movements", ("what", "more moved on days than in all, or of no line")));
        return errors.ToEquatableArray();
    }

    private static bool IsOneUnit(OrderLine line) =>
        new[] { line.Cancelled, line.Shipped, line.Returned, line.Invoiced, line.Credited }.All(q => q.Unit == line.Ordered.Unit);

    private bool IsPriced(PricedLine line) =>
        new[] { line.Gross, line.LineDiscount, line.DocumentDiscount }.All(m => m.Currency == Terms.Currency && !m.IsNegative)
        && line.LineDiscount <= line.Gross && !line.Amount.IsNegative && line.IsReplayed;

    private Money Sum(Func<OrderLine, Money> amount)
    {
        var sum = Money.Zero(Terms.Currency);
        foreach (var line in Lines) sum += amount(line);
        return sum;
    }
}
