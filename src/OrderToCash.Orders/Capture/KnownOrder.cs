namespace OrderToCash.Orders;

/// <summary>An order captured before, as far as finding duplicates needs it.</summary>
public sealed record KnownOrder
{
    /// <summary>The order.</summary>
    public required OrderId Id { get; init; }

    /// <summary>Its <see cref="OrderContent.KeyOf"/>.</summary>
    public required ContentHash ContentKey { get; init; }
}
