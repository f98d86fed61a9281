using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>A part of a document's gross total: a percentage, or an amount.</summary>
public sealed record DocumentShare
{
    /// <summary>The percentage; null when an amount is stated.</summary>
    public Percentage? Percentage { get; init; }

    /// <summary>The amount with tax; null when a percentage is stated.</summary>
    public Money? Amount { get; init; }

    /// <summary>So much of the total.</summary>
    public static DocumentShare Percent(decimal percent) => new() { Percentage = Primitives.Percentage.Of(percent) };

    /// <summary>An amount with tax.</summary>
    public static DocumentShare Of(Money amount) => new() { Amount = amount };

    /// <summary>Invariant text, for messages.</summary>
    public override string ToString() => Amount?.ToString() ?? Percentage?.ToString() ?? "";

    [JsonIgnore]
    internal bool IsOne => Percentage is null != Amount is null;
}
