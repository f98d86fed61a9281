namespace OrderToCash.EInvoicing;

/// <summary>
/// What can be wrong with a file that should be an e-invoice, or with a document that should become one. Findings of a file carry
/// the facts <c>line</c> and <c>position</c> (from 1) and have the place in the file as their target:
/// <c>Invoice/cac:InvoiceLine[3]/cbc:LineExtensionAmount</c>; findings about a document that is to be written have the term as
/// their target: <c>Lines[2].Net</c>.
/// </summary>
public static class EInvoiceErrors
{
    /// <summary>There is nothing in the file.</summary>
    public static readonly ErrorCode Empty = new("einvoice.empty", ErrorKind.Invalid,
        "The file is empty.", "Ask the sender for the invoice again.");

    /// <summary>It is no XML, or not well-formed.</summary>
    public static readonly ErrorCode NotXml = new("einvoice.not-xml", ErrorKind.Invalid,
        "The file is not well-formed XML at line {line}, position {position}: {reason}",
        "Check that this is the file the sender wrote, unchanged.");

    /// <summary>The bytes do not fit the encoding, or it is not one of UTF-8, UTF-16, ISO-8859-1 and US-ASCII.</summary>
    public static readonly ErrorCode WrongEncoding = new("einvoice.wrong-encoding", ErrorKind.Invalid,
        "The file is not in an encoding that is read, at line {line}, position {position}: {reason}",
        "Save it in UTF-8 and declare nothing else.");

    /// <summary>The file ends before its last element does.</summary>
    public static readonly ErrorCode Truncated = new("einvoice.truncated", ErrorKind.Invalid,
        "The file breaks off at line {line}, position {position}.", "Ask the sender for the whole file; nothing of it is used.");

    /// <summary>It declares a document type: a way to make readers fetch files or run out of memory.</summary>
    public static readonly ErrorCode DocumentType = new("einvoice.document-type", ErrorKind.Invalid,
        "The file declares a document type at line {line}, position {position}.", "Do not read it: no e-invoice has one.");

    /// <summary>An entity that XML does not define by itself.</summary>
    public static readonly ErrorCode Entity = new("einvoice.entity", ErrorKind.Invalid,
        "The file uses the entity '{entity}' at line {line}, position {position}, which XML does not define.",
        "Write the character itself.");

    /// <summary>More than <see cref="EInvoiceLimits"/> allow.</summary>
    public static readonly ErrorCode TooLarge = new("einvoice.too-large", ErrorKind.Refused,
        "The file has more than {limit} {what} at line {line}, position {position}.",
        "Raise EInvoiceLimits if such a file is expected.");

    /// <summary>XML, but neither UBL Invoice nor UBL CreditNote nor CrossIndustryInvoice.</summary>
    public static readonly ErrorCode NotAnInvoice = new("einvoice.not-an-invoice", ErrorKind.Invalid,
        "The root element '{element}' of namespace '{namespace}' is no UBL 2 Invoice or CreditNote and no UN/CEFACT "
            + "CrossIndustryInvoice.",
        "Take the invoice out of its envelope; older syntaxes are not read.");

    /// <summary>A term that may stand once stands again; the first one is kept.</summary>
    public static readonly ErrorCode Duplicate = new("einvoice.duplicate", ErrorKind.Invalid,
        "'{element}' stands again at line {line}, position {position}; the first one is kept.", "Keep one of them.");

    /// <summary>No date of the calendar; the term is left out.</summary>
    public static readonly ErrorCode BadDate = new("einvoice.bad-date", ErrorKind.Invalid,
        "'{value}' at line {line}, position {position} is no date.",
        "Write 2026-01-31 in UBL, 20260131 with format 102 in CII.");

    /// <summary>No decimal number that can be held exactly; the term is left out.</summary>
    public static readonly ErrorCode BadNumber = new("einvoice.bad-number", ErrorKind.Invalid,
        "'{value}' at line {line}, position {position} is no decimal number.",
        "Write digits with a point, at most 28 of them.");

    /// <summary>Neither true nor false; the term is left out.</summary>
    public static readonly ErrorCode BadIndicator = new("einvoice.bad-indicator", ErrorKind.Invalid,
        "'{value}' at line {line}, position {position} is neither true nor false.", "Write true for a charge, false for an allowance.");

    /// <summary>The attachment is no base64; it is left out.</summary>
    public static readonly ErrorCode BadAttachment = new("einvoice.bad-attachment", ErrorKind.Invalid,
        "The attachment at line {line}, position {position} is not written in base64.", "Ask the sender for it again.");

    /// <summary>
    /// A rule about the form of a syntax is broken; the fact <c>rule</c> has its official name (UBL-SR-12, CII-SR-014).
    /// </summary>
    public static readonly ErrorCode SyntaxRule = new("einvoice.syntax-rule", ErrorKind.Invalid,
        "{rule} at line {line}, position {position}: {reason}", "Correct the file; the rule's official text says how.");

    /// <summary>Information: an element or attribute that EN 16931 has no term for was skipped.</summary>
    public static readonly ErrorCode NotInModel = new("einvoice.not-in-model", ErrorKind.Invalid,
        "'{element}' at line {line}, position {position} is no term of EN 16931 and was skipped.",
        "Nothing, unless the parties agreed on it.");

    /// <summary>Information: text between elements was skipped.</summary>
    public static readonly ErrorCode StrayText = new("einvoice.stray-text", ErrorKind.Invalid,
        "The text at line {line}, position {position} stands in no term and was skipped.", "Put it into a term.");

    /// <summary>The syntax demands a term that the document does not have.</summary>
    public static readonly ErrorCode Missing = new("einvoice.missing", ErrorKind.Refused,
        "{syntax} cannot be written without {target}.", "Fill the term before writing.");

    /// <summary>A text with a character that XML 1.0 cannot hold.</summary>
    public static readonly ErrorCode NotWritable = new("einvoice.not-writable", ErrorKind.Refused,
        "{target} has the character U+{character}, which XML cannot hold.", "Remove control characters before writing.");

    /// <summary>Information: the syntax has no place for a term; it was not written.</summary>
    public static readonly ErrorCode NoPlace = new("einvoice.no-place", ErrorKind.Refused,
        "{syntax} has no place for {target}: {reason}", "Say it in a note, or write the other syntax.");
}
