namespace OrderToCash.Receivables;

/// <summary>What <see cref="OpenItem.Check"/> finds broken in a stored item.</summary>
public static class OpenItemErrors
{
    /// <summary>An item waits for something.</summary>
    public static readonly ErrorCode NoAmount = new("open-item.no-amount", ErrorKind.Invalid,
        "Item {item} has no amount.", "Nothing opens an item of zero: restore the item from its events.");

    /// <summary>Document and functional amount point to different sides.</summary>
    public static readonly ErrorCode SignsDiffer = new("open-item.signs-differ", ErrorKind.Invalid,
        "Item {item} has {amount}, but {functional} in the functional currency.", "Restore the item from its events.");

    /// <summary>Invoices are owed, the other kinds are credits.</summary>
    public static readonly ErrorCode WrongSide = new("open-item.wrong-side", ErrorKind.Invalid,
        "Item {item} is of kind {kind}, but has {amount}.", "Invoices are above zero, credit notes and payments below.");

    /// <summary>An application is there twice.</summary>
    public static readonly ErrorCode ApplicationTwice = new("open-item.application-twice", ErrorKind.Invalid,
        "Item {item} has the application {application} twice.", "Restore the item from its events.");

    /// <summary>An application is in another currency than its item.</summary>
    public static readonly ErrorCode ApplicationCurrency = new("open-item.application-currency", ErrorKind.Invalid,
        "Item {item} has the application {application} of {amount}, another currency.", "Restore the item from its events.");

    /// <summary>An application does not settle its item but raises it.</summary>
    public static readonly ErrorCode ApplicationSide = new("open-item.application-side", ErrorKind.Invalid,
        "Item {item} has the application {application} of {amount}, of the other sign.", "Restore the item from its events.");

    /// <summary>An application is before its item, or its reversal before itself.</summary>
    public static readonly ErrorCode ApplicationDates = new("open-item.application-dates", ErrorKind.Invalid,
        "Item {item}: the application {application} of {on} is before the document or after its own reversal.",
        "Restore the item from its events.");

    /// <summary>More was applied than there was.</summary>
    public static readonly ErrorCode CrossesZero = new("open-item.crosses-zero", ErrorKind.Invalid,
        "Item {item} of {amount} crosses zero: {open} is open.",
        "Find the application that is too much; nothing is posted on top of it.");

    /// <summary>More came in on a written-off item than was written off.</summary>
    public static readonly ErrorCode RecoveredTooMuch = new("open-item.recovered-too-much", ErrorKind.Invalid,
        "Item {item}: {recovered} came in on the {writtenOff} written off.", "Restore the item from its events.");

    /// <summary>A settled item still has a revaluation.</summary>
    public static readonly ErrorCode RevaluationLeft = new("open-item.revaluation-left", ErrorKind.Invalid,
        "Item {item} is settled, but a revaluation of {adjustment} is left on it.",
        "The last application takes the remainder: restore the item from its events.");

    /// <summary>A settled item still carries an amount.</summary>
    public static readonly ErrorCode CarryingLeft = new("open-item.carrying-left", ErrorKind.Invalid,
        "Item {item} is settled, but still carries {functional}.",
        "The last application takes the remainder: restore the item from its events.");

    /// <summary>A part of what an item remembers does not fit it: another currency, not one figure for each tax.</summary>
    public static readonly ErrorCode PartsBroken = new("open-item.parts-broken", ErrorKind.Invalid,
        "Item {item}: {what}.", "Restore the item from its events.");

    /// <summary>More of an item is pledged than is open.</summary>
    public static readonly ErrorCode PledgedTooMuch = new("open-item.pledged-too-much", ErrorKind.Invalid,
        "Item {item} is pledged by {assignment} for {pledged}, and {open} is open.", "Restore the item from its events.");
}
