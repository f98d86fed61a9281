namespace OrderToCash.Orders;

/// <summary>What a rule looks at.</summary>
public readonly record struct OrderQuestion
{
    /// <summary>The order without its lines.</summary>
    public required OrderTerms Terms { get; init; }

    /// <summary>Its lines.</summary>
    public required EquatableArray<OrderLineTerms> Lines { get; init; }

    /// <summary>Orders already known with the same channel, customer and external reference.</summary>
    public EquatableArray<KnownOrder> SameReference { get; init; }

    /// <summary>The policy of the legal entity.</summary>
    public required OrderPolicy Policy { get; init; }
}
