namespace OrderToCash.Tax;

/// <summary>Why taxes, a document or a share of it cannot be computed.</summary>
public static class TaxComputationErrors
{
    /// <summary>A tax without an id.</summary>
    public static readonly ErrorCode IdMissing = new("tax-computation.id-missing", ErrorKind.Invalid,
        "A tax has no id.", "Name it; totals are per id.");

    /// <summary>A kind outside the list.</summary>
    public static readonly ErrorCode KindUnknown = new("tax-computation.kind-unknown", ErrorKind.Invalid,
        "Tax {tax} is of the unknown kind {kind}.", "Use Percent, FixedPerQuantity, Division or Group.");

    /// <summary>A rate or amount that no tax has.</summary>
    public static readonly ErrorCode AmountOutOfRange = new("tax-computation.amount-out-of-range", ErrorKind.Invalid,
        "Tax {tax} has the amount {amount}, outside {limits}.", "Correct the rate or the amount.");

    /// <summary>Factors that don't add up to the whole.</summary>
    public static readonly ErrorCode FactorsUnbalanced = new("tax-computation.factors-unbalanced", ErrorKind.Invalid,
        "The factors of tax {tax} add up to {positive} and {negative}.",
        "Positive factors add up to 100 %, negative ones to -100 % or there is none.");

    /// <summary>Two days in the wrong order.</summary>
    public static readonly ErrorCode ValidityReversed = new("tax-computation.validity-reversed", ErrorKind.Invalid,
        "Tax {tax} ends on {until}, before it begins on {from}.", "Correct the days.");

    /// <summary>A group among its own ancestors.</summary>
    public static readonly ErrorCode GroupCyclic = new("tax-computation.group-cyclic", ErrorKind.Invalid,
        "Group {tax} is inside itself.", "Take it out of its children.");

    /// <summary>Groups nested beyond reason.</summary>
    public static readonly ErrorCode GroupTooDeep = new("tax-computation.group-too-deep", ErrorKind.Invalid,
        "Group {tax} is nested more than {limit} deep.", "Flatten the groups.");

    /// <summary>A group without taxes.</summary>
    public static readonly ErrorCode GroupEmpty = new("tax-computation.group-empty", ErrorKind.Invalid,
        "Group {tax} has no children.", "Give it taxes, or leave it out.");

    /// <summary>Children of something that is no group.</summary>
    public static readonly ErrorCode ChildrenWithoutGroup = new("tax-computation.children-without-group", ErrorKind.Invalid,
        "Tax {tax} has children but is no group.", "Make it a group, or remove the children.");

    /// <summary>Division taxes that eat the price up.</summary>
    public static readonly ErrorCode DivisionExceedsPrice = new("tax-computation.division-exceeds-price", ErrorKind.Invalid,
        "The division taxes computed together with {tax} add up to {sum} of the price.",
        "Division taxes on top of a price stay below 100 %, inside a price at 100 % or below.");

    /// <summary>Percent taxes that leave no net to compute from.</summary>
    public static readonly ErrorCode InclusionImpossible = new("tax-computation.inclusion-impossible", ErrorKind.Invalid,
        "The taxes in the price, {tax} and others, add up to {sum}: no net amount leads to a price.",
        "Taxes inside a price stay above -100 %.");

    /// <summary>One id, two taxes.</summary>
    public static readonly ErrorCode DefinitionConflict = new("tax-computation.definition-conflict", ErrorKind.Invalid,
        "Two different taxes of the document have the id {tax}.", "One id is one tax on all lines.");

    /// <summary>A document without lines.</summary>
    public static readonly ErrorCode DocumentEmpty = new("tax-computation.document-empty", ErrorKind.Invalid,
        "The document has no line.", "Add a line.");

    /// <summary>More lines than a document may have.</summary>
    public static readonly ErrorCode TooManyLines = new("tax-computation.too-many-lines", ErrorKind.Invalid,
        "The document has {lines} lines; the limit is {limit}.", "Split the document.");

    /// <summary>A price or amount in another currency.</summary>
    public static readonly ErrorCode CurrencyMixed = new("tax-computation.currency-mixed", ErrorKind.Invalid,
        "{currency} stands in a document in {document}.", "State all amounts in the currency of the document.");

    /// <summary>A discount that is none.</summary>
    public static readonly ErrorCode DiscountOutOfRange = new("tax-computation.discount-out-of-range", ErrorKind.Invalid,
        "The discount {discount} is not between 0 % and 100 %.", "State a percentage off the price.");

    /// <summary>A share of a document that is none.</summary>
    public static readonly ErrorCode ShareOutOfRange = new("tax-computation.share-out-of-range", ErrorKind.Refused,
        "{share} is no share of {total}.", "State 0 % to 100 %, or an amount between nothing and the total.");

    /// <summary>A grid that is none.</summary>
    public static readonly ErrorCode StepInvalid = new("tax-computation.step-invalid", ErrorKind.Invalid,
        "{step} is no rounding step of {currency}.", "State an amount above zero in that currency.");

    /// <summary>A rate between other currencies.</summary>
    public static readonly ErrorCode CompanyRateUnrelated = new("tax-computation.company-rate-unrelated", ErrorKind.Invalid,
        "The rate {rate} does not convert {document}.", "State a rate from or to the currency of the document.");

    /// <summary>Sums beyond what amounts hold.</summary>
    public static readonly ErrorCode AmountTooLarge = new("tax-computation.amount-too-large", ErrorKind.Invalid,
        "An amount of the document is beyond 10^18 minor units.", "Check prices and quantities; split the document.");

    /// <summary>A charge that refers to nothing before it.</summary>
    public static readonly ErrorCode ChargeRowUnknown = new("tax-computation.charge-row-unknown", ErrorKind.Invalid,
        "Charge {row} builds on row {on}, which is not before it.", "Refer to an earlier row, counted from 1.");

    /// <summary>A fixed charge inside prices.</summary>
    public static readonly ErrorCode ChargeNotIncludable = new("tax-computation.charge-not-includable", ErrorKind.Invalid,
        "Charge {row} cannot be inside the prices: it is fixed, or builds on a row that is not.",
        "Only percentages of the net and of included rows can be included.");
}
