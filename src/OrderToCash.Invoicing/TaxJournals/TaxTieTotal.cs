using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>Journal and ledger side by side, for a category and a currency.</summary>
public sealed record TaxTieTotal
{
    /// <summary>The category; none when the ledger does not tell categories apart.</summary>
    public TaxCategory Category { get; init; }

    /// <summary>True for the functional amounts, false for the documents'.</summary>
    public required bool IsFunctional { get; init; }

    /// <summary>The tax of the journal.</summary>
    public required Money Journal { get; init; }

    /// <summary>The tax of the ledger.</summary>
    public required Money Ledger { get; init; }

    /// <summary>What the ledger has more.</summary>
    [JsonIgnore]
    public Money Difference => Ledger - Journal;
}
