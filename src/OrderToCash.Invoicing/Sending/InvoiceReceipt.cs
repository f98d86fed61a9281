using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>The fact that dunning reads: whether a document counts as received on a day, since when, and why.</summary>
public sealed record InvoiceReceipt
{
    /// <summary>The document.</summary>
    public required InvoiceId Invoice { get; init; }

    /// <summary>The day asked about.</summary>
    public required LocalDate On { get; init; }

    /// <summary>What is known.</summary>
    public required ReceiptStatus Status { get; init; }

    /// <summary>
    /// The day it was received, or counts as received; in the future while on its way, null when nothing is under way.
    /// </summary>
    public LocalDate? ReceivedOn { get; init; }

    /// <summary>Why, in words: the channel, or what failed.</summary>
    public string Because { get; init => field = value ?? ""; } = "";

    /// <summary>True when dunning must wait: nobody pays what he has not received.</summary>
    [JsonIgnore]
    public bool BlocksDunning => Status is not (ReceiptStatus.Presumed or ReceiptStatus.Proven);
}
