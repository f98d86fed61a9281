namespace OrderToCash.Receivables;

/// <summary>Why a journal is not exported.</summary>
public static class JournalExportErrors
{
    /// <summary>No rule gives an account.</summary>
    public static readonly ErrorCode MappingMissing = new("export.mapping-missing", ErrorKind.Refused,
        "No account for {role} of {legalEntity} in {currency}, tax code '{taxCode}', customer group '{customerGroup}': "
        + "{lines} lines, the first in {entry}.", "Add a rule to the mapping and export again.");

    /// <summary>A rule names no account.</summary>
    public static readonly ErrorCode AccountEmpty = new("export.account-empty", ErrorKind.Invalid,
        "A rule for {role} names no account.", "Give the number of the account.");

    /// <summary>Two rules name the same.</summary>
    public static readonly ErrorCode RuleTwice = new("export.rule-twice", ErrorKind.Invalid,
        "A second rule for {role} names the same as one before it, with account {account}.", "Keep one of the two.");

    /// <summary>What was exported before is not in the journal as it was.</summary>
    public static readonly ErrorCode JournalDiffers = new("export.journal-differs", ErrorKind.Refused,
        "The first {count} entries of {legalEntity} are not those that were exported.",
        "Find what was changed or left out: verify the chain, compare with a copy.");

    /// <summary>An export made again has other lines.</summary>
    public static readonly ErrorCode ContentDiffers = new("export.content-differs", ErrorKind.Refused,
        "Export {number} of {legalEntity} comes out otherwise now than by mapping {mapping} then.",
        "Use the mapping and the attributes as they were; else compare the journal with a copy.");

    /// <summary>There is no export of that number.</summary>
    public static readonly ErrorCode Unknown = new("export.unknown", ErrorKind.NotFound,
        "{legalEntity} has no export {number}: {exports} were made.", "Look at the list of exports.");

    /// <summary>The journal has fewer entries than were exported.</summary>
    public static readonly ErrorCode PositionBeyond = new("export.position-beyond", ErrorKind.Refused,
        "{exported} entries of {legalEntity} were exported, the journal has {count}.",
        "Look for the missing entries before anything is exported.");
}
