namespace OrderToCash.Receivables;

/// <summary>Why a command on a dispute is refused, and what is broken in a stored one.</summary>
public static class DisputeErrors
{
    /// <summary>A dispute needs an id.</summary>
    public static readonly ErrorCode IdMissing = new("dispute.id-missing", ErrorKind.Invalid,
        "The dispute has no id.", "Give it one.");

    /// <summary>A dispute needs a reason.</summary>
    public static readonly ErrorCode ReasonMissing = new("dispute.reason-missing", ErrorKind.Invalid,
        "Dispute {dispute} has no reason.", "Say why; DisputeReason.Other if nothing else fits.");

    /// <summary>A dispute is about something.</summary>
    public static readonly ErrorCode NoParts = new("dispute.no-parts", ErrorKind.Invalid,
        "Dispute {dispute} is about no item.", "Name the items and how much of each is disputed.");

    /// <summary>An item is named twice.</summary>
    public static readonly ErrorCode PartTwice = new("dispute.part-twice", ErrorKind.Invalid,
        "{item} is named twice.", "Give each item once, with the sum.");

    /// <summary>An item was not given to the command.</summary>
    public static readonly ErrorCode ItemUnknown = new("dispute.item-unknown", ErrorKind.NotFound,
        "There is no item {item}.", "Load the item with the others of the command.");

    /// <summary>What is not owed can't be disputed.</summary>
    public static readonly ErrorCode NotADebit = new("dispute.not-a-debit", ErrorKind.Refused,
        "{item} of {amount} is not owed.", "Name the invoice the customer does not pay.");

    /// <summary>Amounts of two currencies meet.</summary>
    public static readonly ErrorCode OtherCurrency = new("dispute.other-currency", ErrorKind.Refused,
        "{amount} is in another currency than {expected}.", "Dispute each currency in a case of its own.");

    /// <summary>The items belong to two customers.</summary>
    public static readonly ErrorCode OtherCustomer = new("dispute.other-customer", ErrorKind.Refused,
        "{item} is of customer {customer}, the dispute of {expected}.", "Open a case for each customer.");

    /// <summary>The items are in two legal entities' books.</summary>
    public static readonly ErrorCode OtherLegalEntity = new("dispute.other-legal-entity", ErrorKind.Refused,
        "{item} is in the books of {legalEntity}, the dispute in those of {expected}.", "Open a case for each legal entity.");

    /// <summary>An amount is zero or below.</summary>
    public static readonly ErrorCode AmountNotPositive = new("dispute.amount-not-positive", ErrorKind.Invalid,
        "{amount} is not above zero.", "Give an amount above zero.");

    /// <summary>More is disputed than is open and not disputed already.</summary>
    public static readonly ErrorCode MoreThanOpen = new("dispute.more-than-open", ErrorKind.Refused,
        "{amount} is more than the {open} of {item} that is open and not disputed.",
        "Dispute at most what is open; what was paid comes back by a credit or a refund.");

    /// <summary>The amounts of the lines are another sum.</summary>
    public static readonly ErrorCode LinesDiffer = new("dispute.lines-differ", ErrorKind.Invalid,
        "The lines add up to {lines}, the parts to {parts}.", "Lines and parts are two views of one amount.");

    /// <summary>The case is not where the command needs it.</summary>
    public static readonly ErrorCode WrongStatus = new("dispute.wrong-status", ErrorKind.Refused,
        "Dispute {dispute} is {status}.", "Look at the case first; reopen it if it is closed.");

    /// <summary>A step would be before the last one.</summary>
    public static readonly ErrorCode DateBeforeStep = new("dispute.date-before-step", ErrorKind.Refused,
        "{date} is before the last step of dispute {dispute} on {last}.", "Use the day of the last step or a later one.");

    /// <summary>More is found valid than was claimed.</summary>
    public static readonly ErrorCode MoreThanDisputed = new("dispute.more-than-disputed", ErrorKind.Refused,
        "{amount} is more than the {disputed} of {item} that is disputed.", "Credit the rest without a dispute.");

    /// <summary>The case is not about that item.</summary>
    public static readonly ErrorCode PartUnknown = new("dispute.part-unknown", ErrorKind.NotFound,
        "Dispute {dispute} is not about {item}.", "Name an item of the case.");

    /// <summary>A decision needs an explanation.</summary>
    public static readonly ErrorCode ExplanationMissing = new("dispute.explanation-missing", ErrorKind.Invalid,
        "The decision on dispute {dispute} says not why.", "Say what was found; the customer will read it.");

    /// <summary>More would end that way than there is left of it.</summary>
    public static readonly ErrorCode MoreThanLeft = new("dispute.more-than-left", ErrorKind.Refused,
        "{amount} is more than the {left} of {item} that may end as {kind}.",
        "A credit note takes what was found valid, a charge what was found invalid; both take what is left only.");

    /// <summary>The same reference with another amount.</summary>
    public static readonly ErrorCode ResolutionTwice = new("dispute.resolution-twice", ErrorKind.Conflict,
        "{reference} resolved {known} of {item} already, now it says {amount}.", "Give each resolution a reference of its own.");

    /// <summary>The same reference with another paper.</summary>
    public static readonly ErrorCode EvidenceTwice = new("dispute.evidence-twice", ErrorKind.Conflict,
        "{reference} stands for another paper in dispute {dispute} already.", "Give each paper a reference of its own.");

    /// <summary>Nothing is left to be disputed again.</summary>
    public static readonly ErrorCode NothingLeft = new("dispute.nothing-left", ErrorKind.Refused,
        "All of dispute {dispute} was settled in the customer's favour or is not open any more.", "Open a new case.");

    /// <summary>A claim is above what may be granted without a person.</summary>
    public static readonly ErrorCode AboveAutomaticLimit = new("dispute.above-automatic-limit", ErrorKind.Refused,
        "{amount} is above the {limit} that may be decided without a person for {reason}.", "Let a person decide.");

    /// <summary>The customer was granted too much without a person lately.</summary>
    public static readonly ErrorCode AllowanceUsed = new("dispute.allowance-used", ErrorKind.Refused,
        "{amount} and the {granted} granted since {since} are above the allowance of {limit}.", "Let a person decide.");

    /// <summary>The facts do not decide the claim.</summary>
    public static readonly ErrorCode NotDecidable = new("dispute.not-decidable", ErrorKind.Refused,
        "The facts do not decide dispute {dispute}: {why}", "Let a person decide.");

    /// <summary>The wording of an answer names a field that there is not.</summary>
    public static readonly ErrorCode AnswerFieldUnknown = new("dispute.answer-field-unknown", ErrorKind.Invalid,
        "The text names the field '{field}'.", "Use the documented fields only.");

    /// <summary>There is no wording for an answer.</summary>
    public static readonly ErrorCode AnswerTextMissing = new("dispute.answer-text-missing", ErrorKind.NotFound,
        "There is no text for {outcome} in {language}.", "Add a text for the outcome, at least in English.");

    /// <summary>The policy does not hold together.</summary>
    public static readonly ErrorCode PolicyBroken = new("dispute.policy-broken", ErrorKind.Invalid,
        "The dispute policy {policy} does not hold together: {what}.", "Correct the policy.");

    /// <summary>A stored case breaks a rule.</summary>
    public static readonly ErrorCode StateBroken = new("dispute.state-broken", ErrorKind.Invalid,
        "Dispute {dispute} is not in order: {what}.", "Restore the case from its events.");
}
