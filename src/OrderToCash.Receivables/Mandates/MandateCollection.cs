using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>One collection on a mandate.</summary>
public sealed record MandateCollection
{
    /// <summary>Comes back with the money or its return; unique for us for good.</summary>
    public required string EndToEndId { get; init; }

    /// <summary>The item it collects; none for several or none.</summary>
    public OpenItemId Item { get; init; }

    /// <summary>How much.</summary>
    public required Money Amount { get; init; }

    /// <summary>The day the debtor is debited.</summary>
    public required LocalDate DueOn { get; init; }

    /// <summary>The last day the order must be with our bank.</summary>
    public required LocalDate SendBy { get; init; }

    /// <summary>First, recurrent, last or only.</summary>
    public required CollectionSequence Sequence { get; init; }

    /// <summary>The day the debtor was told.</summary>
    public LocalDate? PreNotifiedOn { get; init; }

    /// <summary>The collection it tries again; empty when it is none.</summary>
    public string RetryOf { get; init => field = value ?? ""; } = "";

    /// <summary>What it tells the debtor's bank of changes; null when nothing changed.</summary>
    public MandateAmendment? Amendment { get; init; }

    /// <summary>The message it went to the bank in; empty before, and where nobody recorded it.</summary>
    public string Message { get; init => field = value ?? ""; } = "";

    /// <summary>
    /// The batch of the message (its payment information id); a bank that books a batch in one sum names it by this.
    /// </summary>
    public string Batch { get; init => field = value ?? ""; } = "";

    /// <summary>What became of it.</summary>
    public CollectionStatus Status { get; init; }

    /// <summary>Why it was rejected or returned, as the bank's code; empty else.</summary>
    public string Reason { get; init => field = value ?? ""; } = "";

    /// <summary>The day it was settled, rejected or returned; null before.</summary>
    public LocalDate? StatusOn { get; init; }

    /// <summary>True while it is with the bank.</summary>
    [JsonIgnore]
    public bool IsOnItsWay => Status == CollectionStatus.Presented;
}
