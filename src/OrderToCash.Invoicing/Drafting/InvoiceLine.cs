namespace OrderToCash.Invoicing;

/// <summary>One line of an invoice (EN 16931 BG-25). Its number on the document is its position, from 1.</summary>
public sealed record InvoiceLine
{
    /// <summary>What it is for, in words (BT-153).</summary>
    public required string Description { get; init; }

    /// <summary>How much is invoiced (BT-129); not zero, below zero for what is taken back.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>The price of a unit (BT-146, BT-149); null when only the net is known.</summary>
    public UnitPrice? Price { get; init; }

    /// <summary>What is taken off price x quantity; null for nothing.</summary>
    public Money? Discount { get; init; }

    /// <summary>The amount without tax (BT-131).</summary>
    public required Money Net { get; init; }

    /// <summary>How it is taxed.</summary>
    public required TaxTreatment Tax { get; init; }

    /// <summary>The product; none for fees.</summary>
    public ProductId Product { get; init; }

    /// <summary>The order it comes from; none when it has no order.</summary>
    public OrderId Order { get; init; }

    /// <summary>The line of that order.</summary>
    public OrderLineId OrderLine { get; init; }

    /// <summary>The shipment it was delivered with.</summary>
    public ShipmentId Shipment { get; init; }

    /// <summary>The contract it comes from.</summary>
    public ContractId Contract { get; init; }

    /// <summary>A line whose net is price x quantity, rounded half away from zero, less the discount.</summary>
    /// <param name="description">What it is for, in words.</param>
    /// <param name="quantity">How much.</param>
    /// <param name="price">The price of a unit.</param>
    /// <param name="tax">How it is taxed.</param>
    /// <param name="discount">What is taken off; null for nothing.</param>
    /// <exception cref="CurrencyMismatchException">The discount is in another currency.</exception>
    public static InvoiceLine Priced(
        string description, Quantity quantity, UnitPrice price, TaxTreatment tax, Money? discount = null) => new()
    {
        Description = description,
        Quantity = quantity,
        Price = price,
        Discount = discount,
        Net = NetOf(quantity, price, discount),
        Tax = tax,
    };

    internal static Money NetOf(Quantity quantity, UnitPrice price, Money? discount)
    {
        var full = price.Times(quantity, Rounding.HalfAwayFromZero);
        return discount is { } off ? full - off : full;
    }

    internal static bool TryNetOf(Quantity quantity, UnitPrice price, Money? discount, out Money net)
    {
        try
        {
            net = NetOf(quantity, price, discount);
            return true;
        }
        catch (Exception e) when (e is OverflowException or ArgumentOutOfRangeException)
        {
            net = default;
            return false;
        }
    }
}
