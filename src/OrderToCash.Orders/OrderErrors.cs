namespace OrderToCash.Orders;

/// <summary>
/// Refusals and findings of orders. Precedence: existence, then state (closed, cancelled, not confirmed), then completeness of
/// the command (all findings at once), then policy (holds, tolerances, bounds; all findings at once).
/// </summary>
public static class OrderErrors
{
    /// <summary>Nothing is ordered, or a command names no line.</summary>
    public static readonly ErrorCode NoLines = new("order.no-lines", ErrorKind.Invalid, "There is no line.",
        "Name at least one line.");

    /// <summary>A line id stands twice.</summary>
    public static readonly ErrorCode LineRepeated = new("order.line-repeated", ErrorKind.Invalid,
        "Line {line} is there twice.", "Give each line an id of its own, and name it once in a command.");

    /// <summary>A quantity is zero or below.</summary>
    public static readonly ErrorCode QuantityNotPositive = new("order.quantity-not-positive", ErrorKind.Invalid,
        "The quantity {quantity} of line {line} is not above zero.",
        "Give a quantity above zero; returns and credits have commands of their own.");

    /// <summary>A price is below zero.</summary>
    public static readonly ErrorCode PriceNegative = new("order.price-negative", ErrorKind.Invalid,
        "The price {price} of line {line} is below zero.", "Use a discount, or a credit note.");

    /// <summary>A price or discount is in another currency than the order, or the order's currency has no grid.</summary>
    public static readonly ErrorCode CurrencyMixed = new("order.currency-mixed", ErrorKind.Invalid,
        "{found} stands in an order in {currency}.",
        "Give every price in the order's currency, one that amounts can be posted in.");

    /// <summary>A discount is below nothing or above everything.</summary>
    public static readonly ErrorCode DiscountOutOfRange = new("order.discount-out-of-range", ErrorKind.Invalid,
        "The discount {discount} is below nothing or above the whole.",
        "Give 0 to 100 percent, or an amount up to the sum of the lines.");

    /// <summary>An amount is beyond what can be a real order.</summary>
    public static readonly ErrorCode AmountTooLarge = new("order.amount-too-large", ErrorKind.Invalid,
        "{quantity} at {price} is beyond the bounds of an order.", "Check quantity and price.");

    /// <summary>The unit is not among those the policy knows.</summary>
    public static readonly ErrorCode UnitUnknown = new("order.unit-unknown", ErrorKind.Refused,
        "Unit '{unit}' of line {line} is not known.", "Use a unit of the policy, or waive the finding.");

    /// <summary>Town or street is missing.</summary>
    public static readonly ErrorCode AddressMissing = new("order.address-missing", ErrorKind.Refused,
        "The {address} address has no {field}.", "Complete the address, or waive the finding.");

    /// <summary>The requested date lies before the order date.</summary>
    public static readonly ErrorCode RequestedBeforeOrder = new("order.requested-before-order", ErrorKind.Refused,
        "The goods are wanted on {requested}, before the order of {ordered}.", "Ask the customer for the date.");

    /// <summary>The same order came in before.</summary>
    public static readonly ErrorCode Duplicate = new("order.duplicate", ErrorKind.Conflict,
        "Order {known} has the same reference {reference} and the same content.", "Go on with the order that is there.");

    /// <summary>The customer used the reference for another order.</summary>
    public static readonly ErrorCode ReferenceReused = new("order.reference-reused", ErrorKind.Refused,
        "Reference {reference} stands on order {known} too, with other content.", "Ask whether it is a change of that order.");

    /// <summary>The order is closed.</summary>
    public static readonly ErrorCode Closed = new("order.closed", ErrorKind.Refused, "Order {order} is closed.",
        "Capture another order.");

    /// <summary>The order is cancelled.</summary>
    public static readonly ErrorCode Cancelled = new("order.cancelled", ErrorKind.Refused, "Order {order} is cancelled.",
        "Capture another order.");

    /// <summary>The order is not confirmed yet.</summary>
    public static readonly ErrorCode NotConfirmed = new("order.not-confirmed", ErrorKind.Refused,
        "Order {order} is not confirmed.", "Confirm it first.");

    /// <summary>A line that has moved would get another price, another product or more.</summary>
    public static readonly ErrorCode LineFrozen = new("order.line-frozen", ErrorKind.Refused,
        "Line {line} has moved: {shipped} shipped; it can be cut from {left} down to that, and not be changed otherwise.",
        "Add a line for more of it or for another price.");

    /// <summary>Coupons were used by an order of which something moved.</summary>
    public static readonly ErrorCode CouponsFrozen = new("order.coupons-frozen", ErrorKind.Refused,
        "Order {order} used coupons, and something of it moved: what they took off can't be shared anew.",
        "Cancel the rest and capture another order.");

    /// <summary>A quote would end before it begins.</summary>
    public static readonly ErrorCode QuoteDates = new("order.quote-dates", ErrorKind.Invalid,
        "A quote of {from} can't hold through {through}.", "Give a last day on or after the first.");

    /// <summary>A quote is accepted or declined.</summary>
    public static readonly ErrorCode QuoteDecided = new("order.quote-decided", ErrorKind.Refused,
        "Quote {quote} is {status}.", "Offer another one.");

    /// <summary>A quote's last day went by.</summary>
    public static readonly ErrorCode QuoteExpired = new("order.quote-expired", ErrorKind.Refused,
        "Quote {quote} held through {through}, and it is {on}.", "Offer another one at the prices of today.");

    /// <summary>A reason is asked for and not given.</summary>
    public static readonly ErrorCode ReasonMissing = new("order.reason-missing", ErrorKind.Invalid, "There is no reason.",
        "Say why, in words.");

    /// <summary>The order has no such finding.</summary>
    public static readonly ErrorCode FindingUnknown = new("order.finding-unknown", ErrorKind.NotFound,
        "Order {order} has no finding {code} at '{target}'.", "Name code and target of a finding of the order.");

    /// <summary>An automation may not waive.</summary>
    public static readonly ErrorCode PersonNeeded = new("order.person-needed", ErrorKind.Forbidden,
        "{actor} is no person.", "Let a person waive the finding.");

    /// <summary>Blocking findings are open.</summary>
    public static readonly ErrorCode FindingsOpen = new("order.findings-open", ErrorKind.Refused,
        "Order {order} has the open finding {code} at '{target}'.", "Correct the order, or waive the finding.");

    /// <summary>A hold of that type is open in that scope.</summary>
    public static readonly ErrorCode HoldExists = new("order.hold-exists", ErrorKind.Conflict,
        "A {type} hold is open already on {scope}.", "Release it first, or leave it.");

    /// <summary>No hold of that type is open in that scope.</summary>
    public static readonly ErrorCode HoldUnknown = new("order.hold-unknown", ErrorKind.NotFound,
        "No {type} hold is open on {scope}.", "Name type and scope of an open hold.");

    /// <summary>A blocking hold is open.</summary>
    public static readonly ErrorCode OnHold = new("order.on-hold", ErrorKind.Refused,
        "A {type} hold is open on {scope}: {reason}", "Release the hold, or ship other lines.", retryable: true);

    /// <summary>A hold waits for an approval.</summary>
    public static readonly ErrorCode ApprovalNeeded = new("order.approval-needed", ErrorKind.Refused,
        "The discounts of order {order} wait for the approval of {role}.", "Let that role approve the discounts.");

    /// <summary>The order has no such line.</summary>
    public static readonly ErrorCode LineUnknown = new("order.line-unknown", ErrorKind.NotFound,
        "The order has no line {line}.", "Name a line of the order.");

    /// <summary>A quantity is in another unit than its line.</summary>
    public static readonly ErrorCode UnitMismatch = new("order.unit-mismatch", ErrorKind.Invalid,
        "{quantity} is not in the unit {unit} of line {line}.", "Convert the quantity to the line's unit.");

    /// <summary>The shipment is recorded already.</summary>
    public static readonly ErrorCode ShipmentKnown = new("order.shipment-known", ErrorKind.Conflict,
        "Shipment {shipment} is recorded already.", "Give another shipment its own id.");

    /// <summary>More would leave than ordered and tolerated.</summary>
    public static readonly ErrorCode OverDelivery = new("order.over-delivery", ErrorKind.Refused,
        "With {quantity}, line {line} would have shipped {shipped}; {bound} are allowed.", "Ship less, or order more.");

    /// <summary>More would be invoiced than the policy allows.</summary>
    public static readonly ErrorCode OverInvoiced = new("order.over-invoiced", ErrorKind.Refused,
        "With {quantity}, line {line} would be billed {billed}; {bound} are billable.", "Invoice less, or deliver first.");

    /// <summary>More would be credited than was invoiced.</summary>
    public static readonly ErrorCode OverCredited = new("order.over-credited", ErrorKind.Refused,
        "{quantity} of line {line} can't be credited; {bound} are billed.", "Credit at most what is billed.");

    /// <summary>More would come back than was shipped.</summary>
    public static readonly ErrorCode OverReturned = new("order.over-returned", ErrorKind.Refused,
        "{quantity} of line {line} can't come back; {bound} are with the customer.", "Record at most what the customer has.");

    /// <summary>Nothing is left to cancel.</summary>
    public static readonly ErrorCode NothingToCancel = new("order.nothing-to-cancel", ErrorKind.Refused,
        "Nothing of the named lines is left to ship.", "Return what was shipped instead.");

    /// <summary>Something is still to be shipped.</summary>
    public static readonly ErrorCode NotDelivered = new("order.not-delivered", ErrorKind.Refused,
        "{quantity} of line {line} are still to be shipped.", "Ship or cancel the rest, or close short.");

    /// <summary>Something delivered is not invoiced.</summary>
    public static readonly ErrorCode NotInvoiced = new("order.not-invoiced", ErrorKind.Refused,
        "{quantity} of line {line} are delivered and not invoiced.", "Invoice them, or close short.");

    /// <summary>A return or cancellation waits for its credit note.</summary>
    public static readonly ErrorCode NotCredited = new("order.not-credited", ErrorKind.Refused,
        "{quantity} of line {line} wait for a credit note.", "Credit them, or close short.");

    /// <summary>The invoices are not settled.</summary>
    public static readonly ErrorCode NotPaid = new("order.not-paid", ErrorKind.Refused,
        "Order {order} is not paid.", "Wait for the money, or close short.", retryable: true);

    /// <summary>A stored order breaks its own arithmetic.</summary>
    public static readonly ErrorCode LedgerBroken = new("order.ledger-broken", ErrorKind.Invalid,
        "The stored quantities or amounts of line {line} contradict each other.", "Rebuild the order from its events.");

    /// <summary>A stored order breaks a rule of its shape.</summary>
    public static readonly ErrorCode StateBroken = new("order.state-broken", ErrorKind.Invalid,
        "The stored order contradicts itself: {what}.", "Rebuild the order from its events.");
}
