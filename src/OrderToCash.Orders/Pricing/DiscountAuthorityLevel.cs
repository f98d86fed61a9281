namespace OrderToCash.Orders;

/// <summary>What a role may give away by hand.</summary>
public sealed record DiscountAuthorityLevel
{
    /// <summary>The role, in the host's words.</summary>
    public required string Role { get; init; }

    /// <summary>The most off one line, itself included, of what the list asks.</summary>
    public required Percentage LineDiscount { get; init; }

    /// <summary>The most off the goods of the order, itself included, of what the list asks for all of them.</summary>
    public required Percentage AverageDiscount { get; init; }

    /// <summary>The most off the order, itself included, one per currency; in a currency that is not here nothing.</summary>
    public EquatableArray<Money> Amounts { get; init; }

    /// <summary>True when a price by hand may lie below the floor price of the list.</summary>
    public bool MayGoBelowFloor { get; init; }

    /// <summary>The most off an order in that currency.</summary>
    public Money AmountIn(Currency currency)
    {
        foreach (var amount in Amounts)
            if (amount.Currency == currency) return amount;
        return Money.Zero(currency);
    }
}
