namespace OrderToCash.Orders.Tests;

/// <summary>Builds orders that are good unless a test says otherwise.</summary>
internal sealed record AnOrder
{
    public static readonly Actor Clerk = Actor.Person("anna");
    public static readonly Instant Morning = Instant.FromUtc(2026, 3, 2, 8, 0);
    public static readonly LocalDate Day = new(2026, 3, 2);

    public static readonly OrderTerms Terms = new()
    {
        Id = new("SO-1"), LegalEntity = new("DE01"), Customer = new("C-7"), Channel = OrderChannel.Edi,
            ExternalReference = "PO 4711",
        BillTo = new() { Name = "Nordwind GmbH", Address = Street("Kiel") }, ShipTo = Street("Lübeck"), Currency = Currency.Eur,
        OrderDate = Day, RequestedDate = Day.PlusDays(7),
    };

    public static Address Street(string city) =>
        new() { Lines = ["Hafenstraße 1"], City = city, PostCode = "24103", Country = new("DE") };

    public static OrderLineTerms Line(string id, decimal quantity = 10, decimal price = 3.50m, decimal discount = 0) => new()
    {
        Id = new(id), Product = new("P-" + id), Description = "Lantern", Quantity = Quantity.Pieces(quantity),
        UnitPrice = UnitPrice.Of(price, Currency.Eur), Discount = Percentage.Of(discount),
    };

    public static EquatableArray<LineQuantity> Some(params (string Line, decimal Quantity)[] lines) =>
        lines.Select(l => new LineQuantity { Line = new(l.Line), Quantity = Quantity.Pieces(l.Quantity) }).ToEquatableArray();

    public static Result<Decision<Order, OrderEvent>> TryCapture(OrderTerms terms, params OrderLineTerms[] lines) =>
        Order.Capture(terms, [.. lines], [], OrderRules.BuiltIn, OrderPolicy.Standard, Clerk, Morning);

    public static Order Captured(params OrderLineTerms[] lines) =>
        Expect.Success(TryCapture(Terms, lines.Length == 0 ? [Line("1"), Line("2", 4, 12m)] : lines)).State;

    public static Order Confirmed(params OrderLineTerms[] lines) => Expect.Success(Captured(lines).Confirm(Clerk, Morning)).State;
}

internal static class OrderSteps
{
    public static Result<Decision<Order, OrderEvent>> TryShip(this Order order, string shipment,
        params (string, decimal)[] lines) =>
        order.Ship(new(shipment), AnOrder.Day, AnOrder.Some(lines), OrderPolicy.Standard, AnOrder.Clerk, AnOrder.Morning);

    public static Order Ship(this Order order, string shipment, params (string, decimal)[] lines) =>
        Expect.Success(order.TryShip(shipment, lines)).State;

    public static Result<Decision<Order, OrderEvent>> TryInvoice(this Order order, params (string, decimal)[] lines) =>
        order.RecordInvoiced(new("I-1"), AnOrder.Day, AnOrder.Some(lines), OrderPolicy.Standard, AnOrder.Clerk, AnOrder.Morning);

    public static Order Invoice(this Order order, params (string, decimal)[] lines) =>
        Expect.Success(order.TryInvoice(lines)).State;
}
