using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>
/// Takes what was open in the old books over. What was taken over before is passed over, so the same rows, or the corrected ones,
/// may be brought again under a new id; the same id again answers the same.
/// </summary>
public sealed record ImportOpening : Command
{
    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The day the books begin: the business date of the entries.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>A file of rows with headings, comma-separated (RFC 4180); empty when the rows are the host's own.</summary>
    public string Text { get; init => field = value ?? ""; } = "";

    /// <summary>Which column of the file is what; null for the usual headings.</summary>
    public OpeningColumns? Columns { get; init; }

    /// <summary>Rows beside those of the file.</summary>
    public EquatableArray<OpeningRow> Rows { get; init; }

    /// <summary>What the old books had, to compare with.</summary>
    public EquatableArray<OpeningTotal> Totals { get; init; }

    /// <summary>True to post nothing while there is any finding; else the good rows are posted, the bad ones listed.</summary>
    public bool IsAllOrNothing { get; init; }
}
