using OrderToCash.Customers;

namespace OrderToCash;

/// <summary>What the process itself refuses; everything else comes from the domain packages.</summary>
public static class ProcessErrors
{
    /// <summary>The id of a command came back with other content.</summary>
    public static readonly ErrorCode CommandConflict = new("process.command-conflict", ErrorKind.Conflict,
        "Command {command} was given before with other content.", "Give the new command an id of its own.");

    /// <summary>Others changed the same things each time.</summary>
    public static readonly ErrorCode Stale = new("process.stale", ErrorKind.Conflict,
        "Others changed {streams} while command {command} was decided, {attempts} times in a row.",
        "Give the command again.", retryable: true);

    /// <summary>A command names something that is not in the books.</summary>
    public static readonly ErrorCode NotFound = new("process.not-found", ErrorKind.NotFound,
        "There is no {stream} in the books.", "Check the id; the thing must be recorded first.");

    /// <summary>A command would start something that is in the books already.</summary>
    public static readonly ErrorCode AlreadyExists = new("process.already-exists", ErrorKind.Conflict,
        "{stream} is in the books already.", "Use another id, or change what is there.");

    /// <summary>A stored state breaks its own invariants; nothing is decided on top of it.</summary>
    public static readonly ErrorCode Corrupt = new("process.corrupt-state", ErrorKind.Conflict,
        "The stored {stream} breaks its own rules: {finding}", "Repair the stored state; every finding is listed.");

    /// <summary>A command names a legal entity the host has not described.</summary>
    public static readonly ErrorCode LegalEntityUnknown = new("process.legal-entity-unknown", ErrorKind.NotFound,
        "There is no legal entity {legalEntity}.", "Describe it in ILegalEntities.");

    internal static DomainError NoLegalEntity(LegalEntityId id) => LegalEntityUnknown.With(("legalEntity", id));

    /// <summary>The customer is blocked for this kind of business.</summary>
    public static readonly ErrorCode CustomerBlocked = new("process.customer-blocked", ErrorKind.Refused,
        "Customer {customer} is blocked for {kind}: {reason}", "Lift the block first, if its reason is gone.");

    internal static DomainError? Blocked(CustomerAccount customer, CustomerBlockKind kind) =>
        customer.BlockOf(kind) is { } block
            ? CustomerBlocked.With(("customer", customer.Id), ("kind", block.Kind), ("reason", block.Reason))
            : null;

    /// <summary>The actor has no right to do this.</summary>
    public static readonly ErrorCode Forbidden = new("process.forbidden", ErrorKind.Forbidden,
        "{actor} may not give {capability} (amount: {amount}).", "Ask somebody who may, or have the right granted.");

    /// <summary>A dunning letter asks for something that was settled or changed since the plan was made.</summary>
    public static readonly ErrorCode LetterOutdated = new("process.letter-outdated", ErrorKind.Conflict,
        "The letter asks for {asked} of {item}, but {open} is open.", "Plan again; what was executed is not sent twice.");

    /// <summary>A letter asks for an invoice that did not arrive: it bounced, or was never sent.</summary>
    public static readonly ErrorCode NotReceived = new("process.invoice-not-received", ErrorKind.Refused,
        "The letter asks for {number}, which was not received: {reason}.", "Send the invoice, then plan again.");

    /// <summary>No rate is known for a conversion that has to be booked.</summary>
    public static readonly ErrorCode RateMissing = new("process.rate-missing", ErrorKind.Unavailable,
        "No exchange rate between {from} and {to} is known for {date}.",
        "Supply the rate and give the command again.", retryable: true);

    /// <summary>No version of the customer's profile holds on the day.</summary>
    public static readonly ErrorCode NoProfile = new("process.no-profile", ErrorKind.Refused,
        "Customer {customer} has no profile that holds on {date}.", "Open the account from an earlier day, or correct the date.");

    /// <summary>Everything delivered is billed.</summary>
    public static readonly ErrorCode NothingToBill = new("process.nothing-to-bill", ErrorKind.Refused,
        "Nothing of order {order} is delivered and not yet billed.", "Record the delivery first.");

    /// <summary>An entry stands on an account that is not ours.</summary>
    public static readonly ErrorCode ForeignAccount = new("process.foreign-account", ErrorKind.Refused,
        "The entry is on account {account}, which is no account of {legalEntity}.",
        "Import the statements of your own accounts, or add the account.");

    /// <summary>A line has nothing that makes it the same when it is read again.</summary>
    public static readonly ErrorCode LineUnnamed = new("process.line-unnamed", ErrorKind.Invalid,
        "The line of {amount} on {date} has no identity.",
        "Give each line an identity that it has again when it is read again; the readers of bank files do.");

    /// <summary>Two lines of one identity are not the same.</summary>
    public static readonly ErrorCode LineDiffers = new("process.line-differs", ErrorKind.Conflict,
        "Line {entry} is {amount} and was {known} before.",
        "Give lines that differ other identities; where the bank corrected a line, book the correction by hand.");

    /// <summary>Money was taken back that the books never saw.</summary>
    public static readonly ErrorCode ReturnUnknown = new("process.return-unknown", ErrorKind.NotFound,
        "Entry {entry} returns {amount}, but no payment {reference} is in the books.",
        "Import the statement with the original entry first, or book it by hand.");

    /// <summary>A document that does not bill a delivery names a line of an order.</summary>
    public static readonly ErrorCode OrderLineNamed = new("process.order-line-named", ErrorKind.Refused,
        "Line {line} names a line of order {order}, but a {title} bills no delivery.",
        "Bill the order with BillOrder, or leave the order line out.");

    /// <summary>A type that this command does not post.</summary>
    public static readonly ErrorCode WrongDocument = new("process.wrong-document", ErrorKind.Invalid,
        "{capability} posts no document of type {type}.", "Use the command for this type of document.");

    /// <summary>The number is missing on a self-billed document, or given for one of our own series.</summary>
    public static readonly ErrorCode NumberMisplaced = new("process.number-misplaced", ErrorKind.Invalid,
        "The number '{number}' does not fit type {type}.", "Give the buyer's number for self-billed documents, and none else.");

    /// <summary>The buyer used a number twice.</summary>
    public static readonly ErrorCode NumberUsed = new("process.number-used", ErrorKind.Conflict,
        "{customer} gave the number {number} to another document.", "Ask the buyer: a number stands on one document only.");

    /// <summary>A credit note would be over what is unpaid of a prepayment invoice and over what was received at once.</summary>
    public static readonly ErrorCode PrepaymentReceived = new("process.prepayment-received", ErrorKind.Refused,
        "{gross} of prepayment {number} would be credited, but only {unpaid} is unpaid.",
        "Credit what is unpaid first; then deduct what was received in the final invoice, or credit it in a note of its own.");

    /// <summary>A customer owes no interest by the policies of the legal entity, or not any more.</summary>
    public static readonly ErrorCode NoInterest = new("process.no-interest", ErrorKind.Refused,
        "{customer} is charged no interest: {why}.", "Set a policy for such customers, or leave it.");

    /// <summary>A prepayment invoice with money on it is not replaced.</summary>
    public static readonly ErrorCode PrepaymentPaid = new("process.prepayment-paid", ErrorKind.Refused,
        "{received} came in on prepayment {number}; a replacement would leave the money without its document.",
        "Credit what was received and pay it back, or deduct it; then ask for the money anew.");

    /// <summary>A collection asks for more than the customer owes.</summary>
    public static readonly ErrorCode NotCollectable = new("process.not-collectable", ErrorKind.Refused,
        "{amount} can't be collected on mandate {mandate}: {open} of {item} is owed and undisputed, or it is another customer's.",
        "Collect what is owed.");

    /// <summary>A bank's sum is not what was collected.</summary>
    public static readonly ErrorCode BatchDiffers = new("process.batch-differs", ErrorKind.Refused,
        "The bank booked {amount} in {transactions} transactions for {batch}; collected in it were {collected} in {count}.",
        "Record what the bank rejected and plan the line again, or say what the money is for.");

    /// <summary>There is no credit to use.</summary>
    public static readonly ErrorCode NothingToApply = new("process.nothing-to-apply", ErrorKind.Refused,
        "Customer {customer} has no credit to use for what is owed (keeps credit: {keeps}).", "Nothing is to be done.");

    /// <summary>What a factor has bought or lent on is his to collect.</summary>
    public static readonly ErrorCode WithFactor = new("process.with-factor", ErrorKind.Refused,
        "Item {item} is with a factor.", "Let the factor collect it, or take it back from him first.");

    /// <summary>A deposit is moved by its prepayment invoice only.</summary>
    public static readonly ErrorCode Deposit = new("process.deposit", ErrorKind.Refused,
        "{item} is a deposit on {document}.", "Name the prepayment invoice in the bill; deposits are not applied by hand.");

    /// <summary>A dividend is counted by its case; money of it is not taken back beside the case.</summary>
    public static readonly ErrorCode DividendBooked = new("process.dividend-booked", ErrorKind.Refused,
        "{payment} is dividend {dividend} of {case}.",
        "Take the dividend back at its case first: its money is on account again.");
}
