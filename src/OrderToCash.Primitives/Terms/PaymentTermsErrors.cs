namespace OrderToCash.Primitives;

/// <summary>Why payment terms are not sound, or do not fit a document.</summary>
public static class PaymentTermsErrors
{
    /// <summary>There is no instalment.</summary>
    public static readonly ErrorCode NoInstalments = new("payment-terms.no-instalments", ErrorKind.Invalid,
        "Payment terms {terms} have no instalment.", "Add at least one instalment.");

    /// <summary>The percentages are not 100 % without a balance, or above 100 % with one.</summary>
    public static readonly ErrorCode PercentSum = new("payment-terms.percent-sum", ErrorKind.Invalid,
        "The instalments of {terms} make {sum} of the amount.",
        "Let the percentages add up to 100 %, or let one instalment take the balance and the others no more than 100 %.");

    /// <summary>More than one instalment takes the balance.</summary>
    public static readonly ErrorCode SecondBalance = new("payment-terms.second-balance", ErrorKind.Invalid,
        "More than one instalment of {terms} takes the balance.", "Keep one of them and give the others a share.");

    /// <summary>A percentage is not above 0 up to 100, or a fixed amount is not above zero.</summary>
    public static readonly ErrorCode ShareOutOfRange = new("payment-terms.share-out-of-range", ErrorKind.Invalid,
        "A share of {share} is not possible.", "Use a percentage above 0 up to 100, or an amount above zero.");

    /// <summary>A step has a count, a day or a roll that does not exist.</summary>
    public static readonly ErrorCode StepOutOfRange = new("payment-terms.step-out-of-range", ErrorKind.Invalid,
        "The step {step} is not possible.",
        "Use counts from 0 to 3660 (years: 100), days of the month from 1 to 31, at least one day.");

    /// <summary>A discount is not above 0 and below 100 percent.</summary>
    public static readonly ErrorCode DiscountOutOfRange = new("payment-terms.discount-out-of-range", ErrorKind.Invalid,
        "A discount of {percentage} is not possible.", "Use a percentage above 0 and below 100.");

    /// <summary>A discount has less than no days of grace, or more than a year of them.</summary>
    public static readonly ErrorCode GraceOutOfRange = new("payment-terms.grace-out-of-range", ErrorKind.Invalid,
        "{days} days of grace are not possible.", "Use 0 to 366 days.");

    /// <summary>The first instalment starts from the one before.</summary>
    public static readonly ErrorCode NothingBefore = new("payment-terms.nothing-before", ErrorKind.Invalid,
        "The first instalment of {terms} starts from the one before, but there is none.", "Start it from the invoice date.");

    /// <summary>A fixed amount is in another currency than the document.</summary>
    public static readonly ErrorCode OtherCurrency = new("payment-terms.other-currency", ErrorKind.Refused,
        "The instalment of {amount} is in another currency than the document, which is in {currency}.",
        "Use terms made for the document's currency.");

    /// <summary>The document asks for less than nothing.</summary>
    public static readonly ErrorCode NegativeAmount = new("payment-terms.negative-amount", ErrorKind.Refused,
        "A schedule of {amount} can't be made: it is below zero.", "Schedule invoices only; a credit is owed at once.");

    /// <summary>The part that discounts are computed on is above the whole.</summary>
    public static readonly ErrorCode DiscountableTooLarge = new("payment-terms.discountable-too-large", ErrorKind.Invalid,
        "Discounts on {discountable} can't be given: the document asks for {gross}.",
        "Pass the part of the gross that earns a discount.");
}
