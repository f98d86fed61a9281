using OrderToCash.Customers;
using OrderToCash.Invoicing;
using OrderToCash.Orders;
using OrderToCash.Tax;

namespace OrderToCash;

/// <summary>The draft of an invoice over what an order has delivered and not yet billed.</summary>
internal static class OrderBill
{
    /// <summary>What the invoice takes from each line.</summary>
    public static EquatableArray<LineQuantity> Quantities(Order order) => order.Lines.Where(l => l.ToInvoice.IsPositive)
        .Select(l => new LineQuantity { Line = l.Id, Quantity = l.ToInvoice }).ToEquatableArray();

    /// <summary>The draft; a part of a line takes its share of the line's amount, so that all parts add up to it.</summary>
    public static DraftInvoice Draft(
        BillOrder command, Order order, LegalEntity seller, CustomerProfile buyer, TaxTreatment[] treatments)
    {
        var lines = new List<InvoiceLine>();
        for (var i = 0; i < treatments.Length; i++)
            if (order.Lines[i].ToInvoice.IsPositive)
                lines.Add(Line(order.Lines[i], order.Id, command.Shipment, seller.Orders, treatments[i]));
        var means = command.PaymentMeans.IsNone ? buyer.PaymentMeans : command.PaymentMeans;
        return new()
        {
            Id = command.Invoice,
            Type = command.Type,
            LegalEntity = seller.Id,
            Customer = order.Terms.Customer,
            Seller = seller.Party,
            Buyer = order.Terms.BillTo,
            Currency = order.Terms.Currency,
            DocumentDate = command.DocumentDate,
            TaxPoint = command.TaxPoint,
            DeliveryDate = command.TaxPoint,
            ShipTo = order.Terms.ShipTo,
            Computation = seller.TaxComputation,
            PurchaseOrder = order.Terms.ExternalReference,
            TermsText = buyer.Terms.Name,
            PaymentInstructions = means == PaymentMeansCode.Cash ? [new() { MeansCode = means.Value }] : [],
            Lines = lines.ToEquatableArray(),
        };
    }

    /// <summary>What the draft is held against.</summary>
    public static PostingFacts Facts(Order order, CustomerProfile buyer) => new()
    {
        Lines = order.Lines.Where(l => l.ToInvoice.IsPositive).Select(l => new OrderLineFact
        {
            Order = order.Id, OrderLine = l.Id, Ordered = l.Ordered - l.Cancelled, Delivered = l.Kept, Billed = l.Billed,
            Price = l.Priced.Terms.UnitPrice,
        }).ToEquatableArray(),
        AgreedCurrency = order.Terms.Currency,
        NeedsBuyerTaxId = buyer.TaxStatus == CustomerTaxStatus.Business,
    };

    private static InvoiceLine Line(OrderLine line, OrderId order, ShipmentId shipment, OrderPolicy policy, TaxTreatment tax)
    {
        var terms = line.Priced.Terms;
        var net = line.ShareOf(line.Billed, line.ToInvoice, policy);
        var discount = terms.UnitPrice.Times(line.ToInvoice, Rounding.HalfAwayFromZero) - net;
        return new()
        {
            Description = terms.Description.Length > 0 ? terms.Description : terms.Product.Value,
            Quantity = line.ToInvoice,
            Price = discount.IsNegative ? null : terms.UnitPrice,
            Discount = discount.IsPositive ? discount : null,
            Net = net,
            Tax = tax,
            Product = terms.Product,
            Order = order,
            OrderLine = line.Id,
            Shipment = shipment,
        };
    }
}
