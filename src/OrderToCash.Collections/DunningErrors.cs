namespace OrderToCash.Collections;

/// <summary>Everything dunning refuses or finds.</summary>
public static class DunningErrors
{
    /// <summary>A policy without levels.</summary>
    public static readonly ErrorCode NoLevels = new("dunning.no-levels", ErrorKind.Invalid,
        "The policy has no levels.", "Give at least one level.");

    /// <summary>Levels whose numbers or triggers do not ascend.</summary>
    public static readonly ErrorCode LevelsOutOfOrder = new("dunning.levels-out-of-order", ErrorKind.Invalid,
        "Level {number} at {days} days does not come after the one before it.", "Order the levels by number and by days.");

    /// <summary>A wait below nothing.</summary>
    public static readonly ErrorCode DaysNegative = new("dunning.days-negative", ErrorKind.Invalid,
        "A wait of {days} days is below nothing.", "Use 0 or more days.");

    /// <summary>A fee or minimum below zero.</summary>
    public static readonly ErrorCode AmountNegative = new("dunning.amount-negative", ErrorKind.Invalid,
        "{amount} is below zero.", "Use an amount of zero or more.");

    /// <summary>Two amounts in one currency.</summary>
    public static readonly ErrorCode CurrencyTwice = new("dunning.currency-twice", ErrorKind.Invalid,
        "There are two amounts in {currency}.", "Keep one amount per currency.");

    /// <summary>A level without a text.</summary>
    public static readonly ErrorCode TextKeyMissing = new("dunning.text-key-missing", ErrorKind.Invalid,
        "The level has no text key.", "Name the text of its letters.");

    /// <summary>A fee for somebody who is not late.</summary>
    public static readonly ErrorCode FeeBeforeDue = new("dunning.fee-before-due", ErrorKind.Invalid,
        "Level {number} is a courtesy reminder and cannot have a fee.", "Put the fee on a level after the due date.");

    /// <summary>A level asks for interest.</summary>
    public static readonly ErrorCode InterestUnsupported = new("dunning.interest-unsupported", ErrorKind.Invalid,
        "Level {number} asks for interest, which this version does not compute.", "Leave interest out.");

    /// <summary>A letter about nothing.</summary>
    public static readonly ErrorCode LetterWithoutLines = new("dunning.letter-without-lines", ErrorKind.Invalid,
        "The letter has no lines.", "Execute letters of a plan as they are.");

    /// <summary>An item is on a letter twice.</summary>
    public static readonly ErrorCode LineTwice = new("dunning.line-twice", ErrorKind.Invalid,
        "{item} is on the letter twice.", "Execute letters of a plan as they are.");

    /// <summary>The item has moved since the plan was made.</summary>
    public static readonly ErrorCode PlanStale = new("dunning.plan-stale", ErrorKind.Conflict,
        "{item} cannot go to level {level} of cycle {cycle}: it has moved since the plan was made.", "Make a new plan.");

    /// <summary>The item was never dunned.</summary>
    public static readonly ErrorCode ItemUnknown = new("dunning.item-unknown", ErrorKind.NotFound,
        "{item} was never dunned.", "Cure and restore only items that have reached a level.");

    /// <summary>A stored case contradicts itself.</summary>
    public static readonly ErrorCode CaseInconsistent = new("dunning.case-inconsistent", ErrorKind.Invalid,
        "The stored dunning of {item} contradicts itself.", "Rebuild the case from its events.");

    /// <summary>There is no text for the level.</summary>
    public static readonly ErrorCode TemplateMissing = new("dunning.template-missing", ErrorKind.NotFound,
        "There is no text '{key}' in {language} nor in English.", "Add a template of this key.");

    /// <summary>A template names a field that letters do not have.</summary>
    public static readonly ErrorCode TemplateFieldUnknown = new("dunning.template-field-unknown", ErrorKind.Invalid,
        "Letters have no field '{field}'.", "Use one of the fields that letters have.");

    /// <summary>A field of a template is not closed.</summary>
    public static readonly ErrorCode TemplateMalformed = new("dunning.template-malformed", ErrorKind.Invalid,
        "The field at position {position} is not closed.", "Close it with }}.");
}
