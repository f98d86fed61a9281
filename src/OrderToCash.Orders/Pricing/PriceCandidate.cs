using System.Text.Json.Serialization;

namespace OrderToCash.Orders;

/// <summary>An entry that was looked at for a price, and what became of it.</summary>
public sealed record PriceCandidate
{
    /// <summary>The entry.</summary>
    public required PriceListEntry Entry { get; init; }

    /// <summary>What became of it, as a code.</summary>
    public required PriceVerdict Verdict { get; init; }

    /// <summary>The same in words.</summary>
    [JsonIgnore]
    public string Text => $"{Entry.Price} {PriceWords.Of(Entry)}: {PriceWords.Of(Verdict)}";
}
