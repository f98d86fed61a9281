using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>The proof that the tax of the journal is the tax in the books, or the list of what keeps them apart.</summary>
public sealed record TaxTie
{
    /// <summary>The totals per category and currency, the documents' amounts before the functional ones.</summary>
    public EquatableArray<TaxTieTotal> Totals { get; init; }

    /// <summary>The documents that differ; errors that cancel out in the totals are here as well.</summary>
    public EquatableArray<TaxTieDifference> Differences { get; init; }

    /// <summary>True when no document differs.</summary>
    [JsonIgnore]
    public bool IsTied => Differences.IsEmpty;
}
