namespace OrderToCash.Orders;

/// <summary>Refusals and findings of prices, discounts, fees and their policies.</summary>
public static class PricingErrors
{
    /// <summary>No entry of the list holds.</summary>
    public static readonly ErrorCode NoPrice = new("pricing.no-price", ErrorKind.NotFound,
        "Price list {list} has no price of {product} in {currency} on {date}.", "Add a price, or give one by hand.");

    /// <summary>A price by hand has no reason.</summary>
    public static readonly ErrorCode ReasonMissing = new("pricing.reason-missing", ErrorKind.Invalid,
        "The price {price} was given by hand without a reason.", "Say why, in words.");

    /// <summary>A policy, rule or kind has no name, or one that can't be quoted.</summary>
    public static readonly ErrorCode NameMissing = new("pricing.name-missing", ErrorKind.Invalid, "There is no name to quote.",
        "Give it 1 to 100 characters, no control characters and no blanks at the ends.");

    /// <summary>Two rules or entries have one name.</summary>
    public static readonly ErrorCode IdRepeated = new("pricing.id-repeated", ErrorKind.Invalid,
        "'{id}' is the name of {first} already.", "Give each a name of its own.");

    /// <summary>A price or rule is for no product.</summary>
    public static readonly ErrorCode ProductMissing = new("pricing.product-missing", ErrorKind.Invalid, "There is no product.",
        "Name the product.");

    /// <summary>A price, fee or discount is below zero, or larger than anything real.</summary>
    public static readonly ErrorCode AmountOutOfRange = new("pricing.amount-out-of-range", ErrorKind.Invalid,
        "{amount} is below zero or beyond any price.", "Give 0 to 100 000 000 000, for a millionth of a unit or more.");

    /// <summary>A currency is none that amounts can be posted in.</summary>
    public static readonly ErrorCode CurrencyUnusable = new("pricing.currency-unusable", ErrorKind.Invalid,
        "Amounts in {currency} can't be posted.", "Give a currency with a smallest unit.");

    /// <summary>Amounts that belong together are in several currencies.</summary>
    public static readonly ErrorCode CurrenciesMixed = new("pricing.currencies-mixed", ErrorKind.Invalid,
        "{amount} stands beside amounts in {currency}.", "Give all of them in one currency.");

    /// <summary>A quantity is not above zero, or larger or smaller than anything real.</summary>
    public static readonly ErrorCode QuantityOutOfRange = new("pricing.quantity-out-of-range", ErrorKind.Invalid,
        "The quantity {from} is not above zero, or beyond any order.", "Give 0.000001 to 1 000 000 000, or none.");

    /// <summary>Quantities that belong together are in several units.</summary>
    public static readonly ErrorCode UnitsMixed = new("pricing.units-mixed", ErrorKind.Invalid,
        "{from} is not in the unit {unit}.", "Give both in one unit.");

    /// <summary>A last day lies before its first.</summary>
    public static readonly ErrorCode DatesReversed = new("pricing.dates-reversed", ErrorKind.Invalid,
        "The last day {to} lies before the first day {from}.", "Exchange the days, or correct one.");

    /// <summary>Two prices answer the same question.</summary>
    public static readonly ErrorCode PriceRepeated = new("pricing.price-repeated", ErrorKind.Invalid,
        "{first} is for the same product, customer, unit, quantity and days.", "Take one of them out.");

    /// <summary>Two prices answer the same question on some days, and neither is narrower.</summary>
    public static readonly ErrorCode PricesOverlap = new("pricing.prices-overlap", ErrorKind.Invalid,
        "The days overlap with those of {first}, and neither lies within the other.",
        "End one where the other begins, or put one within the other.");

    /// <summary>A percentage is out of its range.</summary>
    public static readonly ErrorCode PercentOutOfRange = new("pricing.percent-out-of-range", ErrorKind.Invalid,
        "{percent} is below nothing or above the whole.", "Give 0 to 100 percent; a margin below 100.");

    /// <summary>A discount takes nothing off, or has both a percentage and an amount.</summary>
    public static readonly ErrorCode DiscountEmpty = new("pricing.discount-empty", ErrorKind.Invalid,
        "There must be a percentage or an amount, and not both.", "Give one of them.");

    /// <summary>The order of discounts makes no sense.</summary>
    public static readonly ErrorCode StackBroken = new("pricing.stack-broken", ErrorKind.Invalid,
        "{kind} can't stand here: {what}.", "Name each kind once, those of the line before those of the order.");

    /// <summary>A rule gives away what it can't.</summary>
    public static readonly ErrorCode GiftTooLarge = new("pricing.gift-too-large", ErrorKind.Invalid,
        "{get} for {buy} can't be given as {form}.",
        "Give no more than is bought, less when inclusive; another product on a line of its own.");

    /// <summary>Two rules charge one kind of fee on the same day.</summary>
    public static readonly ErrorCode FeesOverlap = new("pricing.fees-overlap", ErrorKind.Invalid,
        "{first} charges {kind} in the same currency on the same days.", "End one where the other begins.");

    /// <summary>The table of a fee makes no sense.</summary>
    public static readonly ErrorCode TiersBroken = new("pricing.tiers-broken", ErrorKind.Invalid,
        "The table of the fee can't be read: {what}.", "Give each tier a start of its own, by value or by weight.");

    /// <summary>A fee is measured after the discounts that shall lower it.</summary>
    public static readonly ErrorCode FeeNotDiscountable = new("pricing.fee-not-discountable", ErrorKind.Invalid,
        "Fee {fee} is measured after all discounts: none can lower it.", "Measure it before, or take it out of the discounts.");

    /// <summary>A fee of the policy has no amount in the order's currency.</summary>
    public static readonly ErrorCode FeeMissing = new("pricing.fee-missing", ErrorKind.Refused,
        "The policy has no {kind} fee in {currency}.", "Add the fee in that currency, or waive it.");

    /// <summary>A fee by weight meets a line without one.</summary>
    public static readonly ErrorCode WeightMissing = new("pricing.weight-missing", ErrorKind.Refused,
        "Line {line} has no weight, and fee {fee} is charged by it.", "State the weight, or waive the fee.");

    /// <summary>A discount was given that the policy does not know.</summary>
    public static readonly ErrorCode DiscountNotGranted = new("pricing.discount-not-granted", ErrorKind.Refused,
        "Policy {policy} grants no {kind}; it was not taken off.", "Take the discount out, or waive the finding.");

    /// <summary>A discount on the order found nothing to take it from.</summary>
    public static readonly ErrorCode DiscountWithoutEffect = new("pricing.discount-without-effect", ErrorKind.Refused,
        "Nothing is left that {kind} of {discount} could take off.", "Take the discount out, or waive the finding.");

    /// <summary>Nobody issued the coupon, or to another customer.</summary>
    public static readonly ErrorCode CouponUnknown = new("pricing.coupon-unknown", ErrorKind.Refused,
        "Coupon {coupon} is not known for {customer}.", "Ask for the code again, or waive the finding.");

    /// <summary>The coupon is not taken on the day of the order.</summary>
    public static readonly ErrorCode CouponNotValid = new("pricing.coupon-not-valid", ErrorKind.Refused,
        "Coupon {coupon} is not valid on {date}.", "Take it within its days, or waive the finding.");

    /// <summary>The coupon was used.</summary>
    public static readonly ErrorCode CouponAlreadyUsed = new("pricing.coupon-already-used", ErrorKind.Refused,
        "Coupon {coupon} was used on order {order}.", "Take another one, or waive the finding.");

    /// <summary>The coupon is for another currency.</summary>
    public static readonly ErrorCode CouponInOtherCurrency = new("pricing.coupon-in-other-currency", ErrorKind.Refused,
        "Coupon {coupon} is for orders in {currency}.", "Take another one, or waive the finding.");

    /// <summary>The order is too small for the coupon.</summary>
    public static readonly ErrorCode CouponBelowMinimum = new("pricing.coupon-below-minimum", ErrorKind.Refused,
        "Coupon {coupon} asks for {minimum}; the goods cost {value}.", "Order more, or waive the finding.");

    /// <summary>The coupon goes with no other, or the other with none.</summary>
    public static readonly ErrorCode CouponNotCombinable = new("pricing.coupon-not-combinable", ErrorKind.Refused,
        "Coupon {coupon} does not go with coupon {other}.", "Choose one of them, or waive the finding.");

    /// <summary>Nothing is left that the coupon could take off.</summary>
    public static readonly ErrorCode CouponWithoutEffect = new("pricing.coupon-without-effect", ErrorKind.Refused,
        "Nothing is left that coupon {coupon} could take off; it was not used.", "Keep it for another order.");

    /// <summary>A discount on a line is above what a role may give.</summary>
    public static readonly ErrorCode LineDiscountExceeded = new("pricing.line-discount-exceeded", ErrorKind.Refused,
        "{percent} off line {line} is above the {bound} of {role}.", "Lower the discount, or have it approved.");

    /// <summary>The discount of the whole order is above what a role may give.</summary>
    public static readonly ErrorCode AverageDiscountExceeded = new("pricing.average-discount-exceeded", ErrorKind.Refused,
        "{percent} off the order is above the {bound} of {role}.", "Lower the discount, or have it approved.");

    /// <summary>The amount given away is above what a role may give.</summary>
    public static readonly ErrorCode DiscountAmountExceeded = new("pricing.discount-amount-exceeded", ErrorKind.Refused,
        "{amount} off the order is above the {bound} of {role}.", "Lower the discount, or have it approved.");

    /// <summary>A price is below its floor, and the role may not go there.</summary>
    public static readonly ErrorCode BelowFloor = new("pricing.below-floor", ErrorKind.Refused,
        "Line {line} is below its floor price; {role} may not go there.", "Raise the price, or have it approved.");

    /// <summary>The levels of an authority don't rise.</summary>
    public static readonly ErrorCode LevelsNotRising = new("pricing.levels-not-rising", ErrorKind.Invalid,
        "{role} may less than the level before.", "Order the levels so that each may all that the one before may.");

    /// <summary>Two versions of an authority hold on the same day.</summary>
    public static readonly ErrorCode VersionsOverlap = new("pricing.versions-overlap", ErrorKind.Invalid,
        "{first} holds on the same days.", "End one where the other begins.");

    /// <summary>No authority is in force on that day.</summary>
    public static readonly ErrorCode NoAuthority = new("pricing.no-authority", ErrorKind.Refused,
        "No discount authority is in force on {date}.", "Put one in force.");

    /// <summary>The approver's roles don't cover the discounts.</summary>
    public static readonly ErrorCode AuthorityMissing = new("pricing.authority-missing", ErrorKind.Forbidden,
        "{actor} may not approve the discounts of order {order}; {role} may.", "Have them approved by that role.");

    /// <summary>Who gave a discount approves it.</summary>
    public static readonly ErrorCode MakerIsChecker = new("pricing.maker-is-checker", ErrorKind.Forbidden,
        "{actor} gave the discounts of order {order} and can't approve them.", "Let another person approve.");
}
