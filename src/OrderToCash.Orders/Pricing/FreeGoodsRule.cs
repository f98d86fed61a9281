namespace OrderToCash.Orders;

/// <summary>
/// Buy 10, get 1. Of all rules that hold for a line the one that gives most is applied (on a tie the first by id).
/// </summary>
public sealed record FreeGoodsRule
{
    /// <summary>Its name, unique in the policy, quoted in the trace.</summary>
    public required string Id { get; init; }

    /// <summary>What must be bought.</summary>
    public required ProductId Product { get; init; }

    /// <summary>How much must be on the line for each gift, above zero.</summary>
    public required Quantity Buy { get; init; }

    /// <summary>How much is free for each full <see cref="Buy"/>, in its unit; above zero, at
    /// most as much as is bought, and less when inclusive.</summary>
    public required Quantity Get { get; init; }

    /// <summary>How the free goods come.</summary>
    public required FreeGoodsForm Form { get; init; }

    /// <summary>Another product as the gift, on a line of its own at no price; <c>default</c> for the same.</summary>
    public ProductId Gift { get; init; }

    /// <summary>The most that is free on a line, in the unit of <see cref="Get"/>; null for any.</summary>
    public Quantity? Most { get; init; }

    /// <summary>Only this customer; <c>default</c> for all.</summary>
    public CustomerId Customer { get; init; }

    /// <summary>Only this price group; empty for all.</summary>
    public string Group { get; init => field = value ?? ""; } = "";

    /// <summary>The first order date it holds; null from ever.</summary>
    public LocalDate? ValidFrom { get; init; }

    /// <summary>The last order date it holds; null for ever.</summary>
    public LocalDate? ValidTo { get; init; }

    /// <summary>How much is free when so much is ordered.</summary>
    public Quantity FreeOf(Quantity ordered)
    {
        if (ordered.Unit != Buy.Unit || !ordered.IsPositive) return Quantity.Zero(ordered.Unit);
        var free = Quantity.Of(decimal.Truncate(ordered.Value / Buy.Value) * Get.Value, Get.Unit);
        return Most is { } most ? Quantity.Min(free, most) : free;
    }
}
