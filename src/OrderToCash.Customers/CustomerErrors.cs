namespace OrderToCash.Customers;

/// <summary>Everything a customer account refuses or finds.</summary>
public static class CustomerErrors
{
    /// <summary>The account has no number.</summary>
    public static readonly ErrorCode IdMissing = new("customer.id-missing", ErrorKind.Invalid,
        "The customer has no id.", "Give the customer's number.");

    /// <summary>Letters cannot be delivered.</summary>
    public static readonly ErrorCode AddressIncomplete = new("customer.address-incomplete", ErrorKind.Invalid,
        "Letters go to this address, and it has no town.", "Complete the address, or choose a channel other than letters.");

    /// <summary>A currency that nothing can be posted in.</summary>
    public static readonly ErrorCode CurrencyWithoutGrid = new("customer.currency-without-grid", ErrorKind.Invalid,
        "{currency} has no smallest unit, so nothing can be invoiced in it.", "Choose a currency with minor units.");

    /// <summary>A language that is no BCP 47 tag.</summary>
    public static readonly ErrorCode LanguageMalformed = new("customer.language-malformed", ErrorKind.Invalid,
        "'{language}' is no language tag.", "Write it as BCP 47 does: en, de-CH.");

    /// <summary>Invoices do not go out by text message or call.</summary>
    public static readonly ErrorCode ChannelUnsuited = new("customer.channel-unsuited", ErrorKind.Invalid,
        "Invoices cannot go out by {channel}.", "Choose mail, letter, portal or an electronic network.");

    /// <summary>A channel is chosen and nobody can be reached over it.</summary>
    public static readonly ErrorCode ChannelWithoutContact = new("customer.channel-without-contact", ErrorKind.Invalid,
        "There is no contact for {purpose} by {channel}.",
        "Add a contact of that purpose or a general one, or choose another channel.");

    /// <summary>A customer above itself.</summary>
    public static readonly ErrorCode OwnParent = new("customer.own-parent", ErrorKind.Invalid,
        "{customer} cannot be its own parent.", "Name another customer, or none.");

    /// <summary>Why is not stated.</summary>
    public static readonly ErrorCode ReasonMissing = new("customer.reason-missing", ErrorKind.Invalid,
        "There is no reason given.", "State why, for those who read it later.");

    /// <summary>A change before the account existed.</summary>
    public static readonly ErrorCode BeforeFirstVersion = new("customer.before-first-version", ErrorKind.Refused,
        "{date} is before the first version of {first}.", "Choose a day on or after the first version.");

    /// <summary>Blocked already, for another reason.</summary>
    public static readonly ErrorCode AlreadyBlocked = new("customer.already-blocked", ErrorKind.Refused,
        "{kind} of {customer} are blocked by {by} already: {reason}.", "Lift that block first, or leave it.");

    /// <summary>There is nothing to lift.</summary>
    public static readonly ErrorCode NotBlocked = new("customer.not-blocked", ErrorKind.Refused,
        "{kind} of {customer} are not blocked.", "Look at the blocks in force.");

    /// <summary>A bank account without a number.</summary>
    public static readonly ErrorCode IbanMissing = new("customer.iban-missing", ErrorKind.Invalid,
        "The bank account has no IBAN.", "Give the IBAN.");

    /// <summary>A bank account without a holder.</summary>
    public static readonly ErrorCode HolderMissing = new("customer.holder-missing", ErrorKind.Invalid,
        "The bank account has no holder.", "Give the name the bank has.");

    /// <summary>The bank account is there or waits already.</summary>
    public static readonly ErrorCode BankAccountKnown = new("customer.bank-account-known", ErrorKind.Conflict,
        "The bank account is number {number} already: {status}.", "Approve or reject that one.");

    /// <summary>No bank account of this number.</summary>
    public static readonly ErrorCode BankAccountUnknown = new("customer.bank-account-unknown", ErrorKind.NotFound,
        "There is no bank account number {number}.", "Look at the numbers of the bank accounts.");

    /// <summary>Decided already.</summary>
    public static readonly ErrorCode BankAccountNotRequested = new("customer.bank-account-not-requested", ErrorKind.Conflict,
        "Bank account number {number} is {status}, not requested.", "Request a new change.");

    /// <summary>The bank account to replace does not count any more.</summary>
    public static readonly ErrorCode BankAccountNotActive = new("customer.bank-account-not-active", ErrorKind.Refused,
        "Bank account number {number} is not active, so nothing can take its place.",
        "Request it as a further account, or for another number.");

    /// <summary>The second pair of eyes must be a person's.</summary>
    public static readonly ErrorCode ApproverNotAPerson = new("customer.approver-not-a-person", ErrorKind.Forbidden,
        "{actor} is no person.", "Let a person approve it.");

    /// <summary>Whoever asked cannot approve.</summary>
    public static readonly ErrorCode MakerIsChecker = new("customer.maker-is-checker", ErrorKind.Forbidden,
        "{actor} asked for bank account number {number} and cannot approve it.", "Let somebody else approve it.");

    /// <summary>Too early to approve.</summary>
    public static readonly ErrorCode WaitingTime = new("customer.waiting-time", ErrorKind.Refused,
        "Bank account number {number} can be approved from {approvableFrom}.",
        "Use the time to ask the customer over a known number.", retryable: true);

    /// <summary>Stored versions are missing, out of order, or two of one day.</summary>
    public static readonly ErrorCode VersionsOutOfOrder = new("customer.versions-out-of-order", ErrorKind.Invalid,
        "The stored versions are missing or not in order of their dates.", "Rebuild the account from its events.");

    /// <summary>Two stored blocks of one kind.</summary>
    public static readonly ErrorCode BlockTwice = new("customer.block-twice", ErrorKind.Invalid,
        "{kind} are stored as blocked twice.", "Rebuild the account from its events.");

    /// <summary>Stored bank accounts contradict themselves.</summary>
    public static readonly ErrorCode BankAccountsInconsistent = new("customer.bank-accounts-inconsistent", ErrorKind.Invalid,
        "The stored bank account number {number} contradicts itself or another one.", "Rebuild the account from its events.");
}
