using OrderToCash.Invoicing;
using OrderToCash.Orders;

namespace OrderToCash.Quickstart;

/// <summary>Takes the sale documents through the order desk: capture, credit, shipment, invoice.</summary>
internal sealed class OrderIntake(OrderDesk orders, BillingDesk billing, Agenda agenda, CycleClock clock, ExchangeRateTable rates,
    LegalEntity seller, IReadOnlyDictionary<string, ImportedCustomer> customers, Problems problems, RejectionLog log, string file)
{
    /// <summary>Orders with that many lines or more leave in two shipments.</summary>
    private const int LinesOfSplitOrders = 40;

    /// <summary>Up to this share of the limit the credit controller releases an order by hand.</summary>
    private static readonly Percentage ReleasableShare = Percentage.Of(25);

    /// <summary>Sales that a later cancellation may take back.</summary>
    public SoldLines Sold { get; } = new();

    /// <summary>Orders that credit held back.</summary>
    public List<ReportHold> Holds { get; } = [];

    /// <summary>The order of each document that was captured.</summary>
    public List<OrderId> Captured { get; } = [];

    /// <summary>The invoices, in the order of posting.</summary>
    public List<InvoiceId> Invoices { get; } = [];

    /// <summary>Plans a document for the moment it was ordered at.</summary>
    public void Plan(ImportedDocument document) => agenda.Plan(document.OrderedAt, () => CaptureAsync(document));

    private async Task CaptureAsync(ImportedDocument document)
    {
        var customer = customers[document.CustomerKey ?? CustomerGenerator.CashKey(document.Country)];
        var on = document.OrderedAt.Date;
        if (!TryPrices(document, customer.Currency, on, out var lines)) return;
        var terms = new OrderTerms
        {
            Id = new($"SO-{document.Number}"), LegalEntity = Seller.Id, Customer = new(customer.Key), Channel = OrderChannel.File,
            ExternalReference = document.Number, BillTo = customer.Party, ShipTo = customer.Party.Address, Currency = customer.Currency, OrderDate = on,
        };
        var captured = await orders.CaptureAsync(new() { Id = new($"capture-{document.Number}"), By = Seller.Automation, Terms = terms, Lines = lines });
        if (!problems.IsGood($"order {document.Number}", captured, file, document.Lines[0].FileLine)) return;
        Captured.Add(terms.Id);
        var confirmed = await orders.ConfirmAsync(new() { Id = new($"confirm-{document.Number}"), By = Seller.Automation, Order = terms.Id, On = on });
        if (!problems.IsGood($"order {document.Number}", confirmed, file, document.Lines[0].FileLine)) return;
        if (confirmed.Value.IsOnHold) agenda.Plan(NextDay(on).At(new(10, 0)), () => ReleaseAsync(confirmed.Value, customer));
        else PlanShipments(confirmed.Value, NextDay(on));
    }

    // The books have prices in pounds; the customer gets them in his own currency, at the rate of the day, to the cent.
    private bool TryPrices(ImportedDocument document, Currency currency, LocalDate on, out EquatableArray<OrderLineTerms> lines)
    {
        var rate = currency == Currency.Gbp ? null : rates.Find(Currency.Gbp, currency, on);
        lines = default;
        if (rate is null && currency != Currency.Gbp)
        {
            log.Refused(file, document.Lines[0].FileLine, ProcessErrors.RateMissing.At("currency", ("from", Currency.Gbp), ("to", currency), ("date", on)));
            return false;
        }
        lines = document.Lines.Select((line, i) => new OrderLineTerms
        {
            Id = new((i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)),
            Product = new(line.Item),
            Description = line.Description,
            Quantity = Quantity.Pieces(line.Quantity),
            UnitPrice = UnitPrice.Of(rate is null ? line.UnitPrice : Converted(line.UnitPrice, rate, currency), currency),
        }).ToEquatableArray();
        return true;
    }

    private static decimal Converted(decimal price, ExchangeRate rate, Currency currency) =>
        Rounding.HalfAwayFromZero.Round(rate.Base == Currency.Gbp ? price * rate.Rate : price / rate.Rate, currency.Digits);

    private async Task ReleaseAsync(Order order, ImportedCustomer customer)
    {
        var on = clock.GetCurrentInstant().InUtc().Date;
        var authority = (customer.CreditLimit ?? Money.Zero(customer.Currency)).Times(ReleasableShare, Rounding.TowardZero);
        var released = await orders.ReleaseAsync(new()
        {
            Id = new($"release-{order.Id}"), By = Seller.CreditController, Order = order.Id, On = on, Until = on.PlusDays(14),
            Authority = authority, Reason = $"excess within {ReleasableShare} of the limit",
        });
        Holds.Add(new()
        {
            Order = order.Id, Customer = customer.Party.Name, Amount = order.Amount, Reason = string.Join(" ", order.Holds.Select(h => h.Reason)),
            IsReleased = released.IsSuccess,
        });
        if (released.IsSuccess) PlanShipments(released.Value, on);
    }

    private void PlanShipments(Order order, LocalDate first)
    {
        var lines = order.Lines.Select(l => new LineQuantity { Line = l.Id, Quantity = l.Ordered }).ToArray();
        if (lines.Length < LinesOfSplitOrders)
        {
            PlanShipment(order, 1, first, lines.ToEquatableArray());
            return;
        }
        PlanShipment(order, 1, first, lines[..(lines.Length / 2)].ToEquatableArray());
        PlanShipment(order, 2, seller.Calendar.AddBusinessDays(first, 3), lines[(lines.Length / 2)..].ToEquatableArray());
    }

    private void PlanShipment(Order order, int number, LocalDate on, EquatableArray<LineQuantity> lines) => agenda.Plan(on.At(new(15, 0)), async () =>
    {
        var shipment = new ShipmentId($"{order.Id}/S{number}");
        var shipped = await orders.ShipAsync(new() { Id = new($"ship-{shipment}"), By = Seller.Automation, Order = order.Id, Shipment = shipment, On = on, Lines = lines });
        if (problems.IsGood($"shipment {shipment}", shipped)) agenda.Plan(on.At(new(16, 0)), () => BillAsync(order, shipment, on));
    });

    private async Task BillAsync(Order order, ShipmentId shipment, LocalDate on)
    {
        var id = new InvoiceId($"I-{shipment}");
        var billed = await billing.BillAsync(new()
        {
            Id = new($"bill-{shipment}"), By = Seller.Automation, Order = order.Id, Invoice = id, DocumentDate = on, TaxPoint = on, Shipment = shipment,
        });
        if (!problems.IsGood($"invoice of {shipment}", billed)) return;
        var customer = customers[order.Terms.Customer.Value];
        var sent = await billing.SendAsync(new()
        {
            Id = new($"send-{shipment}"), By = Seller.Automation, Invoice = id, Channel = customer.Channel, Endpoint = customer.Email,
        });
        if (!problems.IsGood($"sending of the invoice of {shipment}", sent)) return;
        Invoices.Add(id);
        Sold.Add(billed.Value.Invoice);
    }

    private LocalDate NextDay(LocalDate day) => seller.Calendar.Next(day);
}
