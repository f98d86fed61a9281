namespace OrderToCash.Receivables;

/// <summary>Why the ledger refuses a command.</summary>
public static class LedgerErrors
{
    /// <summary>The business date is in a closed period.</summary>
    public static readonly ErrorCode PeriodLocked = new("ledger.period-locked", ErrorKind.Refused,
        "{date} is in a closed period, closed through {lockedThrough}.", "Use a date after the lock, or open the period.");

    /// <summary>Amounts of two currencies meet.</summary>
    public static readonly ErrorCode OtherCurrency = new("ledger.other-currency", ErrorKind.Refused,
        "{amount} is in another currency than {expected}.", "Say what the money settles in the document's currency.");

    /// <summary>The items belong to two customers.</summary>
    public static readonly ErrorCode OtherCustomer = new("ledger.other-customer", ErrorKind.Refused,
        "{credit} is of customer {creditCustomer}, {debit} of {debitCustomer}.",
        "Transfer the credit to the other customer first.");

    /// <summary>The items are in two legal entities' books.</summary>
    public static readonly ErrorCode OtherLegalEntity = new("ledger.other-legal-entity", ErrorKind.Refused,
        "{credit} is in the books of {creditEntity}, {debit} in those of {debitEntity}.",
        "Settle between the legal entities first.");

    /// <summary>What is to be used is no credit.</summary>
    public static readonly ErrorCode NotACredit = new("ledger.not-a-credit", ErrorKind.Refused,
        "{item} of {amount} is no credit.", "Apply a payment or a credit note.");

    /// <summary>What is to be settled is not owed.</summary>
    public static readonly ErrorCode NotADebit = new("ledger.not-a-debit", ErrorKind.Refused,
        "{item} of {amount} is not owed.", "Apply the credit to an invoice.");

    /// <summary>The item is no payment.</summary>
    public static readonly ErrorCode NotAPayment = new("ledger.not-a-payment", ErrorKind.Refused,
        "{item} is a {kind}, only a payment can be returned.", "Name the payment that bounced.");

    /// <summary>More than is open on that date or later.</summary>
    public static readonly ErrorCode MoreThanOpen = new("ledger.more-than-open", ErrorKind.Refused,
        "{amount} is more than the {open} open on {item} from {date} on.",
        "Apply no more than is open; what is over stays a credit.");

    /// <summary>Nothing is open any more.</summary>
    public static readonly ErrorCode NothingOpen = new("ledger.nothing-open", ErrorKind.Refused,
        "Nothing is open on {item}.", "Take back an application first, if one was wrong.");

    /// <summary>An amount is zero or below.</summary>
    public static readonly ErrorCode AmountNotPositive = new("ledger.amount-not-positive", ErrorKind.Invalid,
        "{amount} is not above zero.", "Give an amount above zero.");

    /// <summary>The business date is before the document.</summary>
    public static readonly ErrorCode DateBeforeDocument = new("ledger.date-before-document", ErrorKind.Refused,
        "{date} is before {item} of {documentDate}.", "Use the document's date or a later one.");

    /// <summary>A reversal is before what it takes back.</summary>
    public static readonly ErrorCode DateBeforeApplication = new("ledger.date-before-application", ErrorKind.Refused,
        "{date} is before the application {application} of {on}.", "Use the application's date or a later one.");

    /// <summary>A command names an item it was not given.</summary>
    public static readonly ErrorCode ItemUnknown = new("ledger.item-unknown", ErrorKind.NotFound,
        "There is no item {item}.", "Load the item with the others of the command.");

    /// <summary>The id of a new item is taken.</summary>
    public static readonly ErrorCode ItemExists = new("ledger.item-exists", ErrorKind.Conflict,
        "There is an item {item} already.", "Give each item an id of its own.");

    /// <summary>The id of a new application is taken.</summary>
    public static readonly ErrorCode ApplicationExists = new("ledger.application-exists", ErrorKind.Conflict,
        "There is an application {application} on {item} already.", "Give each application an id of its own.");

    /// <summary>The items do not know the application.</summary>
    public static readonly ErrorCode ApplicationUnknown = new("ledger.application-unknown", ErrorKind.NotFound,
        "There is no application {application} on the items given.", "Load the items of the application.");

    /// <summary>An application was taken back before; a reversal is not reversed.</summary>
    public static readonly ErrorCode AlreadyReversed = new("ledger.already-reversed", ErrorKind.Refused,
        "The application {application} was taken back on {reversedOn}.", "Apply again with a new application.");

    /// <summary>A returned payment does not come back; what became another item goes back with its entry.</summary>
    public static readonly ErrorCode NotReversible = new("ledger.not-reversible", ErrorKind.Refused,
        "{application} on {item} is a {kind}, it can't be taken back alone.",
        "Record a new receipt as a payment of its own; take a whole entry back by its mirror.");

    /// <summary>No discount runs on that date.</summary>
    public static readonly ErrorCode NoDiscount = new("ledger.no-discount", ErrorKind.Refused,
        "No early-payment discount runs on {item} on {date}.", "Apply the money without the discount; the rest stays open.");

    /// <summary>The money and the discount do not close the item.</summary>
    public static readonly ErrorCode DiscountNotEarned = new("ledger.discount-not-earned", ErrorKind.Refused,
        "{amount} and the discount of {discount} leave {short} of {item} unpaid.",
        "Apply without the discount, or say what becomes of the rest.");

    /// <summary>A difference is too large to be given up.</summary>
    public static readonly ErrorCode AboveTolerance = new("ledger.above-tolerance", ErrorKind.Refused,
        "A difference of {difference} on {item} is above the tolerance of {tolerance}.", "Leave it open, or open a deduction.");

    /// <summary>Instalments and postings differ.</summary>
    public static readonly ErrorCode TotalsDiffer = new("ledger.totals-differ", ErrorKind.Invalid,
        "The instalments add up to {instalments}, the postings to {postings}.",
        "Instalments and postings are two views of one total.");

    /// <summary>A foreign amount comes without the rate that values it.</summary>
    public static readonly ErrorCode RateMissing = new("ledger.rate-missing", ErrorKind.Invalid,
        "{amount} needs a rate to {functional}.", "Give the booking rate of the day.");

    /// <summary>A command asks for nothing.</summary>
    public static readonly ErrorCode NothingToDo = new("ledger.nothing-to-do", ErrorKind.Invalid,
        "The command asks for nothing.", "Name at least one application.");

    /// <summary>Somebody might have posted in a closed period, but not any more.</summary>
    public static readonly ErrorCode LockExceptionExpired = new("ledger.lock-exception-expired", ErrorKind.Refused,
        "{date} is in a closed period, closed through {lockedThrough}; the exception of {by} ended at {until}.",
        "Use a date after the lock, or ask for a new exception.");

    /// <summary>A stored item breaks a rule; nothing is posted on top of it.</summary>
    public static readonly ErrorCode ItemQuarantined = new("ledger.item-quarantined", ErrorKind.Refused,
        "{item} is not in order: {finding}", "Restore the item from its events before posting to it.");

    /// <summary>An entry that takes another back is not taken back itself.</summary>
    public static readonly ErrorCode ReversalOfReversal = new("ledger.reversal-of-reversal", ErrorKind.Refused,
        "{entry} takes {reversed} back, it can't be taken back itself.", "Post again what was taken back.");

    /// <summary>An entry was taken back before, as a whole or in part.</summary>
    public static readonly ErrorCode EntryReversed = new("ledger.entry-reversed", ErrorKind.Refused,
        "What {entry} did to {item} was taken back before.", "Nothing is left to take back; post the correction itself.");

    /// <summary>A reversal is before the entry it takes back.</summary>
    public static readonly ErrorCode DateBeforeEntry = new("ledger.date-before-entry", ErrorKind.Refused,
        "{date} is before {entry} of {on}.", "Use the entry's date or a later one.");

    /// <summary>What an entry opened or changed was used since.</summary>
    public static readonly ErrorCode UsedSince = new("ledger.used-since", ErrorKind.Refused,
        "{item} was used since {entry}: {left} of {amount} is left.", "Take back what used it first.");

    /// <summary>An entry brought no money.</summary>
    public static readonly ErrorCode NotAReceipt = new("ledger.not-a-receipt", ErrorKind.Refused,
        "{entry} brought no money.", "Name the entry of the receipt.");

    /// <summary>The item is of another sort than the command is about.</summary>
    public static readonly ErrorCode WrongKind = new("ledger.wrong-kind", ErrorKind.Refused,
        "{item} is a {kind}.", "Name an item of the kind the command is about.");

    /// <summary>More than was written off.</summary>
    public static readonly ErrorCode MoreThanWrittenOff = new("ledger.more-than-written-off", ErrorKind.Refused,
        "{amount} is more than the {writtenOff} written off on {item} and not recovered.",
        "Book the rest as a payment on account.");

    /// <summary>An invoice defers or clears more than it has.</summary>
    public static readonly ErrorCode MoreThanInvoiced = new("ledger.more-than-invoiced", ErrorKind.Invalid,
        "{amount} is more than the {invoiced} of the invoice.", "Defer or clear at most what is invoiced.");

    /// <summary>A part is not between the first and the last.</summary>
    public static readonly ErrorCode NoSuchPart = new("ledger.no-such-part", ErrorKind.Invalid,
        "There is no part {part} of {parts}.", "Number the parts from 1.");

    /// <summary>A stored item is not what the journal says.</summary>
    public static readonly ErrorCode ItemDiffers = new("ledger.item-differs", ErrorKind.Refused,
        "{item} has {open} ({functional}) open, the journal says {journal} ({journalFunctional}).",
        "Restore the item from its events before posting to it.");

    /// <summary>Money is transferred to the customer who has it, or to nobody.</summary>
    public static readonly ErrorCode SameCustomer = new("ledger.same-customer", ErrorKind.Invalid,
        "{item} can't be transferred to '{customer}': it is that customer's, or nobody is named.", "Name another customer.");

    /// <summary>A transfer between customers does not say why.</summary>
    public static readonly ErrorCode ReasonMissing = new("ledger.reason-missing", ErrorKind.Invalid,
        "Money of {item} is moved to another customer without a reason.", "Say why, for example whom the payer paid for.");

    /// <summary>What a factor lent on is his to get.</summary>
    public static readonly ErrorCode Pledged = new("ledger.pledged", ErrorKind.Refused,
        "{item} is pledged to a factor by {assignment}: {what}.",
        "Pass the money on to the factor or recall it from him, or take the receivable back first.");
}
