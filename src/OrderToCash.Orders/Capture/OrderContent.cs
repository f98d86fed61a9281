using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace OrderToCash.Orders;

/// <summary>The keys that find an order that came in twice.</summary>
public static class OrderContent
{
    // Before what not every order has: no product, coupon or address begins like this.
    private const string Mark = "\u0001";

    /// <summary>
    /// What the customer sent, as a hash: channel, customer, external reference, addresses, currency, dates,
    /// discounts and coupons, and product, description, quantity, price and discounts of each line in order. Not in it: what
    /// the host adds - the order's and the lines' ids, tags, price reasons. Equal content has equal keys on every machine;
    /// O(lines).
    /// </summary>
    public static ContentHash KeyOf(OrderTerms terms, EquatableArray<OrderLineTerms> lines)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var content = new ArrayBufferWriter<byte>();
        Put(content, "order 1", terms.LegalEntity.Value, terms.Channel.Value, terms.Customer.Value, terms.ExternalReference,
            terms.BillTo.Name,
            terms.Currency.Code, Iso(terms.OrderDate), terms.RequestedDate is { } day ? Iso(day) : "",
            terms.Discount?.Percent.ToString() ?? "", terms.Discount?.Amount?.ToString() ?? "");
        if (!terms.Coupons.IsEmpty) Put(content, [Mark, .. terms.Coupons.Select(c => c.Value)]);
        Put(content, terms.BillTo.Address);
        Put(content, terms.ShipTo);
        foreach (var line in lines)
        {
            Put(content, line.Product.Value, line.Description, line.Quantity.ToString(), line.UnitPrice.ToString(),
                line.Discount.ToString());
            foreach (var discount in line.Discounts)
                Put(content, Mark, discount.Percent.ToString(), discount.Amount?.ToString() ?? "");
        }
        return ContentHash.OfUtf8(content.WrittenSpan);
    }

    /// <summary>Under which key a host looks for orders with the same reference; empty when the customer gave none.</summary>
    public static string ReferenceKeyOf(OrderTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return terms.ExternalReference.Length == 0 ? ""
            : $"{terms.LegalEntity}|{terms.Channel}|{terms.Customer}|{terms.ExternalReference}";
    }

    private static void Put(ArrayBufferWriter<byte> content, Address address)
    {
        Put(content, address.City, address.PostCode, address.Region, address.Country.Value, $"{address.Lines.Count}");
        foreach (var line in address.Lines) Put(content, line);
    }

    // Each text follows its length, so that no two lists of texts give the same bytes.
    private static void Put(ArrayBufferWriter<byte> content, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            var size = Encoding.UTF8.GetByteCount(text);
            BinaryPrimitives.WriteInt32BigEndian(content.GetSpan(sizeof(int)), size);
            content.Advance(sizeof(int));
            content.Advance(Encoding.UTF8.GetBytes(text, content.GetSpan(size)));
        }
    }

    private static string Iso(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);
}
