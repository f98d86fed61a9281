namespace OrderToCash.Orders;

public sealed partial record Order
{
    /// <summary>
    /// What was delivered, kept and not yet billed at the end of a business day, whatever was recorded since for later days;
    /// before tax, zero where nothing was. What was recorded before days were kept counts on every day. O(lines + movements).
    /// </summary>
    /// <param name="day">The day, inclusive.</param>
    /// <param name="policy">Names the rounding.</param>
    public Money UnbilledOn(LocalDate day, OrderPolicy policy)
    {
        var sum = Money.Zero(Terms.Currency);
        foreach (var line in Less(m => m.On > day))
            if (line.ToInvoice.IsPositive) sum += line.ShareOf(line.Billed, line.ToInvoice, policy);
        return sum;
    }

    // The lines without what moved in some of the movements.
    private OrderLine[] Less(Func<QuantityMovement, bool> isOf)
    {
        Dictionary<OrderLineId, int>? index = null;
        var lines = Lines.AsSpan().ToArray();
        foreach (var movement in Movements)
        {
            if (!isOf(movement)) continue;
            index ??= Index();
            foreach (var (id, quantity) in movement.Lines.Select(l => (l.Line, l.Quantity)))
                if (index.TryGetValue(id, out var at)) lines[at] = Less(lines[at], movement.Kind, quantity);
        }
        return lines;
    }

    private static OrderLine Less(OrderLine line, QuantityMovementKind kind, Quantity quantity) => kind switch
    {
        QuantityMovementKind.Delivered => line with { Shipped = line.Shipped - quantity },
        QuantityMovementKind.Returned => line with { Returned = line.Returned - quantity },
        QuantityMovementKind.Billed => line with { Invoiced = line.Invoiced - quantity },
        QuantityMovementKind.Credited => line with { Credited = line.Credited - quantity },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No known movement."),
    };

    private EquatableArray<QuantityMovement> Dated(
        QuantityMovementKind kind, LocalDate? on, EquatableArray<LineQuantity> lines) =>
        on is { } day ? Movements.Add(new() { Kind = kind, On = day, Lines = lines }) : Movements;

    private bool HasForeignMovement()
    {
        if (Movements.IsEmpty) return false;
        var units = Lines.ToDictionary(l => l.Id, l => l.Ordered.Unit);
        return Movements.Any(m => m.Lines.Any(l => !units.TryGetValue(l.Line, out var unit) || unit != l.Quantity.Unit))
            || Less(_ => true).Any(l => l.Shipped.IsNegative || l.Returned.IsNegative
                || l.Invoiced.IsNegative || l.Credited.IsNegative);
    }
}
