namespace OrderToCash.Orders;

/// <summary>
/// A discount that the seller grants by himself. Of all schemes that hold for a line the one that takes off most is applied (on
/// a tie the first by id), so their place in the policy never matters.
/// </summary>
public sealed record DiscountScheme
{
    /// <summary>Its name, unique in the policy, quoted in the trace.</summary>
    public required string Id { get; init; }

    /// <summary>Only this product; <c>default</c> for all.</summary>
    public ProductId Product { get; init; }

    /// <summary>Only this customer; <c>default</c> for all.</summary>
    public CustomerId Customer { get; init; }

    /// <summary>Only this price group; empty for all.</summary>
    public string Group { get; init => field = value ?? ""; } = "";

    /// <summary>
    /// From this quantity on, itself included, by <see cref="PricingPolicy.QuantityBasis"/>; null from the first.
    /// </summary>
    public Quantity? From { get; init; }

    /// <summary>0 to 100 percent off; zero when it is an amount.</summary>
    public Percentage Percent { get; init; }

    /// <summary>So much off per unit, or per so many units; null for a percentage.</summary>
    public UnitPrice? PerUnit { get; init; }

    /// <summary>The first order date it holds; null from ever.</summary>
    public LocalDate? ValidFrom { get; init; }

    /// <summary>The last order date it holds; null for ever.</summary>
    public LocalDate? ValidTo { get; init; }
}
