namespace OrderToCash.Receivables;

/// <summary>Why lines are no journal entry.</summary>
public static class JournalErrors
{
    /// <summary>Double entry needs two lines.</summary>
    public static readonly ErrorCode TooFewLines = new("journal.too-few-lines", ErrorKind.Invalid,
        "Entry {entry} has {count} lines, an entry needs at least two.", "Give every line of the entry.");

    /// <summary>The direction of a line is its side.</summary>
    public static readonly ErrorCode NegativeAmount = new("journal.negative-amount", ErrorKind.Invalid,
        "A line on {account} has the amount {amount}, amounts are never below zero.", "Use the other side of the line.");

    /// <summary>A line moves something.</summary>
    public static readonly ErrorCode EmptyLine = new("journal.empty-line", ErrorKind.Invalid,
        "A line on {account} moves nothing.", "Leave the line out.");

    /// <summary>Debit and credit differ in the functional currency.</summary>
    public static readonly ErrorCode Unbalanced = new("journal.unbalanced", ErrorKind.Invalid,
        "Entry {entry}: debit less credit is {difference} in the functional currency.", "Find the missing or wrong line.");

    /// <summary>Debit and credit differ in a document currency.</summary>
    public static readonly ErrorCode CurrencyUnbalanced = new("journal.currency-unbalanced", ErrorKind.Invalid,
        "Entry {entry}: debit less credit is {difference} in the document currency.",
        "Pass a change of currency through fx.clearing.");

    /// <summary>An amount is not in the books' currency.</summary>
    public static readonly ErrorCode OtherFunctionalCurrency = new("journal.other-functional-currency", ErrorKind.Invalid,
        "A line on {account} has {amount} in an entry of the functional currency {functional}.",
        "Convert the amount at the booking rate.");

    /// <summary>Two figures for one amount.</summary>
    public static readonly ErrorCode FunctionalDiffers = new("journal.functional-differs", ErrorKind.Invalid,
        "A line on {account} says {document} and {functional} in the same currency.",
        "Where the currencies are equal the amounts are.");

    /// <summary>A result of exchange moves the functional currency alone.</summary>
    public static readonly ErrorCode DocumentAmountOnResult = new("journal.document-amount-on-result", ErrorKind.Invalid,
        "The exchange line on {account} has the document amount {amount}, it must be zero.",
        "Post the document amount on another role.");

    /// <summary>Only results of exchange have no document amount.</summary>
    public static readonly ErrorCode DocumentAmountMissing = new("journal.document-amount-missing", ErrorKind.Invalid,
        "The line on {account} has no document amount, but {functional} in the functional currency.",
        "Post differences of exchange on an exchange role.");

    /// <summary>An entry has no place in the chain.</summary>
    public static readonly ErrorCode NotChained = new("journal.not-chained", ErrorKind.Invalid,
        "Entry {entry} was never recorded in a chain.", "Record every entry through the chain of its partition.");

    /// <summary>An entry does not follow the one before it.</summary>
    public static readonly ErrorCode ChainBroken = new("journal.chain-broken", ErrorKind.Invalid,
        "Entry {entry} says it is number {number} after another entry than number {expected} should follow.",
        "An entry before it was taken out, put in or moved: compare with a copy.");

    /// <summary>An entry is not what was recorded.</summary>
    public static readonly ErrorCode ContentChanged = new("journal.content-changed", ErrorKind.Invalid,
        "Entry {entry}, number {number}, does not say what was recorded.", "Compare it with a copy; nothing after it is proven.");

    /// <summary>The last entries are missing.</summary>
    public static readonly ErrorCode ChainCut = new("journal.chain-cut", ErrorKind.Invalid,
        "The chain ends at number {count}, {expected} entries were recorded.", "Look for the entries at its end.");
}
