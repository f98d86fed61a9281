namespace OrderToCash.Invoicing;

/// <summary>What a draft is found to say that order, delivery, price or agreement do not.</summary>
public static class PostingCheckErrors
{
    /// <summary>More is billed than was ordered.</summary>
    public static readonly ErrorCode QuantityAboveOrdered = new("billing-accuracy.quantity-above-ordered", ErrorKind.Refused,
        "Order {order} line {line}: {billed} would be billed in all, {allowed} were ordered.",
        "Bill what was ordered, or amend the order.");

    /// <summary>More is billed than was delivered.</summary>
    public static readonly ErrorCode QuantityAboveDelivered = new("billing-accuracy.quantity-above-delivered", ErrorKind.Refused,
        "Order {order} line {line}: {billed} would be billed in all, {allowed} were delivered.", "Bill what was delivered.");

    /// <summary>The unit billed is not the unit ordered.</summary>
    public static readonly ErrorCode UnitDiffers = new("billing-accuracy.unit-differs", ErrorKind.Refused,
        "Order {order} line {line} is billed in {billed}, but was ordered in {ordered}.", "Bill in the unit of the order.");

    /// <summary>The price is not the one agreed.</summary>
    public static readonly ErrorCode PriceDiffers = new("billing-accuracy.price-differs", ErrorKind.Refused,
        "Order {order} line {line}: the net is {net}; at the agreed price it is {expected}.",
        "Correct the price, or agree on the new one.");

    /// <summary>A line names an order line nobody knows.</summary>
    public static readonly ErrorCode OrderLineUnknown = new("billing-accuracy.order-line-unknown", ErrorKind.Refused,
        "Order {order} line {line} is billed, but there is no such line.", "Bill an existing order line.");

    /// <summary>The buyer's tax id is missing.</summary>
    public static readonly ErrorCode BuyerTaxIdMissing = new("billing-accuracy.buyer-tax-id-missing", ErrorKind.Refused,
        "The buyer is a business and the document has no tax id of his.", "Ask for the id and add it to the customer.");

    /// <summary>The buyer's order number is missing.</summary>
    public static readonly ErrorCode PurchaseOrderMissing = new("billing-accuracy.purchase-order-missing", ErrorKind.Refused,
        "The customer pays only against an order number, and the document cites none.", "Add the buyer's order number.");

    /// <summary>An invoice of the same order number and amount exists.</summary>
    public static readonly ErrorCode SameOrderAndAmount = new("billing-accuracy.same-order-and-amount", ErrorKind.Conflict,
        "{number} of {date} has the same order number {purchaseOrder} and the same amount {gross}.",
        "Compare both; post only when it is another supply.");

    /// <summary>An invoice of the same items exists.</summary>
    public static readonly ErrorCode SameItems = new("billing-accuracy.same-items", ErrorKind.Conflict,
        "{number} of {date} billed the same items in the same quantities.", "Compare both; post only when it is another supply.");

    /// <summary>A line of a shipment was billed before.</summary>
    public static readonly ErrorCode ShipmentBilled = new("billing-accuracy.shipment-billed", ErrorKind.Conflict,
        "Order {order} line {line}: shipment {shipment} was billed by {number} of {date}.",
        "Bill a shipment once; name another shipment if these are other goods.");

    /// <summary>An invoice that says the very same exists.</summary>
    public static readonly ErrorCode SameContent = new("billing-accuracy.same-content", ErrorKind.Conflict,
        "{number} of {date} has the same lines, amounts and tax point.", "Compare both; post only when it is another supply.");

    /// <summary>The terms are not those agreed.</summary>
    public static readonly ErrorCode TermsDiffer = new("billing-accuracy.terms-differ", ErrorKind.Refused,
        "The terms {applied} would be applied; {agreed} are agreed.", "Apply the agreed terms.");

    /// <summary>The currency is not the one agreed.</summary>
    public static readonly ErrorCode CurrencyDiffers = new("billing-accuracy.currency-differs", ErrorKind.Refused,
        "The document is in {currency}; {agreed} is agreed.", "Bill in the agreed currency.");
}
