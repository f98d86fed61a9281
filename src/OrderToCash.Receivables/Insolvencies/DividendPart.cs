using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What one item got of a dividend.</summary>
public sealed record DividendPart
{
    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>What settles the item: it still stood in the books.</summary>
    public required Money Settles { get; init; }

    /// <summary>What recovers a part that was given up; the tax relief is owed again on it.</summary>
    public required Money Recovers { get; init; }

    /// <summary>Both.</summary>
    [JsonIgnore]
    public Money Amount => Settles + Recovers;
}
