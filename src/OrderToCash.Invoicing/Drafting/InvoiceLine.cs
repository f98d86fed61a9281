using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>One line of an invoice (EN 16931 BG-25). Its number on the document is its position, from 1.</summary>
public sealed record InvoiceLine
{
    /// <summary>What it is for, in words (BT-153).</summary>
    public required string Description { get; init; }

    /// <summary>How much is invoiced (BT-129); not zero, below zero for what is taken back.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>The net price with its base quantity (BT-146, BT-149); null when only the net is known.</summary>
    public UnitPrice? Price { get; init; }

    /// <summary>The price before the discount on it, of the same base quantity (BT-148); null when there is none.</summary>
    public UnitPrice? GrossPrice { get; init; }

    /// <summary>What is taken off price x quantity without a reason of its own; null for nothing.</summary>
    public Money? Discount { get; init; }

    /// <summary>What is taken off and put on with reasons (BG-27, BG-28).</summary>
    public EquatableArray<AllowanceCharge> AllowancesCharges { get; init; }

    /// <summary>The amount without tax (BT-131).</summary>
    public required Money Net { get; init; }

    /// <summary>The amount with tax, where prices include it; null elsewhere.</summary>
    public Money? Gross { get; init; }

    /// <summary>How it is taxed (BT-151, BT-152).</summary>
    public required TaxTreatment Tax { get; init; }

    /// <summary>The prepayment it takes off; null for supplies.</summary>
    public DeductedPrepayment? Prepayment { get; init; }

    /// <summary>True when early-payment discounts are not computed on it: freight, fees.</summary>
    public bool NotDiscountable { get; init; }

    /// <summary>The period it is for (BT-134, BT-135).</summary>
    public DocumentPeriod? Period { get; init; }

    /// <summary>A remark on the line (BT-127).</summary>
    public string Note { get; init => field = value ?? ""; } = "";

    /// <summary>What the line is about: a meter, a vehicle (BT-128).</summary>
    public DocumentId? InvoicedObject { get; init; }

    /// <summary>The line of the buyer's order (BT-132).</summary>
    public string PurchaseOrderLine { get; init => field = value ?? ""; } = "";

    /// <summary>Where the buyer books it (BT-133).</summary>
    public string BuyerAccounting { get; init => field = value ?? ""; } = "";

    /// <summary>More about the item (BG-31); null when the description says it all.</summary>
    public InvoicedItem? Item { get; init; }

    /// <summary>Fields of the host.</summary>
    public EquatableArray<Tag> Tags { get; init; }

    /// <summary>The product (BT-155); none for fees.</summary>
    public ProductId Product { get; init; }

    /// <summary>The order it comes from; none when it has no order.</summary>
    public OrderId Order { get; init; }

    /// <summary>The line of that order.</summary>
    public OrderLineId OrderLine { get; init; }

    /// <summary>The shipment it was delivered with.</summary>
    public ShipmentId Shipment { get; init; }

    /// <summary>The contract it comes from.</summary>
    public ContractId Contract { get; init; }

    /// <summary>The discount on the price (BT-147); zero without a gross price.</summary>
    [JsonIgnore]
    public decimal PriceDiscount => GrossPrice is { } gross && Price is { } net ? gross.Amount - net.Amount : 0;

    /// <summary>
    /// The net price that a document must state (BT-146, BT-149): <see cref="Price"/>, or what quantity and net make of it - the
    /// whole amount before allowances and charges for the whole quantity, which is exact. Below zero only where quantity and net
    /// are of different signs.
    /// </summary>
    [JsonIgnore]
    public UnitPrice NetPrice => Price ?? PriceOf(Quantity, BeforeAllowances());

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
        Net = NetOf(quantity, price, discount, default),
        Tax = tax,
    };

    /// <summary>
    /// A line at a price that includes tax. Its net is known when the whole document is split: see
    /// <see cref="DraftInvoice.SplitTaxIncluded"/>; until then the gross stands for it.
    /// </summary>
    /// <param name="description">What it is for, in words.</param>
    /// <param name="quantity">How much.</param>
    /// <param name="grossPrice">The price of a unit, tax included.</param>
    /// <param name="tax">How it is taxed.</param>
    /// <param name="discount">What is taken off, tax included; null for nothing.</param>
    /// <exception cref="CurrencyMismatchException">The discount is in another currency.</exception>
    public static InvoiceLine TaxIncluded(
        string description, Quantity quantity, UnitPrice grossPrice, TaxTreatment tax, Money? discount = null)
    {
        var gross = NetOf(quantity, grossPrice, discount, default);
        return new() { Description = description, Quantity = quantity, Net = gross, Gross = gross, Tax = tax };
    }

    /// <summary>The same with something taken off or put on, and its net moved by it.</summary>
    /// <exception cref="CurrencyMismatchException">It is in another currency.</exception>
    public InvoiceLine With(AllowanceCharge item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return this with { AllowancesCharges = AllowancesCharges.Add(item), Net = Net + item.Signed };
    }

    internal Money BeforeAllowances()
    {
        var amount = Discount is { } off ? Net + off : Net;
        foreach (var item in AllowancesCharges) amount -= item.Signed;
        return amount;
    }

    internal static UnitPrice PriceOf(Quantity quantity, Money net) => quantity.IsZero
        ? UnitPrice.Of(net.Amount, net.Currency)
        : UnitPrice.Of(quantity.IsNegative ? -net.Amount : net.Amount, net.Currency, Math.Abs(quantity.Value));

    internal static Money NetOf(
        Quantity quantity, UnitPrice price, Money? discount, EquatableArray<AllowanceCharge> allowancesCharges)
    {
        var full = price.Times(quantity, Rounding.HalfAwayFromZero);
        if (discount is { } off) full -= off;
        foreach (var item in allowancesCharges) full += item.Signed;
        return full;
    }

    internal bool TryNet(out Money net) => TryNetOf(Quantity, Price!.Value, Discount, AllowancesCharges, out net);

    internal static bool TryNetOf(
        Quantity quantity, UnitPrice price, Money? discount, EquatableArray<AllowanceCharge> allowancesCharges, out Money net)
    {
        try
        {
            net = NetOf(quantity, price, discount, allowancesCharges);
            return true;
        }
        catch (Exception e) when (e is OverflowException or ArgumentOutOfRangeException)
        {
            net = default;
            return false;
        }
    }
}
