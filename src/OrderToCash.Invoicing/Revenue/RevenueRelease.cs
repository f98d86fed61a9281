using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>A deferred part of an invoice line and the day it becomes revenue.</summary>
public sealed record RevenueRelease
{
    /// <summary>The line of the invoice, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The day it is due; null while the performance has no day.</summary>
    public LocalDate? On { get; init; }

    /// <summary>How much of the line was planned for this day, without tax.</summary>
    public required Money Planned { get; init; }

    /// <summary>The day it was recognised; null while it waits.</summary>
    public LocalDate? RecognisedOn { get; init; }

    /// <summary>How much became revenue: less than planned where a credit note took some back; null while it waits.</summary>
    public Money? Recognised { get; init; }

    /// <summary>True while it waits.</summary>
    [JsonIgnore]
    public bool IsWaiting => RecognisedOn is null;
}
