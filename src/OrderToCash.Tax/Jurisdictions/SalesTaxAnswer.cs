using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>The sales tax of a document: components per line and jurisdiction; all totals are their sums.</summary>
public sealed record SalesTaxAnswer
{
    /// <summary>The currency.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The components, by line, then from the state down.</summary>
    public EquatableArray<JurisdictionTax> Components { get; init; }

    /// <summary>Why nothing is charged at all; empty otherwise.</summary>
    public string Reason { get; init => field = value ?? ""; } = "";

    /// <summary>All tax.</summary>
    [JsonIgnore]
    public Money Tax => Money.Sum(Components.Select(c => c.Tax), Currency);

    /// <summary>The tax of a line.</summary>
    public Money TaxOf(string line) => Money.Sum(Components.Where(c => c.Line == line).Select(c => c.Tax), Currency);

    /// <summary>The tax of a jurisdiction.</summary>
    public Money TaxOf(JurisdictionId jurisdiction) =>
        Money.Sum(Components.Where(c => c.Jurisdiction == jurisdiction).Select(c => c.Tax), Currency);
}
