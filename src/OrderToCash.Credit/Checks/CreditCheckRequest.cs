namespace OrderToCash.Credit;

/// <summary>For what headroom is asked.</summary>
public readonly record struct CreditCheckRequest
{
    /// <summary>The order.</summary>
    public required OrderId Order { get; init; }

    /// <summary>The order's revision, from 1.</summary>
    public required int Revision { get; init; }

    /// <summary>Gross, in the limit's currency, above zero, without what is prepaid.</summary>
    public required Money Amount { get; init; }
}
