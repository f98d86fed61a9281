namespace OrderToCash.Tax;

/// <summary>Why a tax question has no answer, a treatment contradicts itself, or a rate table is not one.</summary>
public static class TaxErrors
{
    /// <summary>The table has no rate for the country, class and day.</summary>
    public static readonly ErrorCode RateMissing = new("tax.rate-missing", ErrorKind.NotFound,
        "No {class} rate of {country} is known for {date}.", "Add the rate to the rate table; rates are never guessed.");

    /// <summary>The seller is registered somewhere, but not where the supply begins.</summary>
    public static readonly ErrorCode SellerNotRegistered = new("tax.seller-not-registered", ErrorKind.Refused,
        "The seller has no tax registration in {country}, where the supply begins.",
        "Register there, or ship from where you are registered.");

    /// <summary>The treatment hangs on a buyer's VAT id nobody checked.</summary>
    public static readonly ErrorCode BuyerIdNotVerified = new("tax.buyer-id-not-verified", ErrorKind.Refused,
        "The buyer's VAT id {id} was not checked by {date}.",
        "Check the id (VIES) and record the day, or accept unverified ids by policy.");

    /// <summary>Two registrations of a party in one country.</summary>
    public static readonly ErrorCode DuplicateRegistration = new("tax.duplicate-registration", ErrorKind.Invalid,
        "There are two tax registrations in {country}.", "Keep one a country.");

    /// <summary>The question leaves a fact out.</summary>
    public static readonly ErrorCode QuestionIncomplete = new("tax.question-incomplete", ErrorKind.Invalid,
        "The tax question lacks {field}.", "State it.");

    /// <summary>The category is not in the list this package knows.</summary>
    public static readonly ErrorCode CategoryUnknown = new("tax.category-unknown", ErrorKind.Invalid,
        "'{category}' is no tax category of EN 16931.", "Use one of S, Z, E, AE, K, G, O, L, M, B.");

    /// <summary>The rate does not go with the category.</summary>
    public static readonly ErrorCode RateMismatch = new("tax.rate-mismatch", ErrorKind.Invalid,
        "A rate of {rate} does not go with category {category}.", "S has a rate above zero; Z, E, AE, K, G and O have zero.");

    /// <summary>Tax is not charged and nothing says why.</summary>
    public static readonly ErrorCode ReasonMissing = new("tax.reason-missing", ErrorKind.Invalid,
        "Category {category} needs a reason code or text.", "State the legal reason for not charging tax.");

    /// <summary>Two rates of a table hold for the same country, class and day.</summary>
    public static readonly ErrorCode RatesOverlap = new("tax.rates-overlap", ErrorKind.Invalid,
        "Two {class} rates of {country} hold on {date}.", "Remove one, or correct the dates.");

    /// <summary>A row of a rate table is malformed.</summary>
    public static readonly ErrorCode RateInvalid = new("tax.rate-invalid", ErrorKind.Invalid,
        "The rate row {row} is not one: {reason}.", "Correct the row.");

    /// <summary>A fact on which the rule that would decide depends is not known.</summary>
    public static readonly ErrorCode FactMissing = new("tax.fact-missing", ErrorKind.Invalid,
        "Rule {rule} depends on what nobody stated: {fact}.", "State it; the answer is not guessed.");

    /// <summary>No rule decides the case, or one says that it can't be decided.</summary>
    public static readonly ErrorCode NotDecided = new("tax.not-decided", ErrorKind.Refused,
        "The tax is not decided: {reason}.", "Add a rule for the case, or state the treatment by hand.");

    /// <summary>Tax is due where the supply ends, and the seller has neither a registration there nor a one-stop shop.</summary>
    public static readonly ErrorCode DestinationNotRegistered = new("tax.destination-not-registered", ErrorKind.Refused,
        "Tax is due in {country}, where the seller has neither a registration nor a one-stop shop.",
        "Register there or in the one-stop shop before the sale.");

    /// <summary>A triangular sale without a registration of the seller in a third member state.</summary>
    public static readonly ErrorCode TriangulationUnfounded = new("tax.triangulation-unfounded", ErrorKind.Refused,
        "A triangular sale from {from} to {to} needs a seller registered in a third member state, and not in {to}.",
        "Register in a third member state, or treat the sale as what it is.");

    /// <summary>The distance sales are stated in another currency.</summary>
    public static readonly ErrorCode DistanceSalesNotInEuro = new("tax.distance-sales-not-in-euro", ErrorKind.Invalid,
        "The threshold for distance sales is in euro.", "Convert the figures with the rate of art. 59c(5).");

    /// <summary>The check of the buyer's VAT id is under way.</summary>
    public static readonly ErrorCode BuyerIdPending = new("tax.buyer-id-pending", ErrorKind.Refused,
        "The check of the buyer's VAT id {id} is under way.", "Wait for its answer; the document stays a draft.",
        retryable: true);

    /// <summary>The official check said the buyer's VAT id is not valid.</summary>
    public static readonly ErrorCode BuyerIdRejected = new("tax.buyer-id-rejected", ErrorKind.Refused,
        "The buyer's VAT id {id} was found not valid on {date}.", "Ask the buyer for a valid id, or charge tax.");

    /// <summary>The official check could not be made, and no earlier one is recent enough.</summary>
    public static readonly ErrorCode BuyerIdUnavailable = new("tax.buyer-id-unavailable", ErrorKind.Unavailable,
        "The buyer's VAT id {id} could not be checked: {reason}.", "Ask again later; the document stays a draft.",
        retryable: true);

    /// <summary>The last check is older than the policy allows.</summary>
    public static readonly ErrorCode BuyerIdOutdated = new("tax.buyer-id-outdated", ErrorKind.Refused,
        "The buyer's VAT id {id} was last checked on {date}, more than {days} days before.", "Check it again.");

    /// <summary>A rule of the host is not one.</summary>
    public static readonly ErrorCode RuleInvalid = new("tax.rule-invalid", ErrorKind.Invalid,
        "Rule '{rule}' is not one: {reason}.", "Correct the rule.");

    /// <summary>Two rules of the host have one id.</summary>
    public static readonly ErrorCode RuleDuplicate = new("tax.rule-duplicate", ErrorKind.Invalid,
        "There are two rules '{rule}'.", "Give each an id of its own.");
}
