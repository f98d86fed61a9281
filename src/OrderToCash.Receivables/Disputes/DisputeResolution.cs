using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>How one part of a dispute ended.</summary>
public sealed record DisputeResolution
{
    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>How.</summary>
    public required DisputeResolutionKind Kind { get; init; }

    /// <summary>How much, above zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>What did it: the number of the credit note, the journal entry, the letter. Unique for an item and kind.</summary>
    public required string Reference { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }

    /// <summary>True when the customer does not have to pay it.</summary>
    [JsonIgnore]
    public bool IsSettled => Kind != DisputeResolutionKind.ChargedToCustomer;
}
