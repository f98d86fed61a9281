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
}
