using System.Globalization;
using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>One item on a planned document.</summary>
public sealed record PlannedLine
{
    /// <summary>The item.</summary>
    public required BillableItemId Item { get; init; }

    /// <summary>How much of it was billed when the plan was made.</summary>
    public required Quantity BilledBefore { get; init; }

    /// <summary>The day it may be billed from.</summary>
    public required LocalDate BillingDay { get; init; }

    /// <summary>The day of delivery; null when there was none.</summary>
    public LocalDate? PerformedOn { get; init; }

    /// <summary>The line as it will stand on the invoice.</summary>
    public required InvoiceLine Line { get; init; }

    /// <summary>
    /// What a store keeps unique: the item and how much of it was billed before. Two documents with the same key would bill
    /// twice.
    /// </summary>
    [JsonIgnore]
    public string Key => $"{Item}@{BilledBefore.Value.ToString(CultureInfo.InvariantCulture)}";
}
