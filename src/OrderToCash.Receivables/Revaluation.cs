using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>
/// An open foreign item at a closing rate. It is never changed or deleted: undoing it sets the dates of its reversal.
/// </summary>
public sealed record Revaluation
{
    /// <summary>The entry that posted it.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>How much the value changes in the functional currency, debit above zero.</summary>
    public required Money Adjustment { get; init; }

    /// <summary>True when it stays until settlement; false when the next day's entry takes it back.</summary>
    public bool StaysUntilSettled { get; init; }

    /// <summary>The business date: the closing day.</summary>
    public required LocalDate On { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant RecordedAt { get; init; }

    /// <summary>The business date of its reversal; null while it holds.</summary>
    public LocalDate? ReversedOn { get; init; }

    /// <summary>When the reversal was recorded; null while it holds.</summary>
    public Instant? ReversedRecordedAt { get; init; }

    /// <summary>True while nobody has taken it back.</summary>
    [JsonIgnore]
    public bool IsLive => ReversedOn is null;
}
