namespace OrderToCash.Orders;

/// <summary>What a running order is to become: all its lines as they are wanted from now on.</summary>
public sealed record OrderAmendment
{
    /// <summary>
    /// All lines that are wanted, without gifts and fees (<see cref="OrderPricing.Wanted"/>): what is left out is taken back.
    /// </summary>
    public required EquatableArray<OrderLineTerms> Lines { get; init; }

    /// <summary>The discount on the order; null for none.</summary>
    public DocumentDiscount? Discount { get; init; }

    /// <summary>The day the goods are wanted on; null for no day.</summary>
    public LocalDate? RequestedDate { get; init; }

    /// <summary>Where they go to; null leaves it.</summary>
    public Address? ShipTo { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>An amendment that changes nothing yet: the order as it is.</summary>
    public static OrderAmendment Of(Order order, string reason)
    {
        ArgumentNullException.ThrowIfNull(order);
        return new()
        {
            Lines = OrderPricing.Wanted(order.Lines.Select(l => l.Priced).ToEquatableArray()),
            Discount = order.Terms.Discount, RequestedDate = order.Terms.RequestedDate, Reason = reason,
        };
    }
}
