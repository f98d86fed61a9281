using System.Text.Json.Serialization;

namespace OrderToCash.Orders;

/// <summary>
/// An open hold: who makes the goods wait, since when and why. A released hold leaves the state; the events keep it.
/// </summary>
public sealed record Hold
{
    /// <summary>Why, as a code. At most one hold of a type is open per scope.</summary>
    public required HoldType Type { get; init; }

    /// <summary>The line it is about; <c>default</c> for the whole order.</summary>
    public OrderLineId Line { get; init; }

    /// <summary>True when shipping waits for it; false when it is only a note to whoever ships.</summary>
    public required bool IsBlocking { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>Who placed it.</summary>
    public required Actor By { get; init; }

    /// <summary>When it was placed.</summary>
    public required Instant At { get; init; }

    /// <summary>
    /// The role that must approve discounts before it ends, by <see cref="Order.ApproveDiscounts"/>; empty when no role may; null
    /// for a hold that waits for no approval.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NeedsRole { get; init; }

    /// <summary>True for a hold on the whole order.</summary>
    [JsonIgnore]
    public bool IsOnOrder => Line.IsNone;

    /// <summary>True when goods of that line wait for it.</summary>
    public bool Blocks(OrderLineId line) => IsBlocking && (IsOnOrder || Line == line);
}
