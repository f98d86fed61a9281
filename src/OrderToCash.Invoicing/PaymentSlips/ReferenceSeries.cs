namespace OrderToCash.Invoicing;

/// <summary>The digits that stand for the letters of a number series, where a scheme has no letters.</summary>
public sealed record ReferenceSeries
{
    /// <summary>The letters that numbers of the series begin with: <c>INV</c>.</summary>
    public required string Letters { get; init; }

    /// <summary>The digits in their place: <c>1</c>.</summary>
    public required string Digits { get; init; }
}
