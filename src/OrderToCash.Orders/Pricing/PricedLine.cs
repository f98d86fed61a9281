using System.Text.Json.Serialization;

namespace OrderToCash.Orders;

/// <summary>A line with its amounts, all on the grid of the currency.</summary>
public sealed record PricedLine
{
    /// <summary>What was ordered, a bonus included.</summary>
    public required OrderLineTerms Terms { get; init; }

    /// <summary>Price times quantity, rounded once.</summary>
    public required Money Gross { get; init; }

    /// <summary>The line's own discounts, gifts included, zero or more.</summary>
    public required Money LineDiscount { get; init; }

    /// <summary>The line's share of the order's discounts and coupons, zero or more.</summary>
    public required Money DocumentDiscount { get; init; }

    /// <summary>
    /// What took something off, in order, as codes and amounts; they add up to both discounts. Empty for a line without a
    /// discount and for one stored before there were steps.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public EquatableArray<AppliedDiscount> Steps { get; init; }

    /// <summary>What pricing added by itself; null for a line as it was ordered.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public LineAddition? Addition { get; init; }

    /// <summary>The line net amount (BT-131): gross less the line's discount.</summary>
    [JsonIgnore]
    public Money Net => Gross - LineDiscount;

    /// <summary>What the line brings: net less its share of the order's discount.</summary>
    [JsonIgnore]
    public Money Amount => Net - DocumentDiscount;

    /// <summary>True for a fee, false for goods.</summary>
    [JsonIgnore]
    public bool IsFee => Addition is { Fee.IsNone: false };

    /// <summary>True for a line that pricing made: a fee, or a gift on a line of its own.</summary>
    [JsonIgnore]
    public bool IsMade => IsFee || Addition is { GiftOf.IsNone: false };

    /// <summary>What was asked for: without the bonus; null for a line that pricing made.</summary>
    [JsonIgnore]
    public OrderLineTerms? Wanted => IsMade ? null
        : Addition?.Bonus is { } bonus ? Terms with { Quantity = Terms.Quantity - bonus } : Terms;

    /// <summary>
    /// True when the steps, if there are any, replay to the amounts: none below zero, those of the line are
    /// <see cref="LineDiscount"/>, those of the order <see cref="DocumentDiscount"/>.
    /// </summary>
    [JsonIgnore]
    public bool IsReplayed
    {
        get
        {
            if (Steps.IsEmpty) return true;
            var (line, document) = (Money.Zero(Gross.Currency), Money.Zero(Gross.Currency));
            foreach (var step in Steps)
            {
                if (step.Off.Currency != Gross.Currency || step.Off.IsNegative) return false;
                if (step.Kind < DiscountKind.DocumentPercent) line += step.Off;
                else document += step.Off;
            }
            return line == LineDiscount && document == DocumentDiscount;
        }
    }

    /// <summary>How the amount came about, step by step; the steps add up to <see cref="Amount"/>.</summary>
    public EquatableArray<PriceStep> Explain()
    {
        var reason = Terms.PriceReason.Length == 0 ? "" : $" ({Terms.PriceReason})";
        var zero = Money.Zero(Gross.Currency);
        var steps = new List<PriceStep>
        {
            new() { Text = $"{Terms.Quantity} at {Terms.UnitPrice}{reason}", Before = zero, Amount = Gross },
        };
        if (Steps.IsEmpty)
        {
            if (!LineDiscount.IsZero) Less(DiscountKind.LinePercent, $"line discount {Terms.Discount}", LineDiscount);
            if (!DocumentDiscount.IsZero) Less(DiscountKind.DocumentPercent, "share of the order's discount", DocumentDiscount);
        }
        foreach (var step in Steps) Less(step.Kind, TextOf(step), step.Off);
        return steps.ToEquatableArray();

        void Less(DiscountKind kind, string text, Money off) =>
            steps.Add(new() { Kind = kind, Text = text, Before = steps[^1].After, Amount = -off });
    }

    private static string TextOf(AppliedDiscount step)
    {
        var what = step.Kind switch
        {
            DiscountKind.FreeGoods => "free goods",
            DiscountKind.Scheme => "scheme",
            DiscountKind.LinePercent or DiscountKind.LineAmount => "line discount",
            DiscountKind.DocumentPercent or DiscountKind.DocumentAmount => "share of the order's discount",
            DiscountKind.Coupon => "share of coupon",
            _ => throw new InvalidOperationException($"A step can't be {step.Kind}."),
        };
        var source = step.Source is { Length: > 0 } ? $" {step.Source}" : "";
        var percent = step.Percent == Percentage.Zero ? "" : $" {step.Percent}";
        return $"{what}{source}{percent}{(step.IsLimited ? ", limited" : "")}";
    }
}
