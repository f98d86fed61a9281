using System.Text.Json.Serialization;

namespace OrderToCash.Orders;

/// <summary>What pricing added to an order by itself: a fee or a gift as a line of its own, or a bonus on a line.</summary>
public sealed record LineAddition
{
    /// <summary>The rule of the policy that added it.</summary>
    public required string Rule { get; init; }

    /// <summary>What the line is charged for; <c>default</c> for goods.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public FeeKind Fee { get; init; }

    /// <summary>The line whose goods brought this line as a gift; <c>default</c> for any other.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public OrderLineId GiftOf { get; init; }

    /// <summary>How much of the line's quantity was not asked for but added as a bonus; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Quantity? Bonus { get; init; }
}
