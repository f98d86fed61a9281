using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>Money on an item that was written off, without opening it again.</summary>
public sealed record Recovery
{
    /// <summary>The entry that posted it.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>How much of what was written off came in, above zero, in the item's currency.</summary>
    public required Money Amount { get; init; }

    /// <summary>The tax that is owed again, one share for each of the item's; empty when no relief was taken.</summary>
    public EquatableArray<TaxShare> TaxShares { get; init; }

    /// <summary>The business date.</summary>
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
