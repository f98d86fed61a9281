namespace OrderToCash.Collections;

/// <summary>What is due for debts from an amount on.</summary>
public sealed record CompensationBand
{
    /// <summary>The smallest debt of the band, inclusive.</summary>
    public required Money From { get; init; }

    /// <summary>The compensation.</summary>
    public required Money Amount { get; init; }
}
