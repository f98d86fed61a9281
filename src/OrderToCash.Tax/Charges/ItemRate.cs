namespace OrderToCash.Tax;

/// <summary>The rate of a charge for one item.</summary>
public sealed record ItemRate
{
    /// <summary>Which item.</summary>
    public required string Item { get; init; }

    /// <summary>Its rate.</summary>
    public required Percentage Rate { get; init; }
}
