using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>What became of one document of a run.</summary>
public sealed record BillingOutcome
{
    /// <summary>The planned document.</summary>
    public required ContentHash Document { get; init; }

    /// <summary>The invoice made of it; none when it was skipped.</summary>
    public InvoiceId Invoice { get; init; }

    /// <summary>Why it was skipped; empty when it was billed.</summary>
    public string SkippedBecause { get; init => field = value ?? ""; } = "";

    /// <summary>True when there is an invoice.</summary>
    [JsonIgnore]
    public bool IsBilled => !Invoice.IsNone;
}
